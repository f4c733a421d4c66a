"""The order of the leaves, the contents, the imprint, the dates of a book."""

from __future__ import annotations

import datetime

import pytest
from definitions import DAY, guide, leaf
from finished import words_of, xhtml

from guidepub import Book, Catalog, Guide, Imprint, InputError, Notice, Section, UsageError
from guidepub.assembly import assemble
from guidepub.model import Isbns, Occupation, Person, Source


def ids(book: Book) -> list[str]:
    return [leaf.id for leaf in book.leaves]


def test_the_leaves_stand_in_the_order_of_a_book(baker_book):
    assert ids(baker_book) == [
        "cover",
        "title-page",
        "imprint-page",
        "front-notices",
        "contents",
        "section-overview",
        "section-salary",
        "section-education",
        "sources",
        "about-publisher",
        "notices",
    ]


def test_each_leaf_belongs_to_its_part(baker_book):
    parts = [leaf.part for leaf in baker_book.leaves]
    assert parts == ["cover", *["frontmatter"] * 4, *["bodymatter"] * 3, *["backmatter"] * 3]


def test_a_bare_guide_has_no_leaf_without_content():
    bare = guide("Bread.")
    book = assemble(bare, Catalog.of(bare))
    assert ids(book) == ["cover", "title-page", "imprint-page", "contents", "section-part-1"]


def test_sections_keep_the_order_of_the_guide():
    three = guide("One.", "Two.", "Three.")
    book = assemble(three, Catalog.of(three))
    assert ids(book)[-3:] == ["section-part-1", "section-part-2", "section-part-3"]
    numbers = [
        xhtml(leaf(book, i)).findtext(".//p[@class='section-number']") for i in ids(book)[-3:]
    ]
    assert numbers == ["1", "2", "3"]


def test_the_contents_list_body_and_back_matter_only(baker_book):
    links = xhtml(leaf(baker_book, "contents")).findall(".//a")
    assert [(link.get("href"), link.text) for link in links] == [
        ("section-overview.xhtml", "Overview"),
        ("section-salary.xhtml", "Pay"),
        ("section-education.xhtml", "Training"),
        ("sources.xhtml", "Sources"),
        ("about-publisher.xhtml", "About the Publisher"),
        ("notices.xhtml", "Notices"),
    ]


def test_a_leaf_of_one_notice_bears_its_title():
    bare = guide("Bread.")
    one = Notice(id="a", version=1, language="en", title="Please Read", text="Words.")
    book = assemble(bare, Catalog.of(bare, notices=(one,)))
    assert book.leaves[-1].title == "Please Read"


@pytest.mark.parametrize(
    ("first", "published", "years"),
    [
        (None, DAY, "2026"),
        (2026, DAY, "2026"),
        (2021, DAY, "2021–2026"),
        # An edition cannot be older than the first one: its own year alone is right.
        (2030, DAY, "2026"),
    ],
)
def test_copyright_runs_from_the_first_publication_to_this_edition(first, published, years):
    dated = guide("Bread.", first_published=first, published=published)
    press = Imprint(name="Oven Press", legal_name="Oven Press, LLC")
    book = assemble(dated, Catalog.of(dated, imprint=press))
    assert book.rights == f"Copyright © {years} Oven Press, LLC"
    assert f"Copyright © {years} Oven Press, LLC." in words_of(xhtml(leaf(book, "imprint-page")))


def test_the_plain_copyright_line_ends_with_one_full_stop():
    bare = guide("Bread.")
    book = assemble(bare, Catalog.of(bare, imprint=Imprint(name="Oven Press, Inc.")))
    assert book.notices[0].wording == "Copyright © 2026 Oven Press, Inc."


def test_an_undated_guide_bears_the_date_of_its_build(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    undated = guide("Bread.", published=None)
    book = assemble(undated, Catalog.of(undated))
    assert book.published == datetime.date(2001, 9, 9)
    assert "Published September 9, 2001" in words_of(xhtml(leaf(book, "imprint-page")))


def test_a_dated_guide_does_not_ask_for_the_day(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "no date")
    dated = guide("Bread.")
    assert assemble(dated, Catalog.of(dated)).published == DAY


def test_a_book_appears_under_the_imprint_that_is_asked_for(bakery):
    by_name = assemble(bakery["baker"], bakery, "mill-college")
    assert by_name.imprint.name == "Mill College"
    assert "Mill College" in leaf(by_name, "title-page")
    assert "Oven Press" not in "".join(leaf.xhtml for leaf in by_name.leaves)


def test_a_guide_made_in_python_appears_under_a_schools_own_imprint():
    school = Imprint(
        id="westgate",
        name="Westgate College",
        legal_name="Westgate College District",
        place="Westgate, Iowa",
        url="https://westgate.example",
        email="press@westgate.example",
        about="We teach.\n\nCome by.",
    )
    made = guide("Bread.", subtitle="A Guide", authors=[Person(name="Ada")])
    # The catalogue does not know this imprint; the object alone is enough.
    book = assemble(made, Catalog.of(made), school)
    assert book.imprint == school
    assert book.rights == "Copyright © 2026 Westgate College District"
    about = words_of(xhtml(leaf(book, "about-publisher")))
    assert about == (
        "About the Publisher We teach. Come by. https://westgate.example press@westgate.example"
    )


def test_a_guide_names_its_imprint_and_the_caller_overrules_it():
    ours, theirs = Imprint(id="ours", name="Ours"), Imprint(id="theirs", name="Theirs")
    made = guide("Bread.", imprint="theirs")
    catalog = Catalog.of(made, imprint=ours, imprints=(theirs,))
    assert assemble(made, catalog).imprint is theirs
    assert assemble(made, catalog, "ours").imprint is ours


def test_an_unknown_imprint_is_a_wrong_call():
    made = guide("Bread.")
    with pytest.raises(UsageError, match=r"imprint “imprnt” is unknown\. Did you mean “imprint”"):
        assemble(made, Catalog.of(made), "imprnt")


def test_the_title_page_names_the_authors_before_the_editors(baker_book):
    words = words_of(xhtml(leaf(baker_book, "title-page")))
    assert "by Ada Crumb and Ben Loaf edited by Cy Editor" in words


def test_the_imprint_page_has_edition_isbn_and_occupation():
    made = guide(
        "Bread.",
        edition=4,
        isbn=Isbns(print="9780000411273"),
        occupation=Occupation(soc="51-3011", title="Bakers"),
    )
    words = words_of(xhtml(leaf(assemble(made, Catalog.of(made)), "imprint-page")))
    assert "Edition 4 Published November 24, 2026" in words
    assert "ISBN 978-0-00-041127-3 (print)" in words
    assert "(EPUB)" not in words
    assert "Figures are for Bakers (SOC 51-3011)." in words


def test_a_guide_made_in_python_is_checked():
    made = guide("{fact}`wage` [@nobody]")
    with pytest.raises(InputError) as caught:
        assemble(made, Catalog.of(made))
    assert sorted(finding.code for finding in caught.value.findings) == ["D030", "D031"]


def test_a_guide_changed_since_it_was_loaded_is_checked_again(bakery):
    changed = bakery["baker"].model_copy(update={"facts": {}})
    with pytest.raises(InputError) as caught:
        assemble(changed, bakery)
    found = {(finding.code, str(finding.place)) for finding in caught.value.findings}
    # What was changed here stands on no line of the file.
    assert found == {("D030", str(bakery["baker"].origin))}


def test_text_of_a_guide_is_never_markup():
    hostile = '<script>alert(1)</script> & "quotes" {{ 7 * 7 }}'
    made = Guide(
        title=hostile,
        slug="hostile",
        subtitle=hostile,
        published=DAY,
        authors=[Person(name=hostile)],
        sections=[Section(title=hostile, body=f"{hostile} <b>bold</b> <!-- gone -->")],
        sources={"s": Source(title=hostile, publisher=hostile)},
    )
    press = Imprint(name=hostile, about=hostile, place=hostile)
    book = assemble(made, Catalog.of(made, imprint=press))
    for part in book.leaves:
        tree = xhtml(part.xhtml)
        assert not tree.findall(".//script")
        assert "49" not in words_of(tree)
    assert "<script>alert(1)</script>" in words_of(xhtml(leaf(book, "title-page")))
    assert "<b>bold</b> <!-- gone -->" in words_of(xhtml(book.leaves[4].xhtml))


def test_the_cover_is_always_the_same_for_a_slug_and_differs_between_slugs():
    def pattern(slug: str) -> str:
        made = guide("Bread.", slug=slug)
        return leaf(assemble(made, Catalog.of(made)), "cover")

    assert pattern("baker") == pattern("baker")
    assert pattern("baker") != pattern("butcher")
