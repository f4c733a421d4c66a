"""Checks of a guide's references against the definitions in it and in its catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from urllib.parse import unquote

from guidepub.findings import Finding, InputError, Place, Severity, capped, did_you_mean
from guidepub.loading.beside.glossaries import glossary_findings
from guidepub.loading.formats.documents import Document, placeless
from guidepub.loading.guides.texts import prose_of
from guidepub.loading.pictures.images import check_image, find_image
from guidepub.loading.referring.career import (
    career_drawings,
    interest_findings,
    jobs_findings,
    ladder_findings,
)
from guidepub.loading.referring.fact_values import value_findings
from guidepub.loading.referring.indexed import index_findings
from guidepub.loading.referring.isbns import range_findings
from guidepub.loading.referring.named_notices import notice_findings
from guidepub.loading.referring.named_themes import theme_findings
from guidepub.loading.referring.places import (
    bare_headings,
    guide_places,
    list_faults,
    other_faults,
    place_faults,
    reference_faults,
    several_headings,
    suggestion,
)
from guidepub.loading.referring.placing import placing_faults
from guidepub.loading.referring.plain_texts import text_findings
from guidepub.loading.referring.products import guide_product_findings
from guidepub.loading.referring.tabled import TableChecker
from guidepub.loading.referring.wages import wage_findings
from guidepub.markdown import (
    COMMENT,
    NOWHERE,
    OTHER_GUIDE,
    PERCENTAGES,
    ROLES,
    TABLE_DRAWINGS,
    Directive,
    Origin,
    Reference,
    references,
)
from guidepub.model import Catalog, Guide
from guidepub.model.guides.sections import COUNTED
from guidepub.words.languages import primary_language
from guidepub.words.typography import AS_WRITTEN

# Names of citation roles in other programs and languages.
_CITING = re.compile(r"(?:cit|cyt|zit|paren?cite|foot?cite)[a-zéñ:]{0,12}$", re.IGNORECASE)
# Targets of links that lead nowhere, and how each is meant.
_LINKS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"[\"'“”„«](https?://.*?)[\"'“”»]?$"), "Delete the quotation marks: {}"),
    (re.compile(r"(?:h?t{1,3}ps?|https?):?/{1,2}([^/].*)"), "Write https://{}"),
    (re.compile(r"([\w.+-]+@[\w-]+(?:\.[\w-]+)+)$"), "Write mailto:{}"),
    (re.compile(r"((?!/)[^:]*\.(?:png|jpe?g|gif|webp|svg))$", re.I), "Put a ! before a picture: ![What it shows]({})."),
    (re.compile(r"(?:[^:]*/)?([a-z0-9-]+)\.(?:md|markdown|html?)(?:#.*)?$"), "Name another guide by its slug: {{guide}}`{}`."),
    (re.compile(r"((?:[a-z0-9-]+\.)+[a-z]{2,24}(?:[/?#].*)?)$", re.I), "Write https://{}"),
)  # fmt: skip


def guide_findings(
    guide: Guide, catalog: Catalog, document: Document | None = None
) -> list[Finding]:
    """Return all that is wrong between a guide's parts, and between it and its catalogue.

    `document` has the places of a guide that came from a file.
    """
    checker = _Checker(guide, catalog, document or placeless(guide))
    parts = (
        checker.front_matter(),
        value_findings(guide, checker.document),
        range_findings(guide, checker.document),
        text_findings(guide, checker.document),
        checker.section_rules(),
        checker.prose(),
    )
    return capped(chain(*parts, notice_findings(guide, catalog, checker.document)))


def _marks_of_members(volume: Guide) -> Iterator[tuple[Reference, Place]]:
    """Yield the marks of a volume's guides for its index and its glossary."""
    for member in volume.members:
        for text in prose_of(member, AS_WRITTEN):
            for reference in references(text):
                if reference.kind in ("index", "term"):
                    yield reference, Place(member.known_by)


class _Checker:
    def __init__(self, guide: Guide, catalog: Catalog, document: Document) -> None:
        self.guide, self.catalog, self.document = guide, catalog, document
        self.section_ids = catalog.sections.ids_of(guide)
        self.known_sections = frozenset(self.section_ids)
        self.places = NOWHERE
        # A file that many references name is looked at once.
        self.images: dict[str, tuple[Finding, ...]] = {}
        self.tables = TableChecker(guide, catalog)

    def front_matter(self) -> Iterator[Finding]:
        guide, place = self.guide, self.document.place
        for key, fact in guide.facts.items():
            if fact.source is not None and fact.source not in guide.sources:
                yield self._unknown("source", fact.source, place(("facts", key, "source")))
        for index, key in enumerate(guide.at_a_glance or ()):
            if key not in guide.facts:
                yield self._unknown("fact", key, place(("at_a_glance", index)))
        if not self.catalog.speaks(guide.language):
            remedy = (
                f"Choose from: {', '.join(sorted(self.catalog.languages))}. The catalogue can bring "
                f"its own in phrases/{primary_language(guide.language)}.toml."
            )
            message = f"guidepub has no phrases in “{guide.language}” yet."
            yield Finding(place(("language",)), "C005", message, remedy)
        if guide.cover is not None:
            for finding in self._image_faults(guide.cover.image):
                yield replace(finding, place=place(("cover",)))
        known = [imprint.id for imprint in self.catalog.all_imprints]
        if guide.imprint is not None and guide.imprint not in known:
            message = f"The imprint “{guide.imprint}” is unknown."
            yield Finding(place(("imprint",)), "C002", message, did_you_mean(guide.imprint, known))
        clusters = self.catalog.all_clusters()
        if guide.cluster is not None and guide.cluster not in clusters:
            message = f"The cluster “{guide.cluster}” is unknown."
            remedy = did_you_mean(guide.cluster, clusters)
            yield Finding(place(("cluster",)), "C010", message, remedy)
        if guide.theme is not None:
            yield from theme_findings(guide.theme, place(("theme",)), self.catalog.root)
        yield from guide_product_findings(guide, self.catalog, self.document)

    def section_rules(self) -> Iterator[Finding]:
        rules = self.catalog.sections
        seen: dict[str, str] = {}
        for index, section in enumerate(self.guide.sections):
            section_id = self.section_ids[index]
            place = self.document.place(("sections", index))
            if section_id in seen:
                message = f"“{section.title}” is the same section as “{seen[section_id]}”."
                remedy = "Join the two." if section.kind in COUNTED else "Give it another title."
                yield Finding(place, "D021", message, remedy)
            seen.setdefault(section_id, section.title)
            # A remark is for editors; no book prints it.
            if section.kind != "part" and not COMMENT.sub("", section.body).strip():
                message = f"The section “{section.title}” has no text."
                yield Finding(place, "D024", message, "Write it or remove its heading.")
        counted = frozenset(self._counted().values())
        # The sections that a guide needs are in each guide of a volume.
        for section_id in () if self.guide.is_volume else rules.required:
            titles = rules.titles.get(section_id, (section_id,))
            # A directive that is not closed takes in the headings after it, and is reported.
            if section_id not in counted and not any(map(self._is_taken_in, titles)):
                yield self._missing_section(section_id, titles)
        yield from self._order()
        yield from placing_faults(self.guide, self.document)

    def _counted(self) -> dict[int, str]:
        """Return the ids of what the catalogue may have rules for, by the numbers of sections."""
        kinds = self.guide.kinds
        return {n: own for n, own in enumerate(self.section_ids) if kinds[n] in COUNTED}

    def _is_taken_in(self, title: str) -> bool:
        heading = re.compile(rf"^# +{re.escape(title)}[ \t]*$", re.M | re.I)
        return any(heading.search(section.body) for section in self.guide.sections)

    def _missing_section(self, section_id: str, titles: Sequence[str]) -> Finding:
        """Return the finding, at a heading that comes near to one of the titles if there is any."""
        place = self.document.place()
        message = f"The required section “{section_id}” is missing."
        remedy = f"Its heading may be: {', '.join(titles)}."
        known = {
            title.casefold() for each in self.catalog.sections.titles.values() for title in each
        }
        for index, section in enumerate(self.guide.sections):
            if section.title.casefold() in known:
                continue
            meant = did_you_mean(section.title, titles)
            if meant.startswith("Did"):
                place = self.document.place(("sections", index))
                message = f"{message[:-1]}, unless “{section.title}” is meant to be it."
                return Finding(place, "D020", message, meant)
        return Finding(place, "D020", message, remedy)

    def _order(self) -> Iterator[Finding]:
        rules = self.catalog.sections
        ranks = {section_id: rank for rank, section_id in enumerate(rules.order)}
        highest = -1
        seen: set[str] = set()
        for index, section_id in self._counted().items():
            rank = highest if section_id in seen else ranks.get(section_id, highest)
            seen.add(section_id)
            if rank < highest:
                title = self.guide.sections[index].title
                message = f"The section “{title}” comes later than in the catalogue’s order."
                remedy = f"The order is: {', '.join(rules.order)}."
                place = self.document.place(("sections", index))
                yield Finding(place, "D022", message, remedy, Severity.WARNING)
                return
            highest = rank

    def prose(self) -> Iterator[Finding]:
        known = self.catalog.speaks(self.guide.language)
        spoken = self.catalog.phrases_in(self.guide.language if known else "en")
        marks: list[tuple[Reference, Place]] = []
        # As it is set in the book, which need not read it again.
        texts = prose_of(self.guide, spoken.typography, in_file=True)
        self.places = guide_places(self.guide, self.catalog, self.section_ids, texts)
        for code, message_and_remedy, origin, line in place_faults(self.places):
            where = self._place_in(origin, line, 1) if origin else self.document.place()
            yield Finding(where, code, *message_and_remedy)
        for bare in bare_headings(self.places):
            message = "The heading has no words for the table of contents."
            where = self.document.place(("sections", bare.section))
            if bare.origin:
                where = self._place_in(bare.origin, bare.line, 1)
            yield Finding(where, "D024", message, "Add some, or delete its line.")
        for index, message_and_remedy in list_faults(self.guide, self.places):
            where = self.document.place(("lists", index))
            yield Finding(where, "D082", *message_and_remedy, Severity.WARNING)
        for text in texts:
            for part in filter(None, (text.title, text)):
                for finding in part.findings:
                    at = finding.place
                    where = self._place_in(part.origin, at.line, at.column)
                    yield replace(finding, place=where)
            for reference in references(text):
                where = self._place_in(reference.origin, reference.line, reference.column)
                yield from self._reference(reference, where)
                if reference.kind in ("index", "term"):
                    marks.append((reference, where))
        marks += _marks_of_members(self.guide)
        yield from index_findings(marks)
        yield from glossary_findings(marks, self.guide, self.catalog, self.document)

    def _place_in(self, origin: Origin, line: int, column: int) -> Place:
        """Return the place of a line, counted in the file, in a section's title or body."""
        _, index, part = origin
        first = self.guide.sections[int(index)].line if part == "body" else 1
        return self.document.place_in(origin, line - first + 1, column)

    def _reference(self, reference: Reference, place: Place) -> Iterator[Finding]:
        name = reference.name
        if reference.kind == "fact" and name not in self.guide.facts:
            yield self._unknown("fact", name, place)
        elif reference.kind == "source" and name not in self.guide.sources:
            yield self._unknown("source", name, place)
        elif reference.cross_reference is not None:
            for code, message, remedy in reference_faults(
                reference.cross_reference, self.places, self.guide
            ):
                yield Finding(place, code, message, remedy)
        elif reference.kind == "role":
            is_citing = _CITING.match(name) is not None
            known = did_you_mean(name, ["fact", "index", "term", *ROLES])
            remedy = "Write [@key] to cite a source." if is_citing else known
            yield Finding(place, "D032", f"The role “{name}” is unknown.", remedy)
        elif reference.kind == "footnote":
            message = f"The footnote “{name}” has no definition."
            if reference.alternative:
                message = f"Several sections define the footnote “{name}”, but not this one."
            remedy = f"Write “[^{name}]: …” below the paragraph, or once at the end of the file."
            yield Finding(place, "D034", message, remedy)
        elif reference.kind == "stray":
            message = f"“{name}” is not markup in this Markdown, and would be printed literally."
            remedy = f"{reference.alternative} Write literal characters after a \\."
            yield Finding(place, "D036", message, remedy, Severity.WARNING)
        elif reference.kind == "link":
            yield from self._link(name, bool(reference.alternative), place)
        elif reference.kind == "image":
            yield from self._image(reference, place)
        elif reference.kind in ("table", "file"):
            yield from self.tables.named(reference, place)
        elif reference.directive is not None:
            yield from self._directive(reference.directive, place)

    def _directive(self, directive: Directive, place: Place) -> Iterator[Finding]:
        if directive.name in ("chart", "ladder", *TABLE_DRAWINGS, *PERCENTAGES):
            yield from self.tables.chart(directive, place)
        if directive.name == "ladder":
            yield from ladder_findings(directive, self.guide, place)
        elif directive.name == "table":
            for found in self.tables.printed(directive.options, place):
                yield _at_option(found, directive, place)
        elif directive.name == "programs":
            yield from self.tables.programs(directive.options, place)
        elif directive.name == "wages":
            yield from wage_findings(directive, self.guide, place)
        elif directive.name in ("jobs", "openings"):
            yield from jobs_findings(directive, self.guide, place)
        elif directive.name == "interests":
            yield from interest_findings(directive, self.guide, place)
        elif directive.name == "figures":
            drawings = career_drawings(directive, self.guide)
            for drawing in drawings:
                yield from self._directive(drawing, place)
            if not drawings:
                message = "The guide lacks the facts for all figures, so nothing is printed."
                remedy = (
                    "Add facts such as wage_p10, median_wage and wage_p90, or delete the directive."
                )
                yield Finding(place, "D033", message, remedy, Severity.WARNING)

    def _link(self, target: str, is_unseen: bool, place: Place) -> Iterator[Finding]:
        if is_unseen:
            message = f"The link to “{target[:80]}” has no words, and would be invisible."
            yield Finding(place, "D035", message, "Name what is there: [the Handbook](…).")
        if target.startswith("#"):
            if target[1:] not in self.known_sections:
                yield from self._link_inside(unquote(target[1:]), place)
        elif target.startswith(OTHER_GUIDE):
            for message_and_remedy in other_faults(
                unquote(target.removeprefix(OTHER_GUIDE)), self.guide
            ):
                yield Finding(place, *message_and_remedy)
        elif not target.startswith(("https://", "http://", "mailto:", "tel:")):
            shown = unquote(target)[:80]
            message = f"The link “{shown}” leads out of the book."
            yield Finding(place, "D035", message, self._right_link(shown))

    def _right_link(self, target: str) -> str:
        """Return the likely meaning of a link that leads nowhere."""
        if target.casefold() in self.known_sections:
            return f"Write #{target.casefold()}."
        for pattern, remedy in _LINKS:
            if match := pattern.match(target):
                return remedy.format(*match.groups())
        return "Link to a section (#overview) or to the web (https://…)."

    def _link_inside(self, target: str, place: Place) -> Iterator[Finding]:
        if self.places.is_ambiguous(target):
            yield Finding(place, "D082", *several_headings(target))
        elif self.places.find(target) is None:
            message = f"The link “#{target}” does not match any section, heading or label."
            yield Finding(place, "D035", message, suggestion(target, self.places))

    def _image(self, reference: Reference, place: Place) -> Iterator[Finding]:
        if not reference.alternative.strip():
            message = f"The image “{reference.name}” has no text alternative."
            yield Finding(place, "D043", message, "Describe what it shows in a sentence: ![…](…).")
        if reference.name not in self.images:
            self.images[reference.name] = tuple(self._image_faults(reference.name))
        for finding in self.images[reference.name]:
            yield replace(finding, place=place)

    def _image_faults(self, name: str) -> Iterator[Finding]:
        # Without a file or a catalogue's folder, images are looked for where the program runs.
        folder = self.guide.folder or self.catalog.root or Path()
        root = self.catalog.root or folder
        try:
            check_image(find_image(name, folder, root, self.catalog.pictures))
        except InputError as error:
            yield from error.findings

    def _unknown(self, kind: str, name: str, place: Place) -> Finding:
        known = self.guide.facts if kind == "fact" else self.guide.sources
        code = "D030" if kind == "fact" else "D031"
        remedy = did_you_mean(name, known) or f"Define it in the front matter under “{kind}s”."
        return Finding(place, code, f"The {kind} “{name}” is not defined.", remedy)


# Values of options that name columns otherwise than they should, and what helps.
_LISTING = {
    "columns": (re.compile(r"[^|]*,[^|]*$"), "Write | between columns."),
    "order": (
        re.compile(r".* (?!(?:rising|falling)$)\S+$"),
        "Write rising or falling after one column.",
    ),
}


def _option_of_column(message: str, directive: Directive) -> str:
    """Return the option with the column that a table lacks, or ""."""
    asked = re.search(r"has no column “(.+)”\.$", message)
    options = directive.options.items()
    return next((name for name, value in options if asked and asked[1] in value), "")


def _at_option(found: Finding, directive: Directive, place: Place) -> Finding:
    """Return a finding on a directive at the line of the option that its remedy names."""
    named = re.search(r":(\w+):", found.remedy)
    name = named[1] if named else _option_of_column(found.message, directive)
    line = directive.option_lines.get(name)
    if line is None or found.place != place:
        return found
    pattern, remedy = _LISTING.get(name, (None, ""))
    if not named and pattern is not None and pattern.match(directive.options[name]):
        found = replace(found, remedy=remedy)
    return replace(found, place=replace(place, line=place.line + line - directive.line, column=1))
