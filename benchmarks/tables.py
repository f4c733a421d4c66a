"""Tables and targets as Markdown, what machine they were measured on, and the page they are on."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.timing import Sample

_VERSIONS = ("WeasyPrint", "EbookLib", "typst")


@dataclass(frozen=True, slots=True)
class Table:
    """A heading, the names of columns, rows of cells, and what a reader must know beside them."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()

    def markdown(self) -> str:
        """Return the table below its heading; figures are set to the right."""
        rules = ("---", *("---:" for _ in self.columns[1:]))
        lines = [f"| {' | '.join(cells)} |" for cells in (self.columns, rules, *self.rows)]
        notes = "".join(f"\n\n{note}" for note in self.notes)
        return f"### {self.title}\n\n" + "\n".join(lines) + notes


@dataclass(frozen=True, slots=True)
class Target:
    """What was to be reached, what was measured, and whether that is enough."""

    label: str
    wanted: str
    measured: str
    met: bool


@dataclass(frozen=True, slots=True)
class Part:
    """What one part of the benchmark found."""

    tables: tuple[Table, ...]
    targets: tuple[Target, ...] = ()


def over(label: str, ratio: Sample, wanted: float) -> Target:
    """Return a target that a ratio must exceed."""
    return Target(label, f"over {wanted:g}", times(ratio), ratio.median > wanted)


def under(label: str, ratio: Sample, wanted: float, unit: str = "") -> Target:
    """Return a target that a ratio, or a number of some unit, must stay below."""
    measured = f"{times(ratio)}{unit}"
    return Target(label, f"under {wanted:g}{unit}", measured, ratio.median < wanted)


def times(ratio: Sample) -> str:
    """Return a ratio's median with its lowest and highest value, where there are several."""
    low, high = (_plain(value) for value in (min(ratio.values), max(ratio.values)))
    return _plain(ratio.median) + (f" ({low}–{high})" if low != high else "")


def share(value: float) -> str:
    """Return a part of the whole in percent."""
    return f"{value:.0%}" if value >= 0.1 else f"{value:.1%}"


def _plain(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.2f}"


def machine(noise: Sequence[float], programs: Sequence[str]) -> str:
    """Return in plain words where and with what the figures were measured, and how steadily."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 1024**3
    packages = [f"{name} {found}" for name in _VERSIONS if (found := _version(name))]
    described = (
        f"{platform.system()} on {platform.machine()}, {cores} cores, {memory:.0f} GB of memory, "
        f"Python {'.'.join(map(str, sys.version_info[:3]))}, {', '.join([*packages, *programs])}."
    )
    if noise:
        calm = Sample(tuple(noise))
        described += (
            f" The same calculation, done between the measurements {len(noise)} times, took "
            f"{calm.median * 1000:.0f} ms in the middle, {min(noise) * 1000:.0f} at least and "
            f"{max(noise) * 1000:.0f} at most: that is the machine’s noise."
        )
    return described


def report(parts: Iterable[Part], noise: Sequence[float], programs: Sequence[str]) -> str:
    """Return the whole report: the machine, targets, tables."""
    found = list(parts)
    rows = tuple(
        (target.label, target.wanted, target.measured, "yes" if target.met else "no")
        for part in found
        for target in part.targets
    )
    texts = [machine(noise, programs)]
    if rows:
        texts.append(Table("Targets", ("", "target", "measured", "met"), rows).markdown())
    texts += [table.markdown() for part in found for table in part.tables]
    return "\n\n".join(texts)


def write_into(page: Path, name: str, text: str) -> None:
    """Put a text between the two marks of a name on a page, in place of what is there.

    Raises:
        ValueError: the page has no such marks.
    """
    begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    head, first, rest = page.read_text("utf-8").partition(begin)
    _, last, tail = rest.partition(end)
    if not first or not last:
        raise ValueError(f"{page} has no place for “{name}”: {begin} … {end}")
    page.write_text(f"{head}{begin}\n\n{text}\n\n{end}{tail}", "utf-8")


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
