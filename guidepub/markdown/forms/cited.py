"""Citations as they are written: `[see @one, pp. 12-15; -@two]`, and a source's name, `@one`.

The forms are Pandoc's. The word for a locator, such as “page”, may be in any language that
guidepub has phrases in, and is printed in the guide's language.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Container, Mapping
from dataclasses import dataclass
from typing import cast

from guidepub.phrases import languages, shipped_phrases

# Keys and texts have limited lengths, so that no search takes long.
_PLAIN = re.compile(r"\[@(?P<keys>[^\]\s;,]{1,80}(?:\s{0,9};\s{0,9}@[^\]\s;,]{1,80}){0,19})\]")
_GROUP = re.compile(r"\[(?P<inside>[^\[\]]{0,400}@[^\[\]]{1,400})\](?![(\[:])")
_KEY = r"\w(?:\w|[.:+/#-](?=\w)){0,79}"
_PART = re.compile(
    rf"(?P<prefix>(?:[^@]{{0,200}}\s)?)(?P<bare>-?)@(?:\{{(?P<braced>[^{{}}\s]{{1,80}})\}}|(?P<key>{_KEY}))"
    r"(?P<rest>[^@]{0,200})",
    re.S,
)
_NAME = re.compile(rf"@(?P<key>{_KEY})")
_BRACED = re.compile(r"@\{([^{}\s]{1,80})\}")
_BEHIND_NAME = re.compile(r"[ \n]\[(?P<rest>[^\[\]@;]{1,200})\](?![(\[:])")
_MOST = 20
_BEFORE_NAME = frozenset(" \n\t([{\"'“‘„«–—")
_NUMBER = r"(?:[A-Za-z]{0,3}\d(?:[\w.:/]{0,20}\w)?|[ivxlcdm]{1,12}\b|[IVXLCDM]{1,12}\b)"
_RANGE = rf"{_NUMBER}(?:[ ]?(?:-{{1,3}}|–|—)[ ]?{_NUMBER})?"
_NUMBERS = re.compile(rf"{_RANGE}(?:(?:,[ ]?|[ ]?&[ ]?){_RANGE}){{0,19}}")
_SEVERAL = re.compile(r"[-–—,&]")
_DIGIT = re.compile(r"[A-Za-z]?\d")
# English words for locators that are not among the printed ones.
_MORE_WORDS: Mapping[str, tuple[str, ...]] = {
    "page": ("page", "pages", "pg.", "pgs."),
    "chapter": ("chapter", "chapters", "ch.", "chs."),
    "section": ("section", "sections", "§", "§§"),
    "paragraph": ("paragraph", "paragraphs", "¶", "¶¶"),
    "part": ("part", "parts"),
    "volume": ("volume", "volumes"),
    "figure": ("figure", "figures"),
    "line": ("line", "lines"),
    "note": ("note", "notes"),
    "column": ("column", "columns"),
}


@dataclass(frozen=True, slots=True)
class CitedWork:
    """One source in a citation, as it is written.

    Attributes:
        key: the key of the source.
        prefix, suffix: the words before and after it.
        label: what the `locator` counts, such as `page`; empty without a locator.
        locator: the place in the work, such as `12-15`.
        without_author: whether the author is left out, since the sentence names them.
    """

    key: str
    prefix: str = ""
    label: str = ""
    locator: str = ""
    suffix: str = ""
    without_author: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether it has only a source: no words, no locator."""
        return not (self.prefix or self.locator or self.suffix)

    @property
    def is_several(self) -> bool:
        """Whether the locator is for more than one page, chapter and so on."""
        return bool(_SEVERAL.search(self.locator))


@dataclass(frozen=True, slots=True)
class Citation:
    """Sources that are cited together.

    `is_apart` means that there was a space before the citation, which has been removed.
    """

    works: tuple[CitedWork, ...]
    is_apart: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of its sources, in order."""
        return tuple(work.key for work in self.works)

    @property
    def is_bare(self) -> bool:
        """Whether it has only sources: no words, no locators."""
        return all(work.is_bare for work in self.works)


def by_itself(key: str) -> Citation:
    """Return the citation of a source without words and without a locator."""
    return Citation((CitedWork(key),))


def read_citation(text: str, start: int, end: int) -> tuple[Citation, int] | None:
    """Return the citation that begins with the bracket at `start`, and its end, at most `end`."""
    if match := _PLAIN.match(text, start, end):
        keys = (key.strip().lstrip("@") for key in match["keys"].split(";"))
        return Citation(tuple(map(CitedWork, keys))), match.end()
    match = _GROUP.match(text, start, end)
    if match is None:
        return None
    works = [_work(part) for part in match["inside"].split(";")]
    found = tuple(work for work in works if work is not None)
    if len(found) < len(works) or len(works) > _MOST:
        return None
    return Citation(found), match.end()


def read_name(
    text: str, start: int, end: int, known: Container[str]
) -> tuple[CitedWork, int] | None:
    """Return the source named by `@key` at `start` of a text, and its end, at most `end`.

    Only known keys name a source; anything else is an email address or a name on a social
    network. A locator in brackets after the key belongs to it, as in `@key [p. 12]`.
    """
    if start and text[start - 1] not in _BEFORE_NAME:
        return None
    match = _NAME.match(text, start, end)
    if match is None or match["key"] not in known:
        return None
    if behind := _BEHIND_NAME.match(text, match.end(), end):
        label, locator, suffix = _place(behind["rest"])
        if locator:
            work = CitedWork(match["key"], "", label, locator, suffix, without_author=True)
            return work, behind.end()
    return CitedWork(match["key"], without_author=True), match.end()


def cited_keys(text: str) -> frozenset[str]:
    """Return the keys that a text may cite, before it is parsed; they may include some in code."""
    keys = {match["key"] for match in _NAME.finditer(text)}
    for match in _PLAIN.finditer(text):
        keys.update(key.strip().lstrip("@") for key in match["keys"].split(";"))
    keys.update(_BRACED.findall(text))
    return frozenset(keys)


def _work(part: str) -> CitedWork | None:
    match = _PART.fullmatch(part.strip())
    if match is None:
        return None
    label, locator, suffix = _place(match["rest"])
    return CitedWork(
        match["braced"] or match["key"],
        " ".join(match["prefix"].split()),
        label,
        locator,
        suffix,
        without_author=bool(match["bare"]),
    )


def _place(rest: str) -> tuple[str, str, str]:
    """Return the label, the locator and the further words from the text after a key."""
    rest = " ".join(rest.split())
    stated = rest.removeprefix(",").strip()
    if stated.startswith("{") and "}" in stated:
        stated, _, behind = stated[1:].partition("}")
        label, locator, suffix = _place(stated)
        return (label, locator, suffix + behind) if locator else ("page", stated.strip(), behind)
    label, numbers = "page", stated
    if word := _words_of_places().match(stated):
        label, numbers = _labels()[word[0].strip().casefold()], stated[word.end() :].lstrip()
    elif not _DIGIT.match(stated):
        return "", "", rest
    match = _NUMBERS.match(numbers)
    return (label, match[0], numbers[match.end() :]) if match else ("", "", rest)


@functools.cache
def _labels() -> Mapping[str, str]:
    """Return the label of each word for a locator; English words take precedence."""
    found: dict[str, str] = {}
    for code in ("en", *sorted(languages() - {"en"})):
        for key, phrase in cast(Mapping[str, str], shipped_phrases(code)["places"]).items():
            word = phrase.replace("{number}", "").strip().casefold()
            found.setdefault(word, key.removesuffix("s"))
    for label, words in _MORE_WORDS.items():
        for word in words:
            found.setdefault(word, label)
    return found


@functools.cache
def _words_of_places() -> re.Pattern[str]:
    words = sorted(map(re.escape, _labels()), key=len, reverse=True)
    # A word ends at a space, at a digit, or with its own full stop.
    return re.compile(rf"(?:{'|'.join(words)})(?=[ \d]|(?<=\.)[ivxlcIVXLC])", re.I)
