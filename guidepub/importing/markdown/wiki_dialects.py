"""Dialects of wikis other than MediaWiki, and of similar tools.

DokuWiki, Creole and txt2tags, MoinMoin and Trac, TWiki, SPIP, TiddlyWiki and PmWiki, Wikidot,
Typst; and Markdown itself in a file with another suffix.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from guidepub.importing.markdown.markup_dialects import MarkupDialect, heading, linked, row
from guidepub.importing.markdown.tex_dialect import LATEX

_SLANTED = row(r"(?<![\w:/])//(?=[^\s/])([^\n]{1,300}?)(?<=[^\s/:])//(?![\w/])", r"*\1*", 0)
# A term and its definition, on one line or on two.
_TERMS = (
    row(r"^;[ ]{0,3}([^\n:;]{1,100}?)[ ]?:(?!//)[ ]?(?=\S)", r"- **\1:** ", 0),
    row(r"^;[ ]{0,3}([^\n:;]{1,100})\n:[ ]{0,3}(?=\S)", r"\1\n: ", 0),
)
_NEXT_LINE = row(r"\\\\(?:[ ]+|$)", "<br>", 0)
_FILE = r"(?:[\w:./-]{0,100}[:/])?(?P<file>[\w.-]{1,100}\.(?:png|jpe?g|gif|svg|webp))"


def _item(match: re.Match[str]) -> str:
    sign = "1. " if match[2][-1] in "-#+" and match[2][0] in "-#+" else "- "
    return f"{'   ' * max(len(match[1]) // 2 - 1, 0)}{sign}"


def _marked_item(match: re.Match[str]) -> str:
    return f"{'   ' * (len(match[1]) - 1)}{'1.' if match[1][0] == '#' else '-'} "


def _picture(match: re.Match[str]) -> str:
    return f"![{(match['words'] or '').strip()}](<{match['file']}>)"


def _cells(match: re.Match[str]) -> str:
    """Return a row of DokuWiki or Creole, in which header cells have a different mark."""
    cells = re.split(r"[|^]", match[0].strip().strip("|^"))
    return f"| {' | '.join(cell.strip().lstrip('=!') for cell in cells)} |"


_TARGET = r"\[\[(?P<address>[^\[\]|\n]{1,600})\|(?P<words>[^\[\]|\n]{1,300})\]\]"
_LINKS = (
    row(_TARGET, lambda m: linked(m["words"].strip(), m["address"].strip()), 0),
    row(r"\[\[(https?://[^\[\]|\s]{1,600})\]\]", r"<\1>", 0),
    row(r"\[\[(?:[\w.-]{1,60}:)?([^\[\]|\n]{1,200})\]\]", r"\1", 0),
)
_DOKUWIKI = MarkupDialect(
    re.compile(
        r"^[ ]?={5,6}[ ]?[^\s=][^=\n]*={5,6}[ ]*$|^~~[A-Z]{2,20}(?::[^~\n]{0,60})?~~[ ]*$", re.M
    ),
    2,
    re.compile(
        r"^~~[A-Z]{2,20}(?::[^~\n]{0,60})?~~[ ]*$|</?(?:wrap|WRAP)\b[^<>\n]{0,80}>|\{\{(?:tag|section|page|rss|gallery)>[^{}\n]{0,300}\}\}|^[ ]?-{4,}[ ]*$",
        re.M,
    ),
    (
        row(r"^[ ]?(={2,6})[ ]?([^\s=][^=\n]*?)={2,6}[ ]*$", heading(lambda s: 7 - len(s)), 0),
        row(r"^((?:[ ]{2}){1,6})([*-])[ ]*(?=\S)", _item, 0),
        row(rf"\{{\{{[ ]?:?{_FILE}(?:\?[^|{{}}\n]{{0,40}})?[ ]?(?:\|(?P<words>[^{{}}\n]{{0,200}}))?\}}\}}", _picture),
        row(r"\(\(([^()\n]{1,600})\)\)", r"^[\1]", 0),
        row(r"^[|^](?=[^\n]*[|^][ ]*$)[^\n]+$", _cells, 0),
        *_LINKS,
        row(r"''([^'\n]{1,200})''", r"`\1`", 0),
        _SLANTED,
        _NEXT_LINE,
    ),
)  # fmt: skip
_CREOLE = MarkupDialect(
    re.compile(r"(?:\A|(?<=\n))={1,5}[ ]?(?!>|[$€£]?\d)[^\s=][^=\n]*=*[ ]*$|^%![a-z]+(?:\([a-z]+\))?:", re.M),
    2,
    re.compile(r"^%![^\n]{0,300}$|^%%(?:date|mtime|toc|infile)\b[^\n]{0,80}$|<<[A-Z]\w{2,30}[^<>\n]{0,80}>>|^-{4,}[ ]*$", re.M),
    (
        row(r"^([*#]{1,5})[ ]+(?=[^\s*#])", _marked_item, 0),
        *_TERMS,
        # “=> See page 4” and “= 2,000 hours” are not headings.
        row(r"^(={1,5})[ ]?(?!>|[$€£]?\d[\d.,]*(?![\d.,)]))([^\s=][^=\n]*?)=*[ ]*$", heading(len), 0),
        row(rf"\{{\{{{_FILE}(?:\|(?P<words>[^{{}}\n]{{0,200}}))?\}}\}}", _picture),
        row(r"^\|(?=[^\n]*\|)[^\n]+$", _cells, 0),
        row(r"\[([^\[\]\n]{1,200}?)[ ](https?://[^\s\[\]]{1,600})\]", r"[\1](<\2>)", 0),
        *_LINKS,
        _SLANTED,
        _NEXT_LINE,
    ),
    re.compile(r"(?<![\w:/])//(?=[^\s/])[^/\n]{1,80}//(?![\w/])|^\|=(?!=)|^%!", re.M),
)  # fmt: skip
_SPIP = MarkupDialect(
    re.compile(r"^\{\{\{[^{}\n]{1,200}\}\}\}[ ]*$|^-\*{1,4}[ ]?\S|\[[^\[\]\n]{1,200}->[^\[\]\s]{0,400}\]", re.M),
    2,
    re.compile(r"<(?:doc|img|emb|document|image)\d+(?:\|\w{1,20}){0,4}>|^-{4,}[ ]*$|^_[ ](?=\S)", re.M | re.I),
    (
        row(r"^\{\{\{([^{}\n]{1,200})\}\}\}[ ]*$", lambda m: f"## {m[1].strip()}", 0),
        row(r"\{\{([^{}\n]{1,400})\}\}", r"**\1**", 0),
        row(r"(?<![{\w])\{([^{}\n]{1,400})\}(?!\})", r"*\1*", 0),
        row(r"^-([*#]{1,5})[ ]?(?=\S)", _marked_item, 0),
        row(r"\[\[([^\[\]\n]{1,600}(?:\[[^\[\]\n]{1,200}\][^\[\]\n]{0,400})?)\]\]", r"^[\1]", 0),
        row(r"\[([^\[\]\n]{1,300}?)->([^\[\]\s]{0,600})\]", lambda m: linked(m[1], m[2]), 0),
        row(r"^\|(?=[^\n]*\|[ ]*$)[^\n]+$", _cells, 0),
    ),
    re.compile(r"^\{\{\{[^{}\n]{1,200}\}\}\}[ ]*$|->", re.M),
)  # fmt: skip
_EXCLAIMED = MarkupDialect(
    re.compile(r"(?:\A|(?<=\n\n)|(?<=:\)\n))!{1,5}[ ]?(?=[^\W\d_])[^\n]{1,100}[^.!?\n]$|^\(:[a-z]+[^\n]{0,200}:\)[ ]*$", re.M),
    2,
    re.compile(r"\(:(?!title)[a-z]{2,20}\b[^\n]{0,200}?:\)|%[a-z]{3,12}%|%%(?!\w)|^-{4,}[ ]*$", re.M),
    (
        row(r"^([*#]{1,5})[ ]*(?=[^\s*#])", _marked_item, 0),
        *_TERMS,
        row(r"^:[ ]?([^\n:]{1,100}?)[ ]?:(?!//)[ ]?(?=\S)", r"- **\1:** ", 0),
        row(r"^\(:title[ ]([^\n]{1,200}?):\)[ ]*$", r"# \1"),
        row(r"^(!{1,5})[ ]?(?=[^\W\d_])([^\n]{1,100})$", heading(len), 0),
        row(r"\[\[(https?://[^\[\]|\s]{1,600})[ ]?\|[ ]?([^\[\]|\n]{1,300})\]\]", r"[\2](<\1>)", 0),
        row(r"\[\[([^\[\]|\n]{1,300})\|([^\[\]|\n]{1,600})\]\]", lambda m: linked(m[1].strip(), m[2].strip()), 0),
        *_LINKS[1:],
        row(r"'''([^'\n]{1,300})'''", r"**\1**", 0),
        row(r"''([^'\n]{1,300})''", r"**\1**", 0),
        row(r"\{\{\{([^{}\n]{1,200})\}\}\}|\{\{([^{}\n]{1,200})\}\}", lambda m: f"`{m[1] or m[2]}`", 0),
        row(r"^\|(?=[^\n]*\|[ ]*$)[^\n]+$", _cells, 0),
        _SLANTED,
    ),
    re.compile(r"''[^'\n]{1,80}''|(?<![\w:/])//[^/\s][^/\n]{1,80}//|\[\[[^\[\]\n]{1,200}\]\]|^\|!|^\(:[a-z]", re.M),
    re.compile(r"^={2,6}[^=\n]{1,120}={2,6}[ ]*$|^\{\||^#{1,6}[ ]+[^\s#]", re.M),
)  # fmt: skip
_WIKIDOT = MarkupDialect(
    re.compile(r"(?:\A|(?<=\n\n))\+{2,6} (?=[^\W\d_])[^\n]{1,100}$", re.M),
    1,
    re.compile(r"\[\[/?(?:toc|f?[<>=]|div|span|size|module|collapsible|tabview|tab|note|footnoteblock|include)[^\[\]\n]{0,200}\]\]", re.I),
    (
        row(r"^(\+{1,6}) (?=[^\W\d_])(\S[^\n]{0,100})$", heading(len), 0),
        row(r"^:[ ]([^\n:]{1,100}?)[ ]:[ ](?=\S)", r"- **\1:** ", 0),
        row(r"\[\[footnote\]\]([^\n]{1,600}?)\[\[/footnote\]\]", r"^[\1]"),
        row(r"\[\[\[(?:[^\[\]|\n]{1,300}\|)?([^\[\]|\n]{1,300})\]\]\]", r"\1", 0),
        row(r"\[\*?(https?://[^\s\[\]]{1,600})[ ]([^\[\]\n]{1,300})\]", r"[\2](<\1>)", 0),
        row(r"^(?:\|\|)~?(?=[^\n]*\|\|[ ]*$)[^\n]+$", lambda m: f"| {' | '.join(cell.strip(' ~') for cell in m[0].strip().strip('|').split('||'))} |", 0),
        _SLANTED,
    ),
    re.compile(r"\[\[[a-z/]|\*\*|(?<![\w:/])//[^/\s]|\[\*?https?:|^\+ ", re.M),
)  # fmt: skip
# “#set goals early” and “#show up on time” are hashtags.
_TYPST_COMMAND = r"#(?:set [a-z][\w.-]{0,40}\(|show(?: [a-z][\w.-]{0,40}(?:\([^()\n]{0,100}\))?)?: ?|(?:import|include) \"|let [a-z][\w-]{0,40}(?: ?=|\())"
_TYPST = MarkupDialect(
    re.compile(rf"^{_TYPST_COMMAND}", re.M),
    1,
    re.compile(rf"^{_TYPST_COMMAND}[^\n]{{0,300}}$|#(?:pagebreak|colbreak|outline|bibliography|v|h|line|linebreak)\([^()\n]{{0,200}}\)|(?<=\w)[ ]<[a-z][\w:-]{{1,40}}>[ ]*$", re.M),
    (
        row(r"^(={1,5}) (\S[^\n]*)$", heading(len), 0),
        row(r"#footnote\[([^\[\]\n]{1,600})\]", r"^[\1]", 0),
        row(r"#link\(\"([^\"\s]{1,600})\"\)\[([^\[\]\n]{1,300})\]", r"[\2](<\1>)", 0),
        row(r"#link\(\"([^\"\s]{1,600})\"\)", r"<\1>", 0),
        row(r"#strong\[([^\[\]\n]{1,300})\]", r"**\1**", 0),
        row(r"#(?:emph|text(?:\([^()\n]{0,100}\))?|smallcaps|underline)\[([^\[\]\n]{1,300})\]", r"*\1*", 0),
        row(r"^([ ]*)\+ (?=\S)", r"\1 1. ", 0),
        row(r"(?<![\w*\\])\*(?=[^\s*])([^*\n]{1,300})(?<=[^\s*])\*(?![\w*])", r"**\1**", 0),
    ),
)  # fmt: skip
_MOIN = MarkupDialect(
    re.compile(r"^(={1,5})[ ][^=\n]{1,120}[ ]\1[ ]*$", re.M),
    2,
    re.compile(r"^#(?:format|language|pragma|acl)\b[^\n]{0,120}$|<<[A-Z]\w{2,30}(?:\([^()\n]{0,120}\))?>>|\[\[(?:BR|PageOutline|TOC)[^\[\]\n]{0,80}\]\]|--\([^()\n]{1,200}\)--|^-{4,}[ ]*$", re.M | re.I),
    (
        row(r"^(={1,5})[ ]([^=\n]{1,120})[ ]\1[ ]*$", heading(len), 0),
        row(r"^[ ]{1,3}([*-])[ ](?=\S)", "- ", 0),
        row(r"^[ ]{1,3}\d{1,3}[.)][ ](?=\S)", "1. ", 0),
        row(r"^[ ]{1,3}(\S[^\n:]{0,100}?)::[ ]+(?=\S)", r"- **\1:** ", 0),
        row(r"^\|\|(?=[^\n]*\|\|[ ]*$)[^\n]+$", lambda m: f"| {' | '.join(cell.strip() for cell in m[0].strip()[2:-2].split('||'))} |", 0),
        row(r"(?:\{\{attachment:|\[\[Image\()([\w.-]{1,100})[^{}\[\]\n]{0,120}?(?:\}\}|\)\]\])", r"![](<\1>)", 0),
        *_LINKS,
        row(r"\[(https?://[^\s\[\]]{1,600})[ ]([^\[\]\n]{1,300})\]", r"[\2](<\1>)", 0),
        row(r"'''([^'\n]{1,300})'''", r"**\1**", 0),
        row(r"''([^'\n]{1,300})''", r"*\1*", 0),
        row(r"~[-+]([^~\n]{1,200}?)[-+]~|,,([^,\n]{1,60}),,", lambda m: m[1] or m[2], 0),
    ),
    re.compile(r"^\|\||\[\[BR\]\]|^<<[A-Z]|^#(?:format|language|pragma|acl)\b|^[ ]\*[ ]|\[\[Image\(|\{\{attachment:", re.M),
)  # fmt: skip
_TWIKI = MarkupDialect(
    re.compile(r"^---\+{1,6}!{0,2}[ ]*[^\W\d_][^\n]{0,120}$", re.M),
    1,
    re.compile(r"%[A-Z]{2,30}(?:\{[^{}\n]{0,200}\})?%|</?(?:verbatim|noautolink|literal)>", re.M),
    (
        row(r"^---(\+{1,6})!{0,2}[ ]*([^\n]{1,120})$", heading(len), 0),
        row(r"^((?:[ ]{3}){1,6})\*[ ](?=\S)", lambda m: f"{'   ' * (len(m[1]) // 3 - 1)}- ", 0),
        row(r"^((?:[ ]{3}){1,6})(?:\d{1,3}|[AaIi])\.?[ ](?=\S)", lambda m: f"{'   ' * (len(m[1]) // 3 - 1)}1. ", 0),
        row(r"\[\[([^\[\]\n]{1,600})\]\[([^\[\]\n]{1,300})\]\]", lambda m: linked(m[2], m[1]), 0),
        row(r"\[\[([^\[\]\n]{1,300})\]\]", r"\1", 0),
        row(r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,300})(?<=[^\s*])\*(?![\w*])", r"**\1**", 0),
        row(r"(?<![\w=])=(?=[^\s=])([^=\n]{1,200})(?<=[^\s=])=(?![\w=])", r"`\1`", 0),
        row(r"(?<![\w!])!(?=[A-Z][a-z]+[A-Z])", "", 0),
    ),
)  # fmt: skip
# Markdown in a file with another suffix: its marks are not replaced.
_MARKDOWN = MarkupDialect(
    re.compile(r"^#{1,6}[ ]+[^\s#][^\n]{0,150}$", re.M),
    2,
    re.compile(r"(?!)"),
    (),
    re.compile(r"(?<!!)\[[^\[\]\n]{1,200}\]\((?:https?:|/|#)[^()\s]{0,400}\)|(?<![\w*])\*\*[^*\s][^*\n]{0,200}\*\*|^\[\^[\w-]{1,20}\]: |^```|^\|[ ]?:?-{3,}", re.M),
)  # fmt: skip
# Markdown with a title block of Pandoc, whose author and date are not part of the text.
_PANDOC = MarkupDialect(
    re.compile(r"\A%[ ][^\n]{1,200}\n(?:%[^\n]{0,200}\n){0,2}[ ]*\n"),
    1,
    re.compile(r"(?<=\n)%[ ][^\n]{1,200}$(?=\n(?:%|[ ]*\n))", re.M),
    (row(r"\A%[ ]([^\n]{1,200})$", r"# \1", 0),),
)
_GEMTEXT = MarkupDialect(
    re.compile(r"^=>[ \t]+[a-z]{2,10}:\S+", re.M),
    1,
    re.compile(r"^```[ ]*$(?!.)", re.M),
    (
        row(r"^=>[ \t]+(\S{1,600})[ \t]+(\S[^\n]*)$", r"[\2](<\1>)\n", 0),
        row(r"^=>[ \t]+(\S{1,600})[ \t]*$", r"<\1>", 0),
    ),
)
WIKI_DIALECTS: Mapping[str, MarkupDialect] = {
    "DokuWiki": _DOKUWIKI,
    "Typst": _TYPST,
    "Gemtext": _GEMTEXT,
    "LaTeX": LATEX,
    "Pandoc": _PANDOC,
    "SPIP": _SPIP,
    "TWiki": _TWIKI,
    "MoinMoin and Trac": _MOIN,
    "Creole and txt2tags": _CREOLE,
    "TiddlyWiki and PmWiki": _EXCLAIMED,
    "Wikidot": _WIKIDOT,
    "Markdown": _MARKDOWN,
}
"""The dialects that are read, by the names of their tools."""


def is_of_other_wiki(text: str) -> bool:
    """Return whether a text has the marks of a wiki that are similar to MediaWiki's."""
    is_like = (_CREOLE.matches(text) or _MARKDOWN.matches(text)) and "'''" not in text
    others = (each for each in WIKI_DIALECTS.values() if each not in (_CREOLE, _MARKDOWN))
    return is_like or any(each.matches(text) for each in others)


def has_title_block(text: str) -> bool:
    """Return whether Markdown begins with a title block of Pandoc: `% Title`."""
    return _PANDOC.matches(text)
