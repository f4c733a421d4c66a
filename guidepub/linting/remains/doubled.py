"""X: words that stand twice in a row, alone or with those beside them.

Some are right: a pronoun beside an article of the same form, or a repetition for emphasis.
`data/twice.toml` lists them for each language.
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
# One word to three that follow themselves, once or more often.
_AGAIN = re.compile(
    rf"(?<![\w'’./:*@-])(?P<repeated>(?P<first>{_WORD})(?:[ \t]+{_WORD}){{0,2}})(?P<more>(?:[ \t]+(?P=repeated))+)(?![\w'’@/-]|\.\w)",
    re.IGNORECASE,
)
# A longer word that stood shortly before is repeated for its sound.
_NEAR = 60
_PAIR = 2
# “On and on, and so on and so on”, “as long as long trips”: these join what is alike.
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
class _Twice:
    """The words that a language may repeat, and where."""

    right: frozenset[str]
    small: frozenset[str]
    joined: tuple[tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]], ...]
    equals: frozenset[str]
    named: frozenset[str]
    clauses: re.Pattern[str]


@cache
def _twice(language: str) -> _Twice:
    table = data.table("twice")[language]
    return _Twice(
        frozenset(f"{table['right']} {table['homographs']}".split()),
        frozenset(table["small"].split()),
        tuple(_sides(form) for form in table["joined"]),
        frozenset(table["equals"].split()),
        frozenset(table.get("named", "").split()),
        compiled(rf"(?:{spaced(table['clauses']) or '(?!)'})[^.;:]{{0,60}}$"),
    )


def _sides(form: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of what stands before a pair, of a word of it, and behind it."""
    before, word, behind = re.split(r"\s*[<>]\s*", form)
    return compiled(rf"(?:{spaced(before)})\s*$"), compiled(word), compiled(rf"\s*{spaced(behind)}")


def _doubled(language: str, subject: Subject) -> Iterator[Alarm]:
    words = _twice(language)
    for block, match in subject.matches(_AGAIN, PROSE | LINES):
        repeated = match["repeated"]
        alone = repeated == match["first"]
        right = _is_right(words, block, match) if alone else _is_idiom(words, block, match)
        named = alone and (_is_name(language, match, words) or _is_named(block, match, words))
        if right or named:
            continue
        message = f"“{repeated}” stands twice."
        is_safe = language == "en" and repeated.casefold() in _SAFE_TO_JOIN and repeated != "A"
        new = repeated if is_safe else None
        yield subject.alarm("X012", block, match.span(), message, "Delete one.", new)


def _is_right(words: _Twice, block: Block, match: re.Match[str]) -> bool:
    """Return whether a word stands twice with reason."""
    word = match["repeated"].casefold()
    before, behind = block.text[: match.start()], block.text[match.end() :]
    # A letter that is a sign: “in the classes C e E”, “text size: A A A”.
    if len(word) == 1 and match["more"].strip() != word:
        return True
    if word in words.right or (word in words.equals and words.clauses.search(before)):
        return True
    if len(match[0].split()) == _PAIR and any(
        first.search(before) and pair.fullmatch(word) and last.match(behind)
        for first, pair, last in words.joined
    ):
        return True
    # “Boom boom tap, boom boom tap” is meant so, and “there is tea, and there is tea tea”.
    if len(re.findall(rf"\b{word} {word}\b", block.text, re.IGNORECASE)) > 1:
        return True
    near = re.findall(_WORD, before[-_NEAR:].casefold())
    return word not in words.small and word in near


def _is_idiom(words: _Twice, block: Block, match: re.Match[str]) -> bool:
    """Return whether several words that follow themselves are a saying, or names, or for their sound."""
    parts = [part.casefold() for part in match["repeated"].split()]
    behind = block.text[match.end() :].split(maxsplit=1)
    goes_on = behind and behind[0].strip(".,;:!?").casefold() == parts[0]
    if goes_on or len(set(parts)) < len(parts) or _JOINS & {parts[0], parts[-1]}:
        return True
    if len(match["more"].split()) > len(parts) or words.clauses.search(block.text[: match.start()]):
        return True
    return parts[0] not in words.small


def _is_name(language: str, match: re.Match[str], words: _Twice) -> bool:
    """Return whether two words with capitals are a name: Walla Walla. A German noun has one anyway."""
    word = match["repeated"]
    if not word[0].isupper() or not match["more"].strip()[0].isupper():
        return False
    if word.casefold() in words.small:
        return False
    return language != "de" or not is_word(word, language)


def _is_named(block: Block, match: re.Match[str], words: _Twice) -> bool:
    """Return whether a word follows a name of the same form: “those who fail in May may try”."""
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
