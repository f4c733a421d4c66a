"""Rules: functions that find faults, with the codes that they report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from guidepub.linting.texts.alarms import Alarm
from guidepub.linting.texts.subjects import Subject


@dataclass(frozen=True, slots=True)
class Rule:
    """A function that finds faults, and the code or codes that it reports.

    With a `language`, it runs only on guides in that language. A rule with `first` finds text that
    is not prose; the other rules then skip the blocks that it found.
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
    """Yield a rule for each language, which is passed to `find` as its first argument."""
    return (Rule(codes, partial(find, language), language) for language in languages)
