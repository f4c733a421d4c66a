"""Reads a plain text as blocks: headings, lists and paragraphs, by the look of their lines."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from guidepub.findings import Finding, Place, Severity
from guidepub.importing.headings.known import known_section
from guidepub.importing.matter.announcements import is_announcement
from guidepub.importing.originals.citations import BARE, Citations
from guidepub.importing.originals.escaping import escaped, escaped_line, pieces, spaced
from guidepub.importing.originals.grids import guessed_head
from guidepub.importing.originals.lists import BULLETS, Marks, item_lines
from guidepub.importing.originals.original import (
    Aside,
    Grid,
    Original,
    OriginalBlock,
    Residue,
    limited_blocks,
)
from guidepub.importing.originals.residues import TOKEN, extract_code
from guidepub.importing.originals.spaced_letters import with_letters_joined
from guidepub.importing.originals.typed_lists import with_run_in_lists
from guidepub.importing.plain.divided_words import LineJoiner, soft_hyphens
from guidepub.importing.plain.heading_lines import LONGEST_HEADING, NUMBERED, RULE, heading_at
from guidepub.importing.plain.headings_by_position import (
    ITEM,
    STOP,
    headings_above_text,
    split_labelled_sections,
    split_run_ins,
    standalone_headings,
    with_captions,
)
from guidepub.importing.plain.line_ends import (
    are_set_apart,
    full_width,
    split_credits,
    split_first_lines,
)
from guidepub.importing.plain.numbered_headings import numbered_headings
from guidepub.importing.plain.page_furniture import (
    Line,
    ends_of_first_head,
    page_breaks,
    without_page_furniture,
)
from guidepub.importing.plain.typed_columns import (
    begins_table,
    split_columns,
    split_tables,
    with_whole_cells,
)
from guidepub.importing.plain.typed_labels import (
    LED,
    is_text_or_labels,
    labelled_as_items,
    split_turns,
    with_copyright_signs,
    with_lower_case_marks,
)
from guidepub.text.residue.site_chrome import is_chrome

# A bullet of one of several indented lines, of which others have none.
_SIGN = re.compile(rf"\A\s{{0,12}}(?:[{BULLETS}]\s{{0,8}}|[-*+–—]\s{{1,8}})")
# An announcement of fewer words may be the end of a sentence.
_FEW = 3
_NUMBER = re.compile(r"\s{0,12}\(?(\d{1,3}|[a-z])[.)]\s")


def read_text(
    text: str,
    path: str,
    citations: Citations,
    language: str,
    residues: list[Residue] | None = None,
    line: int = 1,
) -> Original:
    """Return the blocks of a plain text. Its first line is its title if it looks like one.

    `language` is its likely language, whose list of words is used to join divided words.
    `residues` are the pieces of code that tokens in the text already stand for, and `line` is the
    number of its first line in the file.

    Raises:
        InputError: it has more paragraphs than a definition can contain (I003).
    """
    residues = [] if residues is None else residues
    # A soft hyphen within a line does not divide a word; one at its end does.
    text = soft_hyphens(re.sub("\u00ad(?=\\S)", "", text))
    every = list(
        enumerate(with_letters_joined(extract_code(text, line, residues).split("\n")), line)
    )
    every = with_whole_cells(every)
    lines, margins = without_page_furniture(every)
    lines = with_copyright_signs(with_lower_case_marks(lines))
    joiner = LineJoiner(text, language)
    groups = list(_across(_groups(lines), page_breaks(every, margins), joiner))
    groups = split_credits(split_run_ins(split_labelled_sections(groups)))
    groups = split_first_lines(groups, is_text_or_labels)
    heads = standalone_headings(groups) | headings_above_text(groups)
    numbered = numbered_headings(groups)
    width = full_width(groups)
    reader = _BlockReader(path, residues, citations, language, joiner, numbered, heads, width)
    blocks = with_run_in_lists(limited_blocks(with_captions(reader.blocks(groups)), path))
    title = ""
    first = next((block for block in blocks if not is_chrome(block.text)), None)
    if first and first.kind == "heading" and not known_section(first.text):
        title = first.text
    return Original(
        blocks,
        "\n".join(_without_mark(text) for _, text in lines),
        title,
        called=ends_of_first_head(every, margins),
        residues=tuple(residues),
        asides=tuple(Aside(spaced(t), n, "furniture", "of the page") for n, t in margins),
        findings=(*reader.findings, *joiner.findings(path)),
    )


def _across(
    groups: Iterable[list[Line]], breaks: Container[int], joiner: LineJoiner
) -> Iterator[list[Line]]:
    """Yield groups of lines, with paragraphs joined that continue on the next page."""
    last: list[Line] = []
    for group in groups:
        number, text = group[0]
        if last and number in breaks and _continues_on_next_page(last[-1][1], text, joiner):
            last = [*last, *group]
            continue
        if last:
            yield last
        last = group
    if last:
        yield last


def _continues_on_next_page(above: str, below: str, joiner: LineJoiner) -> bool:
    """Return whether a paragraph continues from a page's last line to the first of the next."""
    if joiner.is_divided(above, below):
        return True
    begins = below.strip()[:1]
    return begins.islower() and not STOP.search(above.rstrip()) and not ITEM.match(below)


@dataclass(frozen=True, slots=True)
class _BlockReader:
    """Reads the blocks of one text, and collects the `findings` on them."""

    path: str
    residues: Sequence[Residue]
    citations: Citations
    language: str
    joiner: LineJoiner
    numbered: frozenset[int]
    lone: frozenset[int]
    width: int
    findings: list[Finding] = field(default_factory=list)

    def blocks(self, groups: Iterable[list[Line]]) -> Iterator[OriginalBlock]:
        """Yield the blocks of groups of lines."""
        first, leads = True, False
        columns = [column for group in groups for column in split_columns(group)]
        for group, below in pairwise([*columns, []]):
            rest = _as_items(group) if leads else group
            leads = len(group) == 1 and _introduces_list(group[0][1], below)
            while _may_head(rest) and not leads and (heading := self._heading(rest, first)):
                used, block = heading
                yield block
                rest, first = rest[used:], False
                if used > 1 and block.level > 1 and not (rest and known_section(rest[0][1])):
                    # Lines directly below an underlined heading are text, whatever they look like.
                    break
            for part in _parts(labelled_as_items(rest)):
                first = False
                yield from self._block(part)

    def _heading(self, lines: list[Line], is_first: bool) -> tuple[int, OriginalBlock] | None:
        """Return the number of lines of a heading at the beginning, and the heading, or None."""
        number = lines[0][0]
        return heading_at(
            lines,
            is_first=is_first,
            is_numbered=number in self.numbered,
            is_lone=number in self.lone,
            language=self.language,
        )

    def _block(self, part: list[Line]) -> Iterator[OriginalBlock]:
        number = part[0][0]
        joined = "\n".join(text for _, text in part)
        found = tuple(self.residues[int(n)] for n in TOKEN.findall(joined))
        if found and not re.search(r"\w", TOKEN.sub("", joined)):
            yield OriginalBlock("script", "", "", number, residues=found)
        elif ITEM.match(part[0][1]):
            yield self._list(part, found)
        else:
            for lines, grid in split_tables(part):
                yield from self._prose(lines) if grid is None else self._table(lines, grid)

    def _table(self, lines: list[Line], grid: Grid) -> Iterator[OriginalBlock]:
        if grid.guessed:
            self.findings.append(guessed_head(grid, Place(self.path, lines[0][0])))
        text = spaced(" ".join(text for _, text in lines))
        yield OriginalBlock("table", text, "", lines[0][0], grid=grid)

    def _prose(self, part: list[Line]) -> Iterator[OriginalBlock]:
        lines = [text for _, text in part]
        if are_set_apart(lines, self.width) and not any(map(TOKEN.search, lines)):
            rows = [escaped_line(_cited(text.strip(), self.citations)) for text in lines]
            yield OriginalBlock("paragraph", spaced(" ".join(lines)), "\\\n".join(rows), part[0][0])
            return
        for start, words in self._paragraphs(part):
            own = tuple(self.residues[int(n)] for n in TOKEN.findall(words))
            for piece in pieces(words):
                plain = spaced(TOKEN.sub(" ", piece))
                markdown = escaped_line(_cited(piece, self.citations))
                yield OriginalBlock("paragraph", plain, markdown, start, residues=own)
                own = ()

    def _paragraphs(self, part: list[Line]) -> Iterator[Line]:
        """Yield paragraphs, with lines joined that an editor has wrapped."""
        long = sum(len(text) for _, text in part) / len(part) > 2 * LONGEST_HEADING
        if long:
            yield from ((number, self.joiner.joined([text])) for number, text in part)
            return
        for turn in split_turns(part):
            for run in _announcements_apart(turn):
                yield run[0][0], self.joiner.joined([text for _, text in run])

    def _list(self, part: list[Line], found: tuple[Residue, ...]) -> OriginalBlock:
        items: list[list[str]] = []
        numbers: list[int | None] = []
        for _, text in part:
            if (mark := ITEM.match(text)) or not items:
                items.append([text[mark.end() :] if mark else text])
                number = _NUMBER.match(text)
                numbers.append(_counted(number[1]) if number else None)
            else:
                items[-1].append(text)
        marks = _marks(numbers)
        first = _NUMBER.match(part[0][1])
        if first and first[1].isalpha():
            message = f"A list is numbered with letters, as {first[1]}; it was given numbers."
            place = Place(self.path, part[0][0])
            remedy = "Check whether anything refers to its letters."
            self.findings.append(Finding(place, "I057", message, remedy, Severity.WARNING))
        words = [self.joiner.joined(item) for item in items]
        lines = [
            line
            for mark, item in zip(marks, words, strict=True)
            for line in item_lines(mark, escaped_line(_cited(item, self.citations)), item)
        ]
        text = " ".join(spaced(TOKEN.sub(" ", item)) for item in words)
        return OriginalBlock("list", text, "\n".join(lines), part[0][0], residues=found)


def _announcements_apart(turn: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the lines of a paragraph, each that only announces a text by itself.

    “pendiente.” may as well be the last word of a sentence, so the line before must have ended one,
    unless the announcement is a sentence of its own: “Click or tap here to enter text.”
    """
    run: list[Line] = []
    for line in turn:
        text = line[1].strip()
        is_sentence = text[:1].isupper() and len(text.split()) >= _FEW
        begins = not run or STOP.search(run[-1][1].rstrip()) is not None or is_sentence
        if begins and is_announcement(text):
            if run:
                yield run
            yield [line]
            run = []
        else:
            run.append(line)
    if run:
        yield run


def _counted(mark: str) -> int:
    """Return a number, or a letter's position in the alphabet."""
    return int(mark) if mark.isdigit() else ord(mark) - ord("a") + 1


def _marks(numbers: Sequence[int | None]) -> list[str]:
    """Return the markers of items; if all numbers are 1, they are counted."""
    found: list[str] = []
    for ordered, group in groupby(numbers, key=lambda number: number is not None):
        kind = list(group)
        lazy = len(set(kind)) == 1
        marks = Marks(ordered)
        found += [marks.mark(None if lazy and n else number) for n, number in enumerate(kind)]
    return found


def _groups(lines: list[Line]) -> Iterator[list[Line]]:
    """Yield groups of lines between blank ones; if none is blank, each long line is a group."""
    group: list[Line] = []
    filled = [text for _, text in lines if text.strip()]
    alone = len(filled) == len(lines) or sum(map(len, filled)) > 300 * max(len(filled), 1)
    for number, text in lines:
        if not text.strip():
            if group:
                yield group
            group = []
        else:
            group.append((number, text))
            if alone and len(text) > 2 * LONGEST_HEADING:
                yield group
                group = []
    if group:
        yield group


def _without_mark(text: str) -> str:
    """Return a line without the bullet or the number at its beginning."""
    found = ITEM.match(text) or NUMBERED.match(text)
    return text[found.end() :] if found else text


def _may_head(group: Sequence[Line]) -> bool:
    """Return whether a group does not begin with a table row or a label with dot leaders."""
    return bool(group) and not begins_table(group) and not LED.match(group[0][1])


def _introduces_list(text: str, below: Sequence[Line]) -> bool:
    """Return whether a single line, such as “Florists do many things:”, introduces the list below."""
    leads = text.rstrip().endswith(":") and not known_section(spaced(text))
    is_list = bool(below) and (ITEM.match(below[0][1]) is not None or _is_indented(below))
    return leads and len(text.split()) > 1 and is_list


def _is_indented(group: Sequence[Line]) -> bool:
    """Return whether several short lines are indented, like items that lost their bullets."""
    short = all(len(text) <= LONGEST_HEADING and text[:1].isspace() for _, text in group)
    return short and len(group) > 1


def _as_items(group: list[Line]) -> list[Line]:
    """Return lines below an introduction as items, if they look like a list without bullets."""
    if not _is_indented(group) or ITEM.match(group[0][1]):
        return group
    return [(number, f"- {_SIGN.sub('', text, count=1).strip()}") for number, text in group]


def _parts(group: list[Line]) -> Iterator[list[Line]]:
    """Yield the parts of a group: lists, runs of code, and the rest."""
    part: list[Line] = []
    kind = ""
    for number, text in group:
        if RULE.fullmatch(text):
            continue
        now = "code" if not re.search(r"\w", TOKEN.sub("", text)) and TOKEN.search(text) else ""
        now = now or ("item" if ITEM.match(text) else "")
        # A line below an item that is not an item itself continues it.
        continues = not now and kind == "item" and text[:1].isspace()
        if part and now != kind and not continues:
            yield part
            part = []
        if not continues:
            kind = now
        part.append((number, text))
    if part:
        yield part


def _cited(words: str, citations: Citations) -> str:
    """Return words as Markdown, with web addresses as citations."""
    parts, start = [], 0
    for match in BARE.finditer(words):
        key = citations.cited(match[0], "")
        parts.append(escaped(words[start : match.start()]))
        parts.append(f"[@{key}]" if key else escaped(match[0]))
        start = match.end()
    return "".join([*parts, escaped(words[start:])])
