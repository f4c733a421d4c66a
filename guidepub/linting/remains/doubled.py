"""X: repeated words and phrases: “the the”, “of the of the”.

Some are correct: a pronoun next to an article of the same form, or a repetition for emphasis.
`data/twice.toml` lists these for each language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from guidepub.linting import data
from guidepub.linting.texts.alarms import Alarm
from guidepub.linting.texts.blocks import LINES, PROSE, Block
from guidepub.linting.texts.rules import rules_in
from guidepub.linting.texts.subjects import Subject
from guidepub.text.vocabulary import compiled, spaced
from guidepub.words.listed import is_word

_LANGUAGES = ("de", "en", "es", "fr", "pt")
_WORD = r"(?>[^\W\d_]+(?:['’-][^\W\d_]+)*)"
# One to three words that are repeated at least once.
_REPEATED = re.compile(
    rf"(?<![\w'’./:*@-])(?P<repeated>(?P<first>{_WORD})(?:[ \t]+{_WORD}){{0,2}})(?P<more>(?:[ \t]+(?P=repeated))+)(?![\w'’@/-]|\.\w)",
    re.IGNORECASE,
)
# In characters; a longer word that also occurs this close before is repeated for effect.
_NEAR = 60
_PAIR = 2
# Words that join equal words: “on and on, and so on and so on”, “as long as long trips”.
_JOINS = frozenset("and or as y e o u et ou und oder".split())
_SAFE_TO_JOIN = frozenset(
    "a an and are as at be by for from in is it of on or the their this to was were will with".split()
)
# Two articles in a row; “a cappella” and “a.m.” do not count.
_ARTICLES = {
    "en": re.compile(
        r"(?<![\w’'.-])((?:an?|the)\s+(?:the|an?))(?=\s+[a-z]{2,})(?!\s+(?:cappella|priori|posteriori|la)\b)",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"(?<![\w’'.-])((?:el|un)\s+(?:la|los|las|una)|(?:los|las|la)\s+el|(?:los|las|la|un)\s+un|la\s+los)(?=\s+[a-záéíóúñ]{3,})",
        re.IGNORECASE,
    ),
}


@dataclass(frozen=True, slots=True)
class _AllowedRepeats:
    """The words that may be repeated in a language, and where."""

    right: frozenset[str]
    small: frozenset[str]
    joined: tuple[tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]], ...]
    equals: frozenset[str]
    named: frozenset[str]
    clauses: re.Pattern[str]


@cache
def _allowed_repeats(language: str) -> _AllowedRepeats:
    table = data.table("twice")[language]
    return _AllowedRepeats(
        frozenset(f"{table['right']} {table['homographs']}".split()),
        frozenset(table["small"].split()),
        tuple(_sides(form) for form in table["joined"]),
        frozenset(table["equals"].split()),
        frozenset(table.get("named", "").split()),
        compiled(rf"(?:{spaced(table['clauses']) or '(?!)'})[^.;:]{{0,60}}$"),
    )


def _sides(form: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return the patterns for the text before a pair, for its word, and for the text after it."""
    before, word, after = re.split(r"\s*[<>]\s*", form)
    return compiled(rf"(?:{spaced(before)})\s*$"), compiled(word), compiled(rf"\s*{spaced(after)}")


def _doubled(language: str, subject: Subject) -> Iterator[Alarm]:
    words = _allowed_repeats(language)
    for block, match in subject.matches(_REPEATED, PROSE | LINES):
        repeated = match["repeated"]
        is_one_word = repeated == match["first"]
        right = _is_right(words, block, match) if is_one_word else _is_idiom(words, block, match)
        named = is_one_word and (_is_name(language, match, words) or _is_named(block, match, words))
        if right or named:
            continue
        message = f"“{repeated}” is repeated."
        is_safe = language == "en" and repeated.casefold() in _SAFE_TO_JOIN and repeated != "A"
        new = repeated if is_safe else None
        yield subject.alarm("X012", block, match.span(), message, "Delete one.", new)


def _is_right(words: _AllowedRepeats, block: Block, match: re.Match[str]) -> bool:
    """Return whether a word is repeated correctly."""
    word = match["repeated"].casefold()
    before, after = block.text[: match.start()], block.text[match.end() :]
    # Letters used as symbols: “in the classes C e E”, “text size: A A A”.
    if len(word) == 1 and match["more"].strip() != word:
        return True
    if word in words.right or (word in words.equals and words.clauses.search(before)):
        return True
    if len(match[0].split()) == _PAIR and any(
        first.search(before) and pair.fullmatch(word) and last.match(after)
        for first, pair, last in words.joined
    ):
        return True
    # Repeated more than once, it is intended: “boom boom tap, boom boom tap”.
    if len(re.findall(rf"\b{word} {word}\b", block.text, re.IGNORECASE)) > 1:
        return True
    near = re.findall(_WORD, before[-_NEAR:].casefold())
    return word not in words.small and word in near


def _is_idiom(words: _AllowedRepeats, block: Block, match: re.Match[str]) -> bool:
    """Return whether a repeated phrase is an idiom, a name or for effect."""
    parts = [part.casefold() for part in match["repeated"].split()]
    after = block.text[match.end() :].split(maxsplit=1)
    goes_on = after and after[0].strip(".,;:!?").casefold() == parts[0]
    if goes_on or len(set(parts)) < len(parts) or _JOINS & {parts[0], parts[-1]}:
        return True
    if len(match["more"].split()) > len(parts) or words.clauses.search(block.text[: match.start()]):
        return True
    return parts[0] not in words.small


def _is_name(language: str, match: re.Match[str], words: _AllowedRepeats) -> bool:
    """Return whether two capitalized words are a name (“Walla Walla”), and not just German nouns."""
    word = match["repeated"]
    if not word[0].isupper() or not match["more"].strip()[0].isupper():
        return False
    if word.casefold() in words.small:
        return False
    return language != "de" or not is_word(word, language)


def _is_named(block: Block, match: re.Match[str], words: _AllowedRepeats) -> bool:
    """Return whether a word follows a name that looks the same: “those who fail in May may try”."""
    word, again = match["repeated"], match["more"].strip()
    if (
        not word[0].isupper()
        or again != word.casefold()
        or word.casefold() in words.small - words.named
    ):
        return False
    opens = any(not block.text[start : match.start()].strip(" “\"'(") for start, _ in block.bounds)
    return not opens or word.casefold() in words.named


def _two_articles(language: str, subject: Subject) -> Iterator[Alarm]:
    for block, match in subject.matches(_ARTICLES[language], PROSE | LINES):
        first, second = match[1].casefold().split()
        if first != second:
            message = f"“{match[1]}” has two articles."
            yield subject.alarm("X012", block, match.span(1), message, "Delete one.")


RULES = (
    *rules_in(_LANGUAGES, ("X012",), _doubled),
    *rules_in(tuple(_ARTICLES), ("X012",), _two_articles),
)
