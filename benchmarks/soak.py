"""Long tests of a batch: killed at random moments, poisoned, unchanged.

    python benchmarks/soak.py kills --books 100 --kills 30
    python benchmarks/soak.py poison --books 1000 --poisoned 50
    python benchmarks/soak.py unchanged --books 1000

Each ends with exit code 0 when all is as it must be, and prints what it measured. Books are
the sample catalogue's, repeated; `--small` takes books of one page.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NO_BOOKS = {".guidepub.sqlite", "build.json"}

sys.path.insert(0, str(ROOT))

from benchmarks.catalogue import SAMPLES, without_names  # noqa: E402
from guidepub.batch import build  # noqa: E402
from guidepub.batch.work.jobs import Job, Made, make  # noqa: E402
from guidepub.loading import load  # noqa: E402
from guidepub.workers import WorkerPool  # noqa: E402

FAULTS = ("crash", "abort", "hang", "swell")
BROKEN = (
    "",
    "no front matter",
    "---\ntitel: Typo\n---\n# A\n\nB.\n",
    "---\ntitle: Fact\n---\n# A\n\n{fact}`nothing`\n",
    "---\ntitle: Image\n---\n# A\n\n![A deck.](gone.png)\n",
    "---\ntitle: Glyph\n---\n# Overview\n\n麵\n",
)


def make_catalogue(folder: Path, books: int, small: bool) -> None:
    """Write a catalogue of so many guides: the samples repeated, or one page each."""
    if small:
        folder.mkdir(parents=True)
        (folder / "catalog.toml").write_text('[imprint]\nname = "Press"\n')
        for number in range(books):
            text = f"---\ntitle: Book {number}\npublished: 2026-11-24\n---\n# A\n\nBread.\n"
            (folder / f"book-{number:04}.md").write_text(text)
        return
    shutil.copytree(SAMPLES, folder, ignore=shutil.ignore_patterns("*.md", "*.yaml", "wind-*"))
    samples = sorted(path for path in SAMPLES.iterdir() if path.suffix in (".md", ".yaml"))
    for number in range(books):
        sample = samples[number % len(samples)]
        text = without_names(sample.read_text("utf-8"))
        (folder / f"{sample.stem}-{number:04}{sample.suffix}").write_text(text, "utf-8")


def outputs(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of all files below a folder but the ledger and the report."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in NO_BOOKS
    }


def command(folder: Path, output: Path, options: Sequence[str]) -> list[str]:
    """Return the command that builds a catalogue."""
    build_it = [sys.executable, "-m", "guidepub", "build", str(folder), "-o", str(output)]
    return [*build_it, *options]


def run(folder: Path, output: Path, options: Sequence[str]) -> tuple[float, dict[str, object]]:
    """Build a catalogue, and return the seconds it took with the report."""
    begin = time.perf_counter()
    subprocess.run(
        command(folder, output, options), check=True, stdout=subprocess.DEVNULL, cwd=ROOT
    )
    seconds = time.perf_counter() - begin
    return seconds, json.loads((output / "build.json").read_text("utf-8"))


def wait_for_change(folder: Path, process: subprocess.Popen[bytes]) -> None:
    """Return as soon as a file comes or goes below a folder, or the process ends."""

    def names() -> set[str]:
        return {name for _, _, files in os.walk(folder) for name in files}

    before = names()
    while names() == before and process.poll() is None:
        time.sleep(0.001)


def soak_kills(
    books: int, kills: int, small: bool, options: Sequence[str], seed: int = 1
) -> dict[str, object]:
    """Kill a build at random moments, then let it end: all outputs are those of a quiet one.

    Returns:
        What was measured. `torn` are final names with other contents, after any kill.

    Raises:
        AssertionError: something is torn, missing, left over or different.
    """
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="soak-") as name:
        folder, quiet, rough = (Path(name) / each for each in ("in", "quiet", "rough"))
        make_catalogue(folder, books, small)
        seconds, _ = run(folder, quiet, options)
        whole = outputs(quiet)
        done = []
        for number in range(kills):
            process = subprocess.Popen(
                command(folder, rough, options),
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT,
                start_new_session=True,
            )  # fmt: skip
            if number % 2:
                # In the middle of writing, sooner or later in the batch.
                for _ in range(chance.randint(1, 8)):
                    wait_for_change(rough, process)
                time.sleep(chance.uniform(0, 0.02))
            else:
                time.sleep(chance.uniform(0.3, 3 + 2 * seconds / kills))
            process.send_signal(signal.SIGKILL)
            process.wait()
            there = outputs(rough) if rough.exists() else {}
            # What is being written has a name that begins with a dot.
            final = {path: d for path, d in there.items() if Path(path).name[0] != "."}
            assert final.items() <= whole.items(), "a final name bears another content"
            done.append(len(final))
        left, report = run(folder, rough, options)
        assert outputs(rough) == whole, "outputs differ, or something is left over"
        assert report["failed"] == report["stopped"] == 0
        again, report = run(folder, rough, options)
        assert (report["built"], report["unchanged"]) == (0, books)
    return {
        "books": books, "kills": kills, "options": " ".join(options), "files": len(whole),
        "undisturbed seconds": round(seconds, 1), "files after each kill": done,
        "last run seconds": round(left, 1), "unchanged seconds": round(again, 2),
    }  # fmt: skip


def make_poisoned(job: Job) -> Made:
    """Make a book, or fail as its slug says."""
    kind = job.slug.partition("-poison-")[0]
    if kind == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    elif kind == "abort":
        os.abort()
    elif kind == "hang":
        time.sleep(3600)
    elif kind == "swell":
        held = []
        while True:
            held.append(bytes(64 * 1024 * 1024))
    return make(job)


class PoisonedPool(WorkerPool):
    """Workers whose jobs fail as their slugs say."""

    def submit(self, function, /, *arguments, **keywords):  # type: ignore[no-untyped-def]
        """Hand a job to the workers."""
        return super().submit(make_poisoned, *arguments, **keywords)


def soak_poison(books: int, poisoned: int, small: bool, jobs: int) -> dict[str, object]:
    """Build a catalogue in one run of which some guides are poisoned in every way.

    Raises:
        AssertionError: a good book is missing, or a poisoned one is not named.
    """
    with tempfile.TemporaryDirectory(prefix="soak-") as name:
        folder, output = Path(name) / "in", Path(name) / "out"
        make_catalogue(folder, books - poisoned, small)
        bad = set()
        for number in range(poisoned):
            kind = (*FAULTS, *("broken" for _ in BROKEN))[number % (len(FAULTS) + len(BROKEN))]
            good = f"---\ntitle: Poison {number}\n---\n# Overview\n\nBread.\n"
            text = good if kind in FAULTS else BROKEN[number % len(BROKEN)]
            bad.add(f"{kind}-poison-{number:04}")
            (folder / f"{kind}-poison-{number:04}.md").write_text(text, "utf-8")
        if not small:
            # What the samples' catalogue asks of each guide is no concern here.
            settings = (folder / "catalog.toml").read_text("utf-8")
            settings = re.sub(r"(?m)^required = .*$", "required = []", settings)
            (folder / "catalog.toml").write_text(settings, "utf-8")
        begin = time.perf_counter()
        catalog = load(folder)
        with PoisonedPool(jobs, seconds=30.0, memory=1024**3) as pool:
            report = build(catalog, output, executor=pool)
        seconds = time.perf_counter() - begin
        assert len(report.built) == books - poisoned
        assert {result.slug for result in report.failed} == bad
        assert all(result.findings for result in report.failed)
        codes = sorted({finding.code for finding in report.findings})
    return {
        "books": books, "built": len(report.built), "named": len(report.failed),
        "codes": codes, "seconds": round(seconds, 1),
    }  # fmt: skip


def soak_unchanged(books: int, small: bool, options: Sequence[str]) -> dict[str, object]:
    """Build a catalogue, then build it with nothing changed, with one comma, with one notice."""
    with tempfile.TemporaryDirectory(prefix="soak-") as name:
        folder, output = Path(name) / "in", Path(name) / "out"
        make_catalogue(folder, books, small)
        cold, _ = run(folder, output, options)
        same = min(run(folder, output, options)[0] for _ in range(3))
        guide = sorted(folder.glob("*.md"))[0]
        guide.write_text(guide.read_text("utf-8").rstrip() + ",\n", "utf-8")
        comma, report = run(folder, output, options)
        assert (report["built"], report["unchanged"]) == (1, books - 1)
        settings = folder / "catalog.toml"
        text = settings.read_text("utf-8")
        notice = (
            '\n[[notices]]\nid = "soak"\nversion = 1\nlanguage = "en"\ntitle = "Soak"\n'
            'when = {tags = ["nobody-has-this"]}\ntext = "Wet."\n'
        )
        settings.write_text(text + notice, "utf-8")
        look, report = run(folder, output, options)
        assert report["built"] == 0
    return {
        "books": books, "cold seconds": round(cold, 1), "unchanged seconds": round(same, 2),
        "cold to unchanged": round(cold / same), "one comma seconds": round(comma, 2),
        "a notice nobody owes seconds": round(look, 2),
    }  # fmt: skip


def main() -> None:
    """Run what the arguments ask for, and print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("kind", choices=["kills", "poison", "unchanged"])
    parser.add_argument("--books", type=int, default=100)
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--poisoned", type=int, default=50)
    parser.add_argument("--jobs", default="2")
    parser.add_argument("--cluster", help="the address of a Dask scheduler")
    parser.add_argument("--edition", action="append", default=[])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--small", action="store_true", help="books of one page")
    asked = parser.parse_args()
    options = ["-j", asked.jobs, *(part for name in asked.edition for part in ("-e", name))]
    options += ["--cluster", asked.cluster] if asked.cluster else []
    if asked.kind == "kills":
        found = soak_kills(asked.books, asked.kills, asked.small, options, asked.seed)
    elif asked.kind == "poison":
        found = soak_poison(asked.books, asked.poisoned, asked.small, int(asked.jobs))
    else:
        found = soak_unchanged(asked.books, asked.small, options)
    for name, value in found.items():
        print(f"{name}: {value}")


if __name__ == "__main__":
    main()
