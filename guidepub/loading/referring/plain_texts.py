"""Checks of texts outside of prose: plain texts, and labels, which may refer to nothing."""

from __future__ import annotations

from collections.abc import Iterator

from guidepub.findings import Finding, Severity
from guidepub.loading.formats.documents import Document
from guidepub.markdown import mark_in, references_in
from guidepub.model import Catalog, Guide, is_education
from guidepub.model.validation.annotated import Path_


def text_findings(guide: Guide, document: Document) -> Iterator[Finding]:
    """Yield the marks in a guide's plain texts, and what its labels refer to (D039)."""
    for path, text in _plain(guide):
        if text and (mark := mark_in(text)) is not None:
            written, column = mark
            message = f"This text is plain: “{written}” would be printed literally."
            remedy = "Write it without markup; quotation marks and dashes are set automatically."
            place = document.place_in(path, 1, column)
            yield Finding(place, "D039", message, remedy, Severity.WARNING)
    for key, fact in guide.facts.items():
        if fact.label:
            yield from _label(fact.label, ("facts", key, "label"), document)


def note_findings(catalog: Catalog, document: Document) -> Iterator[Finding]:
    """Yield the references other than web links in notes of a catalogue's data tables (D039)."""
    for name, table in catalog.data.items():
        if isinstance(table.note, str):
            yield from _label(table.note, ("data", name, "note"), document, links=True)
        for language, text in table.note.items() if not isinstance(table.note, str | None) else ():
            yield from _label(text, ("data", name, "note", language), document, links=True)


def _label(text: str, path: Path_, document: Document, links: bool = False) -> Iterator[Finding]:
    for mark in references_in(text, links):
        message = f"This text cannot hold {mark}, which would be lost."
        remedy = "Write it in the prose instead."
        yield Finding(document.place(path), "D039", message, remedy)


def _plain(guide: Guide) -> Iterator[tuple[Path_, str | None]]:
    for key in ("title", "subtitle", "short_title", "description"):
        yield (key,), getattr(guide, key)
    if guide.cover is not None:
        yield ("cover", "alt"), guide.cover.alt
        yield ("cover", "credit"), guide.cover.credit
    if guide.occupation is not None:
        yield ("occupation", "title"), guide.occupation.title
    for number, person in enumerate(guide.authors):
        yield ("authors", number, "name"), person.name
    for name, source in guide.sources.items():
        for key in ("title", "publisher", "within"):
            yield ("sources", name, key), getattr(source, key)
    for name, fact in guide.facts.items():
        if isinstance(fact.value, str) and not is_education(name):
            yield ("facts", name, "value"), fact.value
