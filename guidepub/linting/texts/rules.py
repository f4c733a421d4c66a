"""Rules: functions that look for faults, and the codes that they report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from guidepub.linting.texts.alarms import Alarm
from guidepub.linting.texts.subjects import Subject


@dataclass(frozen=True, slots=True)
class Rule:
    """A function that looks for faults, and the codes that it reports: one text, or several.

    `language` is the one whose words it knows; without one it reads every guide. A rule of
    `first` looks for what is no prose at all, so that the others need not read that.
    """

    codes: Sequence[str]
    find: Callable[[Subject], Iterable[Alarm]]
    language: str | None = None
    first: bool = False

    def __post_init__(self) -> None:
        codes = [self.codes] if isinstance(self.codes, str) else self.codes
        object.__setattr__(self, "codes", tuple(codes))


def rules_in(
    languages: Iterable[str],
    codes: Sequence[str],
    find: Callable[[str, Subject], Iterable[Alarm]],
) -> Iterator[Rule]:
    """Yield a rule for each of some languages; `find` is given the one that it looks for."""
    return (Rule(codes, partial(find, spoken), spoken) for spoken in languages)
