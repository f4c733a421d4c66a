"""Books that cite by a style of CSL: what is printed, and where it leads."""

from __future__ import annotations

import pytest
from definitions import guide
from finished import words_of, xhtml

import guidepub
from guidepub import Fact, InputError, Source
from guidepub.assembly import assemble
from guidepub.figures import NO_BREAK_SPACE
from guidepub.model import Catalog

STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<info><title>A</title><id>a</id><updated>2026-01-01T00:00:00Z</updated></info>
<macro name="author"><names variable="author"><name form="short" and="text"/></names></macro>
<citation><layout prefix="(" suffix=")" delimiter="; "><group delimiter=", ">
<group delimiter=" "><text macro="author"/><date variable="issued"><date-part name="year"/></date>
</group><group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group>
</group></layout></citation>
<bibliography><sort><key macro="author"/></sort><layout suffix="."><group delimiter=". ">
<text macro="author"/><text variable="title" font-style="italic"/><text variable="URL"/></group>
</layout></bibliography></style>"""
SOURCES = {
    "zeta": Source(title="Zeta", publisher="Zeta House", url="https://z.example/a/?b=1&c=2", year=2025),
    "autor": Source(title="Jobs", authors=[{"family": "Autor", "given": "D."}], within="J", year=2013),
}  # fmt: skip
FACTS = {"wage": Fact(value=50000, unit="USD/year", source="zeta")}


def made(*bodies):
    book = guide(*bodies, facts=FACTS, sources=SOURCES)
    catalog = Catalog.of(book).model_copy(update={"citation_style": STYLE})
    leaves = assemble(book, catalog).leaves
    return [part for part in leaves if part.kind in ("section", "sources")]


def test_citations_print_what_the_style_says_and_lead_to_their_sources():
    section, _ = made(
        "A [see @zeta, pp. 3-4; @autor]. As @autor [p. 5] says, {fact}`wage` [-@zeta]."
    )
    printed = (
        "A (see Zeta House 2025, pp. 3–4; Autor 2013). As Autor (2013, p. 5) says, $50,000 (2025)."
    )
    assert section.text.passages[1].text.replace(NO_BREAK_SPACE, " ") == printed
    assert words_of(xhtml(section.xhtml).findall(".//p")[-1]) == printed
    targets = [a.get("href") for a in xhtml(section.xhtml).iter("a")]
    to = "sources.xhtml#source-"
    assert targets == [f"{to}zeta", f"{to}autor", f"{to}autor", f"{to}zeta"]


def test_a_fact_cites_its_source_behind_a_space():
    section, _ = made("It is {fact}`wage`.")
    assert section.text.passages[1].text == "It is $50,000 (Zeta House 2025)."


def test_the_list_has_the_order_of_the_style_and_links():
    _, sources = made("A [@zeta].")
    items = xhtml(sources.xhtml).findall(".//li")
    assert [item.get("id") for item in items] == ["source-autor", "source-zeta"]
    assert [each.text for each in sources.text.passages[1:]] == [words_of(item) for item in items]
    assert items[0].find("i").text == "Jobs"
    assert items[1].find("a").get("href") == "https://z.example/a/?b=1&c=2"
    assert [link.target for link in sources.text.links] == ["https://z.example/a/?b=1&c=2"]


def catalogue(folder, name, style=STYLE):
    (folder / "catalog.toml").write_text(
        f'[imprint]\nname = "P"\n\n[defaults]\ncitations = "{name}"\n', "utf-8"
    )
    (folder / "own.csl").write_text(style, "utf-8")
    return folder


def test_a_catalogue_names_its_style(tmp_path):
    assert guidepub.load(catalogue(tmp_path, "own.csl")).citation_style == STYLE


@pytest.mark.parametrize(
    ("name", "style", "message"),
    [
        ("own.csl", "<style/>", "own.csl:1:1 C014 This is not a CSL style."),
        ("none.csl", STYLE, "D001"),
        ("../own.csl", STYLE, "D041"),
        ("no such style", STYLE, "C014"),
    ],
)
def test_a_style_that_cannot_be_used_is_reported(tmp_path, name, style, message):
    with pytest.raises(InputError) as caught:
        guidepub.load(catalogue(tmp_path, name, style))
    assert message in str(caught.value)
