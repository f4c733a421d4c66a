r"""Converts superscripts and subscripts of RTF (`\super`, `\up6`), which striprtf ignores."""

from __future__ import annotations

import re
from collections.abc import Mapping

from guidepub.figures.numbers import RAISED
from guidepub.importing.pages.superscripts import DIGITS_DOWN, DIGITS_UP, LETTERS_UP

_TOKEN = re.compile(r"\\(?P<word>[a-z]+)(?P<number>-?\d+)? ?|\\'[0-9a-fA-F]{2}|\\.|[{}]", re.DOTALL)
# Note marks: digits, perhaps several with separators, or a letter after a figure.
_MARKS = re.compile(r"\d[\d, ]*")
_POWER = re.compile(r"[-+]\d+")
# A figure after which a letter is not the ending of an ordinal, as the `a` of 1a might be.
_FIGURE = re.compile(r"(?:\d[.,\s]?\d{3}|[.,]\d{1,2}|%)\Z")
_NEAR = 12
_OFF = frozenset({"plain", "nosupersub"})


def with_superscripts(source: str) -> str:
    """Return rich text with superscript and subscript characters for raised and lowered digits."""
    kept: list[str] = []
    groups: list[str] = []
    position, done = "", 0
    for token in _TOKEN.finditer(source):
        words = source[done : token.start()]
        kept.append(_shifted(words, position, kept) if position and words.strip() else words)
        kept.append(token[0])
        done = token.end()
        if token[0] == "{":
            groups.append(position)
        elif token[0] == "}":
            position = groups.pop() if groups else ""
        elif token["word"]:
            position = _position(token, position)
    return "".join([*kept, source[done:]])


def _position(token: re.Match[str], position: str) -> str:
    """Return the position of text after a control word: `super`, `sub` or ""."""
    word, ends = token["word"], token["number"] == "0"
    if word in ("super", "up"):
        return "" if ends else "super"
    if word in ("sub", "dn"):
        return "" if ends else "sub"
    return "" if word in _OFF else position


def _shifted(words: str, position: str, before: list[str]) -> str:
    mark = words.strip()
    if position == "sub":
        return _written(words, DIGITS_DOWN) if _MARKS.fullmatch(mark) else words
    if _MARKS.fullmatch(mark):
        return _written(words, DIGITS_UP)
    if _POWER.fullmatch(mark):
        return "^" + words.lstrip()
    if mark in RAISED and _FIGURE.search(_shown("".join(before[-_NEAR:]))):
        return _written(words, LETTERS_UP)
    return words


def _shown(source: str) -> str:
    return _TOKEN.sub("", source).rstrip()


def _written(words: str, signs: Mapping[int, str]) -> str:
    return "".join(
        rf"{{\uc1\u{ord(signs[ord(sign)])}?}}" if ord(sign) in signs else sign for sign in words
    )
