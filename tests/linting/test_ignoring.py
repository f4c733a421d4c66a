"""Comments that silence a finding, and what is wrong with them."""

from __future__ import annotations

import pytest
from definitions import definition, guide, write

import guidepub
from guidepub import Catalog, CatalogSettings
from guidepub.linting import lint

CLICK = "Click here to see programs."


def codes(tmp_path, body, head="", name="baker.md"):
    path = write(
        tmp_path,
        {"catalog.toml": "[lint]\nsection_words = [0, 900]\n", name: definition(body, head)},
    )
    catalog = guidepub.load(path)
    assert catalog.findings == ()
    return [(f.code, f.place.line) for f in lint(catalog["baker"], catalog)]


def test_a_comment_silences_its_own_line(tmp_path):
    silencing = "<!-- guidepub: ignore X006 It is a metronome. -->"
    assert codes(tmp_path, f"{CLICK} {silencing}") == []
    assert codes(tmp_path, f"{CLICK} {silencing}\n\n{CLICK}") == [("X006", 9)]


def test_alone_on_its_line_it_silences_the_lines_down_to_the_next_blank_one(tmp_path):
    silencing = "<!-- guidepub: ignore X006 It is a metronome. -->"
    table = f"| A | B |\n|--|--|\n| {CLICK} | 1 |\n| {CLICK} | 2 |"
    assert codes(tmp_path, f"{silencing}\n{table}") == []
    assert codes(tmp_path, f"{silencing}\n{table}\n\n{CLICK}") == [("X006", 13)]


def test_one_comment_may_silence_two_codes(tmp_path):
    body = "Click here, the the oven. <!-- guidepub: ignore X006, X012: A play on words. -->"
    assert codes(tmp_path, body) == []


def test_in_front_matter_a_comment_stands_behind_a_hash(tmp_path):
    fact = "  employment: {value: 5, unit: jobs, as_of: 2024}"
    assert codes(tmp_path, "Bread.", f"facts:\n{fact}") == [("V002", 5)]
    silencing = "# guidepub: ignore V002 Counted by ourselves."
    assert codes(tmp_path, "Bread.", f"facts:\n{fact}  {silencing}") == []


def test_a_yaml_guide_takes_both_forms(tmp_path):
    text = (
        "title: Baker\npublished: 2026-11-24\nsections:\n  - title: Overview\n    body: |\n"
        f"      {CLICK} <!-- guidepub: ignore X006 A metronome. -->\n"
    )
    write(tmp_path, {"catalog.toml": "[lint]\nsection_words = [0, 900]\n", "baker.yaml": text})
    catalog = guidepub.load(tmp_path)
    assert lint(catalog["baker"], catalog) == []


def test_a_guide_made_in_python_takes_comments_in_its_prose():
    silent = guide(f"{CLICK} <!-- guidepub: ignore X006 A metronome. -->")
    loud = guide(CLICK)
    settings: CatalogSettings = {"lint": {"section_words": (0, 900)}}
    assert lint(silent, Catalog.of(silent, **settings)) == []
    assert [f.code for f in lint(loud, Catalog.of(loud, **settings))] == ["X006"]


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("<!-- guidepub: ignore X006 -->", "The comment lacks a reason."),
        ("<!-- guidepub: ignore because I say so -->", "The comment lacks a code."),
        ("<!-- guidepub: skip -->", "The comment lacks a code."),
        (
            "<!-- guidepub: ignore X999 No such thing. -->",
            "The comment names an unknown code, “X999”.",
        ),
    ],
)
def test_a_wrong_comment_silences_nothing_and_is_reported(tmp_path, comment, message):
    write(tmp_path, {"baker.md": definition(f"{CLICK} {comment}")})
    catalog = guidepub.load(tmp_path)
    reported = [f for f in lint(catalog["baker"], catalog) if f.code[0] in "XZ"]
    assert [f.code for f in reported] == ["X006", "Z001"]
    assert reported[1].message == message


def reported(tmp_path, body):
    write(tmp_path, {"baker.md": definition(body)})
    catalog = guidepub.load(tmp_path)
    return [f for f in lint(catalog["baker"], catalog) if f.code[0] in "XZ"]


def test_what_import_left_to_settle_is_reported_as_such_and_stops_nothing(tmp_path):
    body = (
        "<!-- guidepub: unsettled image oven.jpg -->\n\n"
        "Bread. <!-- guidepub: unsettled one --> <!-- guidepub: unsettled two -->\n"
    )
    findings = reported(tmp_path, body)
    assert [(f.code, f.severity.value) for f in findings] == [("Z004", "warning")] * 3
    assert [(f.place.line, f.place.column) for f in findings] == [(7, 1), (9, 8), (9, 41)]
    assert findings[0].message == "Import left this for you to decide: “image oven.jpg”."
    assert findings[0].remedy == "Decide it, then delete the remark."


def test_a_remark_of_import_hides_no_comment_beside_it(tmp_path):
    remark = "<!-- guidepub: unsettled one -->"
    silencing = "<!-- guidepub: ignore X006 A metronome. -->"
    assert [f.code for f in reported(tmp_path, f"{CLICK} {remark} {silencing}")] == ["Z004"]
    assert [f.code for f in reported(tmp_path, f"Bread. {remark} <!-- guidepub: skip -->")] == [
        "Z004",
        "Z001",
    ]


def test_a_comment_that_silences_nothing_is_reported(tmp_path):
    assert codes(tmp_path, "Bread. <!-- guidepub: ignore X006 A metronome. -->") == [("Z002", 7)]
    write(tmp_path, {"catalog.toml": '[lint]\nsection_words = [0, 900]\noff = ["X006"]\n'})
    catalog = guidepub.load(tmp_path)
    # What the catalogue has switched off is not looked for, and so cannot be silenced.
    assert [f.code for f in lint(catalog["baker"], catalog)] == ["Z001"]


def test_the_comment_leaves_nothing_in_a_book(tmp_path):
    silencing = "<!-- guidepub: ignore X006 A metronome. -->"
    body = f"{silencing}\nFirst. {silencing}\nSecond.\n\n{silencing}\n\n- Item {silencing}\n"
    write(
        tmp_path,
        {"baker.md": definition(body), "other.md": definition("First.\nSecond.\n\n- Item\n")},
    )
    catalog = guidepub.load(tmp_path)
    leaves = [
        next(
            leaf.xhtml
            for leaf in guidepub.assemble(catalog[slug], catalog).leaves
            if leaf.kind == "section"
        )
        for slug in ("baker", "other")
    ]
    assert leaves[0] == leaves[1]


def test_other_comments_are_text_as_before(tmp_path):
    write(
        tmp_path, {"baker.md": definition("Bread <!-- guide: x --> and <!-- guidepub: a\n\nb -->.")}
    )
    catalog = guidepub.load(tmp_path)
    xhtml = "".join(leaf.xhtml for leaf in guidepub.assemble(catalog["baker"], catalog).leaves)
    assert "&lt;!-- guide: x" in xhtml
    assert "&lt;!-- guidepub: a" in xhtml


def test_a_comment_may_stand_before_the_first_section(tmp_path):
    text = definition(CLICK).replace("# Overview", "<!-- guidepub: ignore G001 x -->\n# Overview")
    write(tmp_path, {"baker.md": text})
    assert guidepub.load(tmp_path).findings == ()


@pytest.mark.parametrize(
    "remark",
    [
        "<!-- guidepub: second proof.\nThe baker has read this. -->",
        "<!--\nguidepub: revisado\n-->",
        "<!-- guidepub: confirmado -->",
        "<!-- guidepub: pay < $20 or > $30? -->",
    ],
)
def test_words_of_editors_are_neither_printed_nor_reported(tmp_path, remark):
    body = f"{remark}\n\nBread rises. {remark}\nIt is baked.\n\n- Dough {remark}\n- Salt\n\n> Flour {remark}\n\n{CLICK}"
    write(tmp_path, {"baker.md": definition(body)})
    catalog = guidepub.load(tmp_path)
    assert catalog.findings == ()
    found = [f for f in lint(catalog["baker"], catalog) if f.code[0] in "XZ"]
    assert [(f.code, f.place.line) for f in found] == [("X006", body.count("\n") + 7)]
    xhtml = "".join(leaf.xhtml for leaf in guidepub.assemble(catalog["baker"], catalog).leaves)
    assert "guidepub:" not in xhtml


def test_a_comment_of_several_lines_silences_the_lines_below(tmp_path):
    silencing = "<!-- guidepub: ignore X006\nIt is a metronome. -->"
    assert codes(tmp_path, f"{silencing}\n{CLICK}") == []
    assert codes(tmp_path, f"Tick. {silencing}\nTock.\n{CLICK}") == [("Z002", 7), ("X006", 10)]


@pytest.mark.parametrize("order", ["ignroe", "Skip", "disable-next-line", "X006"])
def test_an_order_that_is_misspelt_is_no_remark(tmp_path, order):
    assert [f.code for f in reported(tmp_path, f"Bread. <!-- guidepub: {order} -->")] == ["Z001"]
