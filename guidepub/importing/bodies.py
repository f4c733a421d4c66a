"""Writes a section's blocks as Markdown, and marks in place what could not be settled."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from guidepub.figures.numbers import MINUSES
from guidepub.importing.knowledge import knowledge
from guidepub.importing.originals.captions import LONGEST_CAPTION
from guidepub.importing.originals.crossrefs import label_in, unlabelled, with_name_option
from guidepub.importing.originals.escaping import escaped, escaped_line, prints_words, spaced
from guidepub.importing.originals.grids import joined_head
from guidepub.importing.originals.lists import separated_list
from guidepub.importing.originals.original import Grid, OriginalBlock, Residue
from guidepub.importing.originals.remarks import inline_remark, remark
from guidepub.importing.originals.residues import TOKEN, tokens_of, widget_of
from guidepub.markdown import printed_words
from guidepub.text.punctuation.sentences import sentences

_CALL = re.compile(r"(?<!\\)\[\^([\w-]{1,20})\]")

# The beginning of a list item or of a quoted line.
_MARK = re.compile(r"\s*(?:[-:]|\d{1,9}[.)]|>) ")


def body_of(
    title: str,
    blocks: Sequence[OriginalBlock],
    notes: Mapping[str, str],
    residues: Mapping[str, str],
    own: str,
    tables: frozenset[str] | None,
) -> str:
    """Return the Markdown of a section; its title is Markdown too.

    `notes` are footnotes by label, `residues` the code that tokens stand for, `own` the key of
    the text itself as a source, and `tables` the names of the catalogue's data tables if known.
    """
    chunks: list[str] = []
    called: list[str] = []
    level, heading = 1, title
    for index, block in enumerate(blocks):
        if block.kind == "heading":
            level = min(max(block.level, 2), level + 1, 6)
            heading = block.markdown
            chunks.append(f"{'#' * level} {block.markdown}")
        elif block.kind == "script":
            chunks.append(script_markdown(block.residues, tables))
        elif block.kind == "image":
            chunks.append(_picture(block))
        elif block.kind in ("table", "chart") and block.grid is not None:
            above = blocks[index - 1].text if index else ""
            chunks += _table_chunks(block, block.grid, above, heading, own, notes, residues)
        else:
            called += _CALL.findall(block.markdown)
            marks = [remark(words) for words in block.remarks]
            markdown = _with_remarks(block.markdown, residues)
            if block.kind == "list" and index and blocks[index - 1].kind == "list":
                markdown = separated_list(chunks[-1], markdown)
            chunks.append("\n".join([*marks, markdown]))
    labels = [label for label in dict.fromkeys(called) if label in notes]
    chunks += [f"[^{label}]: {notes[label] or '–'}" for label in labels]
    return "\n\n".join(chunk for chunk in chunks if chunk)


def _table_chunks(
    block: OriginalBlock,
    grid: Grid,
    above: str,
    heading: str,
    own: str,
    notes: Mapping[str, str],
    residues: Mapping[str, str],
) -> Iterator[str]:
    """Yield the Markdown of a table or a chart, after its remarks and before the notes of its cells."""
    yield from map(remark, block.remarks)
    plain, code = _without_tokens(grid)
    yield from (remark(residues.get(number, "")) for number in code)
    yield with_name_option(table_markdown(plain, above, heading, block.source or own))
    called = _CALL.findall(" ".join(cell for row in grid.cells for cell in row))
    yield from (notes[label] for label in called if notes.get(label))
    if block.kind == "chart":
        yield block.markdown


def _picture(block: OriginalBlock) -> str:
    """Return an imported image, as a figure if it has a caption, or a mark if it was not imported."""
    if not block.is_picture:
        return remark(f"image {block.target} {block.words}")
    if block.caption:
        alternative = block.text or unlabelled(block.caption, label_in(block.markdown))
        caption = _CALL.sub("", block.markdown)
        return with_name_option(
            f":::{{figure}} {block.file}\n:alt: {alternative}\n\n{caption}\n:::"
        )
    words = re.sub(r"(?<!\\)\]", r"\\]", escaped(block.text))
    return f"![{words}]({block.file})"


def script_markdown(residues: Sequence[Residue], tables: frozenset[str] | None) -> str:
    """Return the directive that code is replaced by, or comments that keep the code.

    A directive without its data table would be an error, so it is kept in a comment until the
    catalogue has the table.
    """
    widget = widget_of(residues)
    if widget is None:
        return "\n".join(remark(residue.source) for residue in residues)
    if tables is None or widget.directive in tables:
        return widget.markdown
    written = " ".join(widget.markdown.split("\n"))
    return remark(f"{written} waits for a data table “{widget.directive}” in the catalogue")


def _with_remarks(markdown: str, residues: Mapping[str, str]) -> str:
    """Return a paragraph with a mark for each piece of code, where the code was."""
    if not TOKEN.search(markdown):
        return markdown
    marked = TOKEN.sub(lambda match: inline_remark(residues.get(match[1], "")), markdown)
    bare = "\n".join(_without_code(line) for line in markdown.split("\n"))
    if prints_words(marked, printed_words(bare)):
        return marked
    # The code's own characters would break the paragraph, so its mark goes above it.
    return "\n".join([*(remark(residues.get(n, "")) for n in TOKEN.findall(markdown)), "", bare])


def marked_code(text: str, residues: Mapping[str, str]) -> str:
    """Return a note with a mark for each piece of code, where the code was."""
    return TOKEN.sub(lambda match: inline_remark(residues.get(match[1], "")), text)


def _without_tokens(grid: Grid) -> tuple[Grid, list[str]]:
    """Return a table without the code in it, which cells cannot mark, and the numbers of the code."""
    code = tokens_of(grid)
    if not code:
        return grid, code
    cells = tuple(tuple(spaced(TOKEN.sub(" ", cell)) for cell in row) for row in grid.cells)
    return replace(grid, cells=cells, caption=spaced(TOKEN.sub(" ", grid.caption))), code


def _without_code(line: str) -> str:
    mark = _MARK.match(line)
    before = mark[0] if mark else ""
    return before + escaped_line(TOKEN.sub(" ", line[len(before) :]).strip())


def table_markdown(grid: Grid, above: str, heading: str, source: str) -> str:
    """Return a table as a directive with its caption, or as a list if it has no header.

    `above` is the sentence above it, and `heading` the heading it is under, as Markdown.
    """
    rows = [[_cell(cell) for cell in row] for row in grid.cells[grid.heads :]]
    width = len(grid.cells[0])
    heads = [escaped(head) for head in joined_head(grid)] if grid.heads else _heads(above, width)
    words = spaced(grid.caption)
    is_long = len(words) > LONGEST_CAPTION + len(label_in(words))
    # A list has no caption, and a long text is too much for the caption of a table: such words go above.
    before = f"{escaped_line(escaped(words))}\n\n" if words and (is_long or not heads) else ""
    if not rows or width == 1:
        items = (f"- {' · '.join(filter(None, map(spaced, row)))}" for row in grid.cells)
        return before + "\n".join(items)
    if not heads:
        return before + "\n".join(_line(row) for row in rows)
    lines = [heads, _rules(grid), *rows]
    table = "\n".join(f"| {' | '.join(row)} |" for row in lines)
    caption = escaped(words if not before else "") or _caption(above)
    if not caption and not source:
        return before + table
    option = f":source: {source}\n" if source else ""
    return f"{before}:::{{table}} {caption or spaced(heading)}\n{option}\n{table}\n:::"


def _cell(cell: str) -> str:
    """Return a cell without calls of footnotes, which cannot be inside a directive."""
    return spaced(_CALL.sub("", cell).replace("\\\n", " "))


def _line(row: Sequence[str]) -> str:
    name, rest = row[0], " · ".join(cell for cell in row[1:] if cell)
    return f"- {name}: {rest}" if name and rest else f"- {name or rest}"


def _rules(grid: Grid) -> list[str]:
    """Return the alignment of each column: columns of figures are set to the right."""
    body = grid.words[grid.heads :]
    rules = []
    for column in zip(*body, strict=True):
        filled = [cell for cell in column if cell]
        numbers = sum(
            re.fullmatch(rf"[{MINUSES}]?[$€£]?[\d,.]+ ?%?", cell) is not None for cell in filled
        )
        rules.append("--:" if filled and numbers == len(filled) else "---")
    return rules


def _heads(above: str, width: int) -> list[str]:
    """Return column headings for a table that has none, from the sentence above it."""
    if width != 2 or not above:
        return []
    table = knowledge("measures")
    first = next((row["first"] for row in table["heads"] if _within(row["above"], above)), "")
    second = next((row["second"] for row in table["seconds"] if _within(row["above"], above)), "")
    return [first, second] if first and second else []


def _caption(above: str) -> str:
    """Return a caption for a table from the sentence above it, or an empty string."""
    last = "".join(above[start:end] for start, end in list(sentences(above))[-1:])
    found = re.fullmatch(r"(?:In (?P<when>[^,]{3,20}), )?(?:the )?(?P<what>.{10,160}?)(?:,)? (?:was|were|is|are) (?:as follows|the following|shown below)[:.]?", last, re.I)  # fmt: skip
    if not found:
        return ""
    subject = found["what"][0].upper() + found["what"][1:]
    return escaped(f"{subject}, {found['when']}" if found["when"] else subject)


@functools.lru_cache(maxsize=128)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b{pattern}\b", re.I)


def _within(pattern: str, text: str) -> bool:
    return _compiled(pattern).search(text) is not None
