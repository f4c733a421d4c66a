"""G: common words as a scanner misreads them: “tbe”, “tlie”, “wbich”.

They are too short for the rule of spelling, in which a short word has too many neighbours, or stand
where a name may. Only letters that look alike are exchanged, and only for the most common words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from guidepub.linting.data import table
from guidepub.linting.texts.alarms import Alarm
from guidepub.linting.texts.blocks import LINES, PROSE
from guidepub.linting.texts.rules import rules_in
from guidepub.linting.texts.subjects import Subject
from guidepub.text.punctuation.quoting import is_quoted
from guidepub.words.listed import is_word

# Letters, and what a scanner takes them for. Names differ by one letter from many a word, so that
# only some are sought in words with a capital.
_MISREAD = (
    ("h", "b"), ("h", "li"), ("h", "ii"), ("m", "rn"), ("w", "vv"), ("u", "ii"), ("d", "cl"), ("n", "ri"), ("l", "1"),
    ("i", "1"), ("o", "0"), ("th", "lh"), ("th", "ih"),
)  # fmt: skip
_MISREAD_SMALL = (
    ("b", "h"), ("e", "c"), ("c", "e"), ("l", "i"), ("i", "l"), ("u", "n"), ("n", "u"), ("t", "f"),
)  # fmt: skip
_TOKEN = re.compile(r"(?<![\w@/.’'#&$-])[^\W_]{2,18}(?![\w@/&’'-]|\.\w)")
_SHORTEST = 3


@cache
def _misreadings(language: str, is_small: bool) -> dict[str, str]:
    """Return how a scanner may misread a language's common words, each with the word."""
    common = frozenset(table("scanned")[language].split())
    misread = (*_MISREAD, *_MISREAD_SMALL) if is_small else _MISREAD
    found: dict[str, str] = {}
    for word in sorted(common):
        for meant, seen in misread:
            for match in re.finditer(meant, word):
                other = word[: match.start()] + seen + word[match.end() :]
                if len(other) >= _SHORTEST and other not in common:
                    found.setdefault(other, word)
    return found


def as_meant(word: str) -> Iterator[str]:
    """Yield a word with two letters in turn replaced by the one that a scanner takes for them."""
    for meant, seen in _MISREAD:
        if len(seen) > len(meant):
            for match in re.finditer(seen, word):
                yield word[: match.start()] + meant + word[match.end() :]


def _scanned(language: str, subject: Subject) -> Iterator[Alarm]:
    small, first = (_misreadings(language, is_small) for is_small in (True, False))
    own = frozenset(word.casefold() for word in subject.settings.words)
    for block, match in subject.matches(_TOKEN, PROSE | LINES):
        word, plain = match[0], match[0].lower()
        # Within a sentence, capitals begin names, and in German nouns as well.
        if word == plain:
            meant = small.get(word)
        elif word[1:] == plain[1:] and _begins(block.text, match.start()):
            meant = first.get(plain)
        else:
            continue
        if meant is None or plain in own or is_quoted(block.text, *match.span()):
            continue
        if not is_word(word, language):
            message = f"“{word}” is in no dictionary here."
            remedy = f"Did you mean “{meant}”? If not, add it to words under [lint]."
            yield subject.alarm("G004", block, match.span(), message, remedy)


def _begins(text: str, at: int) -> bool:
    """Return whether a sentence begins at a place."""
    return re.search(r"(?:^|[.!?:…]\s+)[“«„\"(]?$", text[max(at - 8, 0) : at]) is not None


RULES = rules_in(("de", "en", "es", "fr", "pt"), ("G004",), _scanned)
