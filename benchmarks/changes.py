"""What a change costs: nothing, a comma, a notice; and what the number of books does to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import catalogue
from benchmarks.commands import run
from benchmarks.ground import Ground, build, measured, theirs
from benchmarks.rivals import for_all_editions, for_the_screen
from benchmarks.tables import Part, Table, Target, over, share, times, under
from benchmarks.timing import Case, Sample, seconds_of
from guidepub.model import EDITIONS, Edition

_CHANGE_COLUMNS = ("", "seconds", "spread", "files made anew", "goes into the first time")
_SIZE_COLUMNS = (
    "books",
    "from nothing, s",
    "seconds a book",
    "nothing changed, s",
    "goes into the first time",
    "one comma changed, s",
    "files made anew",
)
_NOTHING, _COMMA, _NOTICE = "nothing changed", "one comma changed", "one notice changed"


def rebuild(ground: Ground) -> Part:
    """Make a catalogue, change something, and make it again."""
    plain, loop = for_the_screen()[0], for_all_editions()[0]
    alone = theirs(ground, "the plain `weasyprint` command for that book", plain.commands, 1)
    all_four = theirs(ground, "`weasyprint` and EbookLib for that book", loop.commands, 1)
    table, found = _rebuild(ground, "the PDF for the screen", ("screen",), alone)
    other, _ = _rebuild(ground, "all editions", EDITIONS, all_four)
    comma = measured(found[_COMMA]).over(measured(found[alone.name]))
    target = under("One comma changed, against the plain `weasyprint` command on it", comma, 2)
    return Part((table, other), (target,))


def sizes(ground: Ground, counts: Sequence[int]) -> Part:
    """Make catalogues of several sizes, from nothing and then again."""
    rows: list[tuple[str, ...]] = []
    targets: list[Target] = []
    each = []
    for count in counts:
        site = _Site(ground.folder / f"sized-{count}", count, ("screen",))
        whole = seconds_of(site.make)
        ground.turns.report(f"{count} books from nothing: {whole:.2f} s")
        found = ground.turns.time([site.case(_NOTHING), site.case(_COMMA)])
        nothing, comma = (measured(found[name]) for name in (_NOTHING, _COMMA))
        each.append(whole / count)
        cells = (f"{whole:.1f}", f"{each[-1]:.2f}", f"{nothing.median:.2f}")
        again = (times(nothing.within(whole)), f"{comma.median:.2f}", str(site.remade[_COMMA]))
        rows.append((f"{count:,}", *cells, *again))
        label = f"Nothing changed, {count:,} books"
        targets = [
            over(f"{label}: goes into the first time", nothing.within(whole), 300),
            under(label, nothing, 2, " s"),
        ]
    if len(counts) > 1:
        label = f"A book of {counts[-1]:,} against one of {counts[0]:,}"
        targets.append(under(label, Sample((each[-1] / each[0],)), 1.1))
    title = "The PDF for the screen, by the number of books"
    return Part((Table(title, _SIZE_COLUMNS, tuple(rows)),), tuple(targets))


def _rebuild(
    ground: Ground, files_made: str, editions: Sequence[Edition], rival: Case
) -> tuple[Table, dict[str, Sample | Exception]]:
    site = _Site(ground.folder / f"changed-{len(editions)}", ground.books, editions)
    whole = seconds_of(site.make)
    ground.turns.report(f"{ground.books} books, {files_made}, from nothing: {whole:.2f} s")
    cases = [site.case(name) for name in (_NOTHING, _COMMA, _NOTICE)]
    found = ground.turns.time([*cases, rival])
    files = len(editions) * ground.books
    rows = [("from nothing", f"{whole:.2f}", "", str(files), "")]
    for name in (_NOTHING, _COMMA, _NOTICE, rival.name):
        sample = measured(found[name])
        remade = str(site.remade.get(name, ""))
        ratio = times(sample.within(whole)) if name in site.remade else ""
        rows.append((name, f"{sample.median:.2f}", share(sample.spread), remade, ratio))
    title = f"Made again: {files_made} of {ground.books} books"
    return Table(title, _CHANGE_COLUMNS, tuple(rows)), found


@dataclass(slots=True)
class _Site:
    """A catalogue with what was made of it, and how many files each change made anew."""

    folder: Path
    books: int
    editions: Sequence[Edition]
    remade: dict[str, int] = field(default_factory=dict)
    definitions: list[Path] = field(init=False)

    def __post_init__(self) -> None:
        self.definitions = catalogue.repeat(self.folder / "catalogue", self.books)

    @property
    def output(self) -> Path:
        return self.folder / "output"

    def make(self) -> None:
        """Bring all files up to date, the way a user does."""
        run([build(self.folder / "catalogue", self.output, self.editions)])

    def case(self, name: str) -> Case:
        """Return the case of a build after a change; it notes how many files it made anew."""
        stamps: dict[Path, int] = {}

        def before() -> None:
            if name == _COMMA:
                catalogue.remove_comma(self.definitions[0])
            elif name == _NOTICE:
                catalogue.change_notice(self.folder / "catalogue")
            stamps.update(self._stamps())

        def after() -> None:
            self.remade[name] = sum(stamps.get(path) != at for path, at in self._stamps().items())

        return Case(name, self.make, before, after)

    def _stamps(self) -> dict[Path, int]:
        found = (p for p in self.output.rglob("*") if p.suffix in (".pdf", ".epub"))
        return {path: path.stat().st_mtime_ns for path in found}
