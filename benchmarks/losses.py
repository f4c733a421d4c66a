"""Guides made by chance, built in all editions, themes and trims, and read back: nothing is lost.

    python -m benchmarks.losses --guides 2000
    python -m benchmarks.losses --guides 100 --keep build/losses    # the files stay, for validators

A build reads back each file itself. Here the files are read a second time by other code, which
knows nothing but the words that each guide must hold. Exit code 0 if all guides became books
and no word is missing.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from concurrent.futures import Executor
from html import unescape
from itertools import product
from pathlib import Path

import pypdfium2

import guidepub
from benchmarks.generating import THEMES, TRIMS, Made, catalog, guide
from guidepub.model import Edition
from guidepub.workers import WorkerPool

EDITIONS: tuple[Edition, ...] = ("print", "print-cover", "screen", "epub")
# So many guides share a catalogue; each catalogue has a theme and a trim.
_MOST = 40


def main() -> None:
    """Make, build and read; print what is missing, and a sum."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--guides", type=int, default=2000)
    parser.add_argument("--first", type=int, default=0, help="the number of the first guide")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", type=Path, help="a folder in which all files stay")
    options = parser.parse_args()
    begin = time.monotonic()
    faults = 0
    folder = options.keep or Path(tempfile.mkdtemp())
    with WorkerPool(options.jobs) as pool:
        for place, numbers in shares(options.first, options.guides):
            found = losses_of(folder / place, numbers, pool)
            for fault in found:
                print(f"{place}: {fault}")
            faults += len(found)
            print(f"{place}: {len(numbers)} guides, {faults} faults so far", flush=True)
            if not options.keep:
                shutil.rmtree(folder / place)
    print(f"{options.guides} guides, {faults} faults, {time.monotonic() - begin:.0f} s")
    sys.exit(1 if faults else 0)


def losses_of(
    folder: Path, numbers: list[int], executor: Executor | None = None, build: bool = True
) -> list[str]:
    """Return what is wrong with the guides of some numbers, built in a folder `THEME/TRIM/…`.

    Without `build`, the files are read that are there.
    """
    made = _written(folder, numbers)
    found = []
    if build:
        catalog = guidepub.load(folder)
        report = guidepub.build(catalog, folder / "out", EDITIONS, executor=executor)
        found = [str(finding) for finding in report.findings]
    return [*found, *_missing(folder / "out", made)]


def shares(first: int, guides: int) -> Iterator[tuple[str, list[int]]]:
    """Yield the guides' numbers, shared among all themes and trims."""
    kinds = list(product(THEMES, TRIMS))
    shares: dict[tuple[str, str, int], list[int]] = {}
    for number in range(first, first + guides):
        theme, trim = kinds[number % len(kinds)]
        shares.setdefault((theme, trim, (number - first) // (_MOST * len(kinds))), []).append(
            number
        )
    for (theme, trim, share), numbers in shares.items():
        yield f"{theme}/{trim}/{share}", numbers


def _written(folder: Path, numbers: list[int]) -> dict[str, Made]:
    """Write a catalogue with the guides of some numbers; its place names its theme and trim."""
    folder.mkdir(parents=True, exist_ok=True)
    theme, trim = folder.parts[-3:-1]
    for name, text in catalog(theme, trim).items():
        (folder / name).write_text(text, "utf-8")
    made = {f"guide-{number}": guide(number) for number in numbers}
    for slug, each in made.items():
        (folder / f"{slug}.md").write_text(each.text, "utf-8")
    return made


def _missing(out: Path, made: dict[str, Made]) -> Iterator[str]:
    """Yield the words that are in none of the places of a file where they must be."""
    for slug, each in made.items():
        own = out / slug
        for edition in ("print", "screen"):
            yield from _absent(
                f"{slug}-{edition}.pdf", _pdf(own / f"{slug}-{edition}.pdf"), each.words
            )
        text = _epub(own / f"{slug}.epub")
        yield from _absent(f"{slug}.epub", text, each.words + each.alternatives)


def _absent(name: str, text: str, words: list[str]) -> Iterator[str]:
    if missing := [word for word in words if word not in text]:
        yield f"{name} lacks {', '.join(missing)}"


def _pdf(path: Path) -> str:
    if not path.is_file():
        return ""
    pdf = pypdfium2.PdfDocument(path)
    text = "".join(pdf[number].get_textpage().get_text_range() for number in range(len(pdf)))
    pdf.close()
    return text


def _epub(path: Path) -> str:
    if not path.is_file():
        return ""
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if name.endswith(".xhtml")]
        return unescape("".join(archive.read(name).decode() for name in names))


if __name__ == "__main__":
    main()
