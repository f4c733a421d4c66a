"""Marks of writers' tools as Markdown: BBCode, AsciiDoc, Org, reStructuredText, Textile.

Each is known by signs that other texts do not have. Each line stays one, so that it keeps its
number; what goes and says nothing is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from itertools import islice

from guidepub.importing.markdown.confluence_marks import as_markdown as of_confluence
from guidepub.importing.markdown.confluence_marks import is_confluence
from guidepub.importing.originals.original import Aside

# Marks that are told.
_MOST = 400
_ENDS = re.compile(r"\[/(\w{1,10})\]")

Put = str | Callable[[re.Match[str]], str]


@dataclass(frozen=True, slots=True)
class LightMarks:
    """Marks of one tool: by what they are known, and what stands for each, in their order.

    `signs` must be found `fewest` times. `left_out` are marks that stand for nothing, those that
    are `closed` only where the text ends one of that name.
    """

    signs: re.Pattern[str]
    fewest: int
    left_out: re.Pattern[str]
    put: tuple[tuple[re.Pattern[str], Put], ...]


def _row(pattern: str, put: Put, flags: int = re.I) -> tuple[re.Pattern[str], Put]:
    return re.compile(pattern, flags | re.M), put


def _heading(level_of: Callable[[str], int]) -> Put:
    return lambda match: f"{'#' * level_of(match[1])} {match[2].strip()}"


_BBCODE = LightMarks(
    # Lines that begin with a mark: “Type [b]word[/b] for bold letters” speaks of them.
    re.compile(
        r"^[ \t]*(?:\[/(?:size|list|quote|color|center)\]|\[(?:list|quote|center)(?:=[^\[\]\n]{0,80})?\][ \t]*$|\[(b|i|u|url|size|color|center|h[1-6])(?:=[^\[\]\n]{0,200})?\][^\n]{1,300}?\[/\1\])",
        re.I | re.M,
    ),
    2,
    re.compile(
        r"\[/?(?:(?P<closed>size|color|font|center|left|right|justify|indent|u|s|list|table|tr|quote|img|youtube|spoiler)(?:=[^\[\]\n]{0,80})?|hr)\]",
        re.I,
    ),
    (
        _row(r"^[ \t]*\[h([1-6])\](.{1,200}?)\[/h[1-6]\][ \t]*$", _heading(int)),
        _row(r"^[ \t]*\[\*\][ \t]*", "- "),
        _row(r"\[/\*\]", ""),
        _row(r"\[url=[\"']?([^\]\s\"']{1,600})[\"']?\](.{1,300}?)\[/url\]", r"[\2](<\1>)"),
        _row(r"\[url\]([^\[\]\s]{1,600})\[/url\]", r"<\1>"),
        _row(r"\[b\]([^\n]{1,600}?)\[/b\]", r"**\1**"),
        _row(r"\[i\]([^\n]{1,600}?)\[/i\]", r"*\1*"),
    ),
)
_ASCIIDOC = LightMarks(
    # “= 2,000 hours” below “40 hours x 50 weeks” is a sum.
    re.compile(
        r"(?:\A|(?<=\n\n))={1,4} [^\W\d_][^=\n]*$|^:(?:toc|author|icons|doctype|revdate|imagesdir|sectnums)\b[^\n]*:",
        re.M,
    ),
    2,
    re.compile(
        r"^:[a-z][\w-]{1,30}!?:(?: [^\n]{0,200})?$|^\[(?:\[[\w-]{1,60}\]|#[\w-]{1,60}|\.[\w-]{1,60}|(?:source|NOTE|TIP|quote(?=[\],]*\])|cols|role|options|%\w+)[^\[\]\n]{0,120})\]$|^(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION): |^[ ]{0,3}(?:={4,}|\*{4,}|_{4,}|-{4,})$|^toc::\[\]$",
        re.M,
    ),
    (
        _row(r"^(={1,6}) (?!\d[\d.,]*(?:\s|$)|[$€£])(\S[^\n]*)$", _heading(len), 0),
        # Who is quoted.
        _row(r"^\[quote, ?([^\[\]\n]{1,200})\]$", r"\1:", 0),
        _row(r"^[ ]{0,3}(\*{1,5}) (?=\S)", lambda m: f"{'  ' * (len(m[1]) - 1)}- ", 0),
        _row(r"^[ ]{0,3}(\.{1,5}) (?=\S)", lambda m: f"{'   ' * (len(m[1]) - 1)}1. ", 0),
        # The title of a list or a box; “.NET pays well.” is a sentence.
        _row(r"^\.(?=[^\W\d_][^\n]{1,100}[^.!?,;:\n]$)([^\n]+)(?=\n\S)", r"**\1**", 0),
        _row(r"(?:link:)?(https?://[^\s\[\]]{1,600})\[([^\[\]\n]{1,300})\]", r"[\2](<\1>)"),
        _row(r"image::?([^\s\[\]]{1,300})\[([^\[\]\n]{0,300})\]", r"![\2](<\1>)"),
        _row(r"<<[\w-]{1,80},([^<>\n]{1,200})>>", r"\1"),
        _row(r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,300})(?<=[^\s*])\*(?![\w*])", r"**\1**", 0),
    ),
)
_ORG = LightMarks(
    re.compile(
        r"^#\+(?:TITLE|AUTHOR|DATE|OPTIONS|LANGUAGE|STARTUP|FILETAGS|BEGIN_\w+)\b", re.M | re.I
    ),
    1,
    re.compile(
        r"^#\+(?!TITLE|CAPTION)[A-Za-z_]{2,30}:?[^\n]{0,200}$|^[ \t]*:(?:PROPERTIES|END|[A-Z_]{2,30}):[^\n]{0,200}$|^(?:SCHEDULED|DEADLINE|CLOSED): <[^<>\n]{1,60}>$",
        re.M | re.I,
    ),
    (
        _row(r"^#\+TITLE:[ ]*(\S[^\n]*)$", r"# \1"),
        _row(r"^#\+CAPTION:[ ]*(\S[^\n]*)$", r"\1"),
        _row(
            r"^(\*{1,5}) (?:(?:TODO|DONE) )?(\S[^\n]{0,300}?)(?:[ ]{1,60}:[\w@:]{1,80}:)?[ ]{0,60}$",
            _heading(lambda stars: len(stars) + 1),
            0,
        ),
        _row(r"\[\[([^\[\]\n]{1,600})\]\[([^\[\]\n]{1,300})\]\]", r"[\2](<\1>)"),
        _row(r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,200})(?<=[^\s*])\*(?![\w*])", r"**\1**", 0),
        _row(r"(?<![\w/:])/(?=[^\s/])([^/\n]{1,200})(?<=[^\s/])/(?![\w/])", r"*\1*", 0),
    ),
)
_REST = LightMarks(
    re.compile(
        r"^\.\. (?:[\w-]{2,30}::|_[^:\n]{1,80}:|\[#?\w*\])|:(?:ref|doc|term|abbr|sup):`", re.M
    ),
    1,
    re.compile(
        r"^\.\. (?:note|tip|warning|important|caution|hint|admonition|contents|toctree|meta|index|highlight|only|rubric|container|class|role|list-table|csv-table|sectnum|raw|figure|image|topic|sidebar)::(?![^\n]*[^\W\d_]{3}[^\n]* )[^\n]{0,80}$|^\.\. _[^:\n]{1,80}:[ ]*$|^[ ]{3,8}:[a-z][\w-]{1,30}:[^\n]{0,120}$|(?:\A|(?<=\n\n))([=~^\"#*+-])\1{2,80}[ ]*$(?=\n[ ]*\S[^\n]{0,200}\n\1{3,80}[ ]*$)",
        re.M,
    ),
    (
        _row(
            r"^(\S[^\n]*)\n[ ]{0,3}(?:~{3,}|\^{3,}|\"{3,}|\+{3,}|#{3,}|\*{3,})[ ]*$", r"### \1\n", 0
        ),
        _row(r"^\.\. (?:note|tip|warning|important|caution|hint)::[ ]+(?=\S)", ""),
        _row(r"^\.\. (?:admonition|topic|sidebar|rubric)::[ ]+(\S[^\n]*)$", r"**\1**"),
        _row(r"^[ ]{3,4}(?=\S)", "", 0),
        _row(r":(?:ref|doc|term|abbr|sup):`([^`<\n]{1,200}?)(?:[ ]*<[^<>`\n]{1,200}>)?`", r"\1"),
        _row(r"`([^`<\n]{1,200}?)[ ]*<([^<>`\s]{1,600})>`_{1,2}", r"[\1](<\2>)"),
        _row(r"``([^`\n]{1,200})``", r"`\1`"),
    ),
)
_TEXTILE = LightMarks(
    # “p. ej.”, “p. ex.” and “p. a.” may begin a line of any text.
    re.compile(
        r"(?:\A|(?<=\n\n))(?:h[1-6]|p|bq|notextile)(?:\([^()\n]{1,60}\))?\. (?![^\W\d_]{1,3}\.)[^\W\d_]",
        re.M,
    ),
    2,
    re.compile(r"^(?:notextile|clear)\.[ ]*$", re.M),
    (
        _row(r"^(\*{1,4}) (?=\S)", lambda m: f"{'  ' * (len(m[1]) - 1)}- ", 0),
        _row(r"^(#{1,4}) (?=\S)(?!#)", lambda m: f"{'   ' * (len(m[1]) - 1)}1. ", 0),
        _row(r"^h([1-6])(?:\([^()\n]{1,60}\))?\. (\S[^\n]*)$", _heading(int), 0),
        _row(r"^p(?:\([^()\n]{1,60}\))?\. (?=[^\W\d_])(?![^\W\d_]{1,3}\.)", "", 0),
        _row(r"^bq(?:\([^()\n]{1,60}\))?\. (?=\S)", "> ", 0),
        _row(
            r"\"([^\"\n]{1,200})\":(https?://[^\s,;]{1,600}?)(?=[.,;:!?)]*(?:\s|$))", r"[\1](<\2>)"
        ),
        _row(r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,300})(?<=[^\s*])\*(?![\w*])", r"**\1**", 0),
    ),
)
DIALECTS: Mapping[str, LightMarks] = {
    "BBCode": _BBCODE,
    "AsciiDoc": _ASCIIDOC,
    "Org": _ORG,
    "reStructuredText": _REST,
    "Textile": _TEXTILE,
}
"""The tools whose marks are read, by name."""


def in_markdown(text: str) -> tuple[str, list[Aside]] | None:
    """Return a text of one of these tools, or of Confluence, as Markdown with as many lines.

    With it come the marks that were left out. The answer is None for any other text.
    """
    if is_confluence(text):
        return of_confluence(text)
    dialect = next((each for each in DIALECTS.values() if _is_of(text, each)), None)
    if dialect is None:
        return None
    ended = frozenset(name.lower() for name in _ENDS.findall(text))
    marks = (
        found for found in dialect.left_out.finditer(text) if _stands_for_nothing(found, ended)
    )
    left_out = [
        Aside(found[0], text.count("\n", 0, found.start()) + 1, "furniture", "a mark of a tool")
        for found in islice(marks, _MOST)
    ]
    text = dialect.left_out.sub(
        lambda found: "" if _stands_for_nothing(found, ended) else found[0], text
    )
    for pattern, put in dialect.put:
        text = pattern.sub(put, text)
    return text, left_out


def _stands_for_nothing(found: re.Match[str], ended: Container[str]) -> bool:
    """Tell whether a mark is none of words: “[s]he” and “[left]” are, where nothing ends them."""
    name = found.groupdict().get("closed")
    return name is None or name.lower() in ended


def _is_of(text: str, dialect: LightMarks) -> bool:
    return sum(1 for _ in islice(dialect.signs.finditer(text), dialect.fewest)) == dialect.fewest
