"""ISBNs are given once: by the ledger's own rules, and whoever else has stated one."""

from __future__ import annotations

import pytest
from definitions import definition, guide, write

import guidepub
from guidepub.files import locked
from guidepub.findings import InputError
from guidepub.findings.errors import UsageError
from guidepub.loading import read_ledger, write_ledger
from guidepub.model import AssignedIsbn, Catalog, IsbnLedger, IsbnRange, Isbns, Product
from guidepub.trade.isbns import Numbered, assigned, left_of, numbered, with_range

RANGE = IsbnRange(prefix="978-0-306-40", first=614, last=617, imprint="imprint")


def wanting(*slugs: str, imprint: str = "imprint") -> list[Numbered]:
    return [Numbered(slug, "print", imprint) for slug in slugs]


def test_numbers_are_given_in_their_order_with_their_check_digit():
    done = assigned(IsbnLedger(ranges=(RANGE,)), wanting("a", "b"), ())
    # 0-306-40615-2 is the example of the standard: 978-0-306-40615-7.
    assert [each.isbn for each in done.given] == ["9780306406140", "9780306406157"]
    assert done.ledger.isbn_of("b", "print", "imprint") == "9780306406157"
    assert left_of(done.ledger.ranges[0], ()) == 2


def test_none_is_given_twice_not_even_when_a_line_is_taken_out():
    ledger = assigned(IsbnLedger(ranges=(RANGE,)), wanting("a", "b"), ()).ledger
    shorter = ledger.model_copy(update={"assigned": ledger.assigned[:1]})
    done = assigned(shorter, wanting("c"), ())
    assert done.given[0].isbn == RANGE.isbn(616)


def test_what_a_guide_states_is_passed_over_and_who_has_one_gets_none():
    stated = RANGE.isbn(614)
    has = Numbered("a", "print", "imprint", stated)
    done = assigned(IsbnLedger(ranges=(RANGE,)), [has, *wanting("b")], {stated})
    assert [(each.slug, each.isbn) for each in done.given] == [("b", RANGE.isbn(615))]
    assert left_of(RANGE, {stated}) == 3


def test_what_is_left_over_is_reported_and_another_imprint_s_range_is_not_taken():
    ledger = IsbnLedger(ranges=(RANGE,))
    done = assigned(ledger, [*wanting(*"abcde"), *wanting("f", imprint="school")], ())
    assert [each.slug for each in done.without] == ["e", "f"]


@pytest.mark.parametrize(
    ("prefix", "first", "last", "message"),
    [
        ("978-0-30", 0, 9, "several publishers.*7 digits"),
        ("978-0-306-40", 617, 700, "overlaps"),
        ("978-0-306", 40_000, 41_000, "overlaps"),
    ],
)
def test_a_range_that_cannot_be_one_is_refused(prefix, first, last, message):
    new = IsbnRange(prefix=prefix, first=first, last=last, imprint="imprint")
    with pytest.raises(UsageError, match=message):
        with_range(IsbnLedger(ranges=(RANGE,)), new)


def test_the_same_range_may_be_named_again():
    ledger = assigned(IsbnLedger(ranges=(RANGE,)), wanting("a"), ()).ledger
    assert with_range(ledger, RANGE) == ledger


def test_numbers_that_a_prefix_has_no_room_for_are_refused():
    with pytest.raises(InputError, match="are not between 0 and 99"):
        IsbnRange(prefix="9780306406", last=100, imprint="imprint")


def test_products_that_are_sold_are_numbered_each_as_its_imprint_s_book():
    made = Catalog.of(
        guide(isbn=Isbns(print="9780306406157")),
        imprints=({"id": "school", "name": "School"},),
        products=(
            Product(name="paper"),
            Product(name="ebook", edition="epub", imprint="school"),
            Product(name="page", edition="web"),
        ),
    )
    guides = list(made.values())
    paper = Numbered("baker", "paper", "imprint", "9780306406157")
    ebook = Numbered("baker", "ebook", "school")
    assert numbered(made, guides) == [paper, ebook]
    assert numbered(made, guides, "school") == [ebook]


def test_a_ledger_is_written_and_read_again(tmp_path):
    assert read_ledger(tmp_path) == IsbnLedger()
    ledger = assigned(IsbnLedger(ranges=(RANGE,)), wanting("a", "b"), ()).ledger
    write_ledger(tmp_path, ledger)
    again = read_ledger(tmp_path)
    assert again.model_dump() == ledger.model_dump()
    lines = (tmp_path / "isbn.toml").read_text("utf-8").splitlines()
    # A line for each, so that two branches can be merged; it is told where each stands.
    assert 'isbn = "978-0-306-40615-7", guide = "b"' in lines[again.assigned[1].line - 1]


LEDGER = """\
ranges = [
  {prefix = "978-0-306-40", first = 0, last = 99, next = 2, imprint = "imprint"},
]
assigned = [
  {isbn = "978-0-306-40615-7", guide = "baker", product = "epub", imprint = "imprint"},
"""


def findings(folder) -> list[str]:
    try:
        found = guidepub.load(folder).findings
    except InputError as error:
        found = error.findings
    return [str(finding).replace(f"{folder}/", "") for finding in found]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('{isbn = "978-0-306-40615-7", guide = "cook", product = "epub", imprint = "imprint"}',
         "isbn.toml:6:11 D051 The ISBN 978-0-306-40615-7 is at isbn.toml:5:11 as well."),
        ('{isbn = "978-3-16-148410-0", guide = "baker", product = "epub", imprint = "imprint"}',
         "isbn.toml:6:11 D051 “epub” of “baker” also has an ISBN at isbn.toml:5:11."),
        ('{isbn = "978-3-16-148410-1", guide = "cook", product = "epub", imprint = "imprint"}',
         "isbn.toml:6:11 D011 “978-3-16-148410-1” is not an ISBN: its check digit is wrong."),
        ('{isbn = "978-3-16-148410-0", book = "cook", product = "epub", imprint = "imprint"}',
         "isbn.toml:6:3 D012 The key “guide” is missing."),
    ],
)  # fmt: skip
def test_faults_of_a_ledger_are_reported_with_their_place(tmp_path, line, expected):
    write(
        tmp_path,
        {"catalog.toml": '[imprint]\nname = "P"\n', "isbn.toml": f"{LEDGER}  {line},\n]\n"},
    )
    assert any(found.startswith(expected) for found in findings(tmp_path))


def test_a_guide_cannot_state_what_the_ledger_gave_to_another(tmp_path):
    files = {
        "catalog.toml": '[imprint]\nname = "P"\n',
        "isbn.toml": f"{LEDGER}]\n",
        "baker.md": definition(head="isbn: {epub: 978-0-306-40615-7}"),
        "cook.md": definition(title="Cook", head="isbn: {print: 978-0-306-40615-7}"),
    }
    (found,) = (
        reported for reported in findings(write(tmp_path, files)) if "used at" not in reported
    )
    assert found.startswith(
        "cook.md:4:15 D051 The ISBN 978-0-306-40615-7 was assigned to “epub” of “baker” at isbn.toml:5."
    )


def test_books_bear_what_the_ledger_gave_them(tmp_path):
    files = {
        "catalog.toml": '[imprint]\nname = "P"\n[[imprints]]\nid = "school"\nname = "School"\n',
        "isbn.toml": f"{LEDGER}]\n",
        "baker.md": definition(),
    }
    made = guidepub.load(write(tmp_path, files))
    book = guidepub.assemble(made["baker"], made)
    assert "978-0-306-40615-7" in "".join(leaf.xhtml for leaf in book.leaves)
    other = guidepub.assemble(made["baker"], made, "school")
    assert "978-0-306-40615-7" not in "".join(leaf.xhtml for leaf in other.leaves)


def test_a_folder_is_held_by_one_at_a_time(tmp_path):
    with locked(tmp_path), pytest.raises(TimeoutError), locked(tmp_path, patience=0):
        pass
    with locked(tmp_path):
        assert list(tmp_path.iterdir()) == []


def test_an_entry_knows_its_book():
    entry = AssignedIsbn(isbn="9780306406157", guide="a", product="print", imprint="i")
    ledger = IsbnLedger(assigned=(entry,))
    assert ledger.owner_of("9780306406157") == entry
    assert ledger.owner_of("9783161484100") is None
