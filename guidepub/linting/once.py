"""Reports one fault of a sentence once, even if several rules have found it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from guidepub.linting.texts.alarms import Alarm
from guidepub.linting.texts.subjects import Subject

# Codes that report one kind of fault of a sentence: a year that is over, a need that is denied.
_ALIKE = tuple(frozenset(codes.split()) for codes in ("S001 S003 S006", "Q001 Q007 Q008", "Q003"))

_SLIP, _UNKNOWN = "G005", "G004"


def once(subject: Subject, alarms: Iterable[Alarm], off: Container[str]) -> Iterator[Alarm]:
    """Yield alarms in order, of those that report one kind of fault of a sentence only the first.

    Those of a code that is `off` are yielded and hide no others.
    """
    reported: set[tuple[object, ...]] = set()
    for alarm in _once_a_word(alarms, off):
        kind = next((number for number, codes in enumerate(_ALIKE) if alarm.code in codes), None)
        if kind is None or alarm.block is None or alarm.code in off:
            yield alarm
            continue
        key = (kind, alarm.block, _sentence(subject, alarm))
        if key not in reported:
            reported.add(key)
            yield alarm


def _once_a_word(alarms: Iterable[Alarm], off: Container[str]) -> Iterator[Alarm]:
    """Yield alarms, of those on the slip of one word only the one that knows what is meant.

    “dont” is in no dictionary, lacks an apostrophe, and does not fit the words around it.
    """
    every = list(alarms)
    slips = {(a.block, a.place) for a in every if a.code == _SLIP and _SLIP not in off}
    reported: set[tuple[object, ...]] = set()
    for alarm in every:
        word = (alarm.block, alarm.place)
        is_hidden = word in reported or (alarm.code == _UNKNOWN and word in slips)
        if alarm.code in off or alarm.code not in (_SLIP, _UNKNOWN):
            yield alarm
        elif not is_hidden:
            reported.add(word)
            yield alarm


def _sentence(subject: Subject, alarm: Alarm) -> int:
    """Return the index of an alarm's sentence in its block, or None."""
    block, at = alarm.block, (alarm.place.line or 0, alarm.place.column or 0)
    assert block is not None
    places = (subject.place(block, sentence.start) for sentence in block.sentences)
    return sum((place.line or 0, place.column or 0) <= at for place in places)
