"""Removes duplicate alarms, where several rules have found the same fault of a sentence."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from guidepub.linting.texts.alarms import Alarm
from guidepub.linting.texts.subjects import Subject

# Codes that report the same kind of fault: a year in the past, a contradicted requirement.
_SAME_FAULT = tuple(
    frozenset(codes.split()) for codes in ("S001 S003 S006", "Q001 Q007 Q008", "Q003")
)

_SLIP, _UNKNOWN_WORD = "G005", "G004"


def deduplicated(subject: Subject, alarms: Iterable[Alarm], off: Container[str]) -> Iterator[Alarm]:
    """Yield alarms in order, only the first for each kind of fault of a sentence.

    Alarms whose codes are `off` are yielded as well, and do not hide others.
    """
    reported: set[tuple[object, ...]] = set()
    for alarm in _one_per_word(alarms, off):
        kind = next(
            (number for number, codes in enumerate(_SAME_FAULT) if alarm.code in codes), None
        )
        if kind is None or alarm.block is None or alarm.code in off:
            yield alarm
            continue
        key = (kind, alarm.block, _sentence(subject, alarm))
        if key not in reported:
            reported.add(key)
            yield alarm


def _one_per_word(alarms: Iterable[Alarm], off: Container[str]) -> Iterator[Alarm]:
    """Yield alarms, only one for each misspelled word: the one that suggests a correction.

    Several rules find “dont”: it is in no dictionary, lacks an apostrophe, and does not fit the
    words around it.
    """
    every = list(alarms)
    slips = {(a.block, a.place) for a in every if a.code == _SLIP and _SLIP not in off}
    reported: set[tuple[object, ...]] = set()
    for alarm in every:
        word = (alarm.block, alarm.place)
        is_hidden = word in reported or (alarm.code == _UNKNOWN_WORD and word in slips)
        if alarm.code in off or alarm.code not in (_SLIP, _UNKNOWN_WORD):
            yield alarm
        elif not is_hidden:
            reported.add(word)
            yield alarm


def _sentence(subject: Subject, alarm: Alarm) -> int:
    """Return the number of the alarm's sentence in its block."""
    block, at = alarm.block, (alarm.place.line or 0, alarm.place.column or 0)
    assert block is not None
    places = (subject.place(block, sentence.start) for sentence in block.sentences)
    return sum((place.line or 0, place.column or 0) <= at for place in places)
