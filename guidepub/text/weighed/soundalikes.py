"""Words that sound alike, and which of them fits where one stands: “their”, “there”, “they’re”.

No list tells this but weights that were learned from texts (`guidepub.text.weights`): the words on
either side, and what they end in, say whether something is owned, is, or stands somewhere.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from guidepub.text.weights import soundalike_weights

_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d[\d.,]*|[^\w\s]")
_NUMBER, _BEGIN, _END = "#", "^", "$"
_ENDINGS = (1, 2, 3)
# “There really is a way”, “there used to be thirty”.
_EXISTS = frozenset(
    "is are was were be been isn't aren't wasn't weren't seems remain remains".split()
)
# Verbs that are no nouns, so that nobody owns them: “what is paid there depends on the contract”.
_NO_NOUNS = frozenset(
    "depends varies matters becomes begins seems belongs goes comes learns knows makes means takes gets gives keeps brings"
    " includes requires remains has does lasts happens differs carries sits stays stands brought came went began knew learned".split()
)
_FAR = 5
# Behind these a clause may begin, and none behind those, so that “it’s” fits well or badly.
_BEFORE_CLAUSES = frozenset(
    "say says said think thinks know knows believe means hope sure that because if when where while although so since"
    " unless whether as until once see sees find finds feel feels but".split()
)
_BEFORE_WORDS = frozenset(
    "at of from with into during within despite against toward towards by".split()
)
_SURER, _LESS_SURE = 2.0, 4.0

OWNS, IS, STANDS = "owns", "is", "stands"
"""What a word does where it stands: something is somebody's, somebody is so, or is in a place."""

SETS: tuple[Mapping[str, str], ...] = (
    MappingProxyType({OWNS: "its", IS: "it's"}),
    MappingProxyType({OWNS: "their", IS: "they're", STANDS: "there"}),
    MappingProxyType({OWNS: "your", IS: "you're"}),
)
"""The words that are taken for each other, by what they do."""
_SET_OF = {word: words for words in SETS for word in words.values()}
_DOES = {word: does for words in SETS for does, word in words.items()}


@dataclass(frozen=True, slots=True)
class Soundalike:
    """A word that does not fit, where it stands, and the one that does."""

    start: int
    end: int
    meant: str


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a sign of a text in small letters, and where it stands."""

    word: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """Return the words, numbers and signs of a text."""
    return [
        Token(_plain(match[0]), *match.span()) for match in _TOKEN.finditer(text.replace("’", "'"))
    ]


def _plain(word: str) -> str:
    # “Your A-levels” has no article.
    return _NUMBER if word[0].isdigit() else word if word == "A" else word.lower()


def soundalikes(text: str) -> Iterator[Soundalike]:
    """Yield the words of an English text where another that sounds alike is meant."""
    found = tokens(text)
    for at, token in enumerate(found):
        words = _SET_OF.get(token.word)
        if words is not None and (meant := _meant(found, at, words)):
            yield Soundalike(token.start, token.end, meant)


def _meant(found: Sequence[Token], at: int, words: Mapping[str, str]) -> str | None:
    """Return which of some words fits where one of them stands, None where that one may."""
    written = found[at].word
    behind = {token.word for token in found[at + 1 : at + _FAR]}
    if _DOES[written] == STANDS and behind & _EXISTS:
        return None
    table = soundalike_weights()
    seen = clues(
        [token.word for token in found[max(at - 2, 0) : at]],
        [t.word for t in found[at + 1 : at + 3]],
    )
    sums = {does: table.weight(does, seen) for does in words}
    if found[at + 1 : at + 2] and found[at + 1].word in _NO_NOUNS:
        sums.pop(OWNS, None)
    best = max(sums, key=lambda does: sums[does], default=_DOES[written])
    least = table.least[_DOES[written]]
    if _DOES[written] == IS and at:
        before = found[at - 1].word
        least += _LESS_SURE * (before in _BEFORE_CLAUSES) - _SURER * (before in _BEFORE_WORDS)
    return words[best] if sums[best] - sums.get(_DOES[written], 0) >= least else None


@functools.cache
def _ends(word: str, name: str) -> tuple[str, ...]:
    return tuple(f"{name}-{word[-size:]}" for size in _ENDINGS if len(word) > size)


def clues(before: Sequence[str], behind: Sequence[str]) -> frozenset[str]:
    """Return the clues of a place between words: these, their ends, and pairs of them."""
    second, first = (_BEGIN, _BEGIN, *before)[-2:]
    return right_clues(behind) | {
        f"b {first}", f"bb {second} {first}", f"ba {first} {(*behind, _END)[0]}", *_ends(first, "b"),
    }  # fmt: skip


def right_clues(behind: Sequence[str]) -> frozenset[str]:
    """Return the clues of what stands behind a place alone."""
    first, second = (*behind, _END, _END)[:2]
    return frozenset(
        {f"a {first}", f"aa {first} {second}", f"n {second}", f"an {first[-2:]} {second[-2:]}",
         *_ends(first, "a"), *_ends(second, "n")}
    )  # fmt: skip
