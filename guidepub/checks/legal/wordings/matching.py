"""The wordings in a text: word for word, or with their changes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from guidepub.checks.legal.wordings.comparing import Changed, changed_wordings
from guidepub.checks.legal.wordings.filling import (
    LONGEST_VALUE,
    length_of,
    values_before,
    values_behind,
    values_between,
)
from guidepub.checks.legal.wordings.heads import EDGE, partial_readings
from guidepub.checks.legal.wordings.register import Wording, WordingRegister
from guidepub.checks.legal.wordings.texts import FileText, reads_as
from guidepub.words.wording import solid

_OCCURRENCES = 200
# A shorter piece between two placeholders, such as a comma, occurs in every text.
_SHORTEST_PIECE = 4


@dataclass(frozen=True, slots=True)
class WordingMatch:
    """A wording in a text: its place in `raw`, and the values of its placeholders.

    `difference` is empty where it stands word for word, else it marks what was taken out
    as `[-old-]` and what was put in as `{+new+}`.
    """

    wording: Wording
    start: int
    end: int
    values: Mapping[str, str]
    difference: str = ""


def matches(
    texts: Sequence[FileText],
    register: WordingRegister,
    claimed: Collection[tuple[str, int]] = (),
    language: str = "",
) -> list[WordingMatch]:
    """Return the wordings that a text holds, one for each notice, and any that are claimed.

    `texts` are the ways in which a file can be read, the likeliest first; `language` is the
    file's own, if it says one.
    Where versions of one notice overlap, the one that explains most of the text is kept; of
    versions that read the same the claimed one, else one in its language, else the newest.
    """
    found: list[WordingMatch] = []
    wordings = [
        (number, wording)
        for number, wording in enumerate(register.wordings)
        if not wording.is_plain_line or _is_expected(wording, register, claimed, language)
    ]
    for _, wording in wordings:
        readings = (next(_exact(text, wording, register), None) for text in texts)
        exact = next((each for each in readings if each is not None), None)
        if exact is not None:
            found.append(exact)
    found = _largest(found, claimed, language)
    done = {each.wording.id for each in found}
    names = {(each.wording.id, each.wording.version) for each in found}
    wanted = [
        number
        for number, wording in wordings
        if wording.id not in done
        or ((wording.id, wording.version) in claimed and (wording.id, wording.version) not in names)
    ]
    if wanted:
        changed = [
            _between_heads(texts, register.wordings[c.number], c, register)
            or WordingMatch(register.wordings[c.number], c.start, c.end, c.values, c.difference)
            for c in changed_wordings(texts[0], register, wanted)
        ]
        kept = [c for c in changed if not any(_overlap(c, other) for other in found)]
        found += _nearest(kept, claimed)
    return sorted(found, key=lambda each: (each.start, each.wording.key))


def _is_expected(
    line: Wording, register: WordingRegister, claimed: Collection[tuple[str, int]], language: str
) -> bool:
    """Return whether a plain copyright line may be in a file.

    Only the file's own language counts, since the line is the same in several. A notice of
    the catalogue may begin as it does, so that a part of the notice would be taken for it.
    """
    if language and not line.speaks(language):
        return False
    return (line.id, line.version) in claimed or not register.has_copyright(line.language)


def _between_heads(
    texts: Sequence[FileText], wording: Wording, changed: Changed, register: WordingRegister
) -> WordingMatch | None:
    """Return a wording that stands word for word once the right lines are left out as heads."""
    if len(texts) == 1:
        return None
    parts = texts[-1].parts(changed.start, changed.end)
    pages = {unit for unit, _, _ in parts}
    # What is missing may be on the other side of a running head.
    (first, start, _), (last, _, end) = parts[0], parts[-1]
    pages |= {first - 1} if first and _is_edge(texts[-1].units[first][:start]) else set()
    behind = last + 1 < len(texts[-1].units) and _is_edge(texts[-1].units[last][end:])
    pages |= {last + 1} if behind else set()
    if len(pages) == 1:
        return None
    for text in partial_readings(texts[-1], pages):
        if (found := next(_exact(text, wording, register), None)) is not None:
            return found
    return None


def _exact(text: FileText, wording: Wording, register: WordingRegister) -> Iterator[WordingMatch]:
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
    text: FileText, solids: Sequence[str], anchor: int, place: int
) -> list[tuple[int, int]] | None:
    """Return the places of the distinctive literals in the solid text, given that of the longest.

    The other literals are read between those; each has an empty span.
    """
    spans = [(place, place)] * len(solids)
    spans[anchor] = (place, place + len(solids[anchor]))
    solids = [piece if len(piece) >= _SHORTEST_PIECE else "" for piece in solids]
    for number in range(anchor - 1, -1, -1):
        right = spans[number + 1][0]
        low = max(0, right - LONGEST_VALUE - len(solids[number]))
        # The value of a placeholder has one letter at least.
        left = (
            text.solid.rfind(solids[number], low, max(low, right - 1)) if solids[number] else right
        )
        if left < 0:
            return None
        spans[number] = (left, left + len(solids[number]))
    for number in range(anchor + 1, len(solids)):
        left = spans[number - 1][1]
        high = left + LONGEST_VALUE + len(solids[number])
        right = text.solid.find(solids[number], left + 1, high) if solids[number] else left
        if right < 0:
            return None
        spans[number] = (right, right + len(solids[number]))
    return spans


def _read(
    text: FileText, wording: Wording, spans: Sequence[tuple[int, int]], register: WordingRegister
) -> WordingMatch | None:
    """Return the match if the text reads as the wording does, spaces and hyphens included, or None."""
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
        given = values_between(between, wording, left, right, register)
        if given is None:
            return None
        values |= given
    if real[0] > 0:
        before_it = text.raw[max(0, start - LONGEST_VALUE) : start]
        given = values_before(before_it, wording, real[0], register)
        start -= length_of("".join(given.values()) + wording.literals[0], before_it, True)
        values |= given
    elif _splits_word(text.raw, start):
        return None
    if real[-1] < len(wording.literals) - 1:
        behind_it = text.raw[end : end + LONGEST_VALUE]
        given = values_behind(behind_it, wording, real[-1], register)
        end += length_of("".join(given.values()) + wording.literals[-1], behind_it, False)
        values |= given
    elif _splits_word(text.raw, end):
        return None
    return WordingMatch(wording, start, end, values)


def _by_values(
    text: FileText, wording: Wording, register: WordingRegister
) -> Iterator[WordingMatch]:
    """Yield the matches of known values of a wording that is nothing but a placeholder."""
    if len(wording.holes) != 1:
        return
    for value in register.known.get(wording.holes[0], ()):
        place = text.solid.find(solid(value))
        if place >= 0:
            start, end = text.span(place, place + len(solid(value)))
            yield WordingMatch(wording, start, end, {wording.holes[0]: value})
            return


def _is_edge(text: str) -> bool:
    """Return whether the text next to a wording on its page is a running head or empty."""
    return sum(1 for line in text.split("\n") if line.strip()) <= EDGE


def _splits_word(raw: str, place: int) -> bool:
    before, after = raw[place - 1 : place], raw[place : place + 1]
    return before.isalnum() and after.isalnum()


def _largest(
    found: Sequence[WordingMatch], claimed: Collection[tuple[str, int]], language: str
) -> list[WordingMatch]:
    """Leave out matches that lie within a larger or preferred one."""

    def rank(each: WordingMatch) -> tuple[int, bool, bool, int]:
        wording = each.wording
        is_claimed = (wording.id, wording.version) in claimed
        speaks = wording.speaks(language)
        return each.end - each.start, is_claimed, speaks, wording.version

    kept: list[WordingMatch] = []
    for each in sorted(found, key=rank, reverse=True):
        if not any(o.start <= each.start and each.end <= o.end and _same(o, each) for o in kept):
            kept.append(each)
    return kept


def _same(one: WordingMatch, other: WordingMatch) -> bool:
    return one.wording.id == other.wording.id


def _overlap(one: WordingMatch, other: WordingMatch) -> bool:
    return _same(one, other) and one.start < other.end and other.start < one.end


def _nearest(
    found: Sequence[WordingMatch], claimed: Collection[tuple[str, int]]
) -> list[WordingMatch]:
    """Return one changed wording for each notice: the claimed one, else the least changed."""
    best: dict[str, WordingMatch] = {}

    def rank(each: WordingMatch) -> tuple[bool, int]:
        is_claimed = (each.wording.id, each.wording.version) in claimed
        return is_claimed, -len(each.difference)

    for each in found:
        other = best.get(each.wording.id)
        if other is None or rank(each) > rank(other):
            best[each.wording.id] = each
    return [replace(each) for each in best.values()]
