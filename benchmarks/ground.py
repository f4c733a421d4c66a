"""What all parts of the benchmark stand on: a folder, a catalogue, the rivals' material."""

from __future__ import annotations

import functools
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2

import guidepub
from benchmarks import catalogue, rivals
from benchmarks.commands import Command, python, run
from benchmarks.material import Material, gather
from benchmarks.timing import Case, Sample, Turns
from guidepub.model import Edition


@dataclass(frozen=True)
class Ground:
    """Where a benchmark works, how many books it makes of which, and how it takes the time."""

    folder: Path
    books: int
    turns: Turns
    samples: Path = catalogue.SAMPLES

    @functools.cached_property
    def catalogue(self) -> Path:
        """The catalogue's folder."""
        return self.definitions[0].parent

    @functools.cached_property
    def definitions(self) -> list[Path]:
        """The files of the catalogue's guides."""
        return catalogue.repeat(self.folder / "catalogue", self.books, self.samples)

    def material(self, count: int | None = None) -> list[Material]:
        """Return what the rivals are given of the first books, or of all; made once, not timed."""
        wanted = self.books if count is None else count
        while len(self._gathered) < wanted:
            self._gathered.append(next(self._gathering))
            self.turns.report(f"prepared {self._gathered[-1].slug} for the rivals")
        return self._gathered[:wanted]

    @functools.cached_property
    def _gathering(self) -> Iterator[Material]:
        slugs = [catalogue.slug_of(path) for path in self.definitions]
        kinds = len(catalogue.definitions(self.samples))
        loaded = guidepub.load(self.catalogue)
        return gather(loaded, slugs, kinds, self.folder / "material", rivals.pandoc())

    @functools.cached_property
    def _gathered(self) -> list[Material]:
        return []

    def place(self, name: str) -> Path:
        """Return the folder for what something of a name makes."""
        return self.folder / "output" / "".join(filter(str.isalnum, name))

    def clear(self, name: str) -> None:
        """Make that folder, empty."""
        shutil.rmtree(self.place(name), ignore_errors=True)
        self.place(name).mkdir(parents=True)


@dataclass(frozen=True, slots=True)
class Made:
    """How many files lie in a folder, and how many pages its PDF files have."""

    files: int
    pages: int


def made_in(folder: Path) -> Made:
    """Count the PDF and EPUB files below a folder."""
    pdfs = list(folder.rglob("*.pdf"))
    pages = 0
    for path in pdfs:
        with pypdfium2.PdfDocument(path) as document:
            pages += len(document)
    return Made(len(pdfs) + len(list(folder.rglob("*.epub"))), pages)


def build(
    paths: Path | Sequence[Path],
    output: Path,
    editions: Sequence[Edition],
    jobs: int | None = None,
    root: Path | None = None,
) -> Command:
    """Return the `guidepub build` command for a catalogue or some guides.

    With `root`, a folder with the source of guidepub, it is that one's.
    """
    named = [paths] if isinstance(paths, Path) else paths
    options = [option for edition in editions for option in ("-e", edition)]
    options += ["-j", str(jobs)] if jobs else []
    return python("guidepub", "build", *named, "-o", output, *options, folder=root)


def cold(
    ground: Ground, name: str, editions: Sequence[Edition], jobs: int, root: Path | None = None
) -> Case:
    """Return the case of guidepub making the whole catalogue into an empty folder.

    `root` is as for `build`.
    """
    return Case(
        name,
        lambda: run([build(ground.catalogue, ground.place(name), editions, jobs, root)]),
        lambda: ground.clear(name),
    )


def theirs(
    ground: Ground,
    name: str,
    commands: Callable[[Sequence[Material], Path], Iterable[Command]],
    books: int | None = None,
    workers: int = 1,
) -> Case:
    """Return the case of a rival making the first books, or all, into an empty folder."""

    def before() -> None:
        ground.material(books)
        ground.clear(name)

    return Case(
        name, lambda: run(commands(ground.material(books), ground.place(name)), workers), before
    )


def measured(found: Sample | Exception) -> Sample:
    """Return a case's seconds where nothing else will do.

    Raises:
        Exception: what made the case fail.
    """
    if isinstance(found, Exception):
        raise found
    return found
