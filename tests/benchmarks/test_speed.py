"""The parts of the benchmark that do not measure: catalogues, statistics, tables."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import guidepub
from benchmarks import catalogue
from benchmarks.commands import Command, CommandError, run
from benchmarks.comparison import editions
from benchmarks.ground import Ground, Made
from benchmarks.memory import longest, peak_around
from benchmarks.rivals import versions
from benchmarks.tables import Part, Table, Target, over, report, times, under, write_into
from benchmarks.timing import Case, Sample, Turns
from benchmarks.words import with_notes


@pytest.fixture
def repeated(tmp_path: Path) -> list[Path]:
    return catalogue.repeat(tmp_path / "catalogue", 16)


def turns(rounds: int) -> Turns:
    return Turns(rounds, lambda line: None)


def test_each_repetition_is_a_guide_of_its_own(repeated):
    loaded = guidepub.load(repeated[0].parent)
    assert loaded.findings == ()
    assert list(map(catalogue.slug_of, repeated)) == [
        *(slugs := sorted(guidepub.load(catalogue.SAMPLES))),
        *(f"{slug}-0002" for slug in slugs),
        *(f"{slug}-0003" for slug in slugs[:2]),
    ]
    assert len({guide.title for guide in loaded.values()}) == 16
    assert {guide.isbn.print for slug, guide in loaded.items() if slug.endswith("2")} == {None}


def test_every_kind_of_definition_can_lose_a_comma_and_still_loads(repeated):
    for path in repeated[:7]:
        before = path.read_text("utf-8")
        catalogue.remove_comma(path)
        after = path.read_text("utf-8")
        assert len(after) == len(before) - 1
        catalogue.remove_comma(path)
        assert path.read_text("utf-8") != after
    assert guidepub.load(repeated[0].parent).findings == ()


def test_a_text_without_a_comma_is_reported(tmp_path):
    path = tmp_path / "guide.md"
    path.write_text("---\ntitle: A, B\n---\n\n# Title\n\nNone here.\n")
    with pytest.raises(ValueError, match="no comma"):
        catalogue.remove_comma(path)


def test_a_changed_notice_reaches_the_books_that_owe_it(repeated):
    folder = repeated[0].parent

    def wordings() -> dict[str, str]:
        loaded = guidepub.load(folder)
        books = (guidepub.assemble(loaded[slug], loaded) for slug in ("welder", "paralegal"))
        return {book.slug: " ".join(notice.wording for notice in book.notices) for book in books}

    before = wordings()
    catalogue.change_notice(folder)
    after = wordings()
    assert after["welder"] != before["welder"]
    assert after["paralegal"] == before["paralegal"]


def test_a_notice_that_is_not_there_is_reported(repeated):
    with pytest.raises(ValueError, match="no notice “other”"):
        catalogue.change_notice(repeated[0].parent, "other")


def test_a_ratio_is_taken_round_by_round():
    ratio = Sample((6.0, 9.0, 4.0)).over(Sample((2.0, 3.0, 4.0)))
    assert ratio.values == (3.0, 3.0, 1.0)
    assert times(ratio) == "3.00 (1.00–3.00)"
    assert times(Sample((2.0,))) == "2.00"
    assert Sample((8.0, 10.0, 12.0)).spread == pytest.approx(0.4)
    assert Sample((2.0, 4.0)).within(8.0).values == (4.0, 2.0)


def test_cases_take_turns_and_one_that_fails_stops_none():
    ran: list[str] = []

    def fail() -> None:
        ran.append("bad")
        raise ValueError("no such program")

    cases = [
        Case("first", lambda: ran.append("first"), lambda: ran.append("before")),
        Case("bad", fail),
        Case("last", lambda: ran.append("last"), after=lambda: ran.append("after")),
    ]
    measuring = turns(2)
    found = measuring.time(cases)
    assert ran == ["before", "first", "bad", "last", "after", "last", "after", "before", "first"]
    assert str(found["bad"]) == "no such program"
    assert all(isinstance(found[name], Sample) for name in ("first", "last"))
    assert len(measuring.noise) == 5


def test_the_work_of_started_processes_is_counted():
    command = Command((sys.executable, "-c", "sum(range(5_000_000))"))
    (sample,) = turns(1).time([Case("sum", lambda: run([command]))]).values()
    assert isinstance(sample, Sample)
    assert sample.work[0] > 0


def test_a_command_that_fails_says_why():
    with pytest.raises(CommandError, match="no such thing"):
        run([Command((sys.executable, "-c", "raise SystemExit('no such thing')"))], 2)


def test_targets_are_met_by_the_median():
    assert over("Faster", Sample((2.0, 3.5, 4.0)), 3) == Target(
        "Faster", "over 3", "3.50 (2.00–4.00)", True
    )
    assert under("Quick", Sample((2.5,)), 2, " s") == Target("Quick", "under 2 s", "2.50 s", False)


def test_a_report_names_the_machine_the_targets_and_the_tables():
    table = Table("Books", ("", "seconds"), (("guidepub", "1.00"), ("other", "2.00")), ("A note.",))
    text = report(
        [Part((table,), (Target("Faster", "over 3", "3.50", True),))], [0.1, 0.2], ["pandoc 3.9"]
    )
    assert "cores" in text
    assert "pandoc 3.9." in text
    assert "done between the measurements 2 times, took 150 ms" in text
    assert "| Faster | over 3 | 3.50 | yes |" in text
    assert text.endswith(
        "### Books\n\n|  | seconds |\n| --- | ---: |\n| guidepub | 1.00 |\n| other | 2.00 |\n\nA note."
    )


def test_tables_replace_those_on_the_page(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("Before.\n<!-- speed -->\nold\n<!-- end of speed -->\nAfter.\n")
    for _ in range(2):
        write_into(page, "speed", "new")
    assert page.read_text() == ("Before.\n<!-- speed -->\n\nnew\n\n<!-- end of speed -->\nAfter.\n")
    with pytest.raises(ValueError, match="no place for “other”"):
        write_into(page, "other", "new")


def test_a_rival_that_is_not_here_keeps_its_row(tmp_path, monkeypatch):
    """No program is started: what there is to time is left out."""
    monkeypatch.setattr("benchmarks.rivals.pandoc", lambda: None)
    monkeypatch.setattr("benchmarks.comparison._fault", lambda ground, rival: "does not run here")
    measuring = turns(1)
    found = {
        f"guidepub, {n} (all editions)": Sample((1.0,), (1.0,)) for n in ("1 worker", "2 workers")
    }
    monkeypatch.setattr(Turns, "time", lambda self, cases: found)
    monkeypatch.setattr("benchmarks.comparison.made_in", lambda folder: Made(4, 20))
    part = editions(Ground(tmp_path, 1, measuring))
    rows = {row[0]: row[1] for row in part.tables[0].rows}
    assert rows["pandoc with WeasyPrint for screen and print, its own EPUB"] == "pandoc is not here"
    assert rows["guidepub, 1 worker"] == "4"
    assert [target.met for target in part.targets] == [False] * 4


def test_a_program_that_does_not_say_its_version_is_left_out(tmp_path, monkeypatch):
    for name, text in (("silent", "exit 1"), ("talking", "echo cli: 11.0.3")):
        path = tmp_path / name
        path.write_text(f"#!/bin/sh\n{text}\n")
        path.chmod(0o755)
    monkeypatch.setattr("benchmarks.rivals.pandoc", lambda: str(tmp_path / "talking"))
    monkeypatch.setattr("benchmarks.rivals.first_there", lambda names: str(tmp_path / "silent"))
    assert versions() == ["pandoc 11.0.3"]


def test_the_worker_of_which_memory_is_reported_is_the_largest():
    found = {7: {0: 10, 1: 11, 2: 10}, 8: {1: 300, 2: 310, 3: 320, 4: 100}}
    peaks = longest(found)
    assert peaks == [(1, 300), (2, 310), (3, 320), (4, 100)]
    assert peak_around(peaks, 1, 3) == 310
    assert peak_around(peaks, 4, 3) == 310


def test_notes_become_those_of_markdown():
    text = "A word.NOTECALL12NOTEEND\n\nNOTETEXT12NOTEEND What it means.\n"
    assert with_notes(text) == "A word.[^12]\n\n[^12]:  What it means.\n"
