"""Reads markup of kramdown, MkDocs, Obsidian and others that prints no words, or other words.

Attributes, comments and places for contents are removed, boxes and tabs unfolded, and links between
notes replaced by their words. Code is not changed, and lines keep their numbers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import islice

from guidepub.importing.originals.original import Aside
from guidepub.text.residue.page_code import stand_in

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
# The place for contents in kramdown and others; kramdown puts them in place of the item above.
_CONTENTS = re.compile(
    r"[ ]{0,3}(?:\{:[ ]?toc\b[^{}\n]{0,80}\}|\[\[?_?toc_?\]\]?|\$\{toc\}|@\[toc\](?:\([^()\n]{0,80}\))?)[ ]*",
    re.I,
)
# Inclusion of other files, instructions of book and slide generators, and properties that an
# outliner keeps of its blocks.
_SETTING = re.compile(
    r"[ ]{0,3};?-{1,2}8<-{1,2}(?:[ ][\"'][^\"'\n]{1,200}[\"'])?[ ]*|<<\[[^\[\]\n]{1,200}\]"
    r"|\{/?(?:blurb|aside|pagebreak|sample|frontmatter|mainmatter|backmatter|class|icon|width|float|quiz|exercise|number|caption)\b[^{}\n]{0,120}\}"
    r"|\[\.[a-z][\w-]{1,30}: ?[^\[\]\n]{1,80}\]"
    r"|\s{0,24}(?:- )?(?:id|collapsed|heading|background-color|template|query-[\w-]{1,30}|logseq\.[\w.-]{1,40}|created-at|updated-at|exclude-from-graph-view)::[ ][^\n]{0,200}"
)
# Editorial markup; the words that replace others are kept.
_EDITS = (
    (re.compile(r"\{\+\+([^{}\n]{1,600}?)\+\+\}"), r"\1"),
    (re.compile(r"\{==([^{}\n]{1,600}?)==\}"), r"\1"),
    (re.compile(r"\{~~(?P<gone>[^{}\n]{0,600}?)~>(?P<kept>[^{}\n]{0,600}?)~~\}"), r"\g<kept>"),
    (re.compile(r"\{--(?P<gone>[^{}\n]{1,600}?)--\}"), ""),
    (re.compile(r"(?<![\w^])\^\^(?=[^\s^])([^^\n]{1,200})(?<=\S)\^\^(?![\w^])"), r"\1"),
    (re.compile(r"(?<![\w+])\+\+([a-z0-9-]{1,20}(?:\+[a-z0-9-]{1,20}){0,4})\+\+(?![\w+])"), r"\1"),
    (re.compile(r"[ ]?\{>>(?P<gone>[^{}\n]{1,600}?)<<\}"), ""),
)
# Leanpub's boxes, and named icons of themes.
_ASIDE = re.compile(r"[A-Z]>(?:[ ]|$)")
_ICON = re.compile(r"[ ]?:(?:material|fontawesome|octicons|simple)-[a-z0-9-]{1,60}:(?:\{[ ]?[.:][^{}\n]{0,80}\})?|\(\([0-9a-f]{4,8}-[0-9a-f-]{2,40}\)\)")  # fmt: skip
# Imports and exports of MDX, and commands of LaTeX that print no words.
_MODULE = re.compile(
    r"import (?:[\w*{}, ]{1,160} from )?[\"'][^\"'\s]{1,200}[\"'];?[ ]*|export (?:(?:const|let) [\w{}, ]{1,60}=[^\n]{1,300}|default (?:async )?(?:function\b|class\b|[({]|\w+;?[ ]*$)[^\n]{0,300}|(?:async )?function \w+\([^\n]{1,300})"
)
_COMMAND = re.compile(
    r"[ ]{0,3}\\(?:newpage|pagebreak|clearpage|cleardoublepage|[vh]space|[vh]fill|bigskip|medskip|smallskip|noindent|centering|raggedright|tableofcontents|listoffigures|listoftables|maketitle|appendix|(?:this)?pagestyle|frontmatter|mainmatter|backmatter|setlength|setcounter|addcontentsline|label|begin|end|usepackage|documentclass|newcommand|par)\*?(?:\[[^\[\]\n]{0,80}\]|\{[^{}\n]{0,120}\}){0,4}[ ]*"
)
# The same commands within a line of words.
_INLINE_COMMAND = re.compile(
    r"[ ]?\\(?:newpage|pagebreak|clearpage|cleardoublepage|[vh]fill|bigskip|medskip|smallskip|noindent|centering|raggedright|linebreak|(?:[vh]space|setlength|label|index|pagestyle|thispagestyle)\*?\{[^{}\n]{0,120}\})(?![A-Za-z])(?:\{\})?"
)
_LATEX_HEADING = re.compile(
    r"[ ]{0,3}\\(?P<kind>part|chapter|section|subsection|subsubsection|paragraph)\*?\{(?P<words>[^{}\n]{1,200})\}[ ]*"
)
_LATEX_LEVELS = {
    "part": 1,
    "chapter": 1,
    "section": 2,
    "subsection": 3,
    "subsubsection": 4,
    "paragraph": 5,
}
_LATEX = (
    (re.compile(r"\\(?:textbf|textbf\*|bfseries)\{([^{}\n]{1,300})\}"), r"**\1**"),
    (re.compile(r"\\(?:textit|emph|textsl)\{([^{}\n]{1,300})\}"), r"*\1*"),
    (re.compile(r"\\(?:texttt|verb)\{([^{}\n]{1,300})\}"), r"`\1`"),
    (
        re.compile(r"\\(?:underline|textsc|textrm|textsf|mbox|text|uline)\{([^{}\n]{1,300})\}"),
        r"\1",
    ),
    (re.compile(r"\\href\{([^{}\s]{1,600})\}\{([^{}\n]{1,300})\}"), r"[\2](<\1>)"),
    (re.compile(r"\\url\{([^{}\s]{1,600})\}"), r"<\1>"),
    (re.compile(r"\\footnote\{([^{}\n]{1,600})\}"), r"^[\1]"),
    (re.compile(r"\\item(?![A-Za-z])[ ]*"), "- "),
    (re.compile(r"\\(?:ldots|dots)(?![A-Za-z])(?:\{\})?"), "…"),
)
_ITEM = re.compile(r"[ ]{0,3}(?:[-*+]|\d{1,3}[.)])[ ]+\S.{0,80}")
# Attributes of kramdown for the block above or below, or directly after words: `{: .lead}`.
_ATTRIBUTES = re.compile(r"\{:[ ]?(?:[.#:]?[A-Za-z][\w:-]{0,80}(?:=(?:\"[^\"\n]{0,200}\"|'[^'\n]{0,200}'|[^\s{}\"']{1,80}))?[ ]{0,3}){1,12}\}")  # fmt: skip
_OPTIONS = re.compile(r"\{::(?:options|nomarkdown)\b[^{}\n]{0,200}\}|\{:/(?:nomarkdown|options)?\}")
_COMMENTS = (
    (re.compile(r"\{::comment\}"), re.compile(r"\{:/(?:comment)?\}")),
    (re.compile(r"(?<!\d)%%(?![A-Z0-9_]{1,40}%%)"), re.compile(r"%%")),
)
_SHORT = re.compile(r"\*\[(?P<short>[^\[\]\n]{1,80})\]:[ ]{1,4}(?P<meaning>\S[^\n]{0,300})")
# Boxes of MkDocs and tabs of its extensions; their content is indented below them.
_BOX = re.compile(
    r"(?P<indent>[ ]{0,8})(?:!!!|\?{3}\+?)[ ]{1,3}[a-z][\w -]{0,60}?(?:[ ]{1,3}\"(?P<title>[^\"\n]{0,200})\")?[ ]*"
    r"|(?P<tabbed>[ ]{0,8})===[!+]?[ ]{1,3}\"(?P<label>[^\"\n]{1,200})\"[ ]*"
)
# A line of docsify’s boxes, `?> Tip`.
_HINT = re.compile(r"[ ]{0,3}[!?]>[ ](?=\S)")
_PICTURE = re.compile(r"!\[\[(?P<file>[^\[\]|\n]{1,200})(?:\\?\|(?P<words>[^\[\]\n]{0,200}))?\]\]")
_LINK = re.compile(r"(?<!!)\[\[(?P<page>[^\[\]|\n+*~!%$]{1,200})(?:\\?\|(?P<words>[^\[\]\n]{1,200}))?\]\](?!\()")  # fmt: skip
_LIGHT = re.compile(r"(?<![\w=])==(?=[^\s=])(?P<words>[^=\n]{1,200})(?<=[^\s=])==(?![\w=])")
# The name of a block as a link target; “10 ^12” is a power.
_LABEL = re.compile(r"(?<=\S)[ ]\^(?=[0-9-]*[A-Za-z])[A-Za-z0-9][A-Za-z0-9-]{1,40}[ ]*$")
_CODE = re.compile(r"(`+[^`\n]*`+)")
_MARK = "a mark of a tool"
_INDENT = 4
# How many lines below its first line the content of a box may begin.
_NEAR = 4
_EDITED = ("{", ":", "((", "^^", "++")
_BITS = ("{:", "[[", "==", " ^")


@dataclass(slots=True)
class ToolMarks:
    """A text's lines without the marks of tools, its abbreviations, and what was left out."""

    lines: list[str] = field(default_factory=list)
    abbreviations: dict[str, str] = field(default_factory=dict)
    left_out: list[Aside] = field(default_factory=list)


def without_tool_marks(lines: Sequence[str], first: int = 1) -> ToolMarks:
    """Return the same number of lines without marks. `first` is the number of the first."""
    marks = ToolMarks()
    fence = ""
    comment: re.Pattern[str] | None = None
    boxes: list[int] = []
    ends = _last_ends(lines)
    for number, written in enumerate(lines, first):
        line, boxes = _without_box_indent(written, boxes)
        after = number - first + 1
        found = _FENCE.match(line)
        if comment is None and (fence or found):
            mark = found[1] if found else ""
            fence = "" if fence and mark.startswith(fence) else fence or mark
            marks.lines.append(line)
            continue
        below = [pair for pair, end in zip(_COMMENTS, ends, strict=True) if end >= after]
        bare, comment = _without_comments(line, comment, below, marks, number)
        box = _BOX.fullmatch(bare)
        if box and _has_words(box, written, lines, after):
            outer = boxes[-1] if boxes else 0
            boxes = [*boxes, outer + len(box["indent"] or box["tabbed"] or "") + _INDENT]
            marks.lines.append(_boxed(box, "".join(lines[after : after + 1])))
        else:
            marks.lines.append(_without_marks(bare, marks, number))
    return marks


def _last_ends(lines: Sequence[str]) -> list[int]:
    """Return the last line, from 0, that ends a comment of each kind, or -1."""
    return [
        next((n for n in range(len(lines) - 1, -1, -1) if end.search(lines[n])), -1)
        for _, end in _COMMENTS
    ]


def _has_words(box: re.Match[str], written: str, lines: Sequence[str], after: int) -> bool:
    """Return whether content is indented below a box; “!!! never weld alone” is not a box."""
    below = next((line for line in islice(lines, after, after + _NEAR) if line.strip()), "")
    indents = [len(line) - len(line.lstrip(" ")) for line in (written, below)]
    is_named = bool(box["title"] or box["label"])
    return indents[1] >= indents[0] + _INDENT or is_named


def _boxed(box: re.Match[str], below: str) -> str:
    """Return the title of a box or tab in bold, for the line above its content."""
    title = box["title"] or box["label"]
    return f"**{title}**" + ("\\" if below.strip() else "") if title else ""


def _without_marks(line: str, marks: ToolMarks, number: int) -> str:
    """Return a line without its marks; what they say about the text is recorded in `marks`."""
    if any(form.fullmatch(line) for form in (_CONTENTS, _MODULE, _COMMAND, _SETTING)):
        _remove_contents_mark(line, marks, number)
        return ""
    if short := _SHORT.fullmatch(line):
        marks.abbreviations.setdefault(short["short"], short["meaning"].strip())
        return ""
    if "\\" in line:
        line = _without_latex(_without_commands(line, marks, number))
    line = _with_edits(_ASIDE.sub("> ", line) if _ASIDE.match(line) else line, marks, number)
    plain = _plain(line)
    if "{:" in line:
        gone = [m[0] for pattern in (_ATTRIBUTES, _OPTIONS) for m in pattern.finditer(line)]
        marks.left_out += [
            Aside(words, number, "furniture", _MARK) for words in gone if words not in plain
        ]
    return plain


def _with_edits(line: str, marks: ToolMarks, number: int) -> str:
    """Return a line with its edits applied and without icons; what is left out is recorded."""
    parts = _CODE.split(line) if any(bit in line for bit in _EDITED) else [line]
    for n in range(0, len(parts), 2):
        for form, put in (*_EDITS, (_ICON, "")):
            gone = (match.groupdict().get("gone") or match[0] for match in form.finditer(parts[n]))
            if put != r"\1":
                marks.left_out += [Aside(words, number, "left out", _MARK) for words in gone]
            parts[n] = form.sub(put, parts[n])
    return "".join(parts)


def _without_commands(line: str, marks: ToolMarks, number: int) -> str:
    """Return a line without commands of LaTeX that print no words; code is not changed."""
    parts = _CODE.split(line)
    for n in range(0, len(parts), 2):
        gone = (match[0].strip() for match in _INLINE_COMMAND.finditer(parts[n]))
        marks.left_out += [Aside(words, number, "furniture", _MARK) for words in gone]
        parts[n] = _INLINE_COMMAND.sub("", parts[n])
    return "".join(parts)


def _without_latex(line: str) -> str:
    """Return a line with Markdown instead of LaTeX commands around words; code is not changed."""
    if heading := _LATEX_HEADING.fullmatch(line):
        return f"{'#' * _LATEX_LEVELS[heading['kind']]} {heading['words'].strip()}"
    parts = _CODE.split(line)
    for n in range(0, len(parts), 2):
        # Twice, for nested commands: the inner ones first.
        for pattern, put in (*_LATEX, *_LATEX):
            parts[n] = pattern.sub(put, parts[n])
    return "".join(parts)


def _without_box_indent(line: str, boxes: list[int]) -> tuple[str, list[int]]:
    """Return a line without the indentation of the boxes that it is in, and their indentations."""
    if not boxes or not line.strip():
        return line, boxes
    indent = len(line) - len(line.lstrip(" "))
    inside = boxes[: sum(indent >= box for box in boxes)]
    return line[inside[-1] if inside else 0 :], inside


def _remove_contents_mark(line: str, marks: ToolMarks, number: int) -> None:
    """Remove a place for contents, and the item above that kramdown replaces by them."""
    words = line.strip()
    if "{:" in line and marks.lines and _ITEM.fullmatch(marks.lines[-1]):
        words = f"{marks.lines[-1].strip()} {words}"
        marks.lines[-1] = ""
    marks.left_out.append(Aside(words, number, "furniture", _MARK))


def _without_comments(
    line: str,
    end: re.Pattern[str] | None,
    below: Sequence[tuple[re.Pattern[str], re.Pattern[str]]],
    marks: ToolMarks,
    number: int,
) -> tuple[str, re.Pattern[str] | None]:
    """Return a line without comments, and the end of the comment that is still open after it.

    `below` are the kinds of comments that end after this line; one without an end is not a comment.
    """
    kept, rest = "", line
    while rest:
        if end is not None:
            found = end.search(rest)
            words, rest = (rest[: found.start()], rest[found.end() :]) if found else (rest, "")
            if words.strip():
                marks.left_out.append(Aside(words.strip(), number, "left out", "a comment"))
            end = None if found else end
            continue
        begun = [
            (m, pair[1])
            for pair in _COMMENTS
            if (m := pair[0].search(rest)) and (pair in below or pair[1].search(rest, m.end()))
        ]
        if not begun:
            return kept + rest, None
        first, close = min(begun, key=lambda pair: pair[0].start())
        if "%" in first[0] and not close.search(rest, first.end()) and rest.strip() != "%%":
            # Two percent signs in a sentence are not a comment.
            return kept + rest, None
        kept, rest, end = kept + rest[: first.start()], rest[first.end() :], close
    return kept, end


def _plain(line: str) -> str:
    """Return a line without inline marks; code is not changed."""
    line = _HINT.sub("", line)
    if not any(bit in line for bit in _BITS):
        return line
    parts = _CODE.split(line)
    replaced = "".join(part if n % 2 else _replaced(part) for n, part in enumerate(parts))
    return replaced if replaced.strip() else ""


def _replaced(part: str) -> str:
    for pattern, put in _REPLACED:
        part = pattern.sub(put, part)
    return part


def _linked(link: re.Match[str]) -> str:
    """Return the words of a link between notes, `[[Page#Part|words]]`, but not of a template's field."""
    if stand_in().fullmatch(link[0]):
        return link[0]
    return link["words"] or link["page"].rpartition("#")[2].lstrip("^") or link["page"]


_REPLACED: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (_ATTRIBUTES, ""),
    (_OPTIONS, ""),
    (_PICTURE, lambda m: f"![{'' if (m['words'] or '').isdigit() else m['words'] or ''}](<{m['file']}>)"),
    (_LINK, _linked),
    (_LIGHT, lambda m: f"*{m['words']}*"),
    (_LABEL, ""),
)  # fmt: skip
