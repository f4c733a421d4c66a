"""Several products of one catalogue in one build: their files, their freshness, their report."""

from __future__ import annotations

from functools import partial
from types import SimpleNamespace

import pytest
from definitions import definition

from guidepub.batch import open_catalog, to_retry
from guidepub.findings.errors import UsageError
from guidepub.loading import select

PRODUCTS = """
[[products]]
name = "paperback"
suffix = ""
press = "kdp-paperback"
price = "USD 14.95"

[[products]]
name = "large"
edition = "epub"
theme = "own"

[[products]]
name = "school"
edition = "epub"
imprint = "school"
"""


@pytest.fixture
def line(shop, words):
    """Return the shop with three products, of which a guide chooses one and another leaves one."""
    shop.write("catalog.toml", (shop.folder / "catalog.toml").read_text("utf-8") + PRODUCTS)
    terms = "{without: [large], terms: {school: {isbn: 978-0-306-40615-7}}}"
    shop.write("baker.md", definition(title="Baker", head=f"tags: [hot]\nproducts: {terms}"))
    shop.replace("sailor/guide.md", "title: Sailor\n", "title: Sailor\nproducts: [large]\n")
    shop.build()
    made = sorted(words)
    words.clear()
    assert made == [
        "baker epub", "baker print", "baker print-cover", "fisher epub", "fisher epub",
        "fisher print", "fisher print-cover", "sailor epub",
    ]  # fmt: skip
    return shop


def test_each_product_has_files_of_its_own(line):
    files = sorted(path.name for path in line.output.rglob("*.*") if path.parent != line.output)
    assert files == [
        "baker-print-cover.pdf", "baker-print.pdf", "baker-school.epub", "fisher-large.epub",
        "fisher-print-cover.pdf", "fisher-print.pdf", "fisher-school.epub", "sailor-large.epub",
    ]  # fmt: skip
    assert "School" in (line.output / "baker" / "baker-school.epub").read_text("utf-8")


def test_the_report_has_what_each_product_has_of_its_own(line):
    books = line.report()["books"]
    reported = [(each["slug"], each["product"]["name"], each["product"]["isbn"]) for each in books]
    assert reported == [
        ("baker", "paperback", None), ("baker", "school", "9780306406157"),
        ("fisher", "large", None), ("fisher", "paperback", None), ("fisher", "school", None),
        ("sailor", "large", None),
    ]  # fmt: skip
    paperback = books[0]["product"]
    assert (paperback["press"], paperback["imprint"]) == ("kdp-paperback", "imprint")
    assert [price["price"] for price in paperback["prices"]] == ["USD 14.95"]


def test_what_is_up_to_date_is_not_made_again(line, words):
    assert line.made() == {}
    assert {result.status for result in line.build().results} == {"unchanged"}
    # Their definitions are not even read.
    assert not open_catalog(select(line.folder), line.output).catalog.guides
    assert words == []


def test_a_change_in_one_product_makes_that_alone(line, words):
    line.replace("catalog.toml", 'press = "kdp-paperback"', 'press = "lulu"')
    line.build()
    assert sorted(words) == [
        "baker print",
        "baker print-cover",
        "fisher print",
        "fisher print-cover",
    ]


def test_a_new_price_is_the_reason_and_a_new_suffix_makes_new_files(line, words):
    line.replace("catalog.toml", "USD 14.95", "USD 15.95")
    assert line.made() == dict.fromkeys(
        ("baker", "fisher"), ("the ISBN, the price or the first year has changed",)
    )
    assert "USD 15.95" in (line.output / "build.json").read_text("utf-8")
    line.replace("catalog.toml", 'suffix = ""', 'suffix = "-kdp"')
    line.build()
    assert (line.output / "baker" / "baker-kdp-print.pdf").is_file()


def test_a_product_or_an_edition_is_made_by_itself(line, words):
    line.build(products=("school",), force=True)
    assert sorted(words) == ["baker epub", "fisher epub"]
    words.clear()
    line.build(("print-cover",), force=True)
    assert sorted(words) == ["baker print-cover", "fisher print-cover"]


def test_what_is_not_among_the_products_is_refused(line):
    with pytest.raises(UsageError, match="Did you mean “school”"):
        line.build(products=("scool",))
    with pytest.raises(UsageError, match="has the edition web"):
        line.build(("web",))


def test_a_product_that_fails_leaves_the_others_and_is_tried_again(line, monkeypatch):
    def file(book, edition):
        if book.product == "large":
            raise OSError("no room")
        return edition.encode()

    monkeypatch.setattr(
        "guidepub.editions.Production",
        lambda book: SimpleNamespace(begin=lambda edition: None, file=partial(file, book)),
    )
    report = line.build(force=True)
    assert [result.name for result in report.failed] == ["fisher (large)", "sailor (large)"]
    again = to_retry([select(line.folder)], line.output)
    assert sorted(path.name for each in again for path in each.files) == ["fisher.md", "guide.md"]
