"""The order of words in a book's lists, as in dictionaries of its language.

Collations are data of ICU, whose Python packages need a system library. Pure Python packages have
only one order for all languages together, which is right for none: Spanish has ñ after n, Polish ó
after o. The languages of guidepub differ in a few letters each, which are here (CLDR 47,
collation).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from guidepub.words.languages import primary_language

# Letters of their own, each after the letter that it looks like. Everywhere else a diacritic
# counts only between words that are otherwise equal: cote, côte (DIN 5007-1 for ä).
_OWN: Mapping[str, str] = MappingProxyType(
    {"es": "ñ", "pl": "ąćęłńóśźż", "vi": "ăâđêôơư"},
)  # fmt: skip
# Letters that Unicode does not decompose, and how they are sorted.
_AS: Mapping[str, str] = MappingProxyType(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"},
)
# Word by word (ISO 999, 8.2): a hyphen separates words, an apostrophe does not.
_PARTING = re.compile(r"[\s\-‐‑–—/]")
# The tones of Vietnamese in the order of its dictionaries: none, grave, hook, tilde, acute, dot.
_TONES = "\u0300\u0309\u0303\u0301\u0323"
_SPACE, _FIGURE, _LETTER = 0, 1, 2
_LONGEST_FIGURE = 18
OTHERS = "#"
"""The heading of entries that begin with no letter."""

Weight = tuple[int, str, int]
SortKey = tuple[tuple[Weight, ...], tuple[tuple[int, ...], ...], str]


def sort_key(text: str, language: str) -> SortKey:
    """Return the sort key of a text in a language: letters first, then diacritics, then case."""
    weights, marks = [], []
    for weight, own in _weighed(text, primary_language(language)):
        weights.append(weight)
        marks.append(own)
    return tuple(weights), tuple(marks), text.swapcase()


def initial(text: str, language: str) -> str:
    """Return the capital letter under which a list has a text, or `OTHERS`."""
    for (kind, letter, rank), _ in _weighed(text, primary_language(language)):
        if kind != _LETTER:
            return OTHERS
        own = _OWN.get(primary_language(language), "")
        return (_kin(own, letter)[rank - 1] if rank else letter).upper()
    return OTHERS


def _weighed(text: str, language: str) -> Iterator[tuple[Weight, tuple[int, ...]]]:
    """Yield the weight of each letter, number and space that counts, with those of its marks."""
    own = _OWN.get(language, "")
    for part in re.findall(r"\d+|\D", unicodedata.normalize("NFC", text.casefold())):
        if part[0].isdecimal():
            figure = "".join(str(unicodedata.decimal(digit)) for digit in part).lstrip("0")
            yield (_FIGURE, figure.rjust(_LONGEST_FIGURE, "0"), len(figure)), ()
        elif _PARTING.fullmatch(part):
            yield (_SPACE, "", 0), ()
        elif part.isalpha():
            yield from _letter(part, own)


def _letter(letter: str, own: str) -> Iterator[tuple[Weight, tuple[int, ...]]]:
    base, *signs = list(unicodedata.normalize("NFD", letter))
    # A letter of its own may have a tone mark: ấ is â with an acute.
    forms = [(letter, "")]
    for sign in signs:
        rest = "".join(each for each in signs if each != sign)
        forms.append((unicodedata.normalize("NFC", base + sign), rest))
    found = next(((form, rest) for form, rest in forms if form in own), None)
    plain, rest = found or (base, "".join(signs))
    marks = tuple(_TONES.find(sign) + 1 or ord(sign) for sign in rest)
    rank = _kin(own, plain).index(plain) + 1 if found else 0
    for part in _base(plain) if found else _AS.get(base, base):
        yield (_LETTER, part, rank), marks


def _kin(own: str, letter: str) -> list[str]:
    """Return the letters of their own that look like a letter."""
    return [each for each in own if _base(each) == _base(letter)]


def _base(letter: str) -> str:
    """Return a letter without its diacritics."""
    return _AS.get(letter) or unicodedata.normalize("NFD", letter)[0]
