"""References in finished books: words, numbers, pages and links, in all editions and languages."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import pytest
from definitions import guide
from finished import Pdf
from pages import printed_pages

from guidepub import Catalog, Fact, Source, assemble, render
from guidepub.checks.proof import proof_findings
from guidepub.editions import manuscript
from guidepub.words.manuscript import on_paper

FACTS = {
    "median_wage": Fact(value=36650, unit="USD/year", as_of=2024, source="wages"),
    "wage_p10": Fact(value=26650, unit="USD/year", as_of=2024, source="wages"),
    "wage_p90": Fact(value=48210, unit="USD/year", as_of=2024, source="wages"),
}
FIRST = """
{ref}`strip` shows pay, {ref}`tools` tools; see {ref}`Heat by Hour` and [](#part-2), {numref}`strip`
and {numref}`part-2`. Of {ref}`strip` 2024 was the year. {pageref}`warm` holds {ref}`warm`.[^n]

- A list with {ref}`tools`
- and {pageref}`strip`

| What | Where |
|---|---|
| The strip | {ref}`strip` |

[^n]: In a note, {ref}`tools` is named again, and words follow.
"""
SECOND = """
:::{wages} Pay
:name: strip
:::

(heat)=
## Heat by Hour

As {ref}`part-1` says in {ref}`its way <part-1>`.

:::{table} Tools
:name: tools

| Tool | Use |
|---|---|
| Oven | Bakes |
:::

:::{tip} Warm
:name: warm
Keep warm.
:::
"""
LONG = "Bread is made of flour, water and time. " * 8


def book(language="en", lists=("figures", "tables"), **settings):
    """Return a book whose second part begins some pages behind the references to it."""
    bodies = (FIRST + f"\n{LONG}\n" * 12, f"{LONG}\n{SECOND}")
    source = Source(title="Wages", publisher="Bureau")
    made = guide(*bodies, facts=FACTS, sources={"wages": source}, language=language, lists=lists)
    return assemble(made, Catalog.of(made, **settings))


@pytest.fixture(scope="module")
def english():
    return book()


@pytest.fixture(scope="module")
def screen(english):
    return render(english, "screen")


def test_each_page_that_a_reference_gives_is_that_of_its_place(english, screen):
    pdf = Pdf(screen)
    printed = list(printed_pages(pdf))
    assert [each for each in printed if each[1] != each[2]] == []
    # Three of the contents, two of lists, and of the text eight in paragraphs, two in a list, one
    # in a table and one in a note.
    assert len(printed) == 17, printed
    text = " ".join(" ".join(pdf.text(page) for page in range(len(pdf))).split())
    for words in (
        "“Heat by Hour” on page",
        "Section 2. Of Figure 1 on page",
        "holds Tip 1 on page",
    ):
        assert words in text.replace("\xa0", " ")


def test_print_has_the_same_numbers_and_no_links(english):
    pdf = Pdf(render(english, "print"))
    assert not [link for page in range(len(pdf)) for link in pdf.links_inside(page)]


@pytest.mark.parametrize("edition", ["epub", "web"])
def test_other_editions_have_links_without_a_page(english, edition):
    data = render(english, edition)
    if edition == "epub":
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            data = book.read("EPUB/section-part-1.xhtml")
    home = "section-part-2.xhtml" if edition == "epub" else ""
    words = data.decode()
    assert re.search(rf'href="{home}#label-strip"[^>]*>Figure\xa01</a> shows', words)
    assert re.search(rf'href="{home}#label-warm"[^>]*>Tip\xa01</a> holds', words)
    assert "on page" not in re.sub("<[^>]*>", "", words)


def test_lists_stand_behind_the_contents_and_lead_where_they_say(english):
    kinds = [leaf.kind for leaf in english.leaves]
    first = kinds.index("contents")
    assert kinds[first : first + 4] == ["contents", "list", "list", "section"]
    with zipfile.ZipFile(io.BytesIO(render(english, "epub"))) as file:
        listed = file.read("EPUB/list-of-tables.xhtml").decode()
        assert '<a href="section-part-2.xhtml#label-tools">Table\xa01. Tools</a>' in listed
        contents = file.read("EPUB/contents.xhtml").decode()
    assert '<a epub:type="loi" href="list-of-figures.xhtml">List of Figures</a>' in contents


def test_a_book_without_references_has_nothing_of_them():
    made = guide(":::{tip} Warm\nKeep warm.\n:::\n\n[There](#part-1).")
    catalog = Catalog.of(made, defaults={"lists": ["figures"]})
    xhtml = "".join(leaf.xhtml for leaf in assemble(made, catalog).leaves)
    assert "data-before" not in xhtml
    assert "label-" not in xhtml
    assert "Tip\xa01" not in xhtml
    numbered = assemble(made, Catalog.of(made, defaults={"numbered": ["boxes"]}))
    assert "Tip\xa01" in "".join(leaf.xhtml for leaf in numbered.leaves)


def test_a_wrong_page_is_reported(english, screen):
    wanted = manuscript(english, "screen")
    parts = []
    for part in wanted.parts:
        moved = [
            replace(p, leads_to="section-part-1") if p.leads_to == "label-tools" else p
            for p in part.passages
        ]
        parts.append(replace(part, passages=tuple(moved)))
    found = list(proof_findings(english, "screen", replace(wanted, parts=tuple(parts)), screen))
    assert {finding.code for finding in found} == {"T005"}
    assert any("a reference gives another page" in finding.message for finding in found)


def test_a_wrong_page_in_a_note_is_reported(english, screen):
    wanted = manuscript(english, "screen")
    parts = []
    for part in wanted.parts:
        notes = [
            replace(
                note,
                passages=tuple(
                    replace(p, leads_to=p.leads_to and "section-part-1") for p in note.passages
                ),
            )
            for note in part.notes
        ]
        parts.append(replace(part, notes=tuple(notes)))
    found = list(proof_findings(english, "screen", replace(wanted, parts=tuple(parts)), screen))
    assert [finding.code for finding in found] == ["T005"]


def test_lost_words_of_a_reference_are_reported(english, screen):
    wanted = manuscript(english, "screen")
    parts = [
        replace(
            part,
            passages=tuple(
                replace(p, text=p.text.replace("on page", "on leaf")) for p in part.passages
            ),
        )
        for part in wanted.parts
    ]
    found = proof_findings(english, "screen", replace(wanted, parts=tuple(parts)), screen)
    assert "T001" in {finding.code for finding in found}


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("es", "Figura 1 en la página|figura 1 en la página|Consejo 1"),
        ("de", "Abbildung 1 auf Seite|Abschnitt 2|„Heat by Hour“ auf Seite|Tipp 1"),
        ("fr", "Figure 1 à la page|section 2|Conseil 1"),
        ("pl", "Rys. 1 na s.|rozdz. 2"),
        ("it", "Figura 1 a pagina|sezione 2"),
        ("pt", "Figura 1 na página|seção 2"),
        ("vi", "Hình 1 ở trang|phần 2"),
    ],
)
def test_references_are_in_the_language_of_the_guide(language, expected):
    made = book(language)
    part = next(leaf.text for leaf in made.leaves if leaf.id == "section-part-1")
    printed = re.sub(r"\s+", " ", " ".join(passage.text for passage in on_paper(part).passages))
    assert [each for each in expected.split("|") if each not in printed] == []
