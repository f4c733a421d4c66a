"""This build beside another commit's, and today's tools: `python -m benchmarks.against COMMIT`."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

import click

import guidepub
from benchmarks.checkouts import ROOT, CheckoutError, checkout, name_of
from benchmarks.commands import Command, hide_system_fonts, python, run
from benchmarks.copies import write_copies
from benchmarks.edited import long_edited, sample_edited
from benchmarks.ground import Ground, build, cold, made_in, measured, theirs
from benchmarks.material import Material
from benchmarks.rivals import Rival, loop_of_today, plain_weasyprint, typst_alone
from benchmarks.tables import Part, Table, Target, over, report, share, times, under, write_into
from benchmarks.timing import Case, Sample, Turns
from guidepub.model import Edition

PARTS = (
    "editions", "screen", "cold", "loop", "workers", "typst", "audit", "preview", "long",
)  # fmt: skip

_GUIDE = "welder"
# An older build, and the tools beside it, know no page for a web site.
_EDITIONS: tuple[Edition, ...] = ("print", "print-cover", "screen", "epub")
_WORK = (
    "The ratios are of processor time, which other programs on the machine change least; each "
    "is that of the two runs of one round."
)
_CLOCK = "The ratios are of time by the clock, with the start of Python; each is that of one round."


class Amount(NamedTuple):
    """How many books a loop makes too, how many files are audited, how often guides are edited."""

    books: int
    files: int
    edits: int
    long_edits: int


@dataclass(frozen=True, slots=True)
class Other:
    """The build at another commit, checked out in a folder."""

    commit: str
    folder: Path

    @property
    def samples(self) -> Path:
        """Its samples, which both builds make: it knows no key that was added since."""
        return self.folder / "guides"

    def name(self, title: str) -> str:
        """Return what its case of some work is called."""
        return f"{title}, at {self.commit}"


def samples(ground: Ground, other: Other, chosen: Sequence[Edition], title: str) -> Part:
    """Compare editions of the samples, made by one worker."""
    before = other.name(title)
    cases = [cold(ground, title, chosen, 1), cold(ground, before, chosen, 1, other.folder)]
    found = _taken(ground, cases)
    target = under(title, found[title].worked.over(found[before].worked), 0.5)
    return Part((_table(title, found),), (target,))


def one_guide(ground: Ground, other: Other) -> Part:
    """Compare the command for one guide, from its start to its end."""
    title, plain = f"`guidepub build {_GUIDE}.md -e screen`, from the start", plain_weasyprint()
    before, guide = other.name(title), other.samples / f"{_GUIDE}.md"
    made = [
        Case(
            name,
            partial(_run_build, guide, ground.place(name), root),
            partial(ground.clear, name),
        )
        for name, root in ((title, ROOT), (before, other.folder))
    ]
    cases = [*made, theirs(ground, plain.name, partial(_commands_for_one, plain))]
    found = _taken(ground, cases)
    targets = (
        under(title, found[title].over(found[before]), 0.55),
        under(
            f"The same, over {plain.name} on the same HTML",
            found[title].over(found[plain.name]),
            0.95,
        ),
    )
    return Part((_table(title, found, clock=True),), targets)


def catalogue(ground: Ground, other: Other) -> Part:
    """Compare a catalogue in all editions with the loop of today's tools."""
    title, plain = f"All editions of {ground.books} books, two workers", loop_of_today()
    before = other.name(title)
    cases = [
        cold(ground, title, _EDITIONS, 2),
        cold(ground, before, _EDITIONS, 2, other.folder),
        theirs(ground, plain.name, plain.commands),
    ]
    found = _taken(ground, cases)
    faster = over(f"{title}, against {plain.name}", found[plain.name].over(found[title]), 9)
    return Part((_table(title, found, clock=True),), (faster,))


def workers(ground: Ground, _other: Other) -> Part:
    """Compare two workers with one, in the time of the clock."""
    one, two = (f"All editions of {ground.books} books, {n}" for n in ("one worker", "two workers"))
    found = _taken(ground, [cold(ground, two, _EDITIONS, 2), cold(ground, one, _EDITIONS, 1)])
    faster = over("Two workers, against one", found[one].over(found[two]), 1.9)
    return Part((_table("Two workers, and one", found, clock=True),), (faster,))


def typst(ground: Ground, _other: Other) -> Part:
    """Compare the time a page with Typst's package, which sets the same words."""
    title, rival = "The PDF for the screen, beside Typst’s package", typst_alone()
    label = f"Processor time a page, over {rival.name}"
    if rival.missing:
        return Part((), (Target(label, "under 5", f"not measured: {rival.missing}", False),))
    cases = [cold(ground, title, ("screen",), 1), theirs(ground, rival.name, rival.commands)]
    found = _taken(ground, cases)
    own, its = (
        found[case.name].worked.each(made_in(ground.place(case.name)).pages) for case in cases
    )
    return Part((_table(title, found),), (under(label, own.over(its), 5),))


def audit(ground: Ground, other: Other, files: int) -> Part:
    """Compare how fast the notices of finished files are audited."""
    folder, title = ground.folder / "audited", f"`guidepub check --legal` on {files} files"
    catalog = guidepub.load(other.samples)
    data = guidepub.render(guidepub.assemble(catalog[_GUIDE], catalog), "screen")
    write_copies(data, folder, files)
    before = other.name(title)
    cases = [
        Case(name, partial(_run_audit, folder, other.samples, root))
        for name, root in ((title, ROOT), (before, other.folder))
    ]
    found = _taken(ground, cases)
    faster = found[before].worked.over(found[title].worked)
    return Part((_table(title, found),), (over("Files audited a second", faster, 2.5),))


def _commands_for_one(rival: Rival, books: Sequence[Material], output: Path) -> Iterator[Command]:
    return rival.commands([book for book in books if book.slug == _GUIDE], output)


def _run_build(guide: Path, output: Path, root: Path) -> None:
    run([build(guide, output, ("screen",), root=root)])


def _run_audit(folder: Path, catalog: Path, root: Path) -> None:
    options = ("--legal", "--catalog", catalog, "--cache", "none")
    run([python("guidepub", "check", folder, *options, folder=root)])


def _taken(ground: Ground, cases: Sequence[Case]) -> dict[str, Sample]:
    """Return what each case took, the first of them being this build's."""
    return {name: measured(found) for name, found in ground.turns.time(cases).items()}


def _table(title: str, found: dict[str, Sample], *, clock: bool = False) -> Table:
    """Return a row for each case, with how much of its time the first one takes."""
    own = next(iter(found.values()))
    rows = tuple(
        (
            name,
            f"{taken.median:.2f}",
            f"{taken.worked.median:.2f}",
            share(taken.spread),
            times(own.over(taken) if clock else own.worked.over(taken.worked)),
        )
        for name, taken in found.items()
    )
    columns = ("", "seconds", "of processors", "spread", "this build, of that")
    return Table(title, columns, rows, (_CLOCK if clock else _WORK,))


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("commit")
@click.option("--rounds", default=5, show_default=True, type=click.IntRange(1),
              help="How many pairs are measured of each thing.")  # fmt: skip
@click.option("--books", default=100, show_default=True, type=click.IntRange(1),
              help="Books of the catalogue that a loop makes, too.")  # fmt: skip
@click.option("--files", default=100, show_default=True, type=click.IntRange(1),
              help="Finished files that are audited.")  # fmt: skip
@click.option("--edits", default=100, show_default=True, type=click.IntRange(1),
              help="Edits of a sample in the preview.")  # fmt: skip
@click.option("--long-edits", default=20, show_default=True, type=click.IntRange(1),
              help="Edits of a guide of 240 pages in the preview.")  # fmt: skip
@click.option("--only", "parts", multiple=True, type=click.Choice(PARTS),
              help="Run this part alone; may be given more than once.")  # fmt: skip
@click.option("--into", type=click.Path(exists=True, dir_okay=False, path_type=Path),
              metavar="PAGE", help="Put the tables into a page between its marks “against”, too.")  # fmt: skip
def main(
    commit: str,
    rounds: int,
    books: int,
    files: int,
    edits: int,
    long_edits: int,
    parts: tuple[str, ...],
    into: Path | None,
) -> None:
    """Measure this build and the one at COMMIT in pairs, in one run.

    The commit is checked out beside this source for as long as that takes, and runs with the
    same libraries. Both make the samples of the commit.
    """
    amount = Amount(books, files, edits, long_edits)
    with tempfile.TemporaryDirectory(prefix="guidepub-against-") as temporary:
        folder = Path(temporary).resolve()
        hide_system_fonts(folder)
        turns = Turns(rounds, lambda line: click.echo(line, err=True))
        try:
            with checkout(commit, folder / "other") as source:
                other = Other(name_of(commit), source)
                text = _report(folder, turns, other, parts or PARTS, amount)
        except CheckoutError as error:
            raise click.BadParameter(str(error), param_hint="COMMIT") from error
    click.echo(text)
    if into is not None:
        write_into(into, "against", text)


def _report(folder: Path, turns: Turns, other: Other, parts: Sequence[str], amount: Amount) -> str:
    count = len(list(guidepub.load(other.samples)))
    ground = Ground(folder / "samples", count, turns, other.samples)
    many = Ground(folder / "catalogue", amount.books, turns, other.samples)
    known: dict[str, Callable[[], Part]] = {
        "editions": lambda: samples(ground, other, _EDITIONS, "All editions of the samples"),
        "screen": lambda: samples(
            ground, other, ("screen",), "The PDF for the screen of the samples"
        ),
        "cold": lambda: one_guide(ground, other),
        "loop": lambda: catalogue(many, other),
        "workers": lambda: workers(many, other),
        "typst": lambda: typst(ground, other),
        "audit": lambda: audit(ground, other, amount.files),
        "preview": lambda: sample_edited(amount.edits),
        "long": lambda: long_edited(amount.long_edits),
    }
    # Python compiles what it loads for the first time.
    _run_build(other.samples / f"{_GUIDE}.md", folder / "warm", other.folder)
    _run_build(other.samples / f"{_GUIDE}.md", folder / "warm", ROOT)
    found = [_measured(name, known[name]) for name in PARTS if name in parts]
    return report(found, turns.noise, ())


def _measured(name: str, part: Callable[[], Part]) -> Part:
    """Return a part, or that it could not be measured: it takes no other with it."""
    try:
        return part()
    except Exception as error:  # noqa: BLE001 - a browser or a build may fail in many ways
        reason = str(error).partition("\n")[0]
        return Part((), (Target(f"The part “{name}”", "", f"not measured: {reason}", False),))


if __name__ == "__main__":
    main()
