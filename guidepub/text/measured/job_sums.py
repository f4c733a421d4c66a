"""Counts of jobs that add up: so many now, so many to come, the difference and its percentage.

“6 percent, from 1,500 jobs to 1,590 (a gain of 90)” proves in any words which figure is which.
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
"""The measures that add up, of which a sum needs three."""

_FEWEST, _MOST_COUNTS = 100, 5
# A count of jobs is rounded to hundreds, a percentage to whole ones.
_ROUNDING = Decimal(100)
_HALF, _TENTH = Decimal("0.55"), Decimal("0.08")


@dataclass(frozen=True, slots=True)
class _Sum:
    """Four measures, those that are not known as None; growth is in percent."""

    employment: Decimal | None
    projected_employment: Decimal | None
    employment_change: Decimal | None
    projected_growth: Decimal | None

    @property
    def is_right(self) -> bool:
        """Whether the measures agree with each other, and are enough to be sure."""
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
        """Return whether a percentage is the stated one, as far as that was rounded."""
        is_whole = stated == stated.to_integral_value()
        return abs(real - stated) <= (_HALF if is_whole else _TENTH)


def job_sums(sentence: str, language: str, known: Mapping[str, Decimal]) -> tuple[Statement, ...]:
    """Return the statements of figures that add up with each other and with `known`.

    `known` are the occupation's values of `KEYS` as far as they are known, one at least. Nothing
    is returned where figures add up in two ways.
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
            return tuple(_stated(sentence, found[0], known)) if len(found) == 1 else ()
    return ()


def _choices(
    keys: Sequence[str], counts: Sequence[Figure], percents: Sequence[Figure]
) -> Iterator[dict[str, Figure]]:
    """Yield the ways to take a figure for each of some measures, none of them twice."""
    for figures in product(*(percents if key == KEYS[3] else counts for key in keys)):
        if len({(figure.start, figure.value) for figure in figures}) == len(figures):
            yield dict(zip(keys, figures, strict=True))


def _values(chosen: Mapping[str, Figure], known: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """Return the values of measures; a text tells losses without a minus."""
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

    These agree whatever they count; only a count of jobs to come tells a change from a part.
    """
    return {*KEYS[2:]} <= chosen.keys() and KEYS[1] not in {*chosen, *known}


def _adds_up(chosen: Mapping[str, Figure], known: Mapping[str, Decimal]) -> bool:
    values = _values(chosen, known)
    return _Sum(*(values.get(key) for key in KEYS)).is_right


def _percents(sentence: str, language: str) -> list[Figure]:
    figures = all_figures(sentence, language)
    return [figure for figure in figures if figure.kind == "percent" and figure.is_exact]


def _counts(sentence: str, language: str) -> list[Figure]:
    """Return the counts of a sentence, of a range both ends: “from 1,500 to 1,590”."""
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


def _stated(
    sentence: str, chosen: Mapping[str, Figure], known: Mapping[str, Decimal]
) -> Iterator[Statement]:
    """Yield the statements of the figures that add up, the count of now with its year."""
    values = _values(chosen, known)
    for key, figure in chosen.items():
        dated = when(sentence, figure.start)
        held = Dating(year=dated.stretch[0]) if key == "employment" and dated.stretch else dated
        unit = "percent" if key == "projected_growth" else "jobs"
        yield Statement(key, unit, values[key], figure, "", held)
