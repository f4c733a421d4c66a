"""`guidepub notices` and `guidepub check --legal` as a user meets them."""

from __future__ import annotations

import csv
import datetime
import io
import json

import pytest
from definitions import definition, write

CATALOG = """
[imprint]
id = "press"
name = "Press"

[[notices]]
id = "disclaimer"
version = 1
language = "en"
status = "retired"
approved = 2023-06-01
retired = 2026-03-02
title = "Disclaimer"
text = "This guide promises nothing to anybody, and nobody should count on it."

[[notices]]
id = "disclaimer"
version = 2
language = "en"
approved = 2026-03-02
title = "Disclaimer"
text = "This guide promises nothing at all, and nobody should count on it."

[[notices]]
id = "disclaimer"
version = 2
language = "de"
approved = 2026-03-02
title = "Haftung"
text = "Dieser Führer verspricht nichts."

[[notices]]
id = "safety"
version = 1
language = "en"
status = "draft"
title = "Safety"
when = {tags = ["trades"]}
text = "Take care of yourself."
"""


@pytest.fixture
def shelf(here):
    """Return a catalogue with a register of notices and two guides."""
    return write(
        here / "guides",
        {
            "catalog.toml": CATALOG,
            "baker.md": definition(),
            "welder.md": definition(title="Welder", head="tags: [trades]"),
            "tischler.md": definition(title="Tischler", head="language: fr"),
        },
    )


def test_all_versions_are_listed_with_their_status(run, shelf):
    ran = run("notices")
    assert ran.code == 0
    head, *rows = ran.out.splitlines()
    assert head.split() == [
        "notice",
        "version",
        "language",
        "status",
        "approved",
        "retired",
        "placement",
        "when",
    ]
    assert [row.split()[:4] for row in rows] == [
        ["disclaimer", "1", "en", "retired"],
        ["disclaimer", "2", "en", "approved"],
        ["disclaimer", "2", "de", "approved"],
        ["safety", "1", "en", "draft"],
    ]
    assert rows[3].endswith("tags: trades")


def test_a_list_can_be_had_as_data(run, shelf):
    data = json.loads(run("notices", "--json", "--catalog", shelf).out)
    assert data[0]["retired"] == "2026-03-02"
    assert [each["version"] for each in data] == [1, 2, 2, 1]


def test_the_history_of_one_is_shown_the_newest_first(run, shelf):
    output = run("notices", "show", "disclaimer").out
    places = [
        output.index(part) for part in ("disclaimer@2 de", "disclaimer@2 en", "disclaimer@1 en")
    ]
    assert places == sorted(places)
    assert "disclaimer@1 en: retired (approved 2023-06-01, retired 2026-03-02)" in output
    assert "promises nothing to anybody" in output


def test_what_a_guide_owes_is_listed_with_reasons(run, shelf):
    ran = run("notices", "owed", "baker")
    assert (ran.code, ran.out.splitlines()[1].split()) == (
        0, ["baker", "disclaimer", "2", "en", "always"],
    )  # fmt: skip
    ran = run("notices", "owed", shelf / "tischler.md")
    assert ran.code == 1
    assert "none: it is approved only in German, English" in ran.out
    ran = run("notices", "owed", "welder")
    assert ran.code == 1
    assert "none: version 1 is a draft  tag trades" in ran.out


def test_for_a_guide_that_is_not_written_yet_what_it_owes_and_lacks_is_listed(run, shelf):
    write(shelf, {"miller.md": definition("")})
    ran = run("notices", "owed", "miller")
    assert ran.code == 1
    assert ran.out.splitlines()[1].split() == ["miller", "disclaimer", "2", "en", "always"]
    assert "miller.md" in ran.err
    assert "D024" in ran.err
    write(shelf, {"miller.md": "---\ntitle: [\n"})
    ran = run("notices", "owed", shelf / "miller.md")
    assert (ran.code, ran.out) == (1, "")
    assert "D004" in ran.err


def test_a_guide_that_owes_what_has_lapsed_stops_and_the_others_are_built(run, shelf):
    ran = run("build", shelf, "-e", "epub", "-o", "dist")
    assert ran.code == 1
    (lapsed,) = [line for line in (ran.out + ran.err).splitlines() if "N009" in line]
    assert "welder.md N009 The notice “safety” is owed (tag trades), but no version" in lapsed
    assert 'Approve a version in catalog.toml; if no book owes it, set when = "never"' in lapsed
    assert (shelf.parent / "dist" / "baker" / "baker.epub").is_file()
    assert not (shelf.parent / "dist" / "welder").exists()
    assert "N009" in (shelf.parent / "dist" / "build.json").read_text("utf-8")


def test_lint_reports_a_notice_that_has_lapsed(run, shelf):
    ran = run("lint", shelf / "welder.md")
    assert ran.code == 1
    assert "welder.md N009 The notice “safety” is owed (tag trades)" in ran.out
    assert "N009" not in run("lint", shelf / "baker.md").out


ENDING = """
[[notices]]
id = "ending"
version = 1
language = "en"
approved = 2026-01-01
retired = 2027-01-01
title = "Ending"
text = "This holds until the year ends."
"""
FOLLOWED = """
[[notices]]
id = "ending"
version = 2
language = "en"
approved = {day}
title = "Ending"
text = "This holds from then on."
"""


@pytest.mark.parametrize(
    ("day", "follower", "expected"),
    [
        ("2026-11-01", "", ""),
        ("2026-11-02", "", "and none is approved to follow it"),
        ("2026-12-31", "", "and none is approved to follow it"),
        ("2026-12-31", "2027-01-05", "until 2027-01-05"),
        ("2026-12-31", "2027-01-01", ""),
    ],
)
def test_what_will_lapse_within_sixty_days_is_reported(
    run, shelf, monkeypatch, day, follower, expected
):
    noon = datetime.datetime.fromisoformat(f"{day}T12:00:00+00:00")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(noon.timestamp())))
    more = ENDING + (FOLLOWED.format(day=follower) if follower else "")
    write(shelf, {"catalog.toml": CATALOG + more})
    for arguments in (("notices",), ("notices", "show", "ending"), ("notices", "owed", "baker")):
        ran = run(*arguments)
        assert ran.code == 0
        warnings = [line for line in ran.out.splitlines() if "N010" in line]
        assert len(warnings) == bool(expected)
        assert all("catalog.toml N010" in line and expected in line for line in warnings)
        data = json.loads(run(*arguments, "--json").out)
        days = {each["lapses"] for each in data if each["notice"] == "ending"}
        assert ("2027-01-01" in days) == bool(expected)
    assert ("N010" in run("lint", shelf / "baker.md").out) == bool(expected)
    assert "N010" not in run("notices", "show", "disclaimer").out


def test_two_versions_are_compared_word_by_word(run, shelf):
    output = run("notices", "diff", "disclaimer@1", "disclaimer@2").out
    assert "nothing [-to anybody,-]{+at all,+} and nobody" in output
    assert "disclaimer@1 has no wording in de." in output
    assert (
        "(de)" not in run("notices", "diff", "disclaimer@1", "disclaimer@2", "--language", "en").out
    )


def test_what_versions_say_to_machines_is_shown_and_compared(run, shelf):
    file = shelf / "catalog.toml"
    machine_line = 'machine = {mining = "reserved"}'
    expected = [
        f'[[notices]]\nid = "mining"\nversion = {version}\nlanguage = "en"\nstatus = "draft"\n'
        f'title = "M"\ntext = "Rights are reserved."\n{machine}\n'
        for version, machine in ((1, ""), (2, machine_line))
    ]
    file.write_text("\n".join([file.read_text("utf-8"), *expected]), "utf-8")
    assert "To machines: tdm:reservation 1" in run("notices", "show", "mining").out
    newest, first = json.loads(run("notices", "show", "mining", "--json").out)
    assert (newest["machine"], first["machine"]) == ({"tdm:reservation": "1"}, {})
    assert (
        "{+To machines: tdm:reservation 1+}" in run("notices", "diff", "mining@1", "mining@2").out
    )


def test_the_books_that_a_notice_concerns_are_reported_before_they_are_made(run, shelf):
    output = run("notices", "impact", "disclaimer").out
    assert output.splitlines()[-1] == "3 of 3 books owe disclaimer"
    assert run("notices", "impact", "safety").out.splitlines()[-1] == "1 of 3 books owe safety"
    # As if the draft were in force.
    data = json.loads(run("notices", "impact", "safety@1", "--json").out)
    assert [(each["guide"], each["why"]) for each in data] == [("welder", "tag trades")]


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "disclaimr"),
        ("impact", "none"),
        ("diff", "disclaimer@9", "disclaimer@2"),
        ("owed", "none"),
    ],
)
def test_what_is_not_there_is_wrong_usage(run, shelf, arguments):
    ran = run("notices", *arguments)
    assert ran.code == 2
    assert "disclaimer" in ran.err or "none" in ran.err


@pytest.fixture
def finished(run, shelf):
    """Return a folder with the EPUB of one guide."""
    assert run("build", shelf / "baker.md", "-e", "screen", "-o", "dist").code == 0
    return shelf.parent / "dist"


def test_files_are_checked_against_the_catalogue_at_hand(run, finished, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    ran = run("check", "--legal", finished)
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert lines[0].split() == ["notice", "register", "verbatim"]
    assert lines[1].split() == ["copyright@0", "en", "1"]
    assert lines[2].split() == ["disclaimer@2", "en", "approved", "1"]
    assert lines[3] == "1 files, 1 with notices; 0 errors, 0 warnings"
    assert (tmp_path / "cache" / "guidepub" / "legal.sqlite3").is_file()


def test_what_is_found_can_be_had_in_every_form(run, finished, tmp_path):
    common = ("check", "--legal", finished, "--cache", "none", "--format")
    rows = list(csv.DictReader(io.StringIO(run(*common, "csv").out)))
    assert [(row["notice"], row["status"]) for row in rows] == [
        ("copyright", "verbatim"), ("disclaimer", "verbatim"),
    ]  # fmt: skip
    assert json.loads(run(*common, "json").out)["summary"][1]["verbatim"] == 1
    table = run(*common, "table").out.splitlines()
    assert table[0].split() == ["file", "notice", "version", "notice_language", "status"]
    assert json.loads(run(*common, "sarif").out)["version"] == "2.1.0"
    assert run(*common, "github").out == ""
    assert run(*common, "table", "-o", tmp_path / "t.tsv").out == ""
    assert (tmp_path / "t.tsv").read_text("utf-8").count("\t") == 10


def test_another_catalogue_finds_other_things(run, finished, here):
    changed = CATALOG.replace("nothing at all", "little")
    write(here / "other", {"catalog.toml": changed})
    ran = run("check", "--legal", finished, "--catalog", here / "other", "--cache", "none")
    assert ran.code == 1
    assert "L002 The notice disclaimer@2 (English) is not there word for word" in ran.out
    assert "[-little,-]{+nothing at all,+}" in ran.out
    assert "1 error, 0 warnings" in ran.out
    ran = run("check", "--legal", finished, "--catalog", here / "other", "--format", "text",
              "-o", here / "found.txt", "--cache", "none")  # fmt: skip
    assert (here / "found.txt").read_text("utf-8").count("L002") == 1


@pytest.mark.parametrize(
    "arguments",
    [("--format", "csv"), ("--jobs", "2"), ("--cache", "none")],
)
def test_options_of_the_legal_check_need_it(run, shelf, arguments):
    assert run("check", shelf, *arguments).code == 2


def test_without_a_catalogue_there_is_nothing_to_look_for(run, here):
    (here / "a.pdf").write_bytes(b"")
    ran = run("check", "--legal", here / "a.pdf")
    assert ran.code == 2
    assert "There is no catalogue here" in ran.err
