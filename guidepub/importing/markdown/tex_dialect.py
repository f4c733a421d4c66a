"""LaTeX in a plain text, as a dialect; `tool_marks` reads its headings, fonts and links."""

from __future__ import annotations

import re
import unicodedata

from guidepub.importing.markdown.markup_dialects import MarkupDialect, row

_ACCENTS = dict(zip("'`^\"~=.uvHrc", "\u0301\u0300\u0302\u0308\u0303\u0304\u0307\u0306\u030c\u030b\u030a\u0327", strict=True))  # fmt: skip
_ACCENT = r"\\(?:([`'^\"~=.])\{?\\?([A-Za-z])\}?|([uvHrc])\{\\?([A-Za-z])\})"


def _letter(match: re.Match[str]) -> str:
    accent, letter = match[1] or match[3], match[2] or match[4]
    return unicodedata.normalize("NFC", letter + _ACCENTS[accent])


def _cells(match: re.Match[str]) -> str:
    cells = re.split(r"(?<!\\)&", match[1])
    return f"| {' | '.join(cell.strip() for cell in cells)} |"


LATEX = MarkupDialect(
    re.compile(r"^[ ]{0,3}\\(?:documentclass|usepackage|begin\{document\}|title\{|maketitle|(?:sub)*section\*?\{|chapter\*?\{)", re.M),
    2,
    re.compile(
        # In “10% discounts” the author did not mean a comment, though TeX drops the rest of the line.
        r"(?<![\\\d])%[^\n]*$|(?<=\d)%[ ]*$|^[ ]{0,3}\\(?:author|date|institute|affiliation|address|email|thanks|selectlanguage|hyphenation|bibliography|bibliographystyle|printbibliography|graphicspath|definecolor|hypersetup|geometry|newenvironment|renewcommand|DeclareUnicodeCharacter|inputencoding|input|include|includegraphics|large|Large|small|footnotesize|normalsize)\*?(?:\[[^\[\]\n]{0,120}\]|\{[^{}\n]{0,300}\}){0,3}[ ]*$"
        r"|[ ~]?\\(?:cite|citep|citet|parencite|autocite|ref|pageref|label|index|nocite)\*?(?:\[[^\[\]\n]{0,80}\]){0,2}\{[^{}\n]{0,200}\}"
        r"|^[ ]{0,8}\\(?:hline|toprule|midrule|bottomrule|cline\{[^{}\n]{0,20}\})[ ]*$|\\(?:hline|toprule|midrule|bottomrule)(?![A-Za-z])",
        re.M,
    ),
    (
        row(r"^[ ]{0,3}\\title(?:\[[^\[\]\n]{0,200}\])?\{([^{}\n]{1,200})\}[ ]*$", r"# \1", 0),
        row(r"\\caption(?:\[[^\[\]\n]{0,200}\])?\{([^{}\n]{1,300})\}", r"\1", 0),
        row(r"\\item\[([^\[\]\n]{1,200})\][ ]*", r"- **\1** ", 0),
        row(_ACCENT, _letter, 0),
        row(r"\\(ss|ae|AE|oe|OE|o|O|aa|AA|l|L|i)(?:\{\}|(?![A-Za-z])[ ]?)", lambda m: {"ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "aa": "å", "AA": "Å", "l": "ł", "L": "Ł", "i": "i"}[m[1]], 0),
        row(r"\\(?:euro|texteuro)(?:\{\})?|\\EUR\{?\}?", "€", 0),
        row(r"\\(?:pounds|textsterling)(?:\{\})?", "£", 0),
        row(r"\\text(?:degree)(?:\{\})?", "°", 0),
        row(r"^[ ]*([^\n&]{1,200}(?<!\\)&[^\n]{1,600}?)[ ]*\\\\(?:\[[^\[\]\n]{0,20}\])?[ ]*$", _cells, 0),
        row(r"``|\\og(?:\{\})?[ ]?", "“", 0),
        row(r"(?<=\S)''|[ ]?\\fg(?:\{\})?", "”", 0),
        row(r"(?<![-\\])---(?!-)", "—", 0),
        row(r"(?<![-\\])--(?!-)", "–", 0),
        row(r"\\[,;:!/@](?![A-Za-z])|\\(?:,|enspace|quad|qquad|xspace)(?![A-Za-z])|(?<!\\)~", " ", 0),
        row(r"\\\\(?:\[[^\[\]\n]{0,20}\])?[ ]*$", "<br>", 0),
        row(r"\{,\}", ",", 0),
        row(r"\{\\(?:bf|it|em|sc|tt|sl|large|Large|small)[ ]([^{}\n]{1,300})\}", r"\1", 0),
        row(r"\$([\d.,]{1,20}(?:\\%)?)\$", r"\1", 0),
        row(r"^[ ]{1,12}(?=\\(?:item|begin|end)\b)", "", 0),
    ),
)  # fmt: skip
"""LaTeX in a plain text."""
