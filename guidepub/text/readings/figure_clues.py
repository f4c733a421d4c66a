"""What the figures of a sentence are learned by: the words around each, what they say, and how far off.

Words that a language's list knows (`clauses`) stand for what they say, so that what is learned in
one language helps in others; the rest stand for themselves and for kinds such as names and workers.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guidepub.text.figures.quantities import Figure, all_figures
from guidepub.text.figures.years import AHEAD, years
from guidepub.text.measured.clauses import ClausePiece, clause_pieces
from guidepub.text.naming.occupations import is_everybody, is_own, subject_of
from guidepub.text.vocabulary import vocabulary
from guidepub.text.weighed.clues import kind_of
from guidepub.words.languages import primary_language

# Letters that words of one stem share, and more pieces than a sentence has.
_BEGINNING, _MOST_PIECES = 5, 150
# So many pieces away, a word is beside a figure, near it, or farther off.
_BESIDE, _NEAR = 2, 5
# What parts a sentence: behind two of these nothing is told of a figure any more.
_PARTS = re.compile(r"[,;:()–—…?!]|\.\s|\n")
_LONGEST_WORD, _LONGEST_ENDING = 30, 7
# Before these years a figure is old.
_OLD, _LATELY = 2015, 2020


@dataclass(frozen=True, slots=True)
class _NamedPiece:
    """A piece of a sentence by all that it is known by; the first of `names` says it best."""

    names: tuple[str, ...]
    start: int
    end: int


@functools.lru_cache(maxsize=64)
def figure_clues(
    sentence: str, own: frozenset[str], language: str, before: str = ""
) -> tuple[frozenset[str], ...]:
    """Return the clues to each figure of a sentence, in the order of `quantities.all_figures`.

    `own` are the names of the occupation at hand, `before` is the sentence or the heading before.
    """
    figures = all_figures(sentence, language)
    signs = _signs(sentence, figures, own, language)
    whole = frozenset(_clues_of_sentence(sentence, signs, own, language, before))
    return tuple(
        whole | frozenset(_clues_to(sentence, figure, figures, signs)) for figure in figures
    )


# A sentence is asked for by itself, and as the one before the next.
@functools.lru_cache(maxsize=16)
def _signs(
    sentence: str, figures: tuple[Figure, ...], own: frozenset[str], language: str
) -> tuple[_NamedPiece, ...]:
    found = itertools.islice(clause_pieces(sentence, figures, own, language), _MOST_PIECES)
    return tuple(
        _NamedPiece(names, piece.start, piece.end)
        for piece in found
        if (names := tuple(_names(piece, sentence, language)))
    )


def _names(piece: ClausePiece, sentence: str, language: str) -> Iterator[str]:
    """Yield what a piece of a sentence is known by."""
    text = sentence[piece.start : piece.end]
    if piece.figure:
        yield f"#{_kind(piece.figure)}"
        return
    spoken = primary_language(language)
    word = re.sub(r"\d", "0", " ".join(text.casefold().split()))[:_LONGEST_WORD]
    known = sorted(piece.classes - {"strange", "and", "apart"})
    yield from (f"@{name}" for name in known)
    if "own" in piece.classes:
        return
    yield f"{spoken}:{word}"
    yield from kinds_around(word, spoken)
    if "strange" not in piece.classes:
        return
    if len(word) > _BEGINNING:
        yield f"{spoken}:{word[:_BEGINNING]}-"
    if kind := kind_of(word, spoken):
        yield f"={kind}"
    if text[0].isupper():
        is_first = not sentence[: piece.start].strip(' "“«¿¡(*-•–')
        yield "=first" if is_first else "=capital"


@functools.lru_cache(maxsize=8192)
def kinds_around(words: str, language: str) -> tuple[str, ...]:
    """Return the kinds of the words around figures that some words in small letters are of."""
    listed = _surroundings(language)
    found: dict[str, None] = {}
    for word in re.split(r"[\s’']", words):
        parts = [word, *(f"{word[:n]}-" for n in range(2, len(word) + 1))]
        # Short words only look like it.
        parts += [f"-{word[-n:]}" for n in range(2, min(len(word) - 2, _LONGEST_ENDING + 1))]
        found |= {f"={kind}": None for part in parts for kind in listed.get(part, ())}
    return tuple(found)


@functools.cache
def _surroundings(language: str) -> dict[str, tuple[str, ...]]:
    """Return the kinds of words, and of beginnings and ends of words, each with its hyphen."""
    listed: dict[str, tuple[str, ...]] = {}
    for kind, words in vocabulary("surroundings", language).items():
        for word in words.split():
            listed[word] = (*listed.get(word, ()), kind)
    return listed


def _kind(figure: Figure) -> str:
    if figure.is_year:
        return "year"
    return figure.kind


def _clues_of_sentence(
    sentence: str, signs: Sequence[_NamedPiece], own: frozenset[str], language: str, before: str
) -> Iterator[str]:
    """Yield what a whole sentence is known by, and the one before it."""
    for sign in signs:
        yield from (f"~{name}" for name in sign.names)
    yield f"subject:{_subject(sentence, own)}"
    if before:
        yield f"before-subject:{_subject(before, own)}"
        yield from (f"^{_age(year)}" for _, year in years(before))
        for sign in _signs(before, all_figures(before, language), own, language):
            yield from (f"^{name}" for name in sign.names)


def _subject(sentence: str, own: frozenset[str]) -> str:
    who = subject_of(sentence)
    if not who:
        return "unclear" if who is None else "nobody"
    return "all" if is_everybody(who) else "own" if is_own(who, own) else "other"


def _clues_to(
    sentence: str, figure: Figure, figures: Sequence[Figure], signs: Sequence[_NamedPiece]
) -> Iterator[str]:
    kind = _kind(figure)
    yield from _shape(figure, kind)
    yield from _place(sentence, figure, figures)
    yield from (f"{kind}:{clue}" for clue in _dates(sentence, figure))
    before = [
        (sign, _crossed(sentence[sign.end : figure.start]))
        for sign in reversed(signs)
        if sign.end <= figure.start
    ]
    behind = [
        (sign, _crossed(sentence[figure.end : sign.start]))
        for sign in signs
        if sign.start >= figure.end
    ]
    yield from _clues_on_side("<", before, kind)
    yield from _clues_on_side(">", behind, kind)
    yield from _joint_clues([sign for sign, crossed in (*before, *behind) if not crossed], kind)


def _crossed(between: str) -> int:
    """Return how many parts of a sentence end between two of its words, 2 for more."""
    return min(len(_PARTS.findall(between)), 2)


def _clues_on_side(
    side: str, beside: Sequence[tuple[_NamedPiece, int]], kind: str
) -> Iterator[str]:
    """Yield the clues on one side of a figure: the pieces from it on, each with the parts `_crossed`."""
    last, strange = f"#{kind}", 0
    for far, (sign, crossed) in enumerate(beside):
        for name in sign.names:
            yield f"{side}{crossed}{name}"
            if not crossed:
                yield f"{kind}{side}{name}"
            if far < _NEAR:
                yield f"{side}{'beside' if far < _BESIDE else 'near'} {name}"
        if crossed < 2:
            yield f"{side}{last} {sign.names[0]}"
        last = sign.names[0]
        strange += not crossed and last.startswith(("en:", "es:", "fr:", "de:", "pt:"))
    yield f"{side}strange:{min(strange, 4)}"


def _joint_clues(close: Sequence[_NamedPiece], kind: str) -> Iterator[str]:
    """Yield the clues that pieces in a figure's own part of the sentence are together."""
    names = {name for sign in close for name in sign.names if name[0] in "@=#"}
    names |= {"strange" for sign in close if sign.names[0][0] not in "@#"}
    telling = sorted(names - {"@plain"})
    for first, second in itertools.combinations(telling, 2):
        yield f"{kind}&{first}&{second}"
    yield f"{kind}&&{' '.join(name for name in telling if name[0] == '@')}"


def _shape(figure: Figure, kind: str) -> Iterator[str]:
    """Yield what a figure is by itself: its kind, size, period and limit."""
    yield kind
    yield f"{kind}:size:{len(str(abs(int(figure.value))))}"
    yield f"{kind}:per:{figure.per or 'none'}"
    yield f"{kind}:bound:{figure.bound or 'none'}"
    if figure.high is not None:
        yield f"{kind}:range"
    if figure.value < 0 or figure.text.startswith("+"):
        yield f"{kind}:signed"
    if figure.is_scaled:
        yield f"{kind}:scaled"
    digits = str(abs(int(figure.value)))
    if len(digits) > 3:
        yield f"{kind}:zeros:{len(digits) - len(digits.rstrip('0'))} of {len(digits)}"


def _place(sentence: str, figure: Figure, figures: Sequence[Figure]) -> Iterator[str]:
    """Yield where a figure stands among the figures of its kind, and whether in brackets."""
    like = [other for other in figures if other.kind == figure.kind]
    number = like.index(figure)
    yield f"{figure.kind}:number {min(number, 3)} of {min(len(like), 4)}"
    opened = sentence.count("(", 0, figure.start) - sentence.count(")", 0, figure.start)
    if opened > 0:
        yield f"{figure.kind}:in brackets"
    if not sentence[: figure.start].strip(" *•–-"):
        yield f"{figure.kind}:opens"
    if not sentence[figure.end :].strip(" .*!"):
        yield f"{figure.kind}:closes"


def _dates(sentence: str, figure: Figure) -> Iterator[str]:
    """Yield when the years of a sentence are, the nearest and all, and whether a later one stands there."""
    found = years(sentence)
    if not found:
        yield "no year"
        return
    _, nearest = min(found, key=lambda pair: abs(pair[0] - figure.start))
    yield f"nearest {_age(nearest)}"
    for _, year in found:
        yield f"some {_age(year)}"
    now = [year for _, year in found if year < AHEAD]
    if now and nearest < max(now):
        yield "nearest is not the latest"


def names_past(sentence: str) -> bool:
    """Return whether a sentence names a year of which figures are old in the passages learned from."""
    return any(year < _LATELY for _, year in years(sentence))


def _age(year: int) -> str:
    if year < _LATELY:
        return "old" if year < _OLD else "older"
    return "ahead" if year >= AHEAD else "now"
