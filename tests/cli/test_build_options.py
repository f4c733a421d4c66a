"""What `guidepub build` does when it is asked to explain, to retry, to stop, to tell."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys

import pytest
from definitions import definition, write

from guidepub.batch import Event
from guidepub.cli.making.progress import Pace

FIX = definition("Text.")


def test_what_is_up_to_date_is_not_made_again(run, here, good):
    run("build")
    ran = run("build")
    assert (ran.code, ran.err) == (0, "")
    assert re.fullmatch(r"0 books made, 2 unchanged in \d+\.\d s\n", ran.out)
    forced = run("build", "apple", "--force")
    assert forced.out.splitlines()[-1].startswith("1 book made in")


def test_a_book_is_explained_and_not_made(run, here, catalogue):
    first = run("build", "--explain")
    assert first.code == 1
    assert first.out.splitlines() == [
        "apple (epub): it was not made here before",
        "sweet-pear (epub): it was not made here before",
        "2 books out of date, 0 up to date",
    ]
    assert first.err.splitlines()[-1] == "bad: cannot be made"
    assert not (here / "dist").exists()
    run("build")
    (catalogue / "bad.md").unlink()
    write(catalogue, {"apple.md": definition("Cider.", title="Apple")})
    ran = run("build", "--explain")
    assert ran.code == 0
    assert ran.out.splitlines() == [
        "apple (epub): the definition has changed",
        "1 book out of date, 1 up to date",
    ]


def test_only_what_failed_is_tried_again(run, here, catalogue):
    run("build")
    ran = run("build", "--retry-failed")
    assert ran.code == 1
    report = json.loads((here / "dist" / "build.json").read_text())
    assert [book["slug"] for book in report["books"]] == ["bad"]
    write(catalogue, {"bad.md": FIX})
    assert run("build", "--retry-failed").out.splitlines()[-1].startswith("1 book made in")
    ran = run("build", "--retry-failed")
    assert (ran.code, ran.out.startswith("0 books made in")) == (0, True)
    assert run("build").out.startswith("0 books made, 3 unchanged")


def test_the_first_failure_stops_the_rest_if_asked(run, here, catalogue):
    ran = run("build", "--fail-fast")
    assert ran.code == 1
    assert ran.out.splitlines()[-1].startswith("0 books made, 1 failed, 2 left in")
    assert ran.err.splitlines()[-1] == "Stopped. Run the same command again to build the rest."


def test_events_go_to_a_file_or_to_the_output_alone(run, here, catalogue):
    ran = run("build", "--events", "-")
    events = [json.loads(line) for line in ran.out.splitlines()]
    assert [event["event"] for event in events] == ["started", "book", "book", "book", "finished"]
    assert "2 books made, 1 failed in" in ran.err
    run("build", "--events", "log/events.jsonl")
    lines = (here / "log" / "events.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["event"] for line in lines] == [e["event"] for e in events]


def test_the_report_can_be_a_page(run, here, good):
    assert run("build", "--html", "report.html").code == 0
    html = (here / "report.html").read_text("utf-8")
    assert html.count("data:image/png;base64,") == 2


@pytest.mark.parametrize("seconds", ["0", "-1", "soon"])
def test_a_time_limit_is_a_number(run, here, good, seconds):
    assert run("build", "--timeout", seconds).code == 2


def test_the_ledger_that_cannot_be_kept_is_a_warning(run, here, good):
    (here / "dist" / ".guidepub.sqlite").mkdir(parents=True)
    ran = run("build")
    assert ran.code == 0
    assert "B005 The record of what was built cannot be kept" in ran.err
    assert run("build", "--strict").code == 1


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["int", "term"]
)
def test_a_signal_ends_a_build_with_a_summary(tmp_path, number, code):
    guides = {f"{n}.md": definition("Word. " * 3000, title=f"Book {n}") for n in range(8)}
    write(tmp_path, {"catalog.toml": '[imprint]\nname = "P"\n', **guides})
    command = [sys.executable, "-m", "guidepub", "build", "-e", "screen", "--events", "-"]
    with subprocess.Popen(
        command, cwd=tmp_path, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        # Who runs the tests in the background of a shell has Ctrl-C ignored, and hands that on.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert json.loads(process.stdout.readline())["event"] == "started"
        process.send_signal(number)
        out, err = process.communicate()
    assert process.returncode == code
    assert json.loads(out.splitlines()[-1])["event"] == "stopped"
    assert err.splitlines()[-1] == "Stopped. Run the same command again to build the rest."
    assert "Traceback" not in err
    assert re.search(r"\d+ left in", err)
    report = json.loads((tmp_path / "dist" / "build.json").read_text())
    assert report["complete"] is False


def test_the_pace_counts_only_what_was_made():
    from guidepub.batch import BookResult

    pace = Pace()
    pace.take(Event("started", 0, 100), 10.0)
    pace.take(Event("book", 40, 100, BookResult("a", "unchanged")), 11.0)
    assert str(pace) == ""
    for number in range(10):
        pace.take(Event("book", 41 + number, 100, BookResult("a", "built")), 40.0)
    assert str(pace) == "20 a minute, 0:02:30 left"


def test_books_can_be_sent_elsewhere(run, here, good, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(here / "cache"))
    address = f"local://{here}/far"
    ran = run("build", "-o", address)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"{address}/apple/apple.epub  ")
    assert (here / "far" / "sweet-pear" / "sweet-pear.epub").is_file()
    assert run("build", "-o", address).out.startswith("0 books made, 2 unchanged")
    assert run("build", "-o", f"file://{here}/near").code == 0
    assert (here / "near" / "apple" / "apple.epub").is_file()
    assert run("build", "-o", "nonsense://there").code == 2


CHART = ":::{chart} Pay\n:table: pay\n:label: job\n:value: pay\n:unit: USD/year\n\n:::"


def test_a_faulty_table_is_reported_once_with_all_the_guides_that_it_costs(run, here, good):
    settings = (good / "catalog.toml").read_text("utf-8")
    write(good, {"catalog.toml": f'{settings}\n[data]\npay = "pay.csv"\n', "pay.csv": "job\n1,2\n"})
    write(good, {f"{name}.md": definition(CHART, title=name) for name in ("cook", "chef")})
    ran = run("build", "--report", "r.json")
    assert ran.code == 1
    assert [line.rpartition("/")[2] for line in ran.err.splitlines()] == [
        "pay.csv:2 C001 The row has 2 cells, but the first row 1. Put cells with commas in quotes.",
        "chef, cook: not made",
    ]
    assert ran.out.splitlines()[-1].startswith("2 books made, 2 failed in")
    report = json.loads((here / "r.json").read_text())
    assert [book["slug"] for book in report["books"] if book["status"] == "failed"] == [
        "chef", "cook"
    ]  # fmt: skip
    again = run("build", "--retry-failed")
    assert again.code == 1
    assert again.err.splitlines()[-1] == "chef, cook: not made"
    assert run("build", "--explain").err.splitlines()[-1] == "chef, cook: cannot be made"


def test_a_title_of_several_words_wants_quotes(run, good):
    ran = run("new", "Dental", "Hygienist", "-C", str(good))
    assert ran.code == 2
    assert 'Put the title in quotes: guidepub new "Dental Hygienist"' in ran.err
    assert not (good / "dental.md").exists()


def test_other_files_beside_the_guides_are_left_alone(run, here, good):
    write(good, {"package.json": '{"name": "x"}', "ci.yml": "on: push\n", "LICENSE.md": "# L\n"})
    ran = run("build")
    assert (ran.code, ran.err) == (0, "")
    assert run("lint").out.count("D0") == 0
    named = run("build", str(good / "LICENSE.md"))
    assert (named.code, "license: not made" in named.err) == (1, True)
    assert run("build", "package").code == 2
    assert run("new", "Package", "-C", str(good)).code == 0


def test_a_folder_of_other_files_holds_no_guides(run, here, good):
    for path in good.rglob("*.md"):
        path.unlink()
    write(good, {"package.json": '{"name": "x"}'})
    for command in ("build", "lint"):
        ran = run(command)
        assert (ran.code, "There are no guides here." in ran.err) == (2, True)
