"""Many books: results, events, failures that stay with their guide, executors."""

from __future__ import annotations

import json
import multiprocessing
import os
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest
from definitions import definition, guide, write
from finished import Epub

import guidepub
from guidepub import Catalog, Imprint, Notice, Report, UsageError
from guidepub.batch import LEDGER_FILE, Event


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a catalogue of three guides of which one has faults."""
    return write(
        tmp_path / "catalogue",
        {
            "catalog.toml": '[imprint]\nname = "Press"\n[defaults]\neditions = ["epub"]\n',
            "apple.md": definition(title="Apple"),
            "broken.md": definition("{fact}`nothing`"),
            "pear.md": definition(title="Pear"),
        },
    )


def statuses(report: Report) -> dict[str, str]:
    return {result.slug: result.status for result in report.results}


def codes(report: Report, slug: str) -> list[str]:
    (result,) = [result for result in report.results if result.slug == slug]
    return [finding.code for finding in result.findings]


def files(folder: Path) -> list[str]:
    """Return the files below a folder but the ledger."""
    found = (str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
    return sorted(name for name in found if name != LEDGER_FILE)


def test_one_bad_guide_leaves_the_others_built(folder, tmp_path):
    report = guidepub.build(guidepub.load(folder), tmp_path / "out")
    assert statuses(report) == {"apple": "built", "broken": "failed", "pear": "built"}
    assert codes(report, "broken") == ["D030"]
    assert files(tmp_path / "out") == ["apple/apple.epub", "build.json", "pear/pear.epub"]
    assert [len(part) for part in (report.built, report.failed, report.warnings)] == [2, 1, 0]


def test_a_guide_that_fails_while_it_is_made_leaves_the_others_built(tmp_path):
    good, bad = guide("Bread.", slug="good"), guide("麵", slug="bad")
    report = guidepub.build(Catalog.of(bad, good), tmp_path, ["screen"])
    assert statuses(report) == {"bad": "failed", "good": "built"}
    assert codes(report, "bad") == ["R002"]
    assert files(tmp_path) == ["build.json", "good/good-screen.pdf"]


def test_no_file_of_a_book_is_written_when_one_of_its_editions_fails(tmp_path):
    # The EPUB would be whole; but half of a book is worse to find than none.
    report = guidepub.build(Catalog.of(guide("麵", slug="bad")), tmp_path, ["epub", "screen"])
    assert statuses(report) == {"bad": "failed"}
    assert files(tmp_path) == ["build.json"]


def test_a_notice_that_is_owed_but_missing_fails_the_guide(tmp_path):
    notice = Notice(id="a", version=1, language="de", title="A", text="Worte.")
    report = guidepub.build(Catalog.of(guide("Bread."), notices=(notice,)), tmp_path, ["epub"])
    assert codes(report, "baker") == ["N001"]


def test_an_imprint_that_is_not_there_is_refused_before_any_book(tmp_path):
    with pytest.raises(UsageError, match=r"imprint “nobody” is unknown\. Choose from:"):
        guidepub.build(Catalog.of(guide("Bread.")), tmp_path, ["epub"], imprint="nobody")
    assert files(tmp_path) == []


def test_a_fault_of_guidepub_itself_stays_with_its_book(tmp_path, monkeypatch):
    def fail(*arguments: Any) -> None:
        raise ZeroDivisionError("no reason")

    monkeypatch.setattr("guidepub.assembly.assemble", fail)
    report = guidepub.build(Catalog.of(guide("Bread.")), tmp_path, ["epub"])
    (finding,) = report.findings
    assert finding.code == "B002"
    assert "ZeroDivisionError: no reason" in finding.message
    assert "please report it" in finding.remedy


def test_a_folder_that_cannot_be_written_to_fails_its_book_only(tmp_path):
    (tmp_path / "pear").write_text("A file where a folder should be.")
    catalog = Catalog.of(guide("Bread.", slug="apple"), guide("Bread.", slug="pear"))
    report = guidepub.build(catalog, tmp_path, ["epub"])
    assert statuses(report) == {"apple": "built", "pear": "failed"}
    (finding,) = report.findings
    assert finding.code == "B001"
    assert finding.remedy == "Make room, or choose another folder with -o."


def test_what_was_there_before_stays_when_a_book_fails(tmp_path):
    old = tmp_path / "baker" / "baker.epub"
    write(tmp_path, {"baker/baker.epub": "The last edition."})
    guidepub.build(Catalog.of(guide("麵")), tmp_path, ["screen", "epub"])
    assert old.read_text() == "The last edition."


def test_no_temporary_file_is_left(tmp_path, monkeypatch):
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        guidepub.build(Catalog.of(guide("Bread.")), tmp_path, ["epub"])
    assert files(tmp_path) == []


def test_events_tell_how_far_a_build_is(folder, tmp_path):
    events: list[Event] = []
    guidepub.build(guidepub.load(folder), tmp_path / "out", on_event=events.append)
    assert [(event.kind, event.done, event.total) for event in events] == [
        ("started", 0, 3),
        ("book", 1, 3),
        ("book", 2, 3),
        ("book", 3, 3),
        ("finished", 3, 3),
    ]
    books = [event.result for event in events if event.kind == "book"]
    assert sorted(book.slug for book in books if book) == ["apple", "broken", "pear"]


def test_the_catalogues_editions_are_made_unless_others_are_asked_for(folder, tmp_path):
    catalog = guidepub.load(folder)
    guidepub.build(catalog, tmp_path / "default")
    guidepub.build(catalog, tmp_path / "asked", ["screen", "screen"])
    assert "apple/apple.epub" in files(tmp_path / "default")
    assert files(tmp_path / "asked")[0] == "apple/apple-screen.pdf"
    assert len(files(tmp_path / "asked")) == 3


def test_an_imprint_for_all_books_may_be_an_object(tmp_path):
    school = Imprint(id="westgate", name="Westgate College")
    guidepub.build(Catalog.of(guide("Bread.")), tmp_path, ["epub"], imprint=school)
    epub = Epub((tmp_path / "baker" / "baker.epub").read_bytes())
    assert epub.metadata("dc:publisher") == ["Westgate College"]


def test_an_empty_catalogue_makes_an_empty_report(tmp_path):
    report = guidepub.build(Catalog.of(), tmp_path)
    assert report.results == ()
    assert json.loads((tmp_path / "build.json").read_text())["books"] == []


def test_threads_and_processes_give_what_one_process_gives(folder, tmp_path):
    catalog = guidepub.load(folder)
    alone = guidepub.build(catalog, tmp_path / "alone")
    with ThreadPoolExecutor(2) as threads:
        in_threads = guidepub.build(catalog, tmp_path / "threads", executor=threads)
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as processes:
        in_processes = guidepub.build(catalog, tmp_path / "processes", executor=processes)

    def facts(report: Report) -> list[tuple]:
        return [
            (result.slug, result.status, result.findings, [file.sha256 for file in result.files])
            for result in report.results
        ]

    assert facts(alone) == facts(in_threads) == facts(in_processes)


class Scripted(Executor):
    """Does one thing after the other with the jobs that it is given."""

    def __init__(self, *acts: BaseException | str) -> None:
        self._acts: Iterator[BaseException | str] = iter(acts)

    def submit(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        act = next(self._acts)
        future: Future[Any] = Future()
        if act == "refuse":
            raise BrokenProcessPool("A child process terminated abruptly")
        if isinstance(act, BaseException):
            future.set_exception(act)
        else:
            future.set_result(function(*args, **kwargs))
        return future


def test_a_worker_that_dies_fails_its_books_and_is_reported(tmp_path):
    books = Catalog.of(*(guide("Bread.", slug=slug) for slug in ("a", "b", "c")))
    pool = Scripted("work", BrokenProcessPool("terminated abruptly"), "refuse")
    report = guidepub.build(books, tmp_path, ["epub"], executor=pool)
    assert statuses(report) == {"a": "built", "b": "failed", "c": "failed"}
    for finding in report.findings:
        assert finding.code == "B002"
        assert "BrokenProcessPool" in finding.message
        assert "-j" in finding.remedy
    assert json.loads((tmp_path / "build.json").read_text())["failed"] == 2


def test_an_unexpected_error_of_an_executor_is_reported(tmp_path):
    pool = Scripted(ValueError("cannot pickle"))
    report = guidepub.build(Catalog.of(guide("Bread.")), tmp_path, ["epub"], executor=pool)
    assert "cannot pickle" in report.findings[0].message


def test_an_unknown_edition_is_a_wrong_call():
    book = guidepub.assemble(guide("Bread."), Catalog.of(guide("Bread.")))
    with pytest.raises(UsageError, match=r"no edition “paper”\. Choose from: print"):
        guidepub.render(book, "paper")  # type: ignore[arg-type]


def test_two_files_of_one_name_are_distinguished(tmp_path):
    write(
        tmp_path / "in",
        {"catalog.toml": '[imprint]\nname = "P"\n', "baker.md": definition()},
    )
    write(tmp_path / "in", {"baker/guide.md": "---\ntitle: Baker\n---\n"})
    report = guidepub.build(guidepub.load(tmp_path / "in"), tmp_path / "out", ["epub"])
    assert statuses(report) == {"baker": "built", "baker (guide.md)": "failed"}
