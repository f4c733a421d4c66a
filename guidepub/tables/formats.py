"""Number formats of a spreadsheet: what a cell shows of its number.

A figure that is printed is the one that an editor sees in the cell: 0.022 in a cell of the
format `0.0%` is 2.2 %, and 111021 in one of the format `00"-"0000` the code 11-1021. Source: ECMA-376, part 1, 18.8.30 and 18.8.31 (numFmt).
"""

from __future__ import annotations

import functools
import math
import re
import unicodedata
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from guidepub.tables.cells import Cell, exact, numbered

# One part of a format: a text in quotes, a sign after a backslash, a space as wide as a sign,
# a fill, brackets, or any sign.
_PART = re.compile(r'"(?P<text>[^"]*)"?|\\(?P<sign>.)|_.|\*.|\[(?P<brackets>[^\]]*)\]|(?P<code>.)', re.S)  # fmt: skip
_COLOUR = re.compile(r"black|blue|cyan|green|magenta|red|white|yellow|color ?\d+", re.I)
_CURRENCY = re.compile(r"\$(?P<sign>[^-]*)(?:-.*)?")
# Longer than any that a spreadsheet takes.
_LONGEST = 255
_PLACES = "0#?"
# Where a digit of a code stands; no format holds this sign.
_DIGIT = "\0"
# A cell without a format shows about so many digits.
_GENERAL_DIGITS = 10


@dataclass(frozen=True, slots=True)
class _NumberFormat:
    """What a section of a format shows: decimals (`None`: all of them), percent, texts.

    `layout` is that of a code's digits, empty for figures.
    """

    least: int = 0
    most: int | None = None
    factor: int = 1
    beside: str = ""
    shows_digits: bool = True
    thousands: bool = False
    layout: str = ""


_GENERAL = _NumberFormat()


def cell_of_number(value: float, number_format: str) -> str | Cell:
    """Return the cell of a number as its format shows it; it has a fault where that is unclear."""
    if not math.isfinite(value):
        return ""
    form = _form(number_format, -1 if value < 0 else int(value > 0))
    if form == _GENERAL:
        return numbered(exact(value, _GENERAL_DIGITS))
    number = exact(value) * form.factor
    if form.most is not None:
        number = _rounded(number, form)
    if form.layout and number >= 0:
        return _coded(number, form)
    text = f"{number:f}" + ("%" if form.beside == "%" else "")
    if not form.shows_digits:
        return Cell(text, fault=f"its format, {number_format}, shows no digits")
    if form.thousands:
        return Cell(text, fault=f"its format, {number_format}, shows it in thousands")
    return Cell(text, number, form.beside)


def _coded(number: Decimal, form: _NumberFormat) -> Cell:
    """Return the cell of a code: its zeros are kept, and it is not a number if it has other signs."""
    places = form.layout.count(_DIGIT)
    written = f"{int(number):0{places}}"
    last = iter(written[len(written) - places :])
    laid_out = "".join(next(last) if sign == _DIGIT else sign for sign in form.layout)
    text = written[: len(written) - places] + laid_out
    return Cell(text, number, form.beside) if text.isdigit() else Cell(text)


def _rounded(number: Decimal, form: _NumberFormat) -> Decimal:
    """Round as a spreadsheet does, and drop the zeros that a format leaves out."""
    assert form.most is not None
    number = number.quantize(Decimal(1).scaleb(-form.most), ROUND_HALF_UP)
    whole, _, rest = f"{number:f}".partition(".")
    rest = rest.rstrip("0").ljust(form.least, "0")
    return Decimal(f"{whole}.{rest}" if rest else whole)


@functools.lru_cache(maxsize=256)
def _form(number_format: str, sign: int) -> _NumberFormat:
    """Return what a format does with numbers above, below or equal to zero."""
    if len(number_format) > _LONGEST:
        return _GENERAL
    sections: list[list[re.Match[str]]] = [[]]
    for part in _PART.finditer(number_format):
        if part["code"] == ";":
            sections.append([])
        else:
            sections[-1].append(part)
    index = {1: 0, -1: 1, 0: 2}[sign]
    return _section(sections[index] if index < len(sections) else sections[0])


def _section(parts: list[re.Match[str]]) -> _NumberFormat:
    brackets = [part["brackets"] for part in parts if part["brackets"] is not None]
    code = "".join(part["code"] or "" for part in parts)
    if any(not _COLOUR.fullmatch(text) and not _CURRENCY.fullmatch(text) for text in brackets):
        return _GENERAL
    beside = "".join(_text_beside(part) for part in parts).strip()
    if re.search(r"general|[@/eE]", code, re.I):
        return _NumberFormat(beside=beside) if beside else _GENERAL
    digits = "".join(sign for sign in code if sign in f"{_PLACES}.,")
    layout = "" if "%" in code or set(digits) != {"0"} or len(digits) == 1 else _layout(parts)
    decimals = digits.partition(".")[2].rstrip(",")
    return _NumberFormat(
        least=decimals.count("0"),
        most=sum(decimals.count(place) for place in _PLACES),
        factor=100 if "%" in code else 1,
        beside="%" if "%" in code else beside,
        shows_digits=any(place in digits for place in _PLACES),
        thousands=bool(re.search(r",(?:\.|$)", digits)),
        layout=layout,
    )


def _layout(parts: list[re.Match[str]]) -> str:
    """Return what a section shows from its first digit to its last one."""
    signs = (
        _DIGIT if part["code"] == "0" else part["text"] or part["sign"] or part["code"] or ""
        for part in parts
    )
    shown = "".join(signs)
    return shown[shown.index(_DIGIT) : shown.rindex(_DIGIT) + 1]


def _text_beside(part: re.Match[str]) -> str:
    """Return what a part of a format sets next to the digits, but for signs and brackets."""
    if part["brackets"] is not None:
        currency = _CURRENCY.fullmatch(part["brackets"])
        return "".join(currency["sign"].split()) if currency else ""
    text = part["text"] or part["sign"] or ""
    if part["code"] and unicodedata.category(part["code"]) == "Sc":
        text = part["code"]
    return "".join(text.split()).strip("-+()−")
