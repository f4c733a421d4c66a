"""The same catalogue made by guidepub and by its rivals, from nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.commands import CommandError, run
from benchmarks.ground import Ground, Made, cold, made_in, measured, theirs
from benchmarks.rivals import Rival, for_all_editions, for_the_screen
from benchmarks.tables import Part, Table, Target, over, share, times
from benchmarks.timing import Sample
from guidepub.model import EDITIONS, Edition

_COLUMNS = (
    "",
    "files",
    "pages",
    "seconds a book",
    "of processors",
    "ms a page",
    "spread",
    "× guidepub, 1 worker",
    "× guidepub, 2 workers",
)


@dataclass(frozen=True, slots=True)
class _Contest:
    """A contest's outcome: seconds by name, rivals that took no part with the reason."""

    one: str
    two: str
    found: dict[str, Sample | Exception]
    absent: dict[str, str]

    def ratio(self, name: str, jobs: int) -> Sample | None:
        """Return how many times as long as guidepub with so many workers something takes."""
        sample = self.found.get(name)
        own = measured(self.found[self.one if jobs == 1 else self.two])
        return sample.over(own) if isinstance(sample, Sample) else None


def editions(ground: Ground) -> Part:
    """Compare all editions of the whole catalogue, from nothing."""
    loop, pandoc = for_all_editions()
    both = Rival(f"{loop.name}, two at once", loop.commands, lacks="")
    rivals = [loop, both, pandoc]
    contest = _contest(ground, "all editions", EDITIONS, rivals, {both.name: 2})
    title = f"All editions of {ground.books} books, from nothing"
    table = _table(ground, title, contest, rivals)
    gain = measured(contest.found[contest.one]).over(measured(contest.found[contest.two]))
    targets = [over("Two workers, against one", gain, 1.85)]
    for name, jobs, wanted, label in (
        (loop.name, 2, 3.0, "All editions, 2 workers, against a loop of `weasyprint` and EbookLib"),
        (loop.name, 1, 1.7, "The same, 1 worker"),
        (pandoc.name, 2, 2.0, "All editions, 2 workers, against pandoc with WeasyPrint"),
    ):
        ratio = contest.ratio(name, jobs)
        targets.append(over(label, ratio, wanted) if ratio else _unmeasured(label, wanted))
    return Part((table,), tuple(targets))


def screen(ground: Ground) -> Part:
    """Compare the PDF for the screen alone, which all rivals can make."""
    rivals = for_the_screen()
    contest = _contest(ground, "screen", ("screen",), rivals, {})
    title = f"The PDF for the screen alone, {ground.books} books, from nothing"
    return Part((_table(ground, title, contest, rivals),))


def _contest(
    ground: Ground,
    kind: str,
    chosen: Sequence[Edition],
    rivals: Sequence[Rival],
    workers: dict[str, int],
) -> _Contest:
    one, two = f"guidepub, 1 worker ({kind})", f"guidepub, 2 workers ({kind})"
    cases = [cold(ground, one, chosen, 1), cold(ground, two, chosen, 2)]
    absent = {}
    for rival in rivals:
        reason = rival.missing or _fault(ground, rival)
        if reason:
            absent[rival.name] = reason
            ground.turns.report(f"{rival.name}: {reason}")
        else:
            at_once = workers.get(rival.name, 1)
            cases.append(theirs(ground, rival.name, rival.commands, workers=at_once))
    return _Contest(one, two, ground.turns.time(cases), absent)


def _fault(ground: Ground, rival: Rival) -> str | None:
    """Let a rival make one book, which also warms it; return why it cannot, if so."""
    ground.clear(rival.name)
    try:
        run(rival.commands(ground.material(1), ground.place(rival.name)))
    except CommandError as error:
        return f"does not run here: {error}"
    return None if made_in(ground.place(rival.name)).pages else "does not run here: no pages"


def _table(ground: Ground, title: str, contest: _Contest, rivals: Sequence[Rival]) -> Table:
    rows = [
        _row(ground, name, label, contest)
        for name, label in (
            (contest.one, "guidepub, 1 worker"),
            (contest.two, "guidepub, 2 workers"),
        )
    ]
    rows += [_row(ground, rival.name, rival.name, contest) for rival in rivals]
    lacks = "\n".join(f"- {rival.name}: {rival.lacks}" for rival in rivals if rival.lacks)
    return Table(title, _COLUMNS, tuple(rows), (f"What the others do and do not do:\n\n{lacks}",))


def _row(ground: Ground, name: str, label: str, contest: _Contest) -> tuple[str, ...]:
    found = contest.found.get(name)
    if not isinstance(found, Sample):
        return label, contest.absent.get(name) or str(found), *[""] * (len(_COLUMNS) - 2)
    made: Made = made_in(ground.place(name))
    ratios = [contest.ratio(name, jobs) for jobs in (1, 2)]
    return (
        label,
        str(made.files),
        str(made.pages),
        f"{found.each(ground.books).median:.2f}",
        f"{found.worked.each(ground.books).median:.2f}",
        f"{1000 * found.each(made.pages).median:.0f}",
        share(found.spread),
        *(times(ratio) if ratio else "" for ratio in ratios),
    )


def _unmeasured(label: str, wanted: float) -> Target:
    return Target(label, f"over {wanted:g}", "not measured: see the table", False)
