"""Marks of other dialects of Markdown, which would be printed as they are, or be lost.

A mark inside a line becomes a token of the type `stray`, which is printed as written and whose
place can be found. A mark that takes whole lines is reported by its row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.table import escapedSplit, table
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from guidepub.findings import Finding, Place, Severity

# All lengths are limited, so that no search takes long.
_INLINE: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("!", re.compile(r"!\[[^\[\]\n]{0,200}\]\([^()\n]{1,200} =[0-9]{0,4}x[0-9]{0,4}\)"),
     "Delete the size; :::{figure} has :width: 60%."),
    ("!", re.compile(r"!\[\[[^\[\]\n]{1,200}\]\]"), "Write ![What it shows](file.png)."),
    ("!", re.compile(r"!\([^()\n]{1,200}\)\[[^\[\]\n]{1,200}\]"),
     "Turn the brackets round: ![What it shows](file.png)."),
    ("!", re.compile(r"!\[[^\[\]\n]{1,200}\][ ]{1,3}\([^()\n]{1,200}\)"),
     "Delete the space: ![What it shows](file.png)."),
    ("{", re.compile(r"\{[ ]{0,3}(?:width|height)=[^{}\n]{1,80}\}"),
     "Delete it; :::{figure} has :width: 60%."),
    ("=", re.compile(r"(?<![\w=])==(?=[^\s=])[^=\n]{0,200}(?<=[^\s=])==(?![\w=])"),
     "Write it as *emphasis*."),
    ("{", re.compile(r"(?<!\{)\{:?[ ]{0,3}(?:[#.][A-Za-z][\w:.-]{0,80}|[A-Za-z][\w-]{0,40}=[^\s{}]{1,80})(?:[ ][^{}\n]{1,120})?[ ]{0,3}\}(?!\})"),
     "Delete it: a heading is linked to by its words, and themes decide how it looks."),
    ("{", re.compile(r"\{(?:fact|ref|numref|pageref|guide|term|index)\}[ ]{0,3}['‘’‚“”„«»(\[\"´][^'‘’“”«»()\[\]\"´`\n]{1,80}['‘’“”«»)\]\"´`]"),
     "Write its words between backticks: {fact}`key`."),
    ("{", re.compile(r"(?<!\{)\{[a-z][a-z0-9]{0,40}(?:_[a-z0-9]{1,40}){1,6}\}(?!\})"),
     "Write {fact}`key` to print a figure."),
    ("{", re.compile(r"\{[a-z]{2,20}\}[ ]{1,3}(?=`[^`\n]{1,100}`)"),
     "Delete the space: {fact}`key`."),
    ("$", re.compile(r"\$\$[^$\n]{1,400}\$\$|\$(?=[^\s$])(?=[^$\n]{0,200}(?:\\[A-Za-z]|[\^_](?:\{|\w\$|\w[\s+=-])))[^$\n]{0,300}[^\s$]\$(?!\d)"),
     "Write the formula in words and signs, such as x^2^ or H~2~O."),
    ("$", re.compile(r"\$[A-Za-z]\$(?![\w$])"),
     "Write the letter without the signs, or as *x*."),
    ("\\", re.compile(r"\\(?:(?:new|clear)(?:double)?page|pagebreak|noindent|(?:big|med|small)skip|maketitle|tableofcontents)(?![A-Za-z])(?:\{\})?"),
     "Delete it: themes decide where pages and lines begin."),
    ("\\", re.compile(r"\\(?:begin|end|text[a-z]{2}|emph|(?:sub){0,2}section|paragraph|footnote|cite[pt]?|href|url|label|ref|index|[vh]space)\*?(?:\{[^{}\n]{0,100}\}){1,3}"),
     "Write it in Markdown, or delete it."),
    (":", re.compile(r"(?<![\w:`]):[a-z]{2,15}(?::[a-z]{2,15})?:(?=`[^`\n]{1,100}`)"),
     "Write the words alone, or a role in braces: {ref}`label`."),
    ("{", re.compile(r"\{(?:\+\+|--|~~|==|>>)[^{}\n]{0,200}(?:\+\+|--|~~|==|<<)\}"),
     "Accept the change or leave it out: editing marks have no meaning here."),
    ("{", re.compile(r"\{=[a-z]{2,12}\}"), "Delete it: raw content for one format is printed as text here."),
    ("+", re.compile(r"(?<![\w+])\+\+(?=[^\s+])[^+\n]{0,200}(?<=[^\s+])\+\+(?![\w+])"),
     "Write it as *emphasis*."),
    ("~", re.compile(r"(?<![\w~)\]}])~(?=[^\s~])[^~\n]{0,100}(?<=[^\s~])~(?![\w~])"),
     "Write ~~struck~~ for deleted text."),
    ("%", re.compile(r"%%(?![A-Z0-9_]+%%)(?=[^\s%])[^%\n]{0,300}%%"), "Delete it: comments are printed here."),
    ("^", re.compile(r"(?<=[ \t])\^[A-Za-z0-9][A-Za-z0-9-]{1,40}(?=[ \t]*(?:\n|$))"),
     "Delete it: a label is written on a line of its own, (label)=."),
    ("#", re.compile(r"(?<![\w&/#])#[A-Za-z][A-Za-z-]{1,60}(?![\w-])"),
     "Write the word alone, or tags: […] in the front matter; a heading needs a space after its #."),
    ("@", re.compile(r"(?<![\w@])@(?:fig|tbl|sec|eq|lst|def|thm)-[A-Za-z][\w-]{0,80}"),
     "Write {ref}`label`, and the label at its target."),
    ("<", re.compile(r"<www\.[^\s<>]{1,200}>"), "Write https:// before it."),
    ("<", re.compile(r"</?[A-Z][A-Za-z]{1,40}(?:[ ][^<>\n]{0,200})?/?>"),
     "Write it in Markdown, or delete it."),
    ("[", re.compile(r"\[(?:fact|ref|numref|pageref|guide|term|index)\](?=`[^`\n]{1,80}`)"),
     "Write braces: {fact}`key`."),
    ("[", re.compile(r"\[\^(?=[^\[\]\n]{0,60}[ ])[^\[\]\n]{1,60}\]"),
     "Write a footnote’s label without spaces: [^1]."),
    ("[", re.compile(r"\[[^\[\]\n]{1,200}\][ ]{1,3}\((?:https?://|www\.|mailto:|#)[^()\s]{1,300}\)"),
     "Delete the space: [words](https://…)."),
    ("[", re.compile(r"\[[^\[\]\n]{0,200}\]\((?=[^()\n]*[./])[^()<>\s\"]{1,200}(?:[ ][^()<>\s\"]{1,200}){1,9}\)"),
     "Put an address with a space in <…>: [words](<…>)."),
    ("[", re.compile(r"(?<=\))\[(?:https?://|www\.|mailto:)[^\[\]\s]{1,300}\]"),
     "Turn the brackets round: [words](https://…)."),
    ("[", re.compile(r"\[\[(?=[^\[\]\n]{0,200}[ |#/.])[^\[\]\n]{1,200}\]\]"),
     "Write the words alone, or [words](#section)."),
    ("[", re.compile(r"\[(?:-@|@|see @)[^\[\]\n]{1,200}\](?![(\[])"),
     "Write [@key, p. 12], or [see @one; @two, chap. 3]."),
    ("[", re.compile(r"(?<!\w)\[[^\[\]\n]{1,200}\]\[(?![\^@])[^\[\]\n]{0,80}\]"),
     "Define its target: [label]: https://…"),
)  # fmt: skip

_CAPTION = "A caption of another dialect is not supported."
_CAPTIONED = "Write it after the directive’s name: :::{table} Caption."
# Marks that take whole lines: how their paragraphs begin, what is wrong, and the remedy.
_BLOCKS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (
        re.compile(r"\+[-=:+]{3,}\+[ \t]*(?:\n|$)"),
        "Grid tables are not supported.",
        "Write it with | between cells and a row |---|---| below the head.",
    ),
    (
        re.compile(r"\|[^\n]*\|?[ \t]*(?:\n|$)"),
        "Lines that begin with | are not a table without a row of dashes.",
        "Write |---|---| below the head, with as many cells, or begin without the |.",
    ),
    (
        re.compile(r"\(\w[\w .:-]{0,80}\)=[ \t]*(?:\n|$)"),
        "This is not a label.",
        "Use English letters, digits, hyphens, dots and colons: (pay-by-state)=.",
    ),
    (
        re.compile(r"(?:!!!|\?\?\?\+?)[ ]\w"),
        "An admonition of another dialect is not supported.",
        "Write :::{note} and the like.",
    ),
    (
        re.compile(r"\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]", re.I),
        "An alert of another dialect is not supported.",
        "Write :::{note} and the like.",
    ),
    (
        re.compile(r"::?\{[a-z-]{2,20}\}"),
        "This is not a directive, and is printed literally.",
        "Begin and end it with three colons.",
    ),
    (
        re.compile(r"\.\.[ ][a-z-]{2,30}::"),
        "Directives of reStructuredText are not supported.",
        "Write :::{note} and the like.",
    ),
    (
        re.compile(r"\$\$[ \t]*\n"),
        "Formulas are not supported.",
        "Write it in words and signs, such as x^2^ or H~2~O.",
    ),
    (
        re.compile(r"(={2,6}) ?[^=\n]{1,120} ?\1[ \t]*(?:\n|$)|h[1-6]\.[ ]\w"),
        "Headings of another dialect are not supported.",
        "Write ## before its words.",
    ),
    (
        re.compile(r"#{2,6}[^\s#]|#{1,6}[\u00a0\u2007\u202f]"),
        "This is not a heading.",
        "Write one ordinary space after the #.",
    ),
    (re.compile(r":[ ]\S"), _CAPTION, _CAPTIONED),
    (
        re.compile(r"\[\^[^\[\]\s]{1,60}\][ \u00a0\u202f]{1,3}:"),
        "This does not define a footnote.",
        "Delete the space before the colon: [^1]: …",
    ),
)
# Lines of cells, as they are copied from a spreadsheet.
_TABBED = re.compile(r"[^\t\n]+\t[^\n]*\n[^\t\n]+\t")
# Numbers and signs that people and programs put before lines, which Markdown joins.
_MARKS = re.compile(
    r"(?:[•·▪◦‣●○■□–\uf0a7\uf0b7]|o(?=\t)|\(?(?:[0-9]{1,3}|[A-Za-z]|[ivx]{1,5}|@[\w-]{0,20})[.)]|#\.|%)[ \t\u00a0]+\S"
)
_SIGNS = "•·▪◦‣●○■□\uf0a7\uf0b7"
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii")
_HARD_BREAK = re.compile(r"(?:\\|[ ]{2,})\n")
# Whole sentences, which a program has indented.
_SENTENCE = re.compile(r"[A-Z\u00c0-\u00de¿¡“\"]\S*(?:\s+\S+){4,}[.!?:”\"]")
_DRAWN = frozenset("mermaid dot graphviz plantuml tikz math latex dataview ditaa".split())  # fmt: skip
# The remains of a pair of marks, or of a link with an impossible URL.
_ALONE = re.compile(
    r"(?<![*\w])\*\*(?=\w)|(?<=[\w.,;:!?])\*\*(?![*\w])|(?<![~\w])~~(?=\w)|`|\]\((?=\S)"
)
_TASK = re.compile(r"\[[ xX]\][ \t]")
_EMPTY_BOX = re.compile(r"\[ \][ \t]+")
# A row of dashes in columns, which CommonMark takes for a thematic break.
_RULED = re.compile(r"[ \t>]*-{2,}(?:[ \t]+-{2,}){1,40}[ \t]*")


def add_inline_strays(parser: MarkdownIt) -> None:
    """Add tokens for the marks of other dialects inside lines to a parser."""
    # After all rules that give the same characters a meaning.
    parser.inline.ruler.after("entity", "stray", _stray)


def add_strays(parser: MarkdownIt) -> None:
    """Add findings on the marks of other dialects, and on surplus cells of tables, to a parser."""
    add_inline_strays(parser)
    # A backslash before a letter has no meaning.
    parser.inline.ruler.before("escape", "stray_command", _command)
    parser.block.ruler.at("table", _table, {"alt": ["paragraph", "reference"]})
    parser.core.ruler.after("block", "stray_lines", _lines)
    # Before signs that were written with a backslash become text like any other.
    parser.core.ruler.before("text_join", "stray_partners", _partners)


def report(state: StateCore | StateBlock, row: int, code: str, message: str, remedy: str) -> None:
    """Add a finding on a row of the text, counted from 0, to the parser's environment.

    It is a warning if the text is printed as it is (D036), and an error if it would be lost.
    """
    severity = Severity.WARNING if code == "D036" else Severity.ERROR
    finding = Finding(Place("", row, 1), code, message, remedy, severity)
    state.env.setdefault("findings", []).append(finding)


def _stray(state: StateInline, silent: bool) -> bool:
    sign = state.src[state.pos]
    for first, pattern, remedy in _INLINE:
        if sign != first:
            continue
        match = pattern.match(state.src, state.pos, state.posMax)
        if match is None:
            continue
        if not silent:
            token = state.push("stray", "", 0)
            token.content, token.meta = match[0], {"remedy": remedy}
        state.pos = match.end()
        return True
    return False


def _command(state: StateInline, silent: bool) -> bool:
    return state.src[state.pos] == "\\" and _stray(state, silent)


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a table, and report rows with more cells than the head, whose last cells are lost."""
    if not table(state, start, end, silent):
        return False
    if not silent:
        columns = len(_cells(state, start))
        for row in range(start + 2, state.line):
            if (count := len(_cells(state, row))) > columns:
                message = f"The row has {count} cells under a header of {columns}."
                remedy = "Give the header a cell for each; a literal | is written \\|."
                report(state, row, "D038", message, remedy)
            elif columns > 1 and "|" not in _line(state, row):
                message = "A line without | directly below a table is printed as a row."
                report(
                    state,
                    row,
                    "D036",
                    message,
                    "Put an empty line above it, or a | after its cell.",
                )
    return True


def _cells(state: StateBlock, row: int) -> list[str]:
    """Return the cells of a table's row as markdown-it splits them."""
    cells = escapedSplit(_line(state, row))
    if cells and cells[0] == "":
        cells.pop(0)
    if cells and cells[-1] == "":
        cells.pop()
    return cells


def _line(state: StateBlock, row: int) -> str:
    return state.src[state.bMarks[row] + state.tShift[row] : state.eMarks[row]].strip()


def _lines(state: StateCore) -> None:
    # The definition of a footnote whose label has a space is read as that of a link.
    references = state.env.get("references", {})
    for label in [label for label in references if label.startswith("^")]:
        row = references.pop(label)["map"][0]
        message = "This does not define a footnote, since its label has a space."
        report(
            state,
            row,
            "D034",
            message,
            "Write it with hyphens here and where it is called: [^a-b]: …",
        )
    tokens, lines = state.tokens, state.src.split("\n")
    for index, token in enumerate(tokens):
        row = token.map[0] if token.map else 0
        if (fault := _misread(tokens, index, lines)) is not None:
            report(state, row, "D036", *fault)
        if token.type == "hr" and row < len(lines) and _RULED.fullmatch(lines[row]):
            report(state, row, "D036", "Tables drawn with dashes are not supported.", _BLOCKS[0][2])
        if token.type != "inline" or tokens[index - 1].type != "paragraph_open":
            continue
        if (fault := _block_fault(token.content)) is not None:
            report(state, row, "D036", *fault)
        if tokens[index - 2].type == "list_item_open" and _TASK.match(token.content):
            _box_to_tick(state, tokens[index - 2], token, row)


def _block_fault(text: str) -> tuple[str, str] | None:
    """Return message and remedy for a paragraph that is meant as another block, or None."""
    for pattern, message, remedy in _BLOCKS:
        if pattern.match(text):
            return message, remedy
    lines = [line.lstrip() for line in text.split("\n")]
    marked = [line.split(None, 1)[0] for line in lines if _MARKS.match(line)]
    # A line of running text may also begin with a number and a full stop, or with an initial.
    runs_on = len(marked) * 2 >= len(lines) and not _HARD_BREAK.search(text)
    if (runs_on and _counts_on(marked)) or (marked and marked[0][0] in _SIGNS):
        sign = marked[0]
        message = f"Lines that begin with “{sign}” are not a list here, and run together."
        return message, "Begin each with - or 1. and a space, below an empty line."
    if not marked and _TABBED.match(text):
        return "Lines with tabs are not a table.", _BLOCKS[0][2]
    return None


def _counts_on(marks: Sequence[str]) -> bool:
    """Return whether at least two marks are signs, or a number follows from the one before."""
    bare = [mark.strip("().").casefold() for mark in marks]
    if len(bare) < 2:
        return False
    if all(not mark[:1].isalnum() or mark == "o" for mark in bare):
        return True
    places: list[list[int]] = []
    if all(mark.isdecimal() for mark in bare):
        places.append([int(mark) for mark in bare])
    if all(len(mark) == 1 for mark in bare):
        places.append([ord(mark) for mark in bare])
    if all(mark in _ROMAN for mark in bare):
        places.append([_ROMAN.index(mark) for mark in bare])
    return any(b - a == 1 for each in places for a, b in pairwise(each))


def _misread_code(token: Token) -> tuple[str, str] | None:
    """Return message and remedy for code that is likely not meant as code, or None."""
    if token.type == "code_block" and _SENTENCE.match(token.content):
        message = "An indented paragraph is printed as code."
        return message, "Begin it at the margin, or put real code between lines ```."
    if token.type == "code_block" and token.content.startswith(":::"):
        return "An indented directive is printed as code.", "Begin it at the margin."
    if token.type == "fence" and token.info.strip(" {}").split(" ")[0] in _DRAWN:
        message = f"What “{token.info.strip()}” draws is not drawn here, but printed as code."
        return message, "Save the drawing as SVG, and show it: ![What it shows](file.svg)."
    return None


def _misread(tokens: list[Token], index: int, lines: Sequence[str]) -> tuple[str, str] | None:
    """Return message and remedy for a block of a kind that its author likely did not mean, or None."""
    token = tokens[index]
    if (fault := _misread_code(token)) is not None:
        return fault
    if token.type == "heading_open" and token.markup == "-" and token.map:
        under = lines[token.map[1] - 1].strip() if token.map[1] <= len(lines) else "---"
        words = tokens[index + 1].content
        if len(under) < len("---") or words.endswith((".", ";", ",")) or "\n" in words:
            message = f"The line {under} makes a heading of the text above it."
            return message, "Put an empty line between them, or write ## before the heading."
    if token.type == "paragraph_open" and tokens[index + 1].content.startswith("Table: "):
        beside = tokens[index - 1 : index] + tokens[index + 3 : index + 4]
        if any(each.type in ("table_close", "table_open") for each in beside):
            return _CAPTION, _CAPTIONED
    is_behind_item = index > 0 and tokens[index - 1].type == "ordered_list_close"
    if token.type == "bullet_list_open" and is_behind_item:
        line = lines[token.map[0]] if token.map else ""
        if 0 < len(line) - len(line.lstrip(" ")) < len("1. "):
            message = "This list comes after the item above it, not inside it."
            return message, "Indent it by three spaces or more."
    return None


def _box_to_tick(state: StateCore, item: Token, words: Token, row: int) -> None:
    """Make a tick box at the start of a list item in a worksheet, and report one elsewhere."""
    box = _EMPTY_BOX.match(words.content)
    if not state.env.get("with_boxes"):
        remedy = "Delete it, or write the list in a :::{worksheet}."
        report(state, row, "D036", "Tick boxes are not supported here.", remedy)
    elif box is None:
        message = "A box of a worksheet is already ticked."
        report(state, row, "D036", message, "Leave it to the reader: [ ].")
    else:
        words.content = words.content[box.end() :]
        item.attrSet("class", "tick")


def _partners(state: StateCore) -> None:
    for token in state.tokens:
        for part in token.children or () if token.type == "inline" else ():
            if part.type == "text" and (match := _ALONE.search(part.content)):
                message = f"“{match[0]}” has no partner here, and is printed literally."
                remedy = "Close what it opens, or write a \\ before it."
                report(state, token.map[0] if token.map else 0, "D036", message, remedy)
