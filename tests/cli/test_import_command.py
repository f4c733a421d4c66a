"""`guidepub import`: what it writes, what it leaves alone, and what it says."""

from __future__ import annotations

import json

import pytest

from guidepub.importing.definitions import is_edited

TEXT = "Welder Career Guide\n\nOverview\n\nWelders join metal.\n\nSalary\n\nThe median wage was $51,000 in 2024.\n"
CATALOG = '[imprint]\nname = "Press"\n[sections]\nrequired = ["overview", "outlook"]\n[sections.titles]\noverview = ["Overview"]\noutlook = ["Job Outlook"]\n'


@pytest.fixture
def texts(here):
    (here / "old").mkdir()
    (here / "old/welder.txt").write_text(TEXT)
    (here / "old/baker.md").write_text("---\ntitle: Baker\n---\n# Overview\n\nBakers bake.\n")
    (here / "old/photo.jpg").write_bytes(b"x")
    return here


def test_a_folder_of_texts_becomes_guides(run, texts):
    ran = run("import", "old", "-o", "guides")
    assert (ran.code, ran.err) == (0, "")
    assert sorted(path.name for path in (texts / "guides").iterdir()) == ["baker.md", "welder.md"]
    assert "old/welder.txt became guides/welder.md: paragraphs: 5, facts: 1\n" in ran.out
    assert "old/welder.txt:9 I030 The fact “median_wage” has no source" in ran.out
    assert "old I061 Files that are not guides were skipped: photo.jpg." in ran.out
    assert ran.out.endswith("Guides made: 2, failed: 0, findings: 2\n")


def test_guides_suit_the_catalogue_at_their_folder(run, texts):
    (texts / "guides").mkdir()
    (texts / "guides/catalog.toml").write_text(CATALOG)
    ran = run("import", "old/welder.txt")
    assert ran.code == 1
    assert "I013 The text has nothing for the section “Job Outlook”. Write the section" in ran.out
    text = (texts / "guides/welder.md").read_text()
    assert [line for line in text.split("\n")[2:] if line[:2] == "# "] == [
        "# Overview", "# Salary", "# Job Outlook",
    ]  # fmt: skip
    assert "To be written" not in text
    stopped = run("build", "guides", "-e", "epub")
    assert (stopped.code, "D024 The section “Job Outlook” has no text." in stopped.err) == (1, True)
    (texts / "guides/welder.md").write_text(f"{text}\nFew jobs are new.\n")
    assert run("build", "guides", "-e", "epub").code == 0


def test_guides_go_into_the_catalogue_at_hand(run, texts):
    (texts / "catalog.toml").write_text(CATALOG)
    assert "old/welder.txt became welder.md: " in run("import", "old/welder.txt").out
    assert not (texts / "guides").exists()
    with (texts / "welder.md").open("a") as file:
        file.write("\nFew jobs are new.\n")
    assert run("build", "welder", "-e", "epub").code == 0


def test_a_dry_run_writes_nothing(run, texts):
    ran = run("import", "old", "--dry-run")
    assert ran.code == 0
    assert "old/baker.md would become guides/baker.md" in ran.out
    assert not (texts / "guides").exists()


def test_an_edited_guide_is_left_alone(run, texts):
    run("import", "old")
    path = texts / "guides/welder.md"
    assert not is_edited(path.read_text())
    assert run("import", "old").code == 0
    edited = path.read_text().replace("Welders join metal.", "Welders weld.")
    path.write_text(edited)
    ran = run("import", "old")
    assert ran.code == 1
    assert "guides/welder.md I008 The definition was edited" in ran.out
    assert path.read_text() == edited
    assert run("import", "old", "--force").code == 0
    assert "join metal" in path.read_text()


def test_a_guide_that_was_never_imported_is_left_alone(run, texts):
    (texts / "guides").mkdir()
    (texts / "guides/baker.md").write_text("---\ntitle: Baker\n---\n# Overview\n\nMine.\n")
    assert run("import", "old").code == 1
    assert "Mine." in (texts / "guides/baker.md").read_text()


def test_a_new_version_of_the_original_replaces_an_unedited_guide(run, texts):
    run("import", "old")
    (texts / "old/welder.txt").write_text(TEXT.replace("join", "fuse"))
    assert run("import", "old").code == 0
    assert "fuse metal" in (texts / "guides/welder.md").read_text()


def test_of_two_texts_of_one_title_the_second_gets_a_number(run, texts):
    (texts / "old/zinc.txt").write_text(TEXT.replace("join", "fuse"))
    for _ in range(2):
        ran = run("import", "old")
        assert ran.code == 0
        message = "old/welder.txt has the same title; this text became welder-2.md."
        assert f"old/zinc.txt I017 {message} Give one another title.\n" in ran.out
        assert "old/zinc.txt became guides/welder-2.md: " in ran.out
        assert "Guides made: 3, failed: 0" in ran.out
    second = (texts / "guides/welder-2.md").read_text()
    assert "slug: welder-2\n" in second
    assert "fuse metal" in second
    assert not is_edited(second)
    assert "join metal" in (texts / "guides/welder.md").read_text()
    assert run("build", "guides", "-e", "epub").code == 0


def test_a_guide_of_another_text_is_left_alone(run, texts):
    run("import", "old")
    (texts / "new.txt").write_text(TEXT.replace("join", "fuse"))
    ran = run("import", "new.txt")
    assert ran.code == 1
    assert (
        "guides/welder.md I009 The definition was imported from another file, welder.txt."
        in ran.out
    )
    assert "join metal" in (texts / "guides/welder.md").read_text()


def test_the_report_says_where_each_paragraph_went(run, texts):
    run("import", "old", "--report", "report.json")
    report = json.loads((texts / "report.json").read_text())
    assert (report["schema"], report["dry_run"]) == (1, False)
    welder = next(file for file in report["files"] if file["source"] == "old/welder.txt")
    assert welder["definition"] == "guides/welder.md"
    assert [(row["line"], row["fate"], row["section"]) for row in welder["paragraphs"]] == [
        (1, "title", ""),
        (3, "heading", "Overview and Job Duties"),
        (5, "prose", "Overview and Job Duties"),
        (7, "heading", "Salary"),
        (9, "prose", "Salary"),
    ]
    (fact,) = welder["facts"]
    assert (fact["key"], fact["value"], fact["sentence"]) == (
        "median_wage", 51000, "The median wage was $51,000 in 2024.",
    )  # fmt: skip
    assert [finding["code"] for finding in welder["findings"]] == ["I030"]


def test_one_bad_file_does_not_stop_the_others(run, texts):
    (texts / "old/bad.docx").write_bytes(b"x")
    ran = run("import", "old")
    assert ran.code == 1
    assert "old/bad.docx I004" in ran.out
    assert "Guides made: 2, failed: 1" in ran.out


def test_untouched_leaves_figures_in_the_prose(run, texts):
    run("import", "old", "--untouched")
    assert "was $51,000 in 2024" in (texts / "guides/welder.md").read_text()


@pytest.mark.parametrize("arguments", [("gone.txt",), ("empty",), ()])
def test_what_cannot_be_meant_is_wrong_usage(run, texts, arguments):
    (texts / "empty").mkdir()
    ran = run("import", *arguments)
    assert ran.code == 2
    assert ran.err


def test_a_file_of_another_kind_is_reported(run, texts):
    ran = run("import", "old/photo.jpg")
    assert ran.code == 1
    assert "old/photo.jpg I001" in ran.out


def test_the_same_texts_give_the_same_bytes(run, texts):
    run("import", "old", "-o", "one")
    run("import", "old", "-o", "two")
    for path in (texts / "one").iterdir():
        assert path.read_bytes() == (texts / "two" / path.name).read_bytes()
