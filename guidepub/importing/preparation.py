"""Removes from an original what belongs to no section: title, page matter, legal matter.

Damage in the remaining blocks, such as code and lost citations, is reported and marked.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from guidepub.figures.locales import is_language
from guidepub.importing.headings.capitals import with_recased_headings
from guidepub.importing.headings.labelled_sections import with_sections_of_lines
from guidepub.importing.headings.part_headings import with_part_headings
from guidepub.importing.headings.questions import with_questions_as_headings
from guidepub.importing.knowledge import knowledge
from guidepub.importing.matter.comments import readers_comments
from guidepub.importing.matter.legal import (
    Matter,
    is_legal,
    legal_findings,
    legal_matter,
    notice_titles,
    with_legal_beginnings_apart,
)
from guidepub.importing.matter.site_matter import logos_and_menu, mail_head, site_matter
from guidepub.importing.originals.captions import with_caption, with_table_captions
from guidepub.importing.originals.escaping import escaped, escaped_line, spaced
from guidepub.importing.originals.ledger import ImportLog
from guidepub.importing.originals.original import Grid, Original, OriginalBlock, Residue
from guidepub.importing.originals.residues import TOKEN, widget_of
from guidepub.importing.originals.spoken_language import with_notation
from guidepub.importing.pages.unmarked_headings import with_run_in_headings
from guidepub.importing.plain.page_furniture import is_page_number
from guidepub.importing.titles.titling import titled
from guidepub.model import Catalog
from guidepub.text.punctuation.note_marks import marked_figures
from guidepub.text.residue.site_chrome import is_chrome, is_labelled_sentence
from guidepub.words.languages import primary_language

# An opening parenthesis with nothing after it, or with a gap, more words and no end.
_CITES = r"(?i:see|cf\.?|source|vgl\.?|siehe|s\.|quelle|voir|v\.|fuente|fonte|véase|vea|ver|veja|via|ref\.?)"
_DANGLING = re.compile(
    r"\(\s*(?:(?:https?://|www\.)?\s*\)|$|(?:(?=[A-Z][a-z]+ )(?<=\s)|(?<=\s)(?=[a-z]))(?![^()]{0,300}\)))"
    # “(see )”, “(source: )”, “(, 2019)”, “(vgl. , S. 12)”, and brackets that hold nothing.
    rf"|\(\s*{_CITES}\s*:?\s*\)|\(\s*(?:{_CITES}\s)?\s*,\s?[^()]{{0,60}}\)|(?<=\w )\[\s?\](?=[\s.,;]|$)"
    # “(INE, )”, “(cf. p. )”, and placeholders that say that something is missing.
    rf"|\((?=[A-ZÀ-Þ])[^()\d]{{1,40}},\s*\)|\({_CITES}\s(?i:pp?|s|pág|págs)\.\s*\)"
    # “will grow (.”, “see table ??”.
    r"|(?<=\s)\(\s*[.,;](?=\s|$)(?![^()]{0,300}\))|(?<=\w )\?\?(?=[\s.,;)]|$)"
    r"|\[(?i:\?|citation needed|cita requerida|référence nécessaire|réf\. nécessaire|carece de fontes|beleg fehlt|citation missing|source\?)\]"
)
_CHAPTER = re.compile(r"[0-9]{1,3}")

# “Apprentice > tuner > rebuilder” is a career ladder within the text, not a breadcrumb trail.
_LADDER = re.compile(r"^[^|]*\w\s?[>»›→]\s?\w[^|]*$")
_TRAIL = 5

# How many marks of one block are reported separately.
_MOST_MARKS = 12


@dataclass(frozen=True, slots=True)
class Prepared:
    """The blocks for a guide's sections, its title, subtitle and language, and its year of copyright.

    `spoken` is the language of the text, even if guidepub makes no books in it.
    """

    blocks: tuple[OriginalBlock, ...]
    title: str
    subtitle: str
    language: str
    spoken: str
    year: int | None


def prepare(original: Original, catalog: Catalog, untouched: bool, ledger: ImportLog) -> Prepared:
    """Return the parts of an original that belong to a guide's sections."""
    language = _language(original.language, catalog, ledger)
    named = original.language
    spoken = named if is_language(named) and named != primary_language(language) else language
    spoken = with_notation(spoken, "\n".join(block.text for block in original.blocks))
    blocks = [
        replace(b, number=n)
        for n, b in enumerate(_merged(_with_parts_apart(original.blocks, spoken)), 1)
    ]
    head = titled(blocks, original, primary_language(spoken), ledger)
    title, blocks = (
        head.title,
        with_questions_as_headings(with_recased_headings(head.blocks, spoken)),
    )
    titles = notice_titles(catalog.notices)
    blocks = _without_page_matter(blocks, original, title, titles, ledger)
    blocks = _without_page_numbers(blocks, ledger)
    if untouched:
        kept = tuple(_with_code_as_words(block, original.residues) for block in blocks)
        return Prepared(kept, title, head.subtitle, language, spoken, None)
    year = None
    matter = legal_matter(blocks, titles)
    if len(matter.blocks) < len(blocks):
        year = matter.year
        ledger.record(matter.blocks, "notice", note="left out in favour of the register")
        ledger.findings += legal_findings(matter, catalog.notices, language, ledger.path)
        blocks = [block for block in blocks if block not in matter.blocks]
    feet = tuple(
        OriginalBlock("paragraph", aside.text, "", aside.line)
        for aside in original.asides
        if is_legal(aside.text)
    )
    if feet:
        ledger.findings += legal_findings(
            Matter(feet, None), catalog.notices, language, ledger.path
        )
        year = year or legal_matter(feet).year
    marked = tuple(_marked(block, ledger) for block in blocks)
    return Prepared(marked, title, head.subtitle, language, spoken, year)


def _language(named: str, catalog: Catalog, ledger: ImportLog) -> str:
    spoken, usual = primary_language(named), catalog.defaults.language
    if not named or spoken == primary_language(usual):
        return usual
    if is_language(named) and catalog.speaks(named):
        return named
    message = f"The text’s language “{named}” is not supported; the guide’s is {usual}."
    ledger.report("I015", message)
    return usual


def _without_page_matter(
    blocks: list[OriginalBlock],
    original: Original,
    title: str,
    notices: Container[str],
    ledger: ImportLog,
) -> list[OriginalBlock]:
    """Remove lines about the page that a text was on, but not legal matter.

    `notices` are the titles of the notices in the register.
    """
    comments = readers_comments(blocks)
    ledger.record(comments, "furniture", note="a comment by a reader of the page")
    frame = logos_and_menu(blocks, title)
    ledger.record(frame, "furniture", note="around the text")
    blocks = _without(blocks, [*comments, *frame])
    about = [
        block
        for number, block in enumerate(blocks)
        if block.kind in ("paragraph", "heading", "quote")
        and (is_chrome(block.text) or (original.is_page and _is_about_page(block.text)))
        and not (number >= _TRAIL and _LADDER.search(block.text))
    ]
    ledger.record(about, "metadata", note="about the page")
    kept = _without(blocks, about)
    is_mail = bool(mail_head(original.blocks))
    parts = [*site_matter(kept, title, is_mail)]
    gone = [block for part, _ in parts for block in part if not is_legal(block.text)]
    legal = legal_matter(_without(kept, gone), notices).blocks
    for part, reason in parts:
        loose = _without(part, legal)
        ledger.record(loose, "furniture", note=reason)
        gone += loose
    return _without(kept, gone)


def _without(blocks: Sequence[OriginalBlock], gone: Sequence[OriginalBlock]) -> list[OriginalBlock]:
    """Return blocks except some, which are compared by their numbers."""
    numbers = {block.number for block in gone}
    return [block for block in blocks if block.number not in numbers]


def _without_page_numbers(blocks: list[OriginalBlock], ledger: ImportLog) -> list[OriginalBlock]:
    """Remove page and chapter numbers that were copied from a printed page."""
    pages = [b for b in blocks if b.kind in ("paragraph", "heading") and is_page_number(b.text)]
    ledger.record(pages, "furniture", note="a page number")
    chapters = _chapter_numbers(blocks)
    ledger.record(chapters, "furniture", note="the number of a chapter")
    return _without(blocks, [*pages, *chapters])


def _chapter_numbers(blocks: Sequence[OriginalBlock]) -> list[OriginalBlock]:
    """Return blocks that are only a number above a heading, and count up through the text."""
    numbers = [
        block
        for block, below in pairwise(blocks)
        if block.kind in ("paragraph", "heading")
        and below.kind == "heading"
        and _CHAPTER.fullmatch(block.text)
    ]
    is_counting = len(numbers) > 1 and all(int(a.text) < int(b.text) for a, b in pairwise(numbers))
    return numbers if is_counting else []


def _cuts(grid: Grid) -> Iterator[str]:
    """Yield a message for each part of a table that was cut because a book has no room for it."""
    if grid.dropped:
        yield f"A table is too long for a book: {grid.dropped} rows were left out."
    if grid.dropped_columns:
        kept = len(grid.words[0])
        yield f"A table is too wide for a book: the columns after column {kept} were left out."


def _marked(block: OriginalBlock, ledger: ImportLog) -> OriginalBlock:
    """Report code, images and broken citations, and mark the citations in place."""
    for residue in block.residues:
        shown = " ".join(residue.source.split())[:120]
        ledger.report("I020", f"Page-script code was removed: {shown}", "", residue.line)
    if block.kind == "image" and not block.is_picture:
        message = f"An image was not imported: “{block.target or block.words}”."
        remedy = "Put its file next to the guide, and write ![what it shows](file)."
        ledger.report("I050", message, remedy, block.line)
    if block.grid and (messages := tuple(_cuts(block.grid))):
        for message in messages:
            ledger.report("I052", message, "Make it a data table of the catalogue.", block.line)
        return replace(block, remarks=messages)
    widget = widget_of(block.residues) if block.kind == "script" else None
    if widget and widget.directive == "programs" and "degree" not in widget.options:
        message = "The list of programs names no degree, so it will show all programs."
        ledger.report("I021", message, "Add :degree: to it.", block.line)
    remarks: list[str] = []
    is_prose = block.kind in ("paragraph", "list")
    for match in islice(_DANGLING.finditer(block.text) if is_prose else (), _MOST_MARKS):
        around = _around(block.text, match)
        message = f"A citation is missing in “…{around}…”."
        ledger.report("I023", message, "Find the source, and cite it.", block.line)
        remarks.append(f"a citation is missing in “…{around}…”")
    marks = list(islice(marked_figures(block.text), _MOST_MARKS))
    for match in marks:
        around = _around(block.text, match)
        message = f"A raised character follows a figure in “…{around}…”: it may mark a note, or be an exponent."
        ledger.report("I023", message, "Find the note, and cite its source.", block.line)
    if marks and is_prose:
        remarks.append(f"there may be a note mark in “…{_around(block.text, marks[0])}…”")
    return replace(block, remarks=tuple(remarks)) if remarks else block


def _around(text: str, match: re.Match[str]) -> str:
    """Return some whole words around a match."""
    before = text[max(match.start() - 48, 0) : match.start()]
    after = text[match.end() : match.end() + 28]
    before = before.partition(" ")[2] if match.start() > 48 else before
    after = after.rpartition(" ")[0] if len(after) == 28 else after
    return f"{before}{match[0]}{after}".strip()


def _with_parts_apart(blocks: Sequence[OriginalBlock], spoken: str) -> list[OriginalBlock]:
    """Return blocks with headings, table titles and legal sentences as blocks of their own."""
    blocks = with_run_in_headings(with_sections_of_lines(blocks))
    blocks = with_part_headings(blocks, spoken)
    return with_legal_beginnings_apart(with_table_captions(blocks))


def _merged(blocks: Sequence[OriginalBlock]) -> list[OriginalBlock]:
    """Join images with their captions, and pieces of code that were next to each other."""
    merged: list[OriginalBlock] = []
    for block in blocks:
        last = merged[-1] if merged else None
        if last and block.kind == last.kind == "script":
            merged[-1] = replace(last, residues=(*last.residues, *block.residues))
        elif last and block.kind == last.kind == "image" and _are_one(last, block):
            image, caption = (last, block) if last.target else (block, last)
            merged[-1] = replace(with_caption(image, caption), line=last.line)
        else:
            merged.append(block)
    return merged


def _are_one(one: OriginalBlock, other: OriginalBlock) -> bool:
    """Return whether one of two images is the caption of the other, which has none yet."""
    return not (one.target and other.target) and not (one.caption and other.caption)


def _with_code_as_words(block: OriginalBlock, residues: Sequence[Residue]) -> OriginalBlock:
    """Return a block with its code as ordinary words."""
    if block.kind == "script":
        lines = [escaped_line(escaped(spaced(residue.source))) for residue in block.residues]
        return replace(block, kind="paragraph", markdown="\n\n".join(lines))
    code = {str(n): escaped(spaced(residue.source)) for n, residue in enumerate(residues)}
    return replace(block, markdown=TOKEN.sub(lambda m: code.get(m[1], ""), block.markdown))


def _is_about_page(text: str) -> bool:
    if is_labelled_sentence(text):
        return False
    return len(text) < 500 and _about_page().fullmatch(" ".join(text.split())) is not None


@functools.cache
def _about_page() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in knowledge("furniture")["about"]), re.I)
