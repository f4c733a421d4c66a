"""`python -m tools.aloud FILE`: print what a tagged PDF says, in the order of its structure."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import pikepdf

from tools.spoken import spoken_passages


def main(arguments: Sequence[str]) -> None:
    """Print the passages of a file: the pages that each is on, its element's type, its text."""
    (path,) = arguments
    with pikepdf.open(path) as pdf:
        for passage in spoken_passages(pdf):
            pages = "-".join(map(str, passage.pages))
            print(f"{pages:>7} {passage.kind:<10} {passage.text}")


if __name__ == "__main__":
    main(sys.argv[1:])
