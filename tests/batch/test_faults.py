"""Whatever goes wrong with a book or with the disk: the others are made, nothing is torn,
and the next build makes the rest.
"""

from __future__ import annotations

import functools
import os
import shutil
from pathlib import Path

import pytest
from definitions import definition, write
from poisoned import PoisonedPool

import guidepub
from guidepub.batch import LEDGER_FILE
from guidepub.batch.reports.events import Event
from guidepub.batch.work.jobs import make
from guidepub.files import disk
from guidepub.files.folders import Listing
from guidepub.workers.working import load

# What an EPUB is made with.
LOADED = (
    "guidepub.assembly",
    "guidepub.batch.work.jobs",
    "guidepub.checks.legal.in_documents.looking",
    "guidepub.checks.proof",
    "guidepub.checks.text.document_sources",
    "guidepub.editions.epub",
    "guidepub.editions.production",
    "guidepub.epub",
    "guidepub.pdf.finished.palettes",
    "guidepub.pdf.writer",
    "guidepub.themes.templates",
)
POISONED = {
    "bare.md": "",
    "binary.md": b"\x00\xff\xfe",
    "bomb.yaml": "title: &t Bomb\nsections:\n- title: *t\n  body: Text.\n",
    "crash.md": definition(title="Crash"),
    "fact.md": definition("{fact}`nothing`"),
    "gone.md": definition("![A deck.](gone.png)"),
    "hang.md": definition(title="Hang"),
    "key.md": definition(head="titel: Twice"),
    "picture.md": definition("![A picture.](picture.png)"),
    "picture.png": b"\x89PNG\r\n\x1a\nnot really",
    "swell.md": definition(title="Swell"),
    "table.md": definition(":::{programs} Schools\n:table: none\n:::"),
}


def test_every_kind_of_poison_costs_its_book_alone(tmp_path):
    good = {f"good-{number}.md": definition(title=f"Good {number}") for number in range(4)}
    catalog = guidepub.load(write(tmp_path / "in", good | POISONED))
    with PoisonedPool(2, seconds=4.0, memory=600 * 1024**2) as pool:
        # On a busy machine a new worker takes seconds to load what makes books.
        pool.warm_up_with(functools.partial(load, LOADED))
        report = guidepub.build(catalog, tmp_path / "out", ["epub"], executor=pool)
    assert [result.slug for result in report.built] == [f"good-{number}" for number in range(4)]
    codes = {r.slug: sorted({f.code for f in r.findings}) for r in report.failed}
    assert codes == {
        "bare": ["D003"],
        "binary": ["D001"],
        "bomb": ["D006", "D011"],
        "crash": ["B002"],
        "fact": ["D030"],
        "gone": ["D040"],
        "hang": ["B003"],
        "key": ["D010"],
        "picture": ["D042"],
        "swell": ["B004"],
        "table": ["C001"],
    }
    assert all(f.place.path and f.message and f.remedy for f in report.findings)
    text_by_code = {f.code: f"{f.message} {f.remedy}" for f in report.findings}
    assert "its worker was ended by the signal SIGSEGV" in text_by_code["B002"]
    assert "longer than the 4 seconds" in text_by_code["B003"]
    assert "--timeout" in text_by_code["B003"]
    assert "more memory than a worker may have" in text_by_code["B004"]


def outputs(folder: Path) -> dict[str, bytes]:
    """Return the books' files by their names, and whatever else lies about."""
    kept = {LEDGER_FILE, "build.json"}
    found = (path for path in folder.rglob("*") if path.is_file() and path.name not in kept)
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def test_a_disk_that_is_full_at_any_moment_tears_nothing(built, monkeypatch):
    whole = outputs(built.output)
    fsync = os.fsync
    for moment in range(4):
        shutil.rmtree(built.output)
        left = iter(range(moment))

        def full(descriptor: int, left=left) -> None:
            if next(left, None) is None:
                raise OSError(28, "No space left on device", "a file")
            fsync(descriptor)

        with monkeypatch.context() as patch:
            patch.setattr(disk.os, "fsync", full)
            # The report is the fourth file.
            with pytest.raises(OSError, match="No space left"):
                built.build()
        there = outputs(built.output)
        assert len(there) == min(moment, 3)
        assert there.items() <= whole.items()
        assert len(built.made()) == 3 - moment
        assert outputs(built.output) == whole


def test_a_book_that_cannot_be_written_is_reported_and_made_the_next_time(shop):
    write(shop.output, {"baker": "A file where a folder should be."})
    (result,) = shop.build().failed
    assert [finding.code for finding in result.findings] == ["B001"]
    (shop.output / "baker").unlink()
    assert set(shop.made()) == {"baker"}


@pytest.mark.parametrize(
    ("name", "slug", "code"),
    [
        ("sailor/deck.svg", "sailor", "D040"),
        ("data/programs.csv", "fisher", "D001"),
    ],
)
def test_a_file_that_vanishes_meanwhile_costs_its_book_alone(shop, name, slug, code):
    def vanish(event: Event) -> None:
        if event.kind == "started":
            (shop.folder / name).unlink()

    report = shop.build(on_event=vanish)
    assert [result.slug for result in report.failed] == [slug]
    assert [finding.code for finding in report.findings] == [code]


def test_a_definition_that_vanishes_meanwhile_is_reported(shop, monkeypatch):
    monkeypatch.setattr(
        "guidepub.loading.catalogs.definition_files",
        lambda folder, *_: Listing((folder / "baker.md", folder / "gone.md")),
    )
    report = shop.build()
    assert [result.slug for result in report.built] == ["baker"]
    assert [finding.code for finding in report.findings] == ["D001"]


def test_leftovers_of_the_dead_are_cleared_and_those_of_the_living_stay(shop):
    dead = [".baker.epub.0123456789ab.tmp", ".build.json.0123456789ab.tmp"]
    write(shop.output, {f"baker/{dead[0]}": "half", dead[1]: "half", "baker/mine.tmp": "kept"})
    alive, stream = disk._temporary(shop.output / "baker" / "baker.epub")
    with stream:
        shop.build()
        assert alive.exists()
    assert sorted(outputs(shop.output)) == sorted(
        [
            "baker/baker.epub",
            "baker/mine.tmp",
            f"baker/{alive.name}",
            "fisher/fisher.epub",
            "sailor/sailor.epub",
        ]
    )
    shop.build(force=True)
    assert not alive.exists()


def test_ctrl_c_keeps_what_is_done_and_the_next_build_makes_the_rest(shop):
    kinds: list[str] = []

    def interrupt(event: Event) -> None:
        kinds.append(event.kind)
        if event.done == 1 and event.kind == "book":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        shop.build(on_event=interrupt)
    report = shop.report()
    assert (report["complete"], report["built"], report["stopped"]) == (False, 1, 2)
    assert kinds == ["started", "book", "stopped"]
    assert len(shop.made()) == 2


def test_ctrl_c_does_not_wait_for_a_book_that_hangs(tmp_path):
    guides = {name: definition(title=name) for name in ("hang.md", "quick.md")}
    catalog = guidepub.load(write(tmp_path / "in", guides))
    pool = PoisonedPool(2)

    def interrupt(event: Event) -> None:
        if event.kind == "book":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        guidepub.build(catalog, tmp_path / "out", ["epub"], executor=pool, on_event=interrupt)
    with pytest.raises(RuntimeError, match="shut down"):
        pool.submit(make)
    assert [path.name for path in (tmp_path / "out").rglob("*.epub")] == ["quick.epub"]


def test_the_first_failure_can_stop_a_build(shop):
    shop.write("bad.md", "---\ntitel: Bad\n---\n# A\n\nB.\n")
    report = shop.build(fail_fast=True)
    assert [result.slug for result in report.failed] == ["bad"]
    assert [result.slug for result in report.stopped] == ["baker", "fisher", "sailor"]
    assert shop.report()["complete"] is False
    (shop.folder / "bad.md").unlink()
    assert len(shop.made(fail_fast=True)) == 3
