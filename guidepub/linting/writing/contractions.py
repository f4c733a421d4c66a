"""G: misspelled contractions: “dosen’t”, “would’nt”, “theyr’e”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from guidepub.linting.texts.alarms import Alarm
from guidepub.linting.texts.blocks import LINES, PROSE
from guidepub.linting.texts.rules import Rule
from guidepub.linting.texts.subjects import Subject
from guidepub.text.punctuation.quoting import is_quoted

_NEGATED_VERBS = "is are was were has have had do does did ca could wo would sha should must need might dare ought ai"
_PRONOUNS = "I you he she it we they who that there what where how this these those"
_ENDINGS = "re ve ll d"
# A word with an apostrophe inside, or after a final “nt”.
_WORD = re.compile(
    r"(?<![\w'’.@/-])(?:[A-Za-z]+(?:['’][A-Za-z]+)+|[A-Za-z]+nt['’](?=[\s.,;:!?]|$))(?![\w'’@/-])"
)
# “The law doesn,t say so.”
_OTHER_MARK = re.compile(r"(?<![\w'’])([a-z]+n[,;.]t)(?![\w'’.])")
_FEWEST_LETTERS = 4


@cache
def _contractions() -> Mapping[str, str]:
    """Return all contractions except those with ’s, keyed by their letters alone."""
    words = [f"{verb}n't" for verb in _NEGATED_VERBS.split()]
    words += [f"{who}'{ending}" for who in _PRONOUNS.split() for ending in _ENDINGS.split()]
    words += [f"{word}'ve" for word in words if word.endswith(("n't", "'d"))]
    words += [f"{verb}'ve" for verb in ("could", "should", "would", "must", "might", "may")]
    return MappingProxyType({_letters(word): word for word in words})


def _letters(word: str) -> str:
    return word.replace("'", "").replace("’", "").lower()


def contraction_meant_by(word: str) -> str | None:
    """Return the contraction that a misspelled word with an apostrophe means, or None."""
    plain, letters = word.replace("’", "'").lower(), _letters(word)
    known = _contractions()
    if plain in ("don'ts", "can'ts", "won'ts"):
        # Plurals: “the do’s and don’ts”.
        return None
    right = known.get(letters)
    if right is not None:
        return None if plain == right.lower() else right
    # A possessive may look like one: “shell’s”.
    if len(letters) < _FEWEST_LETTERS or plain.endswith(("'s", "s'")) or word[0].isupper():
        return None
    near = [known[other] for other in _one_slip_away(letters) if other in known]
    return min((each for each in near if each[0].lower() == plain[0]), default=None)


def _one_slip_away(letters: str) -> Iterator[str]:
    """Yield all variants with two letters swapped, or one removed, added or replaced."""
    for at in range(len(letters) + 1):
        head, tail = letters[:at], letters[at:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        if tail:
            yield head + tail[1:]
        for letter in "abcdefghijklmnopqrstuvwxyz":
            yield head + letter + tail
            yield head + letter + tail[1:]


def _misspelled(subject: Subject) -> Iterator[Alarm]:
    for pattern in (_WORD, _OTHER_MARK):
        for block, match in subject.matches(pattern, PROSE | LINES):
            word = match[0]
            with_other = pattern is _OTHER_MARK
            letters = re.sub(r"[,;.]", "", word)
            meant = _contractions().get(letters) if with_other else contraction_meant_by(word)
            if meant is None or is_quoted(block.text, *match.span()):
                continue
            message = f"“{word}” is not a contraction."
            remedy = "Did you mean “{}”?".format(meant.replace("'", "’"))
            yield subject.alarm("G005", block, match.span(), message, remedy)


RULES = (Rule(("G005",), _misspelled, "en"),)
