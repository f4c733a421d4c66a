"""A volume: several guides as parts of one book, with one front matter and notices united."""

from __future__ import annotations

import re
from typing import Any

import pytest
from definitions import guide, leaf

from guidepub import Catalog, Fact, Guide, InputError, Notice, Source, assemble
from guidepub.assembly import owings_of
from guidepub.model import Book, Section, When
from guidepub.words.manuscript import Passage

BLS = Source(title="Wages", publisher="Bureau")
ONET = Source(title="Tasks", publisher="O*NET")
HOT = Notice(id="hot", version=2, language="en", text="Ovens are hot.", when=When(tags=["hot"]))
NIGHT = Notice(
    id="night", version=1, language="en", text="Nights are long.",
    when=When(tags=["night"], facts=["wage"]),
)  # fmt: skip
BOTH = Notice(id="both", version=1, language="en", text="Of {title}.")


def baker(**fields: Any) -> Guide:
    body = (
        "A {index}`loaf`[^1] [@bls], {numref}`bread`, {ref}`Part 2`.\n\n"
        "(bread)=\n:::{table} Bread\n| a | b |\n|:--|--:|\n| c | 1 |\n:::\n\n[^1]: Warm."
    )
    given: dict[str, Any] = {"slug": "baker", "sources": {"bls": BLS}, "tags": ["hot", "night"]}
    return guide(body, "Ovens: {term}`proof`.", **(given | fields))


def fisher(**fields: Any) -> Guide:
    body = (
        "A {index}`net`[^1] [@onet] [@bls], {index}`loaf`.\n\n"
        ":::{table} Fish\n:name: bread\n| a | b |\n|:--|--:|\n| c | 1 |\n:::\n\n[^1]: Wet."
    )
    given: dict[str, Any] = {
        "title": "Fisher",
        "slug": "fisher",
        "tags": ["hot"],
        "facts": {"wage": Fact(value=1)},
        "sources": {"onet": ONET, "bls": BLS},
    }
    return guide(body, **(given | fields))


def volume(*bodies: str, **fields: Any) -> Guide:
    given = {"title": "Two Trades", "slug": "two-trades", "guides": ["baker", "fisher"]}
    made = guide(*bodies, **(given | fields))
    return made if bodies else made.model_copy(update={"sections": ()})


def book(made: Guide, *guides: Guide, **settings: Any) -> Book:
    glossary = {"en": {"proof": "A rise.", "net": "Knots."}}
    guides = guides or (baker(), fisher())
    return assemble(made, Catalog.of(*guides, glossary=glossary, **settings))


@pytest.fixture(scope="module")
def made() -> Book:
    own = "See {guide}`fisher`. [On bread](guide:baker) {term}`net`"
    return book(volume(own, lists=["tables"]), notices=[BOTH, NIGHT, HOT])


def test_each_guide_is_a_part_with_its_sections_and_its_sources(made: Book):
    assert [(each.id, each.level) for each in made.leaves] == [
        ("cover", 1),
        ("title-page", 1),
        ("imprint-page", 1),
        ("contents", 1),
        ("list-of-tables", 1),
        ("section-part-1", 1),
        ("part-baker", 1),
        ("section-baker--part-1", 2),
        ("section-baker--part-2", 2),
        ("baker--sources", 2),
        ("part-fisher", 1),
        ("section-fisher--part-1", 2),
        ("fisher--sources", 2),
        ("glossary", 1),
        ("index", 1),
        ("notices", 1),
    ]
    parts = [each.entry for each in made.leaves if each.kind == "part"]
    assert parts == ["Part\N{NO-BREAK SPACE}I. Baker", "Part\N{NO-BREAK SPACE}II. Fisher"]


def test_no_two_guides_share_the_name_of_a_place(made: Book):
    names = [name for each in made.leaves for name in re.findall(r' id="([^"]+)"', each.xhtml)]
    assert len(names) == len(set(names))
    files = {each.file_name for each in made.leaves}
    links = {
        link for each in made.leaves for link in re.findall(r'href="([^"#]+)#?[^"]*"', each.xhtml)
    }
    assert links <= files


def test_each_link_leads_to_a_place_that_is_there(made: Book):
    there = {f"{each.file_name}#{name}" for each in made.leaves
             for name in re.findall(r' id="([^"]+)"', each.xhtml)}  # fmt: skip
    for each in made.leaves:
        for link in re.findall(r'href="([^"]*#[^"]+)"', each.xhtml):
            file, _, name = link.partition("#")
            assert f"{file or each.file_name}#{name}" in there, link


def test_tables_are_numbered_through_the_volume_and_notes_and_sources_by_guide(made: Book):
    first, second = (leaf(made, f"section-{name}--part-1") for name in ("baker", "fisher"))
    assert "Table\N{NO-BREAK SPACE}1." in first
    assert "Table\N{NO-BREAK SPACE}2." in second
    assert leaf(made, "list-of-tables").count("<li>") == 2
    for text in (first, second):
        assert text.count('class="note-number">1.<') == 1
    assert 'href="baker--sources.xhtml#source-baker--bls"' in first
    assert 'href="fisher--sources.xhtml#source-fisher--onet"' in second


def test_one_index_and_one_glossary_serve_all_guides(made: Book):
    index = leaf(made, "index")
    loaf = index[index.index(">loaf<") : index.index(">net<")]
    assert re.findall(r'href="([^"]+)"', loaf) == [
        "section-baker--part-1.xhtml#baker--part-1_index_1",
        "section-fisher--part-1.xhtml#fisher--part-1_index_3",
    ]
    assert re.findall(r"<dfn>(\w+)</dfn>", leaf(made, "glossary")) == ["net", "proof"]


def test_a_guide_of_the_volume_is_named_with_its_page(made: Book):
    part = next(each for each in made.leaves if each.id == "section-part-1")
    assert 'href="part-fisher.xhtml"' in part.xhtml
    assert '<a href="part-baker.xhtml">On bread</a>' in part.xhtml
    assert part.text is not None
    pages = [page for passage in part.text.passages for page in passage.pages]
    assert [(page.place, page.before) for page in pages] == [
        ("part-fisher", " on page\N{NO-BREAK SPACE}")
    ]


def test_contents_list_parts_and_what_is_in_them(made: Book):
    text = next(each.text for each in made.leaves if each.kind == "contents")
    assert text is not None
    assert [entry.leads_to for entry in text.passages if isinstance(entry, Passage)][1:6] == [
        "section-part-1", "part-baker", "section-baker--part-1", "section-baker--part-2",
        "baker--sources",
    ]  # fmt: skip


def test_each_notice_that_a_guide_owes_stands_once_in_the_registers_order(made: Book):
    assert [each.name for each in made.notices] == ["copyright@0", "both@1", "hot@2"]
    assert "Of Two Trades." in leaf(made, "notices")


def test_conditions_hold_of_one_guide_alone_not_of_two_together():
    # The baker has the tag, the fisher the fact: neither owes the notice, nor does the volume.
    made, catalog = volume(), Catalog.of(baker(), fisher(), notices=[NIGHT, HOT])
    assert {each.id: each.reasons for each in owings_of(made, catalog)} == {"hot": ("tag hot",)}
    night = fisher(tags=["night"])
    assert [each.id for each in book(volume(), baker(), night, notices=[NIGHT]).notices] == [
        "copyright", "night",
    ]  # fmt: skip


def test_a_notice_is_printed_in_the_language_of_the_volume_or_reported_as_missing():
    spanish = fisher(language="es", tags=["hot"])
    own = HOT.model_copy(update={"language": "es", "text": "Caliente."})
    made = book(volume(), baker(tags=[]), spanish, notices=[HOT, own])
    assert [each.wording for each in made.notices if each.id == "hot"] == ["Ovens are hot."]
    assert '<section lang="es" xml:lang="es"' in leaf(made, "section-fisher--part-1")
    assert ">Fuentes</h1>" in leaf(made, "fisher--sources")
    only = own.model_copy(update={"when": When(languages=["es"])})
    with pytest.raises(InputError, match="N001"):
        book(volume(), baker(tags=[]), spanish, notices=[only])


def test_what_stands_before_a_guide_stands_behind_its_opening():
    sections = (
        Section(title="Foreword", kind="foreword", body="Words."),
        *fisher().sections,
        Section(title="Tides", kind="appendix", body="High and low."),
    )
    made = book(volume(), baker(), fisher(dedication="For Ann.", sections=sections))
    names = [each.id for each in made.leaves if each.level == 2 and "fisher" in each.id]
    assert names == [
        "fisher--dedication",
        "section-fisher--foreword",
        "section-fisher--part-1",
        "section-fisher--tides",
        "fisher--sources",
    ]
    assert {each.part for each in made.leaves if each.level == 2} == {"bodymatter"}


def test_the_copyright_line_begins_with_the_first_year_of_all_guides():
    assert book(volume(), baker(first_published=2019), fisher()).years == "2019–2026"


def test_a_volume_of_python_travels_with_its_guides_and_knows_their_changes():
    first = book(volume()).guide_hash
    assert first == book(volume()).guide_hash
    assert first != book(volume(), baker(subtitle="Bread"), fisher()).guide_hash


@pytest.mark.parametrize(
    ("guides", "expected"),
    [
        (["baker", "fishr"], "no guide “fishr” that can be read. Did you mean “fisher”?"),
        (["baker", "baker"], "“baker” occurs twice"),
        (["two-trades"], "“two-trades” is a volume, and cannot be part of one"),
    ],
)
def test_what_cannot_stand_in_a_volume_is_reported(guides: list[str], expected: str):
    with pytest.raises(InputError, match=r"D095.*" + re.escape(expected)):
        book(volume(guides=guides))


def test_a_fault_of_a_guide_stops_its_volume():
    with pytest.raises(InputError, match="D031"):
        book(volume(), baker(sources={}), fisher())


def test_guides_that_explain_a_term_otherwise_are_reported_unless_the_volume_does():
    guides = (
        baker(glossary={"proof": "A rise."}),
        fisher(sections=guide("{term}`proof`").sections, glossary={"proof": "A test."}),
    )
    with pytest.raises(InputError, match=r"D095 “baker” and “fisher” explain the term “proof”"):
        book(volume(), *guides)
    text = leaf(book(volume(glossary={"proof": "Either."}), *guides), "glossary")
    assert "Either." in text


def test_a_guide_without_sections_is_none():
    with pytest.raises(InputError, match="D011"):
        guide(sections=[])
