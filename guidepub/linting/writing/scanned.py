"""G: common words that a scanner has misread: “tbe”, “tlie”, “wbich”.

The spelling rule does not report them, since short words have too many neighbours, and capitalized
ones may be names. This rule only exchanges letters that look alike, in the most common words.
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

# Letters, and what a scanner reads instead. Since many names differ from a word by one letter, only
# the first group applies to capitalized words.
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
    """Return the misreadings of a language's common words, each with the word that was meant."""
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
    """Yield variants of a word in which two letters are replaced by the one that a scanner splits."""
    for meant, seen in _MISREAD:
        if len(seen) > len(meant):
            for match in re.finditer(seen, word):
                yield word[: match.start()] + meant + word[match.end() :]


def _scanned(language: str, subject: Subject) -> Iterator[Alarm]:
    small, first = (_misreadings(language, is_small) for is_small in (True, False))
    own = frozenset(word.casefold() for word in subject.settings.words)
    for block, match in subject.matches(_TOKEN, PROSE | LINES):
        word, plain = match[0], match[0].lower()
        # Capitalized words within a sentence are names, or nouns in German.
        if word == plain:
            meant = small.get(word)
        elif word[1:] == plain[1:] and _begins(block.text, match.start()):
            meant = first.get(plain)
        else:
            continue
        if meant is None or plain in own or is_quoted(block.text, *match.span()):
            continue
        if not is_word(word, language):
            message = f"“{word}” is not in the dictionary."
            remedy = f"Did you mean “{meant}”? If not, add it to words under [lint]."
            yield subject.alarm("G004", block, match.span(), message, remedy)


def _begins(text: str, at: int) -> bool:
    """Return whether a sentence begins at an offset."""
    return re.search(r"(?:^|[.!?:…]\s+)[“«„\"(]?$", text[max(at - 8, 0) : at]) is not None


RULES = rules_in(("de", "en", "es", "fr", "pt"), ("G004",), _scanned)
