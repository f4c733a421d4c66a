"""Sections that are parsed again only where they, or what they share with others, are others."""

from __future__ import annotations

import pytest
from renderers import ENGLISH, PlainRenderer

from guidepub.markdown import KnownSections, Text, parse_sections, prose_xhtml, rich_text
from guidepub.markdown.parsed import known_sections

ALONE = (
    "Bread[^a] and *crust*^[Brown.].\n\n[^a]: Of wheat.",
    "Pay[^a].\n\n:::{note} Once\nMore[^b].\n\n[^b]: In May[^c].\n:::\n\n[^a]: Gross.\n[^c]: Or June.",
    "## Once\n\nNo notes, [@bls] and [a link](#s0).\n\n:::{figur}\n:::",
)
SHARED = {
    "a link": ("See [this][p].", "[p]: https://a.example"),
    "a note": ("See[^n].", "[^n]: Of another section."),
    "a note that is called nowhere": ("See.", "[^n]: In vain."),
    "a note that is nowhere": ("See[^n].", "Nothing."),
    "an abbreviation": ("HTML.", "*[HTML]: Hypertext"),
    "a place in the index": ("{index}`Bread`.", "{index}`Rolls`."),
    "a term": ("{term}`Dough`.", ":::{tip} {term}`Dough`\nAgain.\n:::"),
}


class Renderer(PlainRenderer):
    """Knows where terms are explained, too."""

    def term(self, key):
        return f"glossary.xhtml#{key}"


def document(*bodies):
    """Return texts as sections with titles, each on its line of a file."""
    return [
        (Text(f"Part {n}^[Of it.]", 1, ("title", n)), Text(body, 9 * n + 1, ("body", n)))
        for n, body in enumerate(bodies)
    ]


def made(parsed):
    """Return all that is said of sections: titles, texts and faults."""
    renderer = Renderer()
    return [
        (
            rich_text(each.title, renderer, f"s{n}"),
            prose_xhtml(each, renderer, f"s{n}"),
            each.findings,
        )
        for n, each in enumerate(parsed)
    ]


@pytest.fixture
def alone(monkeypatch):
    """Return the texts of sections that are parsed by themselves."""
    parsed: list[str] = []
    parse = known_sections.parse_alone

    def noted(section, *more):
        parsed.append(section[1].words)
        return parse(section, *more)

    monkeypatch.setattr(known_sections, "parse_alone", noted)
    return parsed


def test_a_section_is_parsed_again_where_its_text_or_the_notes_before_it_are_others(alone):
    known = KnownSections()
    longer = (ALONE[0], f"{ALONE[1]} Again.", ALONE[2])
    noted = (f"{ALONE[0]}\n\nNow^[Or later.].", *ALONE[1:])
    for bodies in (ALONE, ALONE, longer, ALONE, noted):
        sections = document(*bodies)
        assert made(known.parse(sections, ENGLISH)) == made(parse_sections(sections, ENGLISH))
    assert alone == [*ALONE, longer[1], *noted]


@pytest.mark.parametrize("bodies", SHARED.values(), ids=SHARED)
def test_what_is_shared_is_parsed_as_a_whole(bodies, alone):
    known = KnownSections()
    for texts in (bodies, (bodies[0], "Nothing."), bodies, bodies[::-1]):
        sections = document(ALONE[0], *texts)
        assert made(known.parse(sections, ENGLISH)) == made(parse_sections(sections, ENGLISH))
    assert alone[0] == ALONE[0]
    assert alone.count(ALONE[0]) == 1
