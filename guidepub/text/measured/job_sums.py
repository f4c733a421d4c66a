"""Counts of jobs that add up: jobs now and later, the difference and its percentage.

In “6 percent, from 1,500 jobs to 1,590 (a gain of 90)” the arithmetic shows which figure is which,
whatever the words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations, product

from guidepub.text.figures.quantities import Figure, all_figures
from guidepub.text.figures.years import Dating, may_be_year, when
from guidepub.text.measured.measures import Statement

KEYS = ("employment", "projected_employment", "employment_change", "projected_growth")
"""The measures that must add up; at least three are needed."""

_FEWEST, _MOST_COUNTS = 100, 5
# Jobs are rounded to hundreds, percentages mostly to whole numbers.
_ROUNDING = Decimal(100)
_HALF, _TENTH = Decimal("0.55"), Decimal("0.08")


@dataclass(frozen=True, slots=True)
class _Sum:
    """The four measures, with None for those that are unknown; growth is in percent."""

    employment: Decimal | None
    projected_employment: Decimal | None
    employment_change: Decimal | None
    projected_growth: Decimal | None

    @property
    def is_right(self) -> bool:
        """Whether enough measures are known, and they agree with each other."""
        now, then, change = self.employment, self.projected_employment, self.employment_change
        growth = self.projected_growth
        if now is None or now < _FEWEST:
            return False
        gained = then - now if then is not None else change
        if gained is None or (growth is None and (then is None or change is None)):
            return False
        if change is not None and abs(change - gained) > _ROUNDING:
            return False
        return growth is None or self._grows_by(gained * 100 / now, growth)

    def _grows_by(self, real: Decimal, stated: Decimal) -> bool:
        """Return whether a percentage equals the stated one, allowing for rounding."""
        is_whole = stated == stated.to_integral_value()
        return abs(real - stated) <= (_HALF if is_whole else _TENTH)


def job_sums(sentence: str, language: str, known: Mapping[str, Decimal]) -> tuple[Statement, ...]:
    """Return the statements of figures that add up with each other and with `known`.

    `known` are those values of `KEYS` that are known for the occupation, at least one. If the figures
    add up in more than one way, nothing is returned.
    """
    counts, percents = _counts(sentence, language), _percents(sentence, language)
    if not known or not counts + percents or len(counts) > _MOST_COUNTS or len(percents) > 2:
        return ()
    missing = [key for key in KEYS if key not in known]
    for size in range(len(missing), 0, -1):
        found = [
            chosen
            for keys in combinations(missing, size)
            for chosen in _choices(keys, counts, percents)
            if not _is_share(chosen, known) and _adds_up(chosen, known)
        ]
        if found:
            return tuple(_statements(sentence, found[0], known)) if len(found) == 1 else ()
    return ()


def _choices(
    keys: Sequence[str], counts: Sequence[Figure], percents: Sequence[Figure]
) -> Iterator[dict[str, Figure]]:
    """Yield the ways to assign a figure to each measure, without using one twice."""
    for figures in product(*(percents if key == KEYS[3] else counts for key in keys)):
        if len({(figure.start, figure.value) for figure in figures}) == len(figures):
            yield dict(zip(keys, figures, strict=True))


def _values(chosen: Mapping[str, Figure], known: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """Return the values of measures; losses, which a text states without a minus, are negative."""
    values = {**{key: figure.value for key, figure in chosen.items()}, **known}
    now, then = values.get(KEYS[0]), values.get(KEYS[1])
    loses = values.get(KEYS[3], Decimal(0)) < 0 or (
        now is not None and then is not None and then < now
    )
    return {
        key: -abs(value) if loses and key in chosen and key in KEYS[2:] else value
        for key, value in values.items()
    }


def _is_share(chosen: Mapping[str, Figure], known: Mapping[str, Decimal]) -> bool:
    """Return whether figures may be a part of the jobs and its share: “12,078 (9 percent) are women”.

    Such figures always agree, so a change is only certain if the later number of jobs is known too.
    """
    return {*KEYS[2:]} <= chosen.keys() and KEYS[1] not in {*chosen, *known}


def _adds_up(chosen: Mapping[str, Figure], known: Mapping[str, Decimal]) -> bool:
    values = _values(chosen, known)
    return _Sum(*(values.get(key) for key in KEYS)).is_right


def _percents(sentence: str, language: str) -> list[Figure]:
    figures = all_figures(sentence, language)
    return [figure for figure in figures if figure.kind == "percent" and figure.is_exact]


def _counts(sentence: str, language: str) -> list[Figure]:
    """Return the counts of a sentence, and both ends of ranges: “from 1,500 to 1,590”."""
    found = []
    for figure in all_figures(sentence, language):
        if (
            figure.kind not in ("count", "number")
            or figure.bound not in ("", "about")
            or figure.per
        ):
            continue
        if figure.kind == "number" and (figure.value < _FEWEST or may_be_year(figure.value)):
            continue
        found.append(replace(figure, high=None))
        if figure.high is not None:
            found[-1] = replace(found[-1], end=figure.start, text="")
            found.append(replace(figure, value=figure.high, high=None, text=""))
    return found


def _statements(
    sentence: str, chosen: Mapping[str, Figure], known: Mapping[str, Decimal]
) -> Iterator[Statement]:
    """Yield the statements of figures that add up, with their dates."""
    values = _values(chosen, known)
    for key, figure in chosen.items():
        dated = when(sentence, figure.start)
        held = Dating(year=dated.stretch[0]) if key == "employment" and dated.stretch else dated
        unit = "percent" if key == "projected_growth" else "jobs"
        yield Statement(key, unit, values[key], figure, "", held)
