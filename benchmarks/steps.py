"""Where the time of a build goes, here and at another commit: `python -m benchmarks.steps COMMIT`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import click

import guidepub
from benchmarks.checkouts import ROOT, CheckoutError, checkout, name_of
from benchmarks.commands import hide_system_fonts
from benchmarks.stepped import REST, STEPS
from benchmarks.tables import Part, Table, report, share, times, write_into
from benchmarks.timing import Sample

_SCRIPT = Path(__file__).with_name("stepped.py")
_NOTE = (
    "Milliseconds of processor time a book, for its PDFs and its EPUB made one after the other in "
    "a process that has made them before and forgotten their lines. Ratios are those of the two "
    "runs of one round."
)

Steps = dict[str, float]
"""Seconds by step."""


def measured(source: Path, samples: Path) -> Steps:
    """Return what a round takes with the guidepub in a folder, for the guides in another."""
    done = subprocess.run(
        (sys.executable, str(_SCRIPT), str(samples)),
        cwd=source, env=os.environ | {"PYTHONPATH": str(source)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    found: Steps = json.loads(done.stdout)
    return found


def table(commit: str, before: list[Steps], after: list[Steps], books: int) -> Table:
    """Return a row for each step, and one for all of them."""
    rows = []
    whole = Sample(tuple(sum(round_.values()) for round_ in after))
    for step in (*STEPS, REST, "all"):
        old, new = (
            Sample(tuple(sum(r.values()) if step == "all" else r.get(step, 0.0) for r in rounds))
            for rounds in (before, after)
        )
        rows.append(
            (
                step,
                *(f"{1000 * sample.median / books:.0f}" for sample in (old, new)),
                times(new.over(old)) if all(old.values) else "–",
                share(new.median / whole.median),
            )
        )
    columns = ("", f"at {commit}", "now", "ratio", "share now")
    return Table("Where the time of a book goes", columns, tuple(rows), (_NOTE,))


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("commit")
@click.option("--rounds", default=3, show_default=True, type=click.IntRange(1),
              help="How many pairs are measured.")  # fmt: skip
@click.option("--into", type=click.Path(exists=True, dir_okay=False, path_type=Path),
              metavar="PAGE", help="Put the table into a page between its marks “steps”, too.")  # fmt: skip
def main(commit: str, rounds: int, into: Path | None) -> None:
    """Print how much of the processor time each step of a build takes, for the commit's samples."""
    before, after = [], []
    with tempfile.TemporaryDirectory(prefix="guidepub-steps-") as temporary:
        folder = Path(temporary).resolve()
        hide_system_fonts(folder)
        try:
            with checkout(commit, folder / "other") as source:
                # It knows no key that was added since.
                samples = source / "guides"
                for _ in range(rounds):
                    before.append(measured(source, samples))
                    after.append(measured(ROOT, samples))
                name, books = name_of(commit), len(list(guidepub.load(samples)))
        except CheckoutError as error:
            raise click.BadParameter(str(error), param_hint="COMMIT") from error
    text = report([Part((table(name, before, after, books),))], (), ())
    click.echo(text)
    if into is not None:
        write_into(into, "steps", text)


if __name__ == "__main__":
    main()
