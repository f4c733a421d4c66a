"""Keeps superscripts and subscripts separate from the figures before them.

Most are note marks, as on statistical pages, or exponents. Joined to a figure they would change it:
`4<sup>3</sup> percent` is not 43 percent.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from types import MappingProxyType

from lxml.html import HtmlElement

from guidepub.figures.numbers import RAISED

_DIGITS = "0123456789"
DIGITS_UP = MappingProxyType({ord(sign): RAISED[sign] for sign in _DIGITS})
"""Superscript characters of digits, by code point."""
LETTERS_UP = MappingProxyType({ord(sign): up for sign, up in RAISED.items() if sign.isalpha()})
"""Superscript characters of letters, by code point."""
DIGITS_DOWN = MappingProxyType(
    {ord(sign): lowered for sign, lowered in zip(_DIGITS, "₀₁₂₃₄₅₆₇₈₉", strict=True)}
)
"""Subscript characters of digits, by code point."""
# What can be written with superscript characters: digits, and separators of several marks.
_NUMBERS = re.compile(r"[0-9][0-9, ]*")
# Inline elements that may be around superscripts.
_INLINE = frozenset(
    "a abbr b big cite code em font i ins kbd mark small span strong sub sup u".split()
)
# Endings of ordinals (2nd, 1er, 3ème, 2º), and characters that are raised anyway.
_ENDING = re.compile(r"st|nd|rd|th|er|re|ère|e|ème|eme|nde?|os?|as?|[ºª°™®©*†‡§¶′″]+", re.I)
_STYLE = re.compile(r"vertical-align\s*:\s*(super|sub)\b", re.I)
# Calls of notes without a `sup` element, by their class, size or target.
_NOTE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:fn|note|foot|ref|cite|citation|anm|anmerkung|fu(?:ss|ß)n|nota|chamada|llamada|appel|renvoi|rodap|sup)",
    re.I,
)
_SMALL = re.compile(
    r"font-size\s*:\s*(?:smaller|x+-small|0?\.\d+\s*r?em|[1-8]?\d(?:\.\d+)?\s*%|[4-8](?:\.\d+)?(?:pt|px))",
    re.I,
)
_CALL = re.compile(r"\[?(?:[0-9]{1,3}|[a-z]|[*†‡§]{1,3})\]?\)?")
# “n.º”, “M^me”, “1.er”: raised letters after an abbreviation are part of the word.
_ABBREVIATED = re.compile(r"(?<![^\W\d_])(?:[^\W\d_]{1,2}\.?|\d{1,3}\.)$")
_WORD = re.compile(r"[^\W\dA-ZÀ-ÖØ-Þ_]{3}$")
# Languages in which an ordinal may end in “a”: “3.ª”.
_WITH_FEMININE = ("es", "pt", "it", "ca", "gl")
_ORDINALS = MappingProxyType({"o": "º", "a": "ª"})
_CLASSES = MappingProxyType({"sup": "sup", "super": "sup", "superscript": "sup", "sub": "sub", "subscript": "sub"})  # fmt: skip


def write_superscripts(body: HtmlElement, note_of: Callable[[HtmlElement], str]) -> None:
    """Replace superscripts and subscripts in a page by superscript and subscript characters.

    Where Unicode has no such character, `^` precedes the ordinary one. Calls of the page's own
    footnotes, which `note_of` recognises, are not changed.
    """
    for element in body.iter():
        position = _position(element) if isinstance(element.tag, str) else ""
        if position and not any(note_of(link) for link in element.iter("a")):
            _rewrite(element, position)


def _position(element: HtmlElement) -> str:
    """Return `sup` or `sub` if an element raises or lowers its words, or ""."""
    if element.tag in ("sup", "sub"):
        return str(element.tag)
    if style := _STYLE.search((element.get("style") or "")[:400]):
        return "sup" if style[1].lower() == "super" else "sub"
    if _calls_note(element):
        return "sup"
    names = (element.get("class") or "")[:200].lower().split()
    if element.tag not in ("span", "a", "font", "small", "em", "i", "b", "strong"):
        return ""
    return next((_CLASSES[name] for name in names if name in _CLASSES), "")


def _calls_note(element: HtmlElement) -> bool:
    """Return whether an element directly after a word or a figure looks like a note mark."""
    if element.tag not in ("span", "a", "font", "small") or len(element) > 1:
        return False
    if any(len(child) for child in element):
        return False
    words = element.text_content()
    if len(words) > 5 or not _CALL.fullmatch(words) or not _before(element, close=True):
        return False
    leads = element.tag == "a" and "#" in (element.get("href") or "")
    is_named = _NOTE_CLASS.search((element.get("class") or "")[:200])
    is_small = element.tag == "small" or _SMALL.search((element.get("style") or "")[:400])
    return bool(leads or is_named or is_small)


def _rewrite(element: HtmlElement, position: str) -> None:
    words = " ".join(element.text_content().split())
    if not words or len(words) > 40:
        return
    before = _before(element)
    if position == "sub":
        if _NUMBERS.fullmatch(words):
            _translate(element, DIGITS_DOWN)
    elif _NUMBERS.fullmatch(words.removesuffix(")")):
        _translate(element, DIGITS_UP)
    elif (
        words.isalpha() and _ABBREVIATED.search(before) and not _is_ordinal(element, before, words)
    ):
        is_ordinal = before.endswith(".") and words.lower() in _ORDINALS
        _put_instead(element, _ORDINALS[words.lower()] if is_ordinal else words)
    elif not before[-1:].isdigit() and before[-1:] not in ("%", ")"):
        if re.fullmatch(r"[-−–+]?\d[\d.,]*|\w[-+−]\w", words):
            _put_before(element, "^")
        elif words in RAISED and _WORD.search(before):
            _translate(element, LETTERS_UP)
    elif len(words) == 1 and words in RAISED and not _is_ordinal(element, before, words):
        _translate(element, LETTERS_UP)
    elif not (
        _ENDING.fullmatch(words) and (_is_ordinal(element, before, words) or not words.isalpha())
    ):
        is_one = re.fullmatch(r"[-−–+]?\w+|\([^()]*\)", words) is not None
        _put_before(element, "^" if is_one else "^(")
        if not is_one:
            _put_after(element, ")")


def _is_ordinal(element: HtmlElement, before: str, words: str) -> bool:
    """Return whether letters may be the ending of an ordinal: 2nd, 1o, but not 51,000a."""
    number = re.search(r"(?<![\d.,])\d{1,3}$", before)
    language = element.getroottree().getroot().get("lang") or ""
    # English has no ordinals with one letter.
    if number is None or (len(words) == 1 and language.lower().startswith("en")):
        return False
    if words.lower() == "a" and not language.lower().startswith(_WITH_FEMININE):
        return False
    return len(words) > 1 or words.lower() == "e" or (words in "oa" and len(number[0]) < 3)


def _before(element: HtmlElement, *, close: bool = False) -> str:
    """Return the last words before an element within the same line.

    If they must be `close`, no space may be between.
    """
    while element.getparent() is not None:
        previous = element.getprevious()
        if previous is not None:
            words = previous.tail or (
                previous.text_content() if isinstance(previous.tag, str) else ""
            )
        else:
            words = element.getparent().text or ""
        if words.strip() or previous is not None or element.getparent().tag not in _INLINE:
            return "" if close and words[-1:].isspace() else words.rstrip()[-20:]
        element = element.getparent()
    return ""


def _translate(element: HtmlElement, table: MappingProxyType[int, str]) -> None:
    for part in element.iter():
        if part.text:
            part.text = part.text.translate(table)
        if part is not element and part.tail:
            part.tail = part.tail.translate(table)


def _put_instead(element: HtmlElement, words: str) -> None:
    for child in list(element):
        element.remove(child)
    element.text = words


def _put_before(element: HtmlElement, sign: str) -> None:
    for part in element.iter():
        if part.text and part.text.strip():
            part.text = sign + part.text.lstrip()
            return


def _put_after(element: HtmlElement, sign: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "").rstrip() + sign
    else:
        element.text = (element.text or "").rstrip() + sign
