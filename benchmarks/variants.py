"""Sixty books that nobody has looked at, built and checked in every way.

    python -m benchmarks.variants
    python -m benchmarks.variants --books 8 --keep build/variants    # the files stay

The samples bear other titles (of 5 to 160 characters), figures and lengths; others are made by
chance in four languages, and hard ones hold wide tables, pictures of all shapes, long words and
code. They are in all shipped themes and the trims that these are for. Each gets a line, with its
figures of typesetting, and what is wrong with it below. Exit code 0 if nothing is.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import guidepub
from benchmarks.examining import epub_faults, pdf_faults, smallest_type
from benchmarks.typesetting import Figures, measure
from benchmarks.varying import Shelf, Variant, shelves
from guidepub.model import Edition
from guidepub.pdf.finished.counting import page_count
from guidepub.workers import WorkerPool

EDITIONS: tuple[Edition, ...] = ("print", "print-cover", "screen", "epub")
# The least type that readers of large print need (ACB, Best Practices and Guidelines for Large
# Print Documents, 2025): 18 points for all text.
_LARGE = 18.0

# How fine a sample's own picture is on a page that it was not made for is no matter of setting.
_OF_PICTURES = frozenset({"K031", "P042"})


def main() -> None:
    """Build and examine; print a line for each book, and a sum."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--books", type=int, default=60)
    parser.add_argument("--theme", default="", help="only those in one theme")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", type=Path, help="an empty or new folder in which all files stay")
    options = parser.parse_args()
    begin = time.monotonic()
    books = faulty = stopped = 0
    total = Figures()
    with tempfile.TemporaryDirectory() as folder, WorkerPool(options.jobs) as pool:
        for shelf in shelves(options.keep or Path(folder), options.books):
            if options.theme and shelf.theme != options.theme:
                continue
            for variant, pages, figures, faults in examined(shelf, pool):
                books += 1
                faulty += bool(faults)
                stopped += not pages and not faults
                total.add(figures)
                shown = f"{pages} pages, {figures}" if pages else "has no room, and is told so"
                mark = f"{len(faults)} faults" if faults else "good"
                print(
                    f"{shelf.theme}/{shelf.trim} {variant.slug} ({variant.about}): {shown}: {mark}"
                )
                for fault in faults:
                    print(f"    {fault}")
                sys.stdout.flush()
    print(f"{books} books, {faulty} with faults, {stopped} without room; {total}; ", end="")
    print(f"{time.monotonic() - begin:.0f} s")
    sys.exit(1 if faulty else 0)


def examined(shelf: Shelf, pool: WorkerPool) -> Iterator[tuple[Variant, int, Figures, list[str]]]:
    """Build a shelf, and yield of each book its pages, its figures, and what is wrong with it.

    A book has no pages where it was not built. That is no fault where it may have no room (R004).
    """
    catalog = guidepub.load(shelf.folder)
    out = shelf.folder / "out"
    report = guidepub.build(catalog, out, EDITIONS, executor=pool)
    findings: dict[str, list[str]] = {slug: [] for slug in shelf.variants}
    for result in report.results:
        findings[result.slug] += [str(finding) for finding in result.findings]
    for finding in guidepub.check(out) if out.is_dir() else ():
        if finding.code in _OF_PICTURES:
            continue
        findings[Path(finding.place.path).relative_to(out).parts[0]].append(str(finding))
    for slug, variant in shelf.variants.items():
        figures = Figures()
        screen = out / slug / f"{slug}-screen.pdf"
        if not screen.is_file():
            right = variant.may_stop and all(" R004 " in each for each in findings[slug])
            yield variant, 0, figures, [] if right else findings[slug] or ["no book was made"]
            continue
        data = screen.read_bytes()
        measure(data, figures)
        large = shelf.theme == "school-large" and not variant.lettered
        faults = [*findings[slug], *_faults(out / slug, slug, large)]
        yield variant, page_count(data), figures, faults


def _faults(folder: Path, slug: str, large: bool) -> Iterator[str]:
    """Yield what is wrong with a book's files."""
    screen = folder / f"{slug}-screen.pdf"
    for path in (screen, folder / f"{slug}-print-cover.pdf"):
        yield from (f"{path.name}: {fault}" for fault in pdf_faults(path))
    yield from (f"{slug}.epub: {fault}" for fault in epub_faults(folder / f"{slug}.epub"))
    if large and (least := smallest_type(screen)) < _LARGE:
        yield f"{screen.name}: the smallest type has {least} points"


if __name__ == "__main__":
    main()
