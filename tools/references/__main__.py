"""`python -m tools.references`: make all reference pictures anew; with --check compare them.

A comparison writes pictures of the pages that differ to `build/references`, and ends with 1.
"""

from __future__ import annotations

import argparse
import sys

from tools import ROOT
from tools.references.books import (
    FOLDER,
    book_named,
    files_of,
    names,
    path_of,
    reference_of,
    stray_files,
)
from tools.references.comparing import compared
from tools.references.storage import packed, unpacked

PICTURES = ROOT / "build" / "references"


def main() -> None:
    """Write or compare the references of all books, or of some."""
    parser = argparse.ArgumentParser(prog="python -m tools.references", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="'THEME SLUG'", help="all if none")
    parser.add_argument("--check", action="store_true", help="compare; write no reference")
    options = parser.parse_args()
    known = names()
    if unknown := {*options.names} - {*known}:
        parser.error(f"no such reference: {', '.join(sorted(unknown))}; known: {', '.join(known)}")
    differ = False
    for name in options.names or known:
        if options.check:
            for difference in check(name):
                differ = True
                print(difference, flush=True)
        else:
            write(name)
            print(f"{name}: {path_of(name).stat().st_size:,} bytes", flush=True)
    if not options.check and not options.names:
        for path in stray_files():
            path.unlink()
    sys.exit(1 if differ else 0)


def write(name: str) -> None:
    """Write the reference of a book as it is now."""
    FOLDER.mkdir(exist_ok=True)
    path_of(name).write_bytes(packed(reference_of(files_of(book_named(name)))))


def check(name: str) -> list[str]:
    """Return how a book differs from its reference; pictures of its pages are written."""
    path = path_of(name)
    if not path.is_file():
        return [f"{name} has no reference yet: `make references` makes it"]
    files = files_of(book_named(name))
    before, now = unpacked(path.read_bytes()), reference_of(files)
    return list(compared(name, before, now, files, PICTURES))


if __name__ == "__main__":
    main()
