"""Whole texts of every kind: their definitions, and that no word is lost."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from pathlib import Path

import pytest
from words import HERE, counted, plumber

import guidepub
from guidepub.findings import errors_of
from guidepub.importing.conversion import convert
from guidepub.importing.originals.foreign import ForeignText
from guidepub.markdown import printed_words

TEXTS = sorted((HERE / "texts").iterdir())


def written(path: Path, tmp_path: Path) -> Path:
    """Return a file's path, or that of the Word file, which is made here."""
    if path.suffix == ".docx":
        path = tmp_path / path.name
        path.write_bytes(plumber())
    return path


@pytest.mark.parametrize("path", [*TEXTS, Path("plumber.docx")], ids=lambda path: path.name)
def test_a_text_becomes_a_definition(path, tmp_path, register, golden):
    imported = convert(ForeignText(written(path, tmp_path)), register)
    findings = "\n".join(
        f"{finding.place.line} {finding.code} {finding.message}" for finding in imported.findings
    )
    fates = "\n".join(
        f"{passage.line} {passage.fate} | {passage.section} | {passage.note} | {passage.text[:60]}"
        for passage in imported.passages
    )
    text = re.sub("sha256 [0-9a-f]+", "sha256 …", imported.text)
    golden(f"{path.name}.md", "\n".join([text, "=== findings", findings, "=== fates", fates]))
    assert imported.guide is not None
    assert {finding.code for finding in errors_of(imported.findings)} <= {"I013"}


def site_words(path: Path) -> list[str]:
    """Return all words that a reader of a text could see, without scripts and tags."""
    if path.suffix == ".docx":
        return counted(
            "Plumber Career Guide Overview Plumbers fix pipes and drains. Also in ships & trains."
            " Employment of plumbers is projected to grow 6 percent from 2023 to 2033, says the"
            " Bureau of Labor Statistics Year Median pay 2022 $60,090 2023 $61,550 Copyright 2023"
            " Pipe Press. All rights reserved."
        )
    # The numbers of lists and notes are made anew.
    text = re.sub(r"(?m)^\d\. |<sup>.*?</sup>|\[\^1\]", " ", path.read_text("utf-8"))
    if path.suffix == ".html":
        text = re.sub(r"(?s)<head>.*?</head>|<script>.*?</script>", " ", text)
        text = unescape(re.sub(r"<(?![?])[^>]*>", " ", text))
    if path.suffix == ".md":
        text = re.sub(r"(?s)\A(---|\+\+\+)\n.*?\n\1\n|</?\w[^>]*>|\]\([^)]*\)", " ", text)
    return counted(text)


@pytest.mark.parametrize("path", [*TEXTS, Path("plumber.docx")], ids=lambda path: path.name)
def test_every_word_of_the_original_is_accounted_for(path, tmp_path, register):
    imported = convert(ForeignText(written(path, tmp_path)), register)
    reported = Counter(counted(" ".join(passage.text for passage in imported.passages)))
    assert Counter(site_words(path)) - reported == Counter()


@pytest.mark.parametrize("path", [*TEXTS, Path("plumber.docx")], ids=lambda path: path.name)
def test_every_word_of_prose_stands_in_the_definition(path, tmp_path, register):
    imported = convert(ForeignText(written(path, tmp_path)), register)
    _, head, body = imported.text.split("---\n", 2)
    # A figure that became a fact stands in the front matter, with its sentence.
    there = Counter(counted(body + printed_words(body) + head))
    for passage in imported.passages:
        if passage.fate in ("prose", "marked"):
            # A column of links that say “Get data” is no part of a table's words.
            assert Counter(counted(passage.text)).keys() - there.keys() <= {"get"}


@pytest.mark.parametrize("path", [*TEXTS, Path("plumber.docx")], ids=lambda path: path.name)
def test_an_untouched_text_keeps_its_code_and_its_legal_matter(path, tmp_path, register):
    imported = convert(ForeignText(written(path, tmp_path)), register, untouched=True)
    # A notice's words in the prose are told, and keep the guide a draft until they are gone.
    assert {finding.code for finding in errors_of(imported.findings)} <= {"N006", "I013"}
    assert {passage.fate for passage in imported.passages}.isdisjoint({"notice", "fact"})
    assert "{fact}" not in imported.text
    if "rights reserved" in path.name or path.suffix == ".docx":
        assert "All rights reserved" in imported.text


def test_nothing_of_a_site_comes_into_the_book():
    text = convert(ForeignText(HERE / "texts/college-page.html"), None).text
    for words in ("cookies", "FastTrack", "Open house", "Facebook", "finals week", "Harbor Way"):
        assert words not in text
    text = convert(ForeignText(HERE / "texts/handbook-page.html"), None).text
    for words in ("Skip to", "secure and official", "About this section", "OCCUPATION FINDER",
                  "supervised", "PRINTER", "Suggested citation", "202-555", "Get data"):  # fmt: skip
        assert words not in text


def test_the_facts_of_a_handbook_page_are_right():
    guide = convert(ForeignText(HERE / "texts/handbook-page.html"), None).guide
    facts = {
        key: (fact.value, fact.unit, fact.as_of, fact.period) for key, fact in guide.facts.items()
    }
    assert facts["median_wage"] == (41320, "USD/year", 2024, None)
    assert facts["employment"] == (12400, "jobs", 2024, None)
    assert facts["projected_growth"] == (-2, "percent", None, (2024, 2034))
    assert facts["entry_education"] == ("high-school", None, 2024, None)
    assert facts["projected_growth_kite_menders"] == (-1, "percent", None, (2024, 2034))
    assert {fact.source for fact in guide.facts.values()} == {
        "bls-ooh",
        "bls-oews",
        "bls-projections",
    }
    assert guide.occupation.soc == "27-9990"
    source = guide.sources["bls-ooh"]
    assert (str(source.retrieved), source.year) == ("2026-01-31", 2025)
    assert source.url.endswith("/kite-menders-and-flyers.htm")


def test_imports_build_to_books(register, tmp_path):
    guide = convert(ForeignText(HERE / "texts/handbook-page.html"), register).guide
    book = guidepub.assemble(guide, register.with_guides(guide))
    words = " ".join(leaf.xhtml for leaf in book.leaves)
    assert "unsettled" not in words
    assert "$41,320" in words
    assert guidepub.render(book, "epub")
