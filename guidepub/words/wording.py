"""Normal forms of texts, by which catalogues, marks and finished files are compared.

Typography makes no difference: ligatures, curly quotation marks, kinds of hyphen, soft hyphens,
white space, Arabic or Latin digits, lengthened letters. Words and punctuation do. The form is
Unicode's NFKC (UAX #15) with a few additions.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

_QUOTES = {"'": "‘’‚‛‹›′ʼ`´", '"': "“”„‟«»″"}
_HYPHENS = "\N{HYPHEN}\N{NON-BREAKING HYPHEN}"
# Arabic vowel signs over a ligature may belong to either of its letters; no file says to which.
_VOWELS = "".join(map(chr, (*range(0x064B, 0x0653), 0x0670)))
# It only lengthens the letter before it, and a glyph may include it: “بـ 5”.
_TATWEEL = "\u0640"
DIGITS: Mapping[str, str] = MappingProxyType(
    {"arabic-indic": "٠١٢٣٤٥٦٧٨٩", "persian": "۰۱۲۳۴۵۶۷۸۹"}
)
"""The digits from 0 to 9, by their names in CSS."""

_UNSEEN = "\N{SOFT HYPHEN}\u200b\u200c\u200d\u200e\u200f\u2060\u2068\u2069\ufeff"


LINE_END_HYPHEN = "\ufffe"
"""The character that PDF libraries return for a hyphen at the end of a line; no text has it."""


class _Forms(dict[int, str]):
    """The normal form of each character, computed when it is first needed."""

    def __missing__(self, code: int) -> str:
        form = unicodedata.normalize("NFKC", chr(code))
        self[code] = form
        return form


class _Solids(dict[int, str]):
    """The normal form of each character without white space and hyphens."""

    def __missing__(self, code: int) -> str:
        form = "" if chr(code) == LINE_END_HYPHEN else _FORMS[code]
        form = "".join(part for part in form if not part.isspace() and part != "-")
        self[code] = form
        return form


_FORMS = _Forms(
    {ord(sign): plain for plain, signs in _QUOTES.items() for sign in signs}
    | {ord(sign): "-" for sign in _HYPHENS}
    | {ord(sign): "" for sign in _UNSEEN + _VOWELS + _TATWEEL}
    | {ord(sign): str(at) for signs in DIGITS.values() for at, sign in enumerate(signs)}
    | {ord(sign): plain for sign, plain in zip("٪٫٬", "%.,", strict=True)}
)


_SOLIDS = _Solids()


def formed(text: str) -> str:
    """Return a text with each character in its normal form, and with white space unchanged."""
    return unicodedata.normalize("NFC", text).translate(_FORMS)


def form_of(character: str) -> str:
    """Return one character's normal form: nothing, one character, or several."""
    return _FORMS[ord(character)]


def filled(text: str, values: Mapping[str, object]) -> str:
    """Return a text with its placeholders, which are names in braces, replaced by values.

    After a value that ends with a full stop, such as “Crumb Inc.”, the text's own is left out.

    Raises:
        KeyError: a placeholder has no value.
    """
    for name, value in values.items():
        if str(value).endswith("."):
            text = text.replace(f"{{{name}}}.", f"{{{name}}}")
    return text.format_map(values)


def solid(text: str) -> str:
    """Return a text's normal form without white space and hyphens.

    The text must be in NFC, so that each character can be converted by itself.
    """
    return text.translate(_SOLIDS)


def normalised(text: str) -> str:
    """Return a text's normal form, with each run of white space as one space."""
    return " ".join(formed(text).split())


def fingerprint(text: str) -> str:
    """Return the SHA-256 of a text's normal form in UTF-8, in lower-case hexadecimal."""
    return hashlib.sha256(normalised(text).encode()).hexdigest()


def paragraphs_of(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a plain text, separated by blank lines, with white space collapsed."""
    return tuple(" ".join(part.split()) for part in text.split("\n\n") if part.strip())
