"""Whether two sentences of a text contradict each other, by learned weights.

“No tool ever leaves the building” and “tools that go out to the crews are signed for” cannot both be
true. The clues are shared words, denials and different numbers around these, and opposites. Their
weights were learned from labelled passages.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from guidepub.text.figures.quantities import Figure, all_figures
from guidepub.text.vocabulary import compiled, spaced, vocabulary
from guidepub.text.weights import weights

FARTHEST = 6
"""How many sentences apart two sentences may be to be compared."""
RARITY = "~"
"""The prefix of a stem in the table of weights, in rows that state how rare the stem is."""
_RAREST = 6.0
_LONG, _MOST_DIGITS = 60, 10
# “The crew is four” is too short: any sentence about the crew shares most of its words. In labelled
# passages, no alarm has a longer sentence, while legal prose would have hundreds.
_FEWEST_WORDS, _MOST_WORDS = 6, 25
_ENDS = re.compile(r"[.!?][\"”’)\]*]*$")
_SHORTEST_STEM = 3
# How far a sign such as “no” reaches on either side, in words and in characters.
_REACH, _REACH_IN_CHARACTERS = 5, 60
# The placeholder of a fact or a picture.
_FACT = "\ufffc"
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NAME = re.compile(r"(?<=[\w,] )[A-Z][a-z]+")
_NEXT_WORDS = re.compile(r"[\s-]*([^\W\d_]*)[\s-]*([^\W\d_]*)")
_REACHING = ("denies", "none", "all", "some")
_SIGNS = (*_REACHING, "limits", "year", "asks")
_MEASURES = frozenset({"measures", "percent"})
_ACROSS = (("none", "all"), ("none", "some"), ("all", "some"))


@dataclass(frozen=True, slots=True)
class ComparedSentence:
    """The features of a sentence for comparison.

    `stems` are the stems of its words in order, without the `small` ones. `kinds` are the groups of
    synonyms in it, `sides` the pairs of opposites and the side of each. `near` are the stems that a
    sign reaches, and `numbers` are keyed by the stem of the counted noun.
    """

    stems: tuple[str, ...]
    small: frozenset[str]
    kinds: frozenset[int]
    sides: frozenset[tuple[int, int]]
    signs: frozenset[str]
    near: Mapping[str, frozenset[str]]
    numbers: Mapping[str, float]
    digits: int
    is_whole: bool
    names: frozenset[str]
    length: int


def exclusion(first: str, second: str, apart: int, language: str) -> float | None:
    """Return the log odds that two sentences contradict each other, or None if they are low.

    The second is `apart` sentences after the first.
    """
    table = weights("exclusion", language)
    if table is None:
        return None
    one, other = compared(first, language), compared(second, language)
    if not (are_comparable(one, other) and is_plain(one) and is_plain(other)):
        return None
    found = clues(one, other, apart, table.by_clue)
    known = (table.by_clue[clue] * value for clue, value in found.items() if clue in table.by_clue)
    total = table.base + sum(known)
    return total if total >= table.least else None


def are_comparable(first: ComparedSentence, second: ComparedSentence) -> bool:
    """Return whether two texts are whole sentences that may be about the same thing."""
    if not (first.is_whole and second.is_whole) or first.stems == second.stems:
        return False
    # Pay and growth depend on people, place and year; other rules compare them.
    if _MEASURES & (first.signs | second.signs) or "money" in first.signs & second.signs:
        return False
    return bool(first.kinds & second.kinds) or not set(first.stems).isdisjoint(second.stems)


def is_plain(sentence: ComparedSentence) -> bool:
    """Return whether a sentence is of usual length and has no conditions.

    Conditions are phrases like “if the yard is closed”, “before 1928” and “otherwise”.
    """
    is_of_some_words = _FEWEST_WORDS <= sentence.length <= _MOST_WORDS
    return is_of_some_words and "conditions" not in sentence.signs


@functools.lru_cache(maxsize=256)
def compared(sentence: str, language: str) -> ComparedSentence:
    """Return the features of a sentence, in a language that has weights."""
    known = _words(language)
    found = [_plain(word) for word in _WORD.findall(sentence)]
    words = frozenset(found)
    signs = {name for name, form in known.signs.items() if form.search(sentence)}
    signs |= {"year"} if _YEAR.search(sentence) else set()
    signs |= {"asks"} if "?" in sentence else set()
    signs |= {"measures"} if _FACT in sentence else set()
    figures = all_figures(sentence, language)
    signs |= {figure.kind for figure in figures if figure.kind in ("money", "percent")}
    return ComparedSentence(
        stems=tuple(known.stems(found)),
        small=words & known.small,
        kinds=frozenset(kind for word in words for kind in known.kinds.get(word, ())),
        sides=frozenset(side for word in words for side in known.sides.get(word, ())),
        signs=frozenset(signs),
        near={name: known.near(name, sentence) for name in _REACHING if name in signs},
        numbers=dict(known.numbers(sentence, figures)),
        digits=sum(char.isdigit() for char in sentence),
        is_whole=_ENDS.search(sentence) is not None,
        names=frozenset(_NAME.findall(sentence)),
        length=len(sentence.split()),
    )


def clues(
    first: ComparedSentence, second: ComparedSentence, apart: int, rarity: Mapping[str, float]
) -> dict[str, float]:
    """Return the clues to whether two sentences contradict each other, each with its strength.

    `rarity` is how rare stems are, keyed by the stem with the prefix `RARITY`.
    """
    shared = set(first.stems).intersection(second.stems)
    cover = _cover(first, second, rarity)
    flags = dict.fromkeys(_flags(first, second), 1.0)
    flags |= _numbers(first, second)
    opposites = {pair for pair, side in first.sides if (pair, 1 - side) in second.sides}
    if opposites:
        flags["opposites"] = min(len(opposites), 3) / 2
    found = {
        f"{name} × {by}": on * much for name, on in flags.items() for by, much in cover.items()
    }
    found |= cover
    found |= {f"opposites {pair}": 1.0 for pair in opposites}
    found |= {f"{word} once": cover["least"] for word in first.small ^ second.small}
    found |= {f"{word} twice": cover["least"] for word in first.small & second.small}
    for name in _REACHING:
        if f"{name} once" in flags:
            reached = first.near.get(name, frozenset()) | second.near.get(name, frozenset())
            found[f"{name} reaches"] = _weight(shared & reached, rarity) / 10
    found |= _order(first, second)
    found["kinds"] = min(len(first.kinds & second.kinds), 4) / 2
    found["next"] = float(apart == 1)
    found["apart"] = apart / 4
    found["length"] = min(first.length + second.length, _LONG) / _LONG
    found["digits"] = min(first.digits + second.digits, _MOST_DIGITS) / _MOST_DIGITS
    found["names"] = min(len(first.names ^ second.names), 4) / 3
    return found


def _cover(
    first: ComparedSentence, second: ComparedSentence, rarity: Mapping[str, float]
) -> dict[str, float]:
    """Return how much of their content two sentences share, by several measures."""
    shared = set(first.stems).intersection(second.stems)
    common = _weight(shared, rarity)
    # Avoids division by zero for a sentence of small words only.
    low, high = sorted(_weight(set(each.stems), rarity) + 0.1 for each in (first, second))
    return {
        "at all": 1.0,
        "least": common / low,
        "most": common / high,
        "both": common / (low + high - common),
        "sum": common / 10,
        "rarest": max((_weight({stem}, rarity) for stem in shared), default=0.0) / _RAREST,
        "many": min(len(shared), 5) / 3,
    }


def _weight(stems: Collection[str], rarity: Mapping[str, float]) -> float:
    # Sorted, since the sum of floats depends on their order, and that of a set on the process.
    return sum(sorted(rarity.get(f"{RARITY}{stem}", _RAREST) for stem in stems))


def _flags(first: ComparedSentence, second: ComparedSentence) -> Iterator[str]:
    """Yield the signs that one or both sentences have, and pairs of opposing signs."""
    for name in _SIGNS:
        count = (name in first.signs) + (name in second.signs)
        if count:
            yield f"{name} {'once' if count == 1 else 'twice'}"
    for one, other in _ACROSS:
        if any(one in a.signs and other in b.signs for a, b in ((first, second), (second, first))):
            yield f"{one} across {other}"
    if "limits" in second.signs:
        yield "limits second"
    elif "limits" not in first.signs and ("none" in first.signs) != ("none" in second.signs):
        yield "none once, unlimited"


def _numbers(first: ComparedSentence, second: ComparedSentence) -> dict[str, float]:
    """Return how numbers of the same thing compare in two sentences."""
    if not first.numbers or not second.numbers:
        return {}
    found = {"numbers": 1.0}
    alike = first.numbers.keys() & second.numbers.keys()
    other = {unit for unit in alike if first.numbers[unit] != second.numbers[unit]}
    if alike - other:
        found["number same"] = 1.0
    if other:
        found["number other"] = 1.0
        found["number other alone"] = float(alike == other)
        found["number other, unlimited"] = float("limits" not in first.signs | second.signs)
        found["number twice"] = float(any(_is_multiple(first, second, unit) for unit in other))
    return found


def _is_multiple(first: ComparedSentence, second: ComparedSentence, unit: str) -> bool:
    """Return whether one number is two or three times the other: two shifts of 12 hours are 24."""
    low, high = sorted((first.numbers[unit], second.numbers[unit]))
    return low > 0 and high / low in (2, 3)


def _order(first: ComparedSentence, second: ComparedSentence) -> dict[str, float]:
    """Return clues from the order of the words that two sentences share."""
    if not first.stems or not second.stems:
        return {}
    pairs = set(itertools.pairwise(first.stems)).intersection(itertools.pairwise(second.stems))
    return {
        "same subject": float(first.stems[0] == second.stems[0]),
        "subject shared": float(first.stems[0] in second.stems) + (second.stems[0] in first.stems),
        "end shared": float(not set(first.stems[-2:]).isdisjoint(second.stems[-2:])),
        "pairs": min(len(pairs), 3) / 2,
        "modified otherwise": float(bool(_modified_otherwise(first, second))),
    }


def _modified_otherwise(first: ComparedSentence, second: ComparedSentence) -> set[str]:
    """Return shared stems with different words before: “the associate program”, “the doctoral program”."""
    before = {stem: word for word, stem in itertools.pairwise(first.stems)}
    after = {stem: word for word, stem in itertools.pairwise(second.stems)}
    return {stem for stem in before.keys() & after.keys() if before[stem] != after[stem]}


def _plain(word: str) -> str:
    return word.casefold().replace("’", "'")


@dataclass(frozen=True)
class _ExclusionWords:
    """The words of a language: function words, endings, synonyms, opposites, and signs."""

    small: frozenset[str]
    endings: tuple[str, ...]
    kinds: Mapping[str, tuple[int, ...]]
    sides: Mapping[str, tuple[tuple[int, int], ...]]
    signs: Mapping[str, re.Pattern[str]]

    def stem(self, word: str) -> str:
        """Return a word in lower case without its ending."""
        word = word.removesuffix("'s")
        ends = (e for e in self.endings if word.endswith(e))
        return next(
            (word.removesuffix(e) for e in ends if len(word) - len(e) >= _SHORTEST_STEM), word
        )

    def stems(self, words: Collection[str]) -> Iterator[str]:
        """Yield the stems of the content words of a sentence."""
        return (self.stem(word) for word in words if word not in self.small)

    def near(self, name: str, sentence: str) -> frozenset[str]:
        """Return the stems of the words around each occurrence of a sign."""
        around: set[str] = set()
        for match in self.signs[name].finditer(sentence):
            start, end = match.span()
            before = _WORD.findall(sentence[max(start - _REACH_IN_CHARACTERS, 0) : start])[-_REACH:]
            behind = _WORD.findall(sentence[end : end + _REACH_IN_CHARACTERS])[:_REACH]
            around.update(self.stems([_plain(word) for word in (*before, *behind)]))
        return frozenset(around)

    def numbers(self, sentence: str, figures: Iterable[Figure]) -> Iterator[tuple[str, float]]:
        """Yield the numbers in a sentence, each with the stems of the words after it."""
        for figure in figures:
            if figure.kind not in ("number", "count"):
                continue
            behind = _NEXT_WORDS.match(sentence, figure.end)
            words = [_plain(word) for word in (behind.groups() if behind else ()) if word]
            for counted in self.stems(words):
                yield counted, float(figure.value)


@functools.cache
def _words(language: str) -> _ExclusionWords:
    table = vocabulary("exclusions", language)
    kinds: dict[str, tuple[int, ...]] = {}
    sides: dict[str, tuple[tuple[int, int], ...]] = {}
    for number, group in enumerate(table["alike"]):
        for word in group.split():
            kinds[word] = (*kinds.get(word, ()), number)
    for number, pair in enumerate(table["opposites"]):
        for side, listed in enumerate(pair):
            for word in listed.split():
                sides[word] = (*sides.get(word, ()), (number, side))
    signs = {name: compiled(rf"\b(?:{spaced(form)})\b") for name, form in table["signs"].items()}
    small = frozenset(table["small"].split())
    return _ExclusionWords(small, tuple(table["endings"].split()), kinds, sides, signs)
