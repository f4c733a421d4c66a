"""What sentences are learned by: words, pairs and beginnings of them, and kinds such as work or pay."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator, Mapping

from guidepub.text.naming.occupations import looks_like_one
from guidepub.text.vocabulary import vocabulary
from guidepub.text.weighed.assurances import signs

_WORD = re.compile(
    r"(?P<object>\ufffc)|(?P<money>[$€£]\s?\d[\d.,]*)|(?P<share>\d[\d.,]*\s?%)|(?P<figure>\d[\d.,]*)"
    r"|[^\W\d_]+(?:['’-][^\W\d_]+)*|[!?:;…\"“”()\[\]|/@#«»¡¿—–.,]"
)
_YEAR = re.compile(r"(?:19|20)\d\d\W*")
# Words of a sentence that are read: what goes on for longer is a table or a list.
_LONGEST = 120
# Letters that words of one stem share.
_BEGINNING = 5


@functools.lru_cache(maxsize=64)
def clues(sentence: str, language: str) -> Mapping[str, int]:
    """Return the clues of a sentence, each with the word at which it stands first.

    Words are counted from 0, as `words` yields them; clues to the whole sentence have -1.
    """
    found: dict[str, int] = {}
    for clue, index in _clues(sentence, language):
        found.setdefault(clue, index)
    return found


def _clues(sentence: str, language: str) -> Iterator[tuple[str, int]]:
    before = "<"
    index = -1
    for index, (word, _) in enumerate(words(sentence)):
        yield word, index
        yield f"{before} {word}", index
        if len(word) > _BEGINNING:
            yield f"{word[:_BEGINNING]}-", index
        if kind := kind_of(word, language):
            yield f"={kind}", index
        before = word
    yield f"{before} >", index
    lists = tuple(signs(sentence, language))
    for name in lists:
        yield f"&{name}", -1
    for pair in itertools.combinations(lists, 2):
        yield f"&{pair[0]}&{pair[1]}", -1


def kind_of(word: str, language: str) -> str | None:
    """Return the kind of a word in small letters, such as work, pay or worker, or None."""
    return _kinds(language).get(word) or _kind_by_form(word, language)


def words(sentence: str) -> Iterator[tuple[str, int]]:
    """Yield the words and marks of a sentence in small letters, each with where it begins.

    A figure, a year, a share and an amount of money stand for all of their kind.
    """
    for count, match in enumerate(_WORD.finditer(sentence)):
        if count == _LONGEST:
            return
        kind = match.lastgroup
        if kind == "figure" and _YEAR.fullmatch(match[0]):
            kind = "year"
        yield f"#{kind}" if kind else match[0].casefold().replace("’", "'"), match.start()


@functools.cache
def _kinds(language: str) -> Mapping[str, str]:
    table = vocabulary("kinds", language)
    return {word: kind for kind, listed in table.items() for word in listed.split()}


@functools.lru_cache(maxsize=8192)
def _kind_by_form(word: str, language: str) -> str | None:
    """Return the kind of a word by its ending, or None."""
    if language != "en":
        return None
    if word.endswith("n't"):
        return "denial"
    if word.endswith("'ll"):
        return "future"
    # Shorter words, such as “her”, only look like it.
    return "worker" if len(word) > 4 and looks_like_one(word.removesuffix("s")) else None
