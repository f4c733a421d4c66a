"""Converts lightweight markup to Markdown: BBCode, AsciiDoc, Org, reStructuredText, Textile, wikis.

Each is recognised by markup that other texts do not have. Lines keep their numbers, and markup that
is dropped is reported.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from itertools import islice

from guidepub.importing.markdown.confluence_marks import as_markdown as confluence_as_markdown
from guidepub.importing.markdown.confluence_marks import is_confluence
from guidepub.importing.markdown.markup_dialects import (
    MarkupDialect,
    heading,
    row,
    with_delimiter_rows,
)
from guidepub.importing.markdown.wiki_dialects import WIKI_DIALECTS
from guidepub.importing.originals.original import Aside

# The most marks that are reported.
_MOST = 400
_ENDS = re.compile(r"\[/(\w{1,10})\]")

_BBCODE = MarkupDialect(
    # Lines must begin with a tag: “Type [b]word[/b] for bold letters” is about BBCode.
    re.compile(
        r"^[ \t]*(?:\[/(?:size|list|quote|color|center)\]|\[(?:list|quote|center)(?:=[^\[\]\n]{0,80})?\][ \t]*$|\[(b|i|u|url|size|color|center|h[1-6])(?:=[^\[\]\n]{0,200})?\][^\n]{1,300}?\[/\1\])",
        re.I | re.M,
    ),
    2,
    re.compile(
        r"\[(?!quote=)/?(?:(?P<closed>size|color|font|center|left|right|justify|indent|u|s|list|table|tr|quote|img|youtube|spoiler)(?:=[^\[\]\n]{0,80})?|hr)\]",
        re.I,
    ),
    (
        row(r"^[ \t]*\[h([1-6])\](.{1,200}?)\[/h[1-6]\][ \t]*$", heading(int)),
        # A short line that is all in bold is a heading.
        row(r"^[ \t]*\[b\]([^\[\]\n]{2,60}[^\[\]\n.!?,;])\[/b\][ \t]*$", r"### \1"),
        # There may be several items on a line.
        row(r"\[list(?:=[^\[\]\n]{0,20})?\][ \t]*(?=\[\*\])", "\n"),
        row(r"(?<=\S)[ \t]*\[\*\][ \t]*", "\n- "),
        row(r"(?<=\S)[ \t]*\[/list\][ \t]*\n(?=[ \t]*[^\s\[])", "\n\n"),
        row(r"^[ \t]*\[\*\][ \t]*", "- "),
        row(r"\[/\*\]", ""),
        # The author of a quotation.
        row(
            r"\[quote=[\"']?(?P<who>[^\[\]\"'\n;,=]{1,60})[\"']?[^\[\]\n]{0,80}\][ \t]*",
            r"\g<who>: ",
        ),
        row(r"\[url=[\"']?([^\]\s\"']{1,600})[\"']?\](.{1,300}?)\[/url\]", r"[\2](<\1>)"),
        row(r"\[url\]([^\[\]\s]{1,600})\[/url\]", r"<\1>"),
        row(r"\[b\]([^\n]{1,600}?)\[/b\]", r"**\1**"),
        row(r"\[i\]([^\n]{1,600}?)\[/i\]", r"*\1*"),
    ),
)
_ASCIIDOC = MarkupDialect(
    # “= 2,000 hours” below “40 hours x 50 weeks” is a sum.
    re.compile(
        r"(?:\A|(?<=\n\n))={1,4} [^\W\d_][^=\n]*$|^:(?:toc|author|icons|doctype|revdate|imagesdir|sectnums)\b[^\n]*:",
        re.M,
    ),
    2,
    re.compile(
        r"^:[a-z][\w-]{1,30}!?:(?: [^\n]{0,200})?$|^\[(?:\[[\w-]{1,60}\]|#[\w-]{1,60}|\.[\w-]{1,60}|(?:source|NOTE|TIP|quote(?=[\],]*\])|cols|role|options|horizontal|qanda|discrete|%\w+)[^\[\]\n]{0,120})\]$|^(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION): |^[ ]{0,3}(?:={4,}|\*{4,}|_{4,}|-{4,})$|^toc::\[\]$|\(\(\([^()\n]{1,200}\)\)\)|[ ]?indexterm:\[[^\[\]\n]{0,200}\]|^include::[^\s\[\]]{1,300}\[[^\[\]\n]{0,200}\]$|^(?:'{3}|<{3}|\|===)$|^//(?!/)[^\n]{0,300}$|^v\d[\d.]*(?:, ?[\w ,-]{4,40})?$|(?<=\S)[ ]\+$|(?<=\S)[ ]\[\[[\w-]{1,60}\]\]$",
        re.M,
    ),
    (
        row(r"^(={1,6}) (?!\d[\d.,]*(?:\s|$)|[$€£])(\S[^\n]*)$", heading(len), 0),
        # The author of a quotation.
        row(r"^\[quote, ?([^\[\]\n]{1,200})\]$", r"\1:", 0),
        row(r"^[ ]{0,3}(\*{1,5}) (?=\S)", lambda m: f"{'  ' * (len(m[1]) - 1)}- ", 0),
        row(r"^[ ]{0,3}(\.{1,5}) (?=\S)", lambda m: f"{'   ' * (len(m[1]) - 1)}1. ", 0),
        # The title of a list or a box, unlike “.NET pays well.”
        row(r"^\.(?=[^\W\d_][^\n]{1,100}[^.!?,;:\n]$)([^\n]+)(?=\n\S)", r"**\1**", 0),
        row(r"(?:link:)?(https?://[^\s\[\]]{1,600})\[([^\[\]\n]{1,300})\]", r"[\2](<\1>)"),
        row(r"image::?([^\s\[\]]{1,300})\[([^\[\]\n]{0,300})\]", r"![\2](<\1>)"),
        row(
            r"<<[\w-]{1,80},([^<>\n]{1,200})>>|xref:[^\s\[\]]{1,200}\[([^\[\]\n]{1,200})\]",
            lambda m: m[1] or m[2],
        ),
        row(r"footnote:[\w-]{0,40}\[([^\[\]\n]{1,600})\]", r"^[\1]"),
        row(
            r"\(\(([^()\n]{1,200})\)\)|(?:kbd|btn|menu|pass):\[([^\[\]\n]{1,200})\]",
            lambda m: m[1] or m[2],
        ),
        row(r"\{(?:nbsp|sp|empty|zwsp)\}", " "),
        row(r"^(\S[^\n:]{0,100}?)::(?=[ ]|$)[ ]*", r"- **\1:** ", 0),
        row(r"`\+([^`\n]{1,200})\+`", r"`\1`", 0),
        row(r"(?<![\w#])#(?=[^\s#])([^#\n]{1,200})(?<=[^\s#])#(?![\w#])", r"\1", 0),
        row(r"^\|(?=[^\n]*[ ]\|)[^\n]+$", lambda m: f"{m[0].rstrip().removesuffix('|')} |", 0),
        row(r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,300})(?<=[^\s*])\*(?![\w*])", r"**\1**", 0),
    ),
)
_ORG = MarkupDialect(
    re.compile(
        r"^#\+(?:TITLE|AUTHOR|DATE|OPTIONS|LANGUAGE|STARTUP|FILETAGS|BEGIN_\w+)\b", re.M | re.I
    ),
    1,
    re.compile(
        r"^#\+(?!TITLE|CAPTION)[A-Za-z_]{2,30}:?[^\n]{0,200}$|^[ \t]*:(?:PROPERTIES|END|[A-Z_]{2,30}):[^\n]{0,200}$|^(?:SCHEDULED|DEADLINE|CLOSED): <[^<>\n]{1,60}>$",
        re.M | re.I,
    ),
    (
        row(r"^#\+TITLE:[ ]*(\S[^\n]*)$", r"# \1"),
        row(r"^#\+CAPTION:[ ]*(\S[^\n]*)$", r"\1"),
        row(
            r"^(\*{1,5}) (?:(?:TODO|DONE) )?(\S[^\n]{0,300}?)(?:[ ]{1,60}:[\w@:]{1,80}:)?[ ]{0,60}$",
            heading(lambda stars: len(stars) + 1),
            0,
        ),
        row(r"^\[fn:([\w-]{1,20})\][ ]+", r"[^\1]: "),
        row(r"\[fn:([\w-]{1,20})\]", r"[^\1]"),
        row(r"^\|[-+]+\|?[ ]*$", lambda m: m[0].replace("+", "|")),
        row(r"\[\[([^\[\]\n]{1,600})\]\[([^\[\]\n]{1,300})\]\]", r"[\2](<\1>)"),
        row(r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,200})(?<=[^\s*])\*(?![\w*])", r"**\1**", 0),
        row(r"(?<![\w/:])/(?=[^\s/])([^/\n]{1,200})(?<=[^\s/])/(?![\w/])", r"*\1*", 0),
    ),
)
_REST = MarkupDialect(
    re.compile(
        r"^\.\. (?:[\w-]{2,30}::|_[^:\n]{1,80}:|\[#?\w*\])|:(?:ref|doc|term|abbr|sup):`", re.M
    ),
    1,
    re.compile(
        r"^\.\. (?:note|tip|warning|important|caution|hint|admonition|contents|toctree|meta|index|highlight|only|rubric|container|class|role|list-table|csv-table|sectnum|raw|figure|image|topic|sidebar)::(?![^\n]*[^\W\d_]{3}[^\n]* )[^\n]{0,80}$|^\.\. _[^:\n]{1,80}:[ ]*$|^[ ]{3,8}:[a-z][\w-]{1,30}:[^\n]{0,120}$|(?:\A|(?<=\n\n))([=~^\"#*+-])\1{2,80}[ ]*$(?=\n[ ]*\S[^\n]{0,200}\n\1{3,80}[ ]*$)",
        re.M,
    ),
    (
        row(
            r"^(\S[^\n]*)\n[ ]{0,3}(?:~{3,}|\^{3,}|\"{3,}|\+{3,}|#{3,}|\*{3,})[ ]*$", r"### \1\n", 0
        ),
        row(r"^\.\. (?:note|tip|warning|important|caution|hint)::[ ]+(?=\S)", ""),
        row(r"^\.\. (?:admonition|topic|sidebar|rubric)::[ ]+(\S[^\n]*)$", r"**\1**"),
        row(r"^[ ]{3,4}(?=\S)", "", 0),
        row(r":(?:ref|doc|term|abbr|sup):`([^`<\n]{1,200}?)(?:[ ]*<[^<>`\n]{1,200}>)?`", r"\1"),
        row(r"`([^`<\n]{1,200}?)[ ]*<([^<>`\s]{1,600})>`_{1,2}", r"[\1](<\2>)"),
        row(r"``([^`\n]{1,200})``", r"`\1`"),
        row(r"^\.\. \[#?([\w-]{1,20})\][ ]+", r"[^\1]: "),
        row(r"[ ]?\[#?([\w-]{1,20})\]_(?!\w)", r"[^\1]"),
    ),
)
_TEXTILE = MarkupDialect(
    # “p. ej.”, “p. ex.” and “p. a.” may begin a line of any text.
    re.compile(
        r"(?:\A|(?<=\n\n))(?:h[1-6]|p|bq|notextile)(?:\([^()\n]{1,60}\))?\. (?![^\W\d_]{1,3}\.)[^\W\d_]",
        re.M,
    ),
    2,
    re.compile(r"^(?:notextile|clear)\.[ ]*$", re.M),
    (
        row(r"^(\*{1,4}) (?=\S)", lambda m: f"{'  ' * (len(m[1]) - 1)}- ", 0),
        row(r"^(#{1,4}) (?=\S)(?!#)", lambda m: f"{'   ' * (len(m[1]) - 1)}1. ", 0),
        row(r"^h([1-6])(?:\([^()\n]{1,60}\))?\. (\S[^\n]*)$", heading(int), 0),
        row(r"^p(?:\([^()\n]{1,60}\))?\. (?=[^\W\d_])(?![^\W\d_]{1,3}\.)", "", 0),
        row(r"^fn(\d{1,3})\.[ ]+", r"[^\1]: "),
        row(r"(?<=\S)\[(\d{1,3})\](?!\()", r"[^\1]"),
        row(r"(?<=\|)_\.[ ]", " "),
        row(r"^bq(?:\([^()\n]{1,60}\))?\. (?=\S)", "> ", 0),
        row(
            r"\"([^\"\n]{1,200})\":(https?://[^\s,;]{1,600}?)(?=[.,;:!?)]*(?:\s|$))", r"[\1](<\2>)"
        ),
        row(r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,300})(?<=[^\s*])\*(?![\w*])", r"**\1**", 0),
    ),
)
DIALECTS: Mapping[str, MarkupDialect] = {
    **WIKI_DIALECTS,
    "BBCode": _BBCODE,
    "AsciiDoc": _ASCIIDOC,
    "Org": _ORG,
    "reStructuredText": _REST,
    "Textile": _TEXTILE,
}
"""The dialects that are read, by the names of their tools."""


def in_markdown(text: str) -> tuple[str, list[Aside]] | None:
    """Return a text in one of these dialects, or of Confluence, as Markdown, or None for others.

    The Markdown has the same number of lines; with it come the marks that were left out.
    """
    if is_confluence(text):
        return confluence_as_markdown(text)
    dialect = next((each for each in DIALECTS.values() if each.matches(text)), None)
    if dialect is None:
        return None
    ended = frozenset(name.lower() for name in _ENDS.findall(text))
    marks = (found for found in dialect.left_out.finditer(text) if _is_mark(found, ended))
    left_out = [
        Aside(found[0], text.count("\n", 0, found.start()) + 1, "furniture", "a mark of a tool")
        for found in islice(marks, _MOST)
    ]
    text = dialect.left_out.sub(lambda found: "" if _is_mark(found, ended) else found[0], text)
    for pattern, put in dialect.put:
        text = pattern.sub(put, text)
    return with_delimiter_rows(text), left_out


def _is_mark(found: re.Match[str], ended: Container[str]) -> bool:
    """Return whether a match is a mark: “[s]he” and “[left]” are words if no end tag follows."""
    name = found.groupdict().get("closed")
    return name is None or name.lower() in ended
