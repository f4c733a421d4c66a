"""The directives of a guide's prose, each to its block of XHTML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from guidepub import figures
from guidepub.assembly.directives.captions import caption_number, captioned, captioned_body, with_id
from guidepub.assembly.directives.drawings import DRAWING, drawing_block
from guidepub.assembly.directives.referring import Referring
from guidepub.assembly.directives.tabulated import note_of_table, tabulated
from guidepub.assembly.directives.worksheets import Worksheet, listed_in
from guidepub.assembly.shared.context import BookContext
from guidepub.findings import Finding, InputError, Place, did_you_mean
from guidepub.markdown import Directive, RichText, label, typeset
from guidepub.markdown.forms.directives import CAMPUS, FORMS
from guidepub.tables import (
    PROGRAM_TEXTS,
    Row,
    broken_cells,
    chosen_programs,
    table_asked,
    table_place,
    table_rows,
)
from guidepub.themes.drawings.qr import qr_code
from guidepub.themes.leaves import markup
from guidepub.words.addresses import escaped_address
from guidepub.words.manuscript import BlockText, Link, Passage

# Columns beyond which a table is set smaller to keep within the measure.
_WIDE = 5
# Rows up to which a table is kept on one page; a program's takes two or three lines.
_SHORT = 9
_SHORT_PROGRAMS = 4
# Lines of text, as high as which a worksheet is kept on one page.
_SHORT_WORKSHEET = 22
_FIRST_CELL = re.compile(r"(<tr>\s*<td)")
# The columns of a table of programs that are printed or chosen by.
_PROGRAM = (*PROGRAM_TEXTS, "degree", "campus", "url")
_MOST_FAULTS = 20


class Blocks:
    """Renders directives with what one guide and its catalogue know."""

    def __init__(self, context: BookContext, referring: Referring) -> None:
        self._context, self._referring = context, referring
        self._guide, self._catalog = context.guide, context.catalog
        self._imprint = context.imprint
        self._colour = context.colour
        self._templates, self._phrases = context.templates, context.phrases
        self._evidence, self._pictures = context.evidence, context.pictures
        self._cite = context.citations.mark
        self._count = 0
        # By the directive itself: what a package makes of one has several on its line.
        self._texts: dict[int, BlockText] = {}
        # The bodies of the boxes so far, by their titles.
        self._boxes: dict[str, str] = {}

    def render(self, directive: Directive, body: str, lines: Mapping[str, RichText]) -> str:
        """Return a directive's XHTML, given its body's and its lines by their names."""
        self._count += 1
        place = self._referring.place_of(directive)
        if directive.name in DRAWING:
            name = self._name(directive)
            xhtml, self._texts[id(directive)] = drawing_block(
                directive, name, lines, self._context, self._referring
            )
        elif directive.name not in FORMS:
            xhtml = f'<div class="made {directive.name}">\n{body}</div>\n'
        else:
            blocks = {
                "programs": self._programs,
                "table": self._table,
                "figure": self._figure,
                "worksheet": self._worksheet,
                "qr": self._qr,
            }
            block = blocks.get(directive.name, self._plain)
            xhtml = block(directive, body, captioned(lines, self._number(directive)))
            if block == self._plain and "title" in lines:
                self._boxes[lines["title"].plain] = body
        return with_id(xhtml, place.name) if place is not None else xhtml

    def text_of(self, directive: Directive) -> BlockText:
        """Return what a directive's block prints of its own, once it was rendered."""
        return self._texts.get(id(directive), BlockText())

    def _prints(
        self,
        directive: Directive,
        label: str = "",
        before: Iterable[Passage] = (),
        after: str = "",
        links: Iterable[Link] = (),
        alternatives: Iterable[Passage] = (),
    ) -> None:
        """Keep what a directive's block prints of its own; texts without words are left out."""
        line, place = directive.line, self._referring.place_of(directive)
        self._texts[id(directive)] = BlockText(
            label or caption_number(self._number(directive)),
            tuple(replace(p, line=line) for p in before if p.text),
            (Passage("caption", after, line),) if after else (),
            links=tuple(links),
            alternatives=tuple(alternatives),
            name=place.name if place is not None else "",
        )

    def _name(self, directive: Directive) -> str:
        place = self._referring.place_of(directive)
        own = f"{self._context.id_prefix}{directive.name}-{self._count}"
        return place.name if place is not None else own

    def _number(self, directive: Directive) -> str:
        """Return the number that a caption begins with, or an empty string; a box has it in its label."""
        place = self._referring.place_of(directive)
        if place is None or place.kind == "box":
            return ""
        return self._referring.numbered(place)

    def _plain(self, directive: Directive, body: str, lines: Mapping[str, RichText]) -> str:
        """Return a block of the directive's title and text alone, as its form's template has it."""
        place = self._referring.place_of(directive)
        kind = self._phrases.get("boxes", directive.name) or ""
        kind = self._referring.numbered(place) if place is not None else kind
        self._prints(directive, kind)
        return self._templates.block(
            FORMS[directive.name].template,
            kind=directive.name,
            label=kind,
            title=_printed(lines, "title"),
            body=markup(body),
        )

    def _table(self, directive: Directive, body: str, lines: Mapping[str, RichText]) -> str:
        evidence = self._evidence.source_line([directive.options.get("source")], self._cite)
        note = _printed(lines, "note")
        before: Iterable[Passage] = ()
        after = evidence.plain
        if table_asked(directive.options) is not None:
            found = tabulated(directive, self._context)
            body, before = found.xhtml(), found.texts()
            if not note:
                own = note_of_table(directive, self._context)
                note = markup(own.xhtml)
                after = " ".join(filter(None, (own.plain, after)))
        self._prints(directive, before=before, after=after)
        if directive.options.get("row-headers") == "yes":
            body = _FIRST_CELL.sub(r'\1 role="rowheader"', body)
        return self._templates.block(
            "table.xhtml",
            id=self._name(directive),
            caption=_printed(lines, "title"),
            body=markup(body),
            wide=body.partition("</thead>")[0].count("<th ") > _WIDE,
            short=body.count("<tr>") <= _SHORT + 1,
            note=note,
            evidence=markup(evidence.xhtml),
        )

    def _figure(self, directive: Directive, body: str, lines: Mapping[str, RichText]) -> str:
        evidence = self._evidence.source_line([directive.options.get("source")], self._cite)
        self._prints(directive, after=evidence.plain)
        return self._templates.block(
            "figure.xhtml",
            id=self._name(directive),
            src=self._pictures.add(directive.argument),
            alternative=lines["alt"].plain,
            width=directive.options.get("width", ""),
            caption=markup(captioned_body(body, self._number(directive))),
            credit=_printed(lines, "credit"),
            evidence=markup(evidence.xhtml),
        )

    def _worksheet(self, directive: Directive, body: str, lines: Mapping[str, RichText]) -> str:
        name, title = self._name(directive), lines["title"]
        sheet = Worksheet(directive, name, title.plain, self._asked(directive), self._context)
        xhtml = sheet.xhtml(body)
        self._prints(directive, before=sheet.text())
        return self._templates.block(
            "worksheet.xhtml",
            id=name,
            title=markup(title.xhtml),
            body=markup(xhtml),
            short=sheet.height <= _SHORT_WORKSHEET,
        )

    def _qr(self, directive: Directive, body: str, lines: Mapping[str, RichText]) -> str:
        address = escaped_address(directive.options["url"])
        alternative = self._phrases.filled("qr_code", address=address)
        self._prints(
            directive,
            before=[Passage("caption", address)],
            links=[Link(address, directive.line)],
            alternatives=[Passage("alternative", alternative, directive.line)],
        )
        return self._templates.block(
            "qr.xhtml",
            id=self._name(directive),
            code=markup(qr_code(address, alternative, directive.options.get("level", "M"))),
            title=_printed(lines, "title"),
            address=address,
        )

    def _asked(self, directive: Directive) -> list[str]:
        """Return the questions of the box that a worksheet names."""
        box = directive.options.get("questions")
        if box is None:
            return []
        if box not in self._boxes or not (listed := listed_in(self._boxes[box])):
            message = f"There is no box “{box}” with a list before the worksheet."
            remedy = did_you_mean(box, self._boxes) or "Write the questions in the worksheet."
            raise self._fault(directive, "D033", message, remedy)
        return listed

    def _programs(self, directive: Directive, body: str, lines: Mapping[str, RichText]) -> str:
        options = directive.options
        table = options.get("table") or self._context.imprint.programs or "programs"
        rows = chosen_programs(self._checked_programs(directive, table), options)
        rows.sort(key=lambda row: (row.get("institution", "").casefold(), row.get("city", "")))
        columns = ("institution", "place", "level", "campus")
        accreditors = {row.get("accreditor", "") for row in rows}
        # What is the same for all stands once under the table.
        shared = accreditors.pop() if len(accreditors) == 1 else ""
        accreditor = ""
        if shared:
            accreditor = self._phrases.filled("accredited_by", names=self._typeset(shared))
        words = self._catalog.data[table].note_in(self._guide.language)
        note = label(words, self._phrases.typography, links=True)
        heads = [self._phrases.get("programs", column) or "" for column in columns]
        programs = [self._program(row) for row in rows]
        below = " ".join(filter(None, (accreditor, note.plain)))
        links = [Link(program["url"], directive.line) for program in programs if program["url"]]
        self._prints(directive, "", self._program_texts(heads, programs), below, links=links)
        return self._templates.block(
            "programs.xhtml",
            id=self._name(directive),
            caption=_printed(lines, "title"),
            columns=heads,
            rows=programs,
            short=len(rows) <= _SHORT_PROGRAMS,
            accreditor=accreditor,
            note=markup(note.xhtml),
            phrases=self._phrases.words,
        )

    def _program_texts(
        self, heads: Sequence[str], programs: Sequence[Mapping[str, str]]
    ) -> Iterator[Passage]:
        """Yield what a table of programs prints, cell by cell."""
        if not programs:
            yield Passage("paragraph", self._phrases["no_programs"])
            return
        shared = len({program["accreditor"] for program in programs}) == 1
        # Rows of prose are numbered upwards from 1.
        yield from (Passage("head", head, row=-1) for head in heads)
        for number, program in enumerate(programs, 2):
            own = program["accreditor"] if program["program"] and not shared else ""
            first = "\n".join(filter(None, (program["institution"], program["program"], own)))
            for cell in (first, program["place"], program["level"], program["campus"]):
                yield Passage("cell", cell, row=-number)

    def _checked_programs(self, directive: Directive, table: str) -> tuple[Row, ...]:
        """Return a table's programs; none may drop out of a list for a slip in its row."""
        rows = self._rows(table)
        path = table_place(self._catalog, table)
        columns = [column for column in _PROGRAM if rows and column in rows[0]]
        if faults := list(broken_cells(rows, columns, path)):
            raise InputError(faults[:_MOST_FAULTS])
        for row in rows:
            if "institution" not in row:
                message = f"The table “{table}” has no column “institution”."
                raise self._fault(directive, "C001", message)
            if (campus := row.get("campus", "")).casefold() not in ("", *CAMPUS):
                message = f"The table “{table}” has an unknown campus, “{campus}”."
                remedy = f"Choose from: {', '.join(CAMPUS)}."
                raise self._fault(directive, "C001", message, remedy)
        return rows

    def _program(self, row: Row) -> dict[str, str]:
        level, campus = row.get("level", ""), row.get("campus", "").casefold()
        url = row.get("url", "")
        return {
            "institution": self._typeset(row.get("institution", "")),
            "program": self._typeset(row.get("program", "")),
            "accreditor": self._typeset(row.get("accreditor", "")),
            "place": f",{figures.NO_BREAK_SPACE}".join(
                map(self._typeset, filter(None, (row.get("city"), row.get("state"))))
            ),
            "level": self._phrases.get("education", level) or level,
            "campus": self._phrases.get("campus", campus) or campus,
            "url": escaped_address(url) if url.startswith(("https://", "http://")) else "",
        }

    def _typeset(self, text: str) -> str:
        """Return a cell's plain text with the quotation marks of the guide's language."""
        return typeset(text, self._phrases.typography)

    def _rows(self, name: str) -> tuple[Row, ...]:
        return table_rows(self._catalog, name).rows

    def _fault(self, directive: Directive, code: str, message: str, remedy: str = "") -> InputError:
        place = Place(self._guide.known_by, directive.line, 1)
        return InputError([Finding(place, code, message, remedy)])


def _printed(lines: Mapping[str, RichText], name: str) -> str:
    """Return a line of a directive as XHTML, or an empty string where it has none."""
    return markup(lines[name].xhtml) if name in lines else ""
