"""Which wordings stand in a text: word for word, or changed, and then how."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from guidepub.checks.legal.comparing import changed_wordings
from guidepub.checks.legal.register import Register, Wording
from guidepub.checks.legal.texts import Text, plain, reads_as
from guidepub.wording import solid

_OCCURRENCES = 200
# A shorter piece between two placeholders, such as a comma, is in every text.
_TELLING = 4
# Solid letters that a placeholder may stand for.
_LONGEST_VALUE = 400
# Known values that are tried for a placeholder; a title is read without its like.
_KNOWN = 200
_YEARS = r"\d{4}(?:\s?[–-]\s?\d{4})?"


@dataclass(frozen=True, slots=True)
class Found:
    """A wording that stands in a text: where in `raw`, what its placeholders stand for.

    `difference` is empty where it stands word for word, else it marks what was taken out
    as `[-old-]` and what was put in as `{+new+}`.
    """

    wording: Wording
    start: int
    end: int
    values: Mapping[str, str]
    difference: str = ""


def matches(text: Text, register: Register, claimed: Collection[tuple[str, int]]) -> list[Found]:
    """Return the wordings that a text holds, one for each notice, and any that are claimed.

    Where versions of one notice overlap, the one that explains most of the text is kept; of
    versions that read the same the claimed one, else the newest.
    """
    found: list[Found] = []
    for wording in register.wordings:
        exact = next(_exact(text, wording, register), None)
        if exact is not None:
            found.append(exact)
    found = _largest(found, claimed)
    done = {each.wording.id for each in found}
    names = {(each.wording.id, each.wording.version) for each in found}
    wanted = [
        number
        for number, wording in enumerate(register.wordings)
        if wording.id not in done
        or ((wording.id, wording.version) in claimed and (wording.id, wording.version) not in names)
    ]
    if wanted:
        changed = [
            Found(register.wordings[c.number], c.start, c.end, c.values, c.difference)
            for c in changed_wordings(text, register, wanted)
        ]
        kept = [c for c in changed if not any(_overlap(c, other) for other in found)]
        found += _nearest(kept, claimed)
    return sorted(found, key=lambda each: (each.start, each.wording.key))


def _exact(text: Text, wording: Wording, register: Register) -> Iterator[Found]:
    solids = wording.solids
    anchor = max(range(len(solids)), key=lambda number: len(solids[number]))
    if not solids[anchor]:
        yield from _by_values(text, wording, register)
        return
    place = text.solid.find(solids[anchor])
    for _ in range(_OCCURRENCES):
        if place < 0:
            return
        spans = _around(text, solids, anchor, place)
        if spans is not None and (found := _read(text, wording, spans, register)) is not None:
            yield found
        place = text.solid.find(solids[anchor], place + 1)


def _around(
    text: Text, solids: Sequence[str], anchor: int, place: int
) -> list[tuple[int, int]] | None:
    """Return where the telling literals stand in the solid text, given where the longest does.

    The others are left to be read between those; each has an empty span.
    """
    spans = [(place, place)] * len(solids)
    spans[anchor] = (place, place + len(solids[anchor]))
    solids = [piece if len(piece) >= _TELLING else "" for piece in solids]
    for number in range(anchor - 1, -1, -1):
        right = spans[number + 1][0]
        low = max(0, right - _LONGEST_VALUE - len(solids[number]))
        # A placeholder stands for something, were it one letter.
        left = (
            text.solid.rfind(solids[number], low, max(low, right - 1)) if solids[number] else right
        )
        if left < 0:
            return None
        spans[number] = (left, left + len(solids[number]))
    for number in range(anchor + 1, len(solids)):
        left = spans[number - 1][1]
        high = left + _LONGEST_VALUE + len(solids[number])
        right = text.solid.find(solids[number], left + 1, high) if solids[number] else left
        if right < 0:
            return None
        spans[number] = (right, right + len(solids[number]))
    return spans


def _read(
    text: Text, wording: Wording, spans: Sequence[tuple[int, int]], register: Register
) -> Found | None:
    """Return what was found if it also reads as the wording does, spaces and hyphens included."""
    raws: list[tuple[int, int] | None] = []
    for (start, end), literal in zip(spans, wording.literals, strict=True):
        if start == end:
            raws.append(None)
            continue
        raw = text.span(start, end)
        if not reads_as(text.raw[slice(*raw)], literal.strip()):
            return None
        raws.append(raw)
    real = [number for number, raw in enumerate(raws) if raw is not None]
    first, last = raws[real[0]], raws[real[-1]]
    assert first is not None
    assert last is not None
    values: dict[str, str] = {}
    start, end = first[0], last[1]
    for left, right in pairwise(real):
        before, after = raws[left], raws[right]
        assert before is not None
        assert after is not None
        between = text.raw[before[1] : after[0]]
        given = _values(plain(between), wording, left, right, register)
        if given is None:
            return None
        values |= given
    if real[0] > 0:
        values |= _edge_values(wording.holes[: real[0]], text, start, register, before=True)
        start -= _length_of(values.get(wording.holes[0], ""), text.raw, start, before=True)
    elif _splits_word(text.raw, start):
        return None
    if real[-1] < len(wording.literals) - 1:
        values |= _edge_values(wording.holes[real[-1] :], text, end, register, before=False)
        end += _length_of(values.get(wording.holes[-1], ""), text.raw, end, before=False)
    elif _splits_word(text.raw, end):
        return None
    return Found(wording, start, end, values)


def _values(
    between: str, wording: Wording, left: int, right: int, register: Register
) -> dict[str, str] | None:
    """Return what the placeholders between two literals stand for, or nothing if they cannot.

    A value that the catalogue knows is preferred to any other reading, and a year that is
    none is a wrong value, told as such, and no other wording.
    """
    for strict in (True, False):
        pattern = ""
        for number in range(left, right):
            name = wording.holes[number]
            known = [re.escape(plain(value)) for value in register.known.get(name, ())[:_KNOWN]]
            options = [_YEARS] if name == "years" and strict else [*known, ".+?"]
            pattern += rf"\s*(?P<g{number}>{'|'.join(options)})"
            if number + 1 < right:
                pattern += rf"\s*{re.escape(wording.literals[number + 1].strip())}"
        match = re.fullmatch(rf"{pattern}\s*", between)
        if match is not None:
            return {
                wording.holes[n]: _spelled(wording.holes[n], match[f"g{n}"].strip(), register)
                for n in range(left, right)
            }
    return None


def _spelled(name: str, value: str, register: Register) -> str:
    """Return a value as the catalogue spells it, which a line's end may have hidden."""
    flat = solid(value)
    return next((v for v in register.known.get(name, ()) if solid(v) == flat), value)


def _edge_values(
    holes: Sequence[str], text: Text, place: int, register: Register, before: bool
) -> dict[str, str]:
    """Return what the placeholder at a wording's end stands for.

    It is what the catalogue knows, else the rest of the line. Several in a row cannot be
    told from each other.
    """
    if len(holes) > 1:
        return {}
    (name,) = holes
    reach = (
        text.raw[max(0, place - _LONGEST_VALUE) : place]
        if before
        else text.raw[place:][:_LONGEST_VALUE]
    )
    flat = solid(reach)
    for value in register.known.get(name, ()):
        whole = solid(value)
        if flat.endswith(whole) if before else flat.startswith(whole):
            return {name: value}
    if name == "years" and not before and (match := re.match(rf"\s*({_YEARS})", plain(reach))):
        return {name: match[1]}
    line = reach.rpartition("\n")[2] if before else reach.lstrip().partition("\n")[0]
    return {name: plain(line).strip(" .")}


def _length_of(value: str, raw: str, place: int, before: bool) -> int:
    """Return how many characters beside a place hold a value, white space included."""
    left = len(solid(value))
    step, position = (-1, place - 1) if before else (1, place)
    count = 0
    while left > 0 and 0 <= position < len(raw):
        left -= len(solid(raw[position]))
        position += step
        count += 1
    return count


def _by_values(text: Text, wording: Wording, register: Register) -> Iterator[Found]:
    """Yield where the known values of a wording stand that is a placeholder and nothing more."""
    if len(wording.holes) != 1:
        return
    for value in register.known.get(wording.holes[0], ()):
        place = text.solid.find(solid(value))
        if place >= 0:
            start, end = text.span(place, place + len(solid(value)))
            yield Found(wording, start, end, {wording.holes[0]: value})
            return


def _splits_word(raw: str, place: int) -> bool:
    before, after = raw[place - 1 : place], raw[place : place + 1]
    return before.isalnum() and after.isalnum()


def _largest(found: Sequence[Found], claimed: Collection[tuple[str, int]]) -> list[Found]:
    """Leave out what lies within a larger find, or in one that is to be preferred to it."""

    def rank(each: Found) -> tuple[int, bool, int]:
        wording = each.wording
        return each.end - each.start, (wording.id, wording.version) in claimed, wording.version

    kept: list[Found] = []
    for each in sorted(found, key=rank, reverse=True):
        if not any(o.start <= each.start and each.end <= o.end and _same(o, each) for o in kept):
            kept.append(each)
    return kept


def _same(one: Found, other: Found) -> bool:
    return one.wording.id == other.wording.id


def _overlap(one: Found, other: Found) -> bool:
    return _same(one, other) and one.start < other.end and other.start < one.end


def _nearest(found: Sequence[Found], claimed: Collection[tuple[str, int]]) -> list[Found]:
    """Return one changed wording a notice: the claimed one, else that which is changed least."""
    best: dict[str, Found] = {}

    def rank(each: Found) -> tuple[bool, int]:
        is_claimed = (each.wording.id, each.wording.version) in claimed
        return is_claimed, -len(each.difference)

    for each in found:
        other = best.get(each.wording.id)
        if other is None or rank(each) > rank(other):
            best[each.wording.id] = each
    return [replace(each) for each in best.values()]
