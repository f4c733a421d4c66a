"""`guidepub lint`, as an editor meets it."""

from __future__ import annotations

import json

import pytest
from definitions import definition, write

from guidepub.cli.judging import lint

CATALOG = "[sections]\nrequired = ['pay']\n[sections.titles]\npay = ['Pay']\noverview = ['Overview']\n[lint]\nsection_words = [0, 900]\n"
GOOD = definition("Bakers bake.") + "\n# Pay\n\nIt varies.\n"


def test_what_is_wrong_is_reported_with_its_place(run, tmp_path):
    path = write(tmp_path, {"baker.md": definition("Click here for recipes (")}) / "baker.md"
    ran = run("lint", path)
    assert ran.code == 1
    assert f"{path}:7:1 X006 “Click here" in ran.out
    assert f"{path}:7:24 X008 This parenthesis never closes." in ran.out
    assert ran.out.endswith("1 error, 2 warnings\n")


def test_a_mark_of_other_markdown_is_reported_once(run, tmp_path):
    path = write(tmp_path, {"baker.md": definition("## Oven {#oven}\n\n- [ ] dough")}) / "baker.md"
    out = run("lint", path).out
    assert out.count("D036") == 2
    assert "X017" not in out
    assert "X018" not in out


def test_a_clean_catalogue_is_clean(run, tmp_path):
    write(tmp_path, {"catalog.toml": CATALOG, "baker.md": GOOD})
    assert run("lint", tmp_path).out == "Nothing found.\n"


def test_warnings_count_when_strict(run, tmp_path):
    write(
        tmp_path,
        {"catalog.toml": CATALOG, "baker.md": GOOD.replace("Bakers", "Click here: bakers")},
    )
    assert run("lint", tmp_path).code == 0
    assert run("lint", tmp_path, "--strict").code == 1


def test_a_guide_that_cannot_become_a_book_yet_is_linted_too(run, tmp_path):
    write(tmp_path, {"catalog.toml": CATALOG, "baker.md": definition("Click here.")})
    ran = run("lint", tmp_path)
    assert ran.code == 1
    assert "D020 The required section “pay” is missing." in ran.out
    assert "X006" in ran.out


def test_the_text_of_a_guide_whose_front_matter_is_wrong_is_linted_too(run, tmp_path):
    head = """\
edition: none
facts:
  median_wage: {value: a lot, unit: USD/year, as_of: 2024, source: bls}
sources:
  bls: {title: Handbook, publisher: Bureau, retrieved: 2026-10-01}"""
    text = "Click here. Bakers earn {fact}`median_wage` a year."
    write(tmp_path, {"baker.md": definition(text, head)})
    ran = run("lint", tmp_path)
    assert "D011" in ran.out
    assert "X006" in ran.out
    # The fact that cannot be read cites the source, and no figure stands in for its value.
    assert not {"A009", "V002", "V003", "D030"} & set(ran.out.split())


@pytest.mark.parametrize(
    "fault", ["title: Baker: a guide", "title: Baker\nfacts: {a: [}", "title: Baker\n\ttags: [a]"]
)
def test_the_text_below_front_matter_that_cannot_be_parsed_is_linted_too(run, tmp_path, fault):
    text = "# Overview\n\nClick here. Bakers earn {fact}`a` a year [@bls].\n"
    write(tmp_path, {"baker.md": f"---\n{fault}\n---\n\n{text}"})
    ran = run("lint", tmp_path)
    assert ran.out.count("D004") == 1
    assert "X006" in ran.out
    # The facts and sources may be in what could not be read.
    assert not {"D005", "D030", "D031"} & set(ran.out.split())


def test_the_text_of_a_guide_without_a_heading_is_linted_too(run, tmp_path):
    write(tmp_path, {"baker.md": "---\ntitle: Baker\n---\nClick here.\n\n## Pay\n\nIt varies.\n"})
    ran = run("lint", tmp_path)
    assert "baker.md:4:1 D023 There is text, but no section:" in ran.out
    assert "X006" in ran.out


@pytest.mark.parametrize("head", ["language: [es]", "title: [Baker]"])
def test_a_text_of_an_unknown_language_or_occupation_is_not_linted(run, tmp_path, head):
    write(tmp_path, {"baker.md": f"---\n{head}\n---\n\n# Overview\n\nClick here.\n"})
    ran = run("lint", tmp_path)
    assert "D0" in ran.out
    assert "X006" not in ran.out


def test_fix_mends_and_reports_what_is_left(run, tmp_path):
    path = write(tmp_path, {"baker.md": definition("Mix the the dough (")}) / "baker.md"
    ran = run("lint", path, "--fix")
    assert ran.err == "1 change made.\n"
    assert "X012" not in ran.out
    assert "X008" in ran.out
    assert path.read_text("utf-8") == definition("Mix the dough (")


def test_github_shows_a_finding_beside_its_line(run, tmp_path):
    path = write(tmp_path, {"a,b.md": definition("It grew ( by 5% in the U.S.")}) / "a,b.md"
    lines = run("lint", path, "--format", "github").out.splitlines()
    shown = str(path).replace(",", "%2C")
    assert (
        f"::error file={shown},line=7,col=9,title=X008::This parenthesis never closes." in lines[1]
    )
    assert any("“5%25” has no source." in line for line in lines)


def test_json_and_sarif_go_to_a_file(run, tmp_path):
    path = write(tmp_path, {"baker.md": definition("Click here.")}) / "baker.md"
    assert run("lint", path, "--format", "json", "-o", tmp_path / "f.json").out == ""
    findings = json.loads((tmp_path / "f.json").read_text("utf-8"))["findings"]
    assert [finding["code"] for finding in findings] == ["A005", "X006"]
    log = json.loads(run("lint", path, "--format", "sarif").out)
    assert [result["level"] for result in log["runs"][0]["results"]] == ["warning", "warning"]


def test_an_empty_folder_is_wrong_usage(run, tmp_path):
    ran = run("lint", tmp_path)
    assert (ran.code, "There are no guides here." in ran.err) == (2, True)


def test_a_strict_build_makes_no_guide_with_a_lint_error(run, tmp_path):
    files = {
        "catalog.toml": CATALOG,
        "baker.md": GOOD,
        "miller.md": GOOD.replace("bake.", "bake ("),
    }
    write(tmp_path, files)
    dist = tmp_path / "dist"
    ran = run("build", tmp_path, "-e", "epub", "-o", dist, "--strict")
    assert ran.code == 1
    assert f"{tmp_path / 'miller.md'}:7:13 X008" in ran.err
    assert "miller: not made" in ran.err
    assert (dist / "baker" / "baker.epub").is_file()
    assert not (dist / "miller").exists()
    assert run("build", tmp_path, "-e", "epub", "-o", dist).code == 0
    assert (dist / "miller" / "miller.epub").is_file()


def test_a_strict_build_lets_lint_warnings_pass(run, tmp_path):
    write(
        tmp_path,
        {"catalog.toml": CATALOG, "baker.md": GOOD.replace("Bakers", "Click here: bakers")},
    )
    assert run("build", tmp_path, "-e", "epub", "-o", tmp_path / "dist", "--strict").code == 0


def test_a_guide_that_cannot_be_mended_is_reported_and_the_others_are_mended(
    run, tmp_path, monkeypatch
):
    write(
        tmp_path,
        {"a.md": definition("Mix the the dough."), "b.md": definition("Mix the the dough.")},
    )
    mend = lint.apply

    def refuse(path, edits):
        if path.name == "a.md":
            raise OSError(30, "Read-only file system", str(path))
        return mend(path, edits)

    monkeypatch.setattr(lint, "apply", refuse)
    ran = run("lint", tmp_path, "--fix")
    assert ran.code == 1
    assert "1 change made." in ran.err
    assert "a.md D001 The definition cannot be fixed: Read-only file system." in ran.out
    assert "the the" not in (tmp_path / "b.md").read_text("utf-8")


def test_a_template_is_not_mended_for_one_of_its_rows(here, run):
    toml = '[imprint]\nname = "P"\n[definitions]\ntemplates = ["t.md"]\n[data]\nrows = "rows.csv"\n'
    text = (
        '---\ntitle: "{{ row.name }}"\nfor_each: {table: rows}\n---\n# Overview\n\nThe the bread.\n'
    )
    write(here, {"catalog.toml": toml, "rows.csv": "name\nBaker\nCook\n", "t.md": text})
    ran = run("lint", "--fix")
    assert "0 changes made." in ran.err
    assert (here / "t.md").read_text("utf-8") == text
    assert "X012 “The” is repeated. Delete one. (rows.csv:2, and in 1 more row)" in ran.out
