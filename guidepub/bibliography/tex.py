"""Values of BibTeX as plain text: pylatexenc reads TeX, and what it would lose is read here.

pylatexenc silently drops unknown commands, among them signs such as £ and §, keeps the first
argument of some commands as a word, and loses the content of boxes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

_TEX = re.compile(r"[\\{}$~%]|--|``|''")
# Commands whose last argument is kept: as it is, in quotes, or as a URL.
_BEFORE_WORDS = re.compile(
    r"\\(?:(?:foreignlanguage|bibinfo|href|textcolor)\s{0,4}\{[^{}]*\}|mbox|hbox)\s{0,4}\{"
)
_QUOTED = re.compile(r"\\(?:enquote|mkbibquote|textquote)\*?\s{0,4}\{((?:[^{}]|\{[^{}]*\})*)\}")
_ADDRESS = re.compile(r"\\(?:url|path|nolinkurl)\s{0,4}\{([^{}]*)\}")
# Signs of an address as programs escape them for TeX, with the braces that hold nothing else.
_TILDE_OF_ADDRESS = re.compile(
    r"\{\\(?:textasciitilde|~\{\}|sim)\s?\}|\\textasciitilde(?:\{\}|\s{1,4})?|\\~(?:\{\})?|\$\\sim\$"
)
_SIGN_OF_ADDRESS = re.compile(r"\{\\?([_%&#$~])\}|\\([_%&#$])")
_SIGN_OF_TEX = re.compile(r"(?<!\\)[%_&#$]")
# Commands for a character, with the space or the braces after their names.
_COMMAND = re.compile(r"\\([A-Za-z]{1,20})(?:\s{1,4}|\{\})?")
_SIGNS: Mapping[str, str] = {
    "pounds": "£", "euro": "€", "EUR": "€", "S": "§", "P": "¶", "copyright": "©",
    "dag": "†", "ddag": "‡", "degree": "°", "celsius": "°C", "percent": "\\%", "slash": "/",
    "textless": "<", "textgreater": ">", "textbar": "|", "textunderscore": "\\_",
    "glqq": "„", "grqq": "“", "glq": "‚", "grq": "‘", "flqq": "«", "frqq": "»", "textquotedbl": '"',
    "TeX": "TeX", "LaTeX": "LaTeX", "LaTeXe": "LaTeX2e", "BibTeX": "BibTeX",
}  # fmt: skip
_DOLLAR = re.compile(r"\\.|\$", re.DOTALL)


def plain_of_tex(text: str) -> str:
    """Return a value without TeX, with accented letters as characters and without braces."""
    if not _TEX.search(text):
        return " ".join(text.split())
    from pylatexenc.latex2text import LatexNodes2Text
    from pylatexenc.latexwalker import LatexWalkerError

    text = _BEFORE_WORDS.sub("{", _ADDRESS.sub(_address, text))
    text = _with_sums(_COMMAND.sub(_sign, _QUOTED.sub(r"“\1”", text)))
    try:
        text = LatexNodes2Text(keep_comments=True, math_mode="text").latex_to_text(text)
    except (LatexWalkerError, LookupError, RecursionError):
        text = re.sub(r"[{}]", "", text)
    return " ".join(text.split())


def plain_address(text: str) -> str:
    """Return an address, or a text with one, in which its signs are not escaped for TeX."""
    text = _TILDE_OF_ADDRESS.sub("~", text)
    return _SIGN_OF_ADDRESS.sub(lambda sign: sign[1] or sign[2], text)


def _address(match: re.Match[str]) -> str:
    """Return the URL of a command, with TeX's special characters escaped."""
    return _SIGN_OF_TEX.sub(r"\\\g<0>", match[1])


def _sign(match: re.Match[str]) -> str:
    sign = _SIGNS.get(match[1])
    return match[0] if sign is None else f"{{{sign}}}"


def _with_sums(text: str) -> str:
    """Return TeX in which dollar signs of money are escaped: `$30 to $40` is not a formula.

    As in Pandoc's Markdown, a dollar sign before a digit does not end a formula, and one without
    an end begins none.
    """
    dollars = iter([match.start() for match in _DOLLAR.finditer(text) if match[0] == "$"])
    sums: list[int] = []
    begin = next(dollars, None)
    while begin is not None:
        end = next(dollars, None)
        if end is None or (text[begin + 1].isdigit() and text[end + 1 : end + 2].isdigit()):
            sums.append(begin)
            begin = end
        else:
            begin = next(dollars, None)
    return "\\".join(text[begin:end] for begin, end in pairwise([0, *sums, len(text)]))
