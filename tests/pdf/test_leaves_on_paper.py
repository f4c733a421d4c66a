"""Forewords, parts and appendices in a PDF and in an EPUB's contents: pages, outline, levels."""

from __future__ import annotations

import io

import pikepdf
import pytest
from definitions import DAY

import guidepub
from guidepub import Book, Catalog, Guide, Section
from guidepub.epub.contents import entries

MARK = "{index}`bread`"


@pytest.fixture(scope="module")
def book() -> Book:
    made = Guide(
        title="Baker",
        published=DAY,
        dedication="For Ana.",
        sections=[
            Section(title="Foreword", kind="foreword", body=f"Of {MARK}, {{ref}}`lists`."),
            Section(title="Baking", kind="part"),
            Section(title="Overview", body=f"On {MARK}, see {{pageref}}`foreword`.\n\n## Tools\n\nA peel."),
            Section(title="Lists", kind="appendix", body="Flours."),
        ],
    )  # fmt: skip
    return guidepub.assemble(made, Catalog.of(made))


@pytest.fixture(scope="module")
def pdf(book):
    # It is read back: the pages of contents, references and index are proved.
    with pikepdf.open(io.BytesIO(guidepub.render(book, "screen"))) as opened:
        yield opened


def test_what_stands_before_the_body_has_roman_pages_and_each_a_right_one(pdf):
    labels = [page.label for page in pdf.pages]
    first = labels.index("i")
    assert labels[first : labels.index("1")] == ["i", "ii", "iii", "v", "vii"]
    assert labels[labels.index("1") :][:2] == ["1", "3"]


def test_the_outline_has_the_sections_of_a_part_below_it(pdf):
    with pdf.open_outline() as outline:
        reported = [(item.title, [each.title for each in item.children]) for item in outline.root]
        (overview,) = next(item for item in outline.root if "Baking" in item.title).children
        assert [each.title for each in overview.children] == ["Tools"]
    assert ("Foreword", []) in reported
    assert [below for title, below in reported if title.endswith("Baking")] == [["Overview"]]


def test_an_epub_lists_the_same_levels(book):
    part = next(entry for entry in entries(book) if entry.below)
    assert part.title == "Part\N{NO-BREAK SPACE}I. Baking"
    assert [(each.title, [inner.title for inner in each.below]) for each in part.below] == [
        ("Overview", ["Tools"])
    ]
