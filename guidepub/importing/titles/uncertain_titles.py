"""Chooses the title of a text that names no occupation: metadata, a heading, a line, or its file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from guidepub.importing.headings.capitals import recased_heading
from guidepub.importing.headings.known import guide_title, known_section, names_its_subject
from guidepub.importing.headings.title_names import without_ornaments
from guidepub.importing.matter.site_matter import mail_head
from guidepub.importing.originals.ledger import ImportLog
from guidepub.importing.originals.original import OriginalBlock
from guidepub.text.residue.site_chrome import is_chrome

# The most words of an unmarked title.
_TITLE_WORDS = 6


def titled_by_metadata(
    blocks: list[OriginalBlock], given: str, language: str, ledger: ImportLog
) -> tuple[str, list[OriginalBlock]]:
    """Return the title of a text, `given` in its metadata or else its file's name, and the other blocks."""
    title, blocks = _without_title(blocks, given, language, ledger)
    title = without_ornaments(title)
    if not re.search(r"[^\W\d_]", title):
        stem = Path(ledger.path).stem.replace("-", " ").replace("_", " ")
        title = guide_title(stem) or "Untitled"
        title = title[0].upper() + title[1:]
        message = f"The text has no title; the name of its file, “{title}”, was used."
        ledger.report("I010", message, "Give it one.")
    return title, blocks


def _is_bare(blocks: Sequence[OriginalBlock], first: OriginalBlock) -> bool:
    """Return whether a heading that names no section has another one directly below it."""
    following = blocks[blocks.index(first) + 1 :][:1]
    heads = bool(following) and following[0].kind == "heading"
    return heads and not known_section(first.text)


def _is_title_line(blocks: Sequence[OriginalBlock], first: OriginalBlock | None) -> bool:
    """Return whether a text begins with a line of a few words, and a section follows."""
    if first is None or first.kind != "paragraph" or len(first.text.split()) > _TITLE_WORDS:
        return False
    following = blocks[blocks.index(first) + 1 :][:1]
    heads = bool(following) and following[0].kind == "heading"
    if not heads or not known_section(following[0].text):
        return False
    return (
        re.search(r"[^\W\d_]{3}", first.text) is not None
        and re.search(r"[.!?,;:…]$|\n", first.text) is None
    )


def _is_above_all(blocks: Sequence[OriginalBlock], first: OriginalBlock) -> bool:
    """Return whether a heading that names no section is of a higher level than all others."""
    others = [block.level for block in blocks if block.kind == "heading" and block is not first]
    return bool(others) and min(others) > first.level and not known_section(first.text)


def _without_title(
    blocks: list[OriginalBlock], given: str, language: str, ledger: ImportLog
) -> tuple[str, list[OriginalBlock]]:
    """Return the title, from a heading or the metadata, and the other blocks."""
    title = recased_heading(guide_title(given[:300]), language)
    mail = mail_head(blocks)
    shown = (b for b in blocks if b.kind not in ("image", "script") and b not in mail)
    first = next((block for block in shown if not is_chrome(block.text)), None)
    if not title and first is not None and first.kind == "heading":
        is_above = _is_above_all(blocks, first) or _is_bare(blocks, first)
        if is_above or names_its_subject(first.text):
            title = recased_heading(guide_title(first.text), language)
        if title and not is_above:
            message = f"The text has no title; its first heading, “{title}”, was used."
            ledger.report("I010", message, "Check whether it is right for the guide.", first.line)
    if not title and _is_title_line(blocks, first):
        assert first is not None
        title = recased_heading(guide_title(first.text), language)
        message = f"The text has no title; its first line, “{title}”, was used."
        ledger.report("I010", message, "Check whether it is right for the guide.", first.line)
        ledger.record([first], "title")
        blocks = [block for block in blocks if block is not first]
    gone = [
        block
        for block in blocks
        if block.kind == "heading"
        and guide_title(block.text).casefold() == title.casefold()
        and (block.level <= 1 or block is first)
    ][:2]
    ledger.record(gone, "title")
    return title, [block for block in blocks if block not in gone]
