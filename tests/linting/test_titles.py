"""Titles, captions and notes of tables are read as prose is, each with its place."""

from __future__ import annotations

import pytest
from definitions import definition, guide

import guidepub
from guidepub.linting import lint

HEAD = "---\ntitle: Baker\n---\n"
BODY = "Bakers bake. " * 40


def reported(tmp_path, text):
    """Return line, column and code of what lint finds in a guide's prose, from its line 4 on."""
    path = tmp_path / "baker.md"
    path.write_text(HEAD + text, "utf-8")
    catalog = guidepub.load(path)
    (made,) = catalog.values()
    return [(f.place.line, f.place.column, f.code) for f in lint(made, catalog)]


TABLE = ":::{table} Pay in *2024* and **2025**\n:note: See [the table](https://a.example) for **all**.\n\n| A |\n|---|\n| b |\n:::"


def test_marks_in_titles_and_captions_are_no_marks_of_notes(tmp_path):
    assert reported(tmp_path, f"# What a *baker* does\n\n{BODY}\n\n{TABLE}\n") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"# Pay<br> now\n\n{BODY}", (4, 6, "X003")),
        (f"# Caf&eacute; work\n\n{BODY}", (4, 6, "X004")),
        (f"# What {{{{ job }}}} is\n\n{BODY}", (4, 8, "X002")),
        (f"# Pay\n\n{BODY}\n\n:::{{note}} Click *here* [1]\nHot.\n:::", (8, 24, "X016")),
        (f"# Pay\n\n{BODY}\n\n{TABLE.replace('**all**', 'all<br>')}", (9, 50, "X003")),
    ],
)
def test_what_no_one_should_print_is_reported_in_them(tmp_path, text, found):
    assert found in reported(tmp_path, text)


def test_a_title_is_not_counted_among_a_section_s_words(tmp_path):
    long = "word " * 45
    assert [code for _, _, code in reported(tmp_path, f"# {long}\n\nBakers bake bread.\n")] == [
        "A005"
    ]


def test_a_note_is_reported_where_it_is_defined(tmp_path):
    text = f"# Pay\n\n{BODY}[^1]\n\n# Work\n\n{BODY}They rest.\n\n[^1]: Hot<br>.\n"
    assert reported(tmp_path, text) == [(12, 10, "X003")]


def test_the_length_of_a_short_section_is_put_into_words():
    made = guide("Bread.")
    catalog = guidepub.Catalog.of(made, lint={"section_words": (40, 4000)})
    (finding,) = [finding for finding in lint(made, catalog) if finding.code == "A005"]
    assert finding.message.endswith("has one word.")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("[bls]", "[@bls]"),
        ("[see bls, p. 12]", "[see @bls, p. 12]"),
        ("[Bakers]", None),
        ("[bls](https://a.example)", None),
        ("[@bls]", None),
        ("`[bls]`", None),
    ],
)
def test_a_source_s_key_without_its_sign_is_reported_with_what_was_meant(tmp_path, written, meant):
    head = "sources:\n  bls: {title: Wages, publisher: The Bureau}\n"
    path = tmp_path / "baker.md"
    path.write_text(definition(f"{BODY} {written}", head), "utf-8")
    catalog = guidepub.load(path)
    found = [f.remedy for f in lint(catalog["baker"], catalog) if f.code == "X016"]
    assert found == ([f"Write {meant} to cite the source."] if meant else [])
