"""Handouts: single sections with their numbers, sources and terms, and all notices."""

from __future__ import annotations

import pytest
from click.testing import CliRunner
from definitions import DAY, leaf
from finished import words_of, xhtml

import guidepub
from guidepub import Catalog, Guide, Imprint, Notice, Section, UsageError
from guidepub.cli import group

SOURCES = {key: {"title": key.upper(), "publisher": "Press"} for key in ("one", "two")}
SECTIONS = (
    Section(title="Overview", body="Bread [@one].^[A note.]"),
    Section(title="Pay & More", body="Pay [@two], see {ref}`overview` and [there](#overview)."),
    Section(title="Lists", kind="appendix", body="See {ref}`pay-more`, {pageref}`overview`."),
)
NOTICE = Notice(
    id="disclaimer", version=1, language="en", approved=DAY, placement="front", text="No promises."
)


@pytest.fixture(scope="module")
def catalog():
    made = Guide(title="Baker", published=DAY, sections=SECTIONS, sources=SOURCES)
    return Catalog.of(made, imprint=Imprint(name="Mill Street Press"), notices=[NOTICE])


@pytest.fixture(scope="module")
def book(catalog):
    return guidepub.handout(catalog["baker"], catalog, ["lists", "Pay & More"])


def test_a_handout_has_its_sections_in_the_guide_s_order_and_all_notices(book):
    ids = [each.id for each in book.leaves]
    assert ids == ["handout", "section-pay-more", "section-lists", "sources", "notices"]
    words = words_of(xhtml(leaf(book, "notices")))
    assert words.startswith("Notices Copyright © 2026 Mill Street Press.")
    assert "No promises." in words


def test_sections_keep_their_numbers_and_sources_are_those_that_are_cited(book):
    assert xhtml(leaf(book, "section-pay-more")).findtext(".//p[@class='section-number']") == "2"
    sources = words_of(xhtml(leaf(book, "sources")))
    assert "TWO" in sources
    assert "ONE" not in sources


def test_what_refers_to_other_sections_has_words_alone(book):
    section = xhtml(leaf(book, "section-pay-more"))
    assert "see “Overview” and there." in words_of(section)
    assert not [a for a in section.iter("a") if "overview" in (a.get("href") or "")]
    appendix = xhtml(leaf(book, "section-lists"))
    assert [a.get("href") for a in appendix.iter("a")] == ["section-pay-more.xhtml"]


@pytest.mark.parametrize(
    ("names", "expected"),
    [(["pya"], "has no section “pya”"), ([], "Name the sections"), (["salary"], "Choose from")],
)
def test_a_section_that_is_not_there_is_reported(catalog, names, expected):
    with pytest.raises(UsageError, match=expected):
        guidepub.handout(catalog["baker"], catalog, names)


def test_a_note_of_another_section_is_refused():
    sections = (
        Section(title="One", body="Bread.[^a]\n\n[^a]: A note."),
        Section(title="Two", body="More bread.[^a]"),
    )
    made = Guide(title="Baker", published=DAY, sections=sections)
    catalog = Catalog.of(made)
    with pytest.raises(UsageError, match="is in “One”: include that section, too"):
        guidepub.handout(catalog["baker"], catalog, ["two"])
    assert guidepub.handout(catalog["baker"], catalog, ["one"]).leaves[1].id == "section-one"


def test_the_command_writes_a_proved_pdf(tmp_path):
    (tmp_path / "catalog.toml").write_text('[imprint]\nname = "Mill Street Press"\n', "utf-8")
    guide = "---\ntitle: Baker\npublished: 2026-11-24\n---\n# Overview\n\nBread.\n\n# Pay\n\nLow.\n"
    (tmp_path / "baker.md").write_text(guide, "utf-8")
    target = tmp_path / "pay.pdf"
    asked = ["handout", str(tmp_path / "baker.md"), "pay", "-o", str(target)]
    result = CliRunner().invoke(group, asked)
    assert result.exception is None, result.output
    assert target.read_bytes().startswith(b"%PDF-")
    assert not guidepub.check(target, guidepub.load(tmp_path))
