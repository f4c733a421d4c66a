"""Compares copyright lines and disclaimers of a text with the wording in the register.

A book has such words only from its catalogue's notices, so they are always left out. Differences
from the register are reported.
"""

from __future__ import annotations

import difflib
import re
import string
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from guidepub.findings import Finding, Place, Severity
from guidepub.importing.headings.known import plain_heading
from guidepub.importing.originals.escaping import escaped, escaped_line, spaced
from guidepub.importing.originals.original import OriginalBlock
from guidepub.model import Notice
from guidepub.text.punctuation.sentences import sentences
from guidepub.text.residue.legal import (
    begins_as_prose,
    copyright_years,
    end_of_legal_beginning,
    has_copyright_line,
    is_about_copyright,
    is_imprint_line,
    is_legal_heading,
    is_legal_matter,
    sentences_of_foot,
)
from guidepub.words.languages import primary_language

# The lowest similarity of two wordings of a notice.
_ALIKE = 0.6
_LONGEST = 3000
# A copyright line is a paragraph by itself; a longer paragraph has other text.
_LONGEST_LINE = 400
_LONGEST_TITLE = 100
# The year may follow the owner: “© Trade Press, 2016”.
_YEAR_OF_OWNER = re.compile(r"(?:©|\(c\)|\bcopyright\b)[^\d\n]{1,80}?\b((?:19|20)\d\d)\b", re.I)
# A paragraph that is all in italics, or begins with a star.
_APART = re.compile(r"(?:\*[^*].*[^*]\*|_.*_|\\?\*.*)", re.DOTALL)
# How many paragraphs are the end of a text.
_LAST = 4
# A longer page footer has other text.
_FOOT = 600


@dataclass(frozen=True, slots=True)
class Matter:
    """The legal matter of a text: its blocks, and the first year in its copyright line."""

    blocks: tuple[OriginalBlock, ...]
    year: int | None


def notice_titles(notices: Sequence[Notice]) -> frozenset[str]:
    """Return the titles of a register's notices in all languages, in the form of `plain_heading`."""
    return frozenset(plain_heading(notice.title) for notice in notices if notice.title)


def is_above_legal_matter(block: OriginalBlock, titles: Container[str]) -> bool:
    """Return whether a heading, or a line by itself, is above legal matter.

    `titles` are the titles of the register's notices (`notice_titles`).
    """
    if block.kind not in ("heading", "paragraph") or len(block.text) > _LONGEST_TITLE:
        return False
    plain = plain_heading(block.text)
    return plain in titles or is_legal_heading(plain)


def with_legal_beginnings_apart(blocks: Sequence[OriginalBlock]) -> list[OriginalBlock]:
    """Return blocks with legal sentences at the beginning of the last ones moved after their prose.

    The prose would be left out with the legal matter otherwise. Blocks with any markup are not
    split.
    """
    found = list(blocks)
    last = [n for n, block in enumerate(found) if block.kind == "paragraph"][-_LAST:]
    for number in reversed(last):
        block = found[number]
        text = block.text[:_LONGEST]
        cut = end_of_legal_beginning(text) if block.markdown == _plain(block.text) else 0
        if cut and len(block.text) <= _LONGEST:
            prose, law = text[cut:].strip(), text[:cut].strip()
            parted = (replace(block, text=each, markdown=_plain(each)) for each in (prose, law))
            found[number : number + 1] = parted
    return found


def _plain(text: str) -> str:
    return escaped_line(escaped(text))


def legal_matter(blocks: Sequence[OriginalBlock], titles: Container[str] = ()) -> Matter:
    """Return the blocks at a text's beginning and end that are legal matter.

    A heading such as “Disclaimer”, or one of `titles`, includes the blocks below it, up to the
    next heading.
    """
    found: dict[int, OriginalBlock] = {}
    for index, block in enumerate(blocks):
        if is_above_legal_matter(block, titles):
            for below in range(index, len(blocks)):
                if below > index and blocks[below].kind == "heading":
                    break
                found[below] = blocks[below]
    for index, block in enumerate(blocks):
        is_line = block.kind in ("paragraph", "heading") and len(block.text) < _LONGEST_LINE
        if index not in found and is_line and has_copyright_line(block.text):
            found |= {} if begins_as_prose(block.text) else {index: block}
    found |= _at_end(blocks, found)
    matter = tuple(found[index] for index in sorted(found))
    years = [line.first for block in matter for line in copyright_years(block.text[:_LONGEST])]
    if not years:
        owned = (_YEAR_OF_OWNER.search(block.text[:_LONGEST]) for block in matter)
        years = [int(found[1]) for found in owned if found]
    return Matter(matter, min(years, default=None))


def _at_end(blocks: Sequence[OriginalBlock], found: Container[int]) -> dict[int, OriginalBlock]:
    """Return the legal matter at the end of a text.

    A note on the text and its data counts only below other legal matter, or if it is set apart.
    """
    legal: dict[int, OriginalBlock] = {}
    likely: dict[int, OriginalBlock] = {}
    for index in range(len(blocks) - 1, -1, -1):
        block = blocks[index]
        if index in found:
            legal |= likely
            likely = {}
        elif block.kind not in ("image", "script"):
            if _is_legal(block) or _is_note_on_itself(block):
                legal |= {index: block, **likely}
                likely = {}
            elif _is_about_text_itself(block) or _is_of_imprint(block):
                likely[index] = block
            else:
                break
    is_beside = bool(legal) or any(n in found for n in range(len(blocks)))
    sure = {n: b for n, b in likely.items() if _is_apart(b) or _is_of_imprint(b)}
    return legal | sure if is_beside else legal


def _is_of_imprint(block: OriginalBlock) -> bool:
    return block.kind == "paragraph" and is_imprint_line(block.text)


def _is_about_text_itself(block: OriginalBlock) -> bool:
    saying, counted = sentences_of_foot(block.text) if block.kind == "paragraph" else (0, 0)
    return saying > 0 and (saying == counted or (_is_apart(block) and 2 * saying >= counted))


def _is_note_on_itself(block: OriginalBlock) -> bool:
    """Return whether a paragraph that is set apart has two statements on the text or its data."""
    saying, counted = sentences_of_foot(block.text) if _is_apart(block) else (0, 0)
    return saying > 1 and 2 * saying >= counted


def _is_apart(block: OriginalBlock) -> bool:
    return block.kind == "paragraph" and bool(_APART.fullmatch(block.markdown[:_LONGEST]))


def is_legal(text: str) -> bool:
    """Return whether words outside a text, such as in a page's footer, are legal matter."""
    return len(text) < _FOOT and _is_legal(OriginalBlock("paragraph", text, ""))


def legal_findings(
    matter: Matter, notices: Sequence[Notice], language: str, path: str
) -> list[Finding]:
    """Return findings on legal matter that differs from the register's wordings in its language.

    Under a title of the register it is compared with all languages if its own has none.
    """
    spoken = primary_language(language)
    titles = notice_titles(notices)
    own = [n for n in notices if primary_language(n.language) == spoken]
    if not own and any(plain_heading(block.text) in titles for block in matter.blocks):
        own = list(notices)
    findings = []
    for block in matter.blocks:
        if block.kind != "heading" and not is_above_legal_matter(block, titles):
            message, remedy, code = _compared(block.text[:_LONGEST], own)
            if code:
                place = Place(path, block.line)
                findings.append(Finding(place, code, message, remedy, Severity.WARNING))
    return findings


def _compared(text: str, notices: Sequence[Notice]) -> tuple[str, str, str]:
    shown = f"“{text[:60]}…”" if len(text) > 60 else f"“{text}”"
    if not notices:
        message = (
            f"The legal text {shown} was left out, and the catalogue has no notices to replace it."
        )
        return message, "Add a notice to the catalogue; the report has the text.", "I042"
    kind = "copyright" if is_about_copyright(text) else ""
    likeness = [(_likeness(text, notice, kind), notice) for notice in notices]
    best, notice = max(likeness, key=lambda pair: (pair[0], pair[1].version))
    name = f"version {notice.version} of the notice “{notice.id}”"
    if best >= 1 and notice.status == "approved":
        return "", "", ""
    if best >= _ALIKE and notice.status != "approved":
        message = f"The legal text {shown} has the wording of {notice.status} {name}."
        return message, "The book will have the approved wording.", "I041"
    if best >= _ALIKE:
        message = f"The legal text {shown} differs from {name}."
        return message, "The book will have the register’s wording.", "I040"
    message = f"The legal text {shown} does not match any notice in the register."
    return message, "The book will have the register’s notices; the report has the text.", "I040"


def _likeness(text: str, notice: Notice, kind: str) -> float:
    """Return the proportion of a notice's sentences that a text has nearly word for word, 0 to 1."""
    wanted = _sentences(_without_placeholders(notice.text))
    held = _sentences(text)
    if wanted == held:
        return 1.0
    near = sum(
        any(difflib.SequenceMatcher(None, one, other).ratio() > 0.75 for other in held[:12])
        for one in wanted[:12]
    )
    share = 0.99 * near / max(len(wanted[:12]), 1)
    return max(share, 0.1) if kind and kind in notice.id else share


def _sentences(text: str) -> list[str]:
    plain = spaced(text).replace("’", "'")
    parts = [
        re.sub(r"[^\w' ]", "", plain[start:end].casefold()).strip()
        for start, end in sentences(plain)
    ]
    return [part[:300] for part in parts if len(part) > 3]


def _without_placeholders(text: str) -> str:
    return "".join(literal for literal, *_ in string.Formatter().parse(text))


def _is_legal(block: OriginalBlock) -> bool:
    if block.kind not in ("paragraph", "quote", "list") or len(block.text) > _LONGEST:
        return False
    return is_legal_matter(block.text) and not begins_as_prose(block.text)
