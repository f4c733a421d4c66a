"""guidepub beside what people use today, in one run: `python -m benchmarks.speed`."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import click

from benchmarks.changes import rebuild, sizes
from benchmarks.commands import hide_system_fonts
from benchmarks.comparison import editions, screen
from benchmarks.ground import Ground
from benchmarks.lengths import lengths
from benchmarks.memory import memory
from benchmarks.proving import proof
from benchmarks.rivals import versions
from benchmarks.tables import Part, report, write_into
from benchmarks.timing import Turns
from benchmarks.together import together

PARTS = ("editions", "screen", "together", "rebuild", "sizes", "memory", "proof", "lengths")


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--books", default=7, show_default=True, type=click.IntRange(1),
              help="Books of the catalogue that is compared.")  # fmt: skip
@click.option("--rounds", default=2, show_default=True, type=click.IntRange(1),
              help="How often each thing is measured.")  # fmt: skip
@click.option("--size", "counts", multiple=True, default=(10, 30), show_default=True,
              type=click.IntRange(1), help="A number of books to grow to; may be given more than once.")  # fmt: skip
@click.option("--memory-books", default=60, show_default=True, type=click.IntRange(10),
              help="Books that one worker makes while its memory is followed.")  # fmt: skip
@click.option("--only", "parts", multiple=True, type=click.Choice(PARTS),
              help="Run this part alone; may be given more than once.")  # fmt: skip
@click.option("--into", type=click.Path(exists=True, dir_okay=False, path_type=Path),
              metavar="PAGE", help="Put the tables into a page between its marks, too.")  # fmt: skip
@click.option("--as", "marks", default="speed", show_default=True, metavar="NAME",
              help="The name of those marks.")  # fmt: skip
@click.option("--keep", type=click.Path(file_okay=False, path_type=Path), metavar="FOLDER",
              help="Work in this folder and leave all files there.")  # fmt: skip
def main(
    books: int,
    rounds: int,
    counts: tuple[int, ...],
    memory_books: int,
    parts: tuple[str, ...],
    into: Path | None,
    marks: str,
    keep: Path | None,
) -> None:
    """Build one catalogue with guidepub and with its rivals, and print tables of ratios.

    Let nothing else run meanwhile. For the figures in docs/benchmarks.md:

    \b
    python -m benchmarks.speed --books 100 --rounds 1 --size 10 --size 100 --size 1000
        --only editions --only together --only rebuild --only sizes --into docs/benchmarks.md
    python -m benchmarks.speed --only memory --memory-books 70 --into docs/benchmarks.md
        --as memory
    python -m benchmarks.speed --only screen --into docs/benchmarks.md --as screen
    python -m benchmarks.speed --only proof --rounds 3 --into docs/benchmarks.md --as proof
    python -m benchmarks.speed --only lengths --rounds 1 --into docs/benchmarks.md --as lengths
    """  # noqa: D301 - click's sign for lines that stay as they are
    with tempfile.TemporaryDirectory(prefix="guidepub-benchmark-") as temporary:
        folder = (keep or Path(temporary)).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        hide_system_fonts(folder)
        turns = Turns(rounds, lambda line: click.echo(line, err=True))
        ground = Ground(folder, books, turns)
        known: dict[str, Callable[[], Part]] = {
            "editions": lambda: editions(ground),
            "screen": lambda: screen(ground),
            "together": lambda: together(ground),
            "rebuild": lambda: rebuild(ground),
            "sizes": lambda: sizes(ground, counts),
            "proof": lambda: proof(ground),
            "lengths": lambda: lengths(ground),
            "memory": lambda: memory(ground, memory_books),
        }
        found = [known[name]() for name in PARTS if not parts or name in parts]
        text = report(found, turns.noise, versions())
    click.echo(text)
    if into is not None:
        write_into(into, marks, text)


if __name__ == "__main__":
    main()
