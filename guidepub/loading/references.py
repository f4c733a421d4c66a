"""What a guide refers to, held against what the guide and its catalogue define."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from guidepub.findings import Finding, InputError, Place, Severity, did_you_mean
from guidepub.loading.documents import Document
from guidepub.loading.images import find_image, media_type
from guidepub.markdown import Prose, Reference, parse, references
from guidepub.model import Catalog, Guide
from guidepub.phrases import languages, phrases
from guidepub.tables import read_table


def guide_findings(
    guide: Guide, catalog: Catalog, document: Document | None = None
) -> list[Finding]:
    """Return all that is wrong between a guide's parts, and between it and its catalogue.

    `document` tells the places of a guide that came from a file.
    """
    checker = _Checker(guide, catalog, document or Document(guide.origin or Path()))
    return [*checker.front_matter(), *checker.section_rules(), *checker.prose()]


class _Checker:
    def __init__(self, guide: Guide, catalog: Catalog, document: Document) -> None:
        self.guide, self.catalog, self.document = guide, catalog, document
        self.path = str(guide.origin or "")
        self.section_ids = catalog.sections.ids_of(guide)

    def front_matter(self) -> Iterator[Finding]:
        guide, place = self.guide, self.document.place
        for key, fact in guide.facts.items():
            if fact.source is not None and fact.source not in guide.sources:
                yield self._unknown("source", fact.source, place(("facts", key, "source")))
        for index, key in enumerate(guide.at_a_glance or ()):
            if key not in guide.facts:
                yield self._unknown("fact", key, place(("at_a_glance", index)))
        if guide.language.partition("-")[0].lower() not in languages():
            remedy = f"Known here: {', '.join(sorted(languages()))}."
            message = f"guidepub has no phrases in “{guide.language}” yet."
            yield Finding(place(("language",)), "C005", message, remedy)
        known = [imprint.id for imprint in (self.catalog.imprint, *self.catalog.imprints)]
        if guide.imprint is not None and guide.imprint not in known:
            message = f"The imprint “{guide.imprint}” is unknown."
            yield Finding(place(("imprint",)), "C002", message, did_you_mean(guide.imprint, known))

    def section_rules(self) -> Iterator[Finding]:
        rules = self.catalog.sections
        seen: dict[str, str] = {}
        for index, section in enumerate(self.guide.sections):
            section_id = self.section_ids[index]
            place = self.document.place(("sections", index))
            if section_id in seen:
                message = f"“{section.title}” is the same section as “{seen[section_id]}”."
                yield Finding(place, "D021", message, "Join the two.")
            seen.setdefault(section_id, section.title)
            if not section.body.strip():
                message = f"The section “{section.title}” has no text."
                yield Finding(place, "D024", message, "Write it or remove its heading.")
        for section_id in rules.required:
            if section_id not in seen:
                titles = rules.titles.get(section_id, (section_id,))
                message = f"The required section “{section_id}” is missing."
                remedy = f"Its heading may be: {', '.join(titles)}."
                yield Finding(Place(self.path, 1, 1), "D020", message, remedy)
        ordered = [section_id for section_id in seen if section_id in rules.order]
        if ordered != sorted(ordered, key=rules.order.index):
            message = "The sections stand in another order than the catalogue asks for."
            remedy = f"The order is: {', '.join(rules.order)}."
            place = self.document.place(("sections", 0))
            yield Finding(place, "D022", message, remedy, Severity.WARNING)

    def prose(self) -> Iterator[Finding]:
        quotes: tuple[str, ...] = ("“", "”", "‘", "’")
        if self.guide.language.partition("-")[0].lower() in languages():
            quotes = phrases(self.guide.language).quotes
        for section in self.guide.sections:
            text: Prose = parse(section.body, quotes, section.line)
            for finding in text.findings:
                yield replace(finding, place=replace(finding.place, path=self.path))
            for reference in references(text):
                yield from self._reference(reference)

    def _reference(self, reference: Reference) -> Iterator[Finding]:
        place = Place(self.path, reference.line, reference.column)
        name = reference.name
        if reference.kind == "fact" and name not in self.guide.facts:
            yield self._unknown("fact", name, place)
        elif reference.kind == "source" and name not in self.guide.sources:
            yield self._unknown("source", name, place)
        elif reference.kind == "role":
            remedy = did_you_mean(name, ["fact"])
            yield Finding(place, "D032", f"The role “{name}” is unknown.", remedy)
        elif reference.kind == "footnote":
            message = f"The footnote “{name}” has no definition in its section."
            remedy = f"Write “[^{name}]: …” below the paragraph, in the same section."
            yield Finding(place, "D034", message, remedy)
        elif reference.kind == "link":
            yield from self._link(name, place)
        elif reference.kind == "image":
            yield from self._image(reference, place)
        elif reference.kind == "table":
            yield from self._table(reference, place)
        elif reference.directive is not None and reference.directive.name == "chart":
            yield from self._chart(reference, place)

    def _link(self, target: str, place: Place) -> Iterator[Finding]:
        if target.startswith("#"):
            if target[1:] not in self.section_ids:
                message = f"The link “{target}” leads to no section."
                yield Finding(place, "D035", message, did_you_mean(target[1:], self.section_ids))
        elif not target.startswith(("https://", "http://", "mailto:", "tel:")):
            message = f"The link “{target[:80]}” leads out of the book."
            remedy = "Link to a section (#overview) or to the web (https://…)."
            yield Finding(place, "D035", message, remedy)

    def _image(self, reference: Reference, place: Place) -> Iterator[Finding]:
        if not reference.alternative.strip():
            message = f"The image “{reference.name}” has no text alternative."
            yield Finding(place, "D043", message, "Say in a sentence what it shows: ![…](…).")
        if self.guide.origin is None and self.catalog.root is None:
            return
        folder = self.guide.origin.parent if self.guide.origin else self.catalog.root
        assert folder is not None
        try:
            media_type(find_image(reference.name, folder, self.catalog.root or folder))
        except InputError as error:
            for finding in error.findings:
                yield replace(finding, place=place)

    def _table(self, reference: Reference, place: Place) -> Iterator[Finding]:
        table = self.catalog.data.get(reference.name)
        if table is None:
            message = f"The catalogue has no data table “{reference.name}”."
            remedy = did_you_mean(reference.name, self.catalog.data) or "Name it under [data]."
            yield Finding(place, "C001", message, remedy)
            return
        try:
            table.note_in(self.guide.language)
        except KeyError:
            message = f"The note of the table “{reference.name}” is not in {self.guide.language}."
            yield Finding(place, "C005", message, "Add it in catalog.toml.")
        try:
            read_table(table, self.catalog.root)
        except InputError as error:
            yield from error.findings

    def _chart(self, reference: Reference, place: Place) -> Iterator[Finding]:
        assert reference.directive is not None
        options = reference.directive.options
        keys = [key.strip() for key in options.get("facts", "").split(",") if key.strip()]
        facts = [self.guide.facts[key] for key in keys if key in self.guide.facts]
        if any(isinstance(fact.value, str) for fact in facts):
            yield Finding(place, "D033", "A chart draws numbers only.")
        elif len({fact.unit for fact in facts}) > 1:
            units = ", ".join(sorted({str(fact.unit) for fact in facts}))
            yield Finding(place, "D033", f"A chart draws figures of one unit, not of {units}.")
        table = self.catalog.data.get(options.get("table", ""))
        if table is None:
            return
        try:
            rows = read_table(table, self.catalog.root)
        except InputError:
            return
        columns = list(rows[0]) if rows else []
        wanted = [
            options.get("label"),
            options.get("value"),
            options.get("where", "").partition("=")[0],
        ]
        for column in filter(None, wanted):
            if column.strip() not in columns:
                message = f"The table “{options['table']}” has no column “{column}”."
                yield Finding(place, "D033", message, did_you_mean(column, columns))

    def _unknown(self, what: str, name: str, place: Place) -> Finding:
        known = self.guide.facts if what == "fact" else self.guide.sources
        code = "D030" if what == "fact" else "D031"
        remedy = did_you_mean(name, known) or f"Define it in the front matter under “{what}s”."
        return Finding(place, code, f"The {what} “{name}” is not defined.", remedy)
