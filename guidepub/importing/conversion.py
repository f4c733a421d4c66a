"""Turns one text into a definition: reads, prepares, arranges and settles it, writes the result.

Nothing is lost silently: each block of the original has a `BlockPlacement` that says where it went.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from guidepub.findings import Finding, InputError, Place, errors_of
from guidepub.importing.arrangement import arrange
from guidepub.importing.bodies import body_of, marked_code
from guidepub.importing.definitions import definition_text
from guidepub.importing.figures.dollars import currency_of_dollar, main_currency
from guidepub.importing.figures.facts import Facts, FoundFact
from guidepub.importing.figures.prose_facts import ProseFacts
from guidepub.importing.figures.settling import settle
from guidepub.importing.front import front_matter
from guidepub.importing.headings.draft_sections import DraftSection
from guidepub.importing.matter.legal import is_legal
from guidepub.importing.originals.citations import Citations
from guidepub.importing.originals.crossrefs import resolved
from guidepub.importing.originals.escaping import escaped
from guidepub.importing.originals.foreign import ForeignText
from guidepub.importing.originals.glyphs import report_unprintable, without_icons
from guidepub.importing.originals.ledger import ImportLog
from guidepub.importing.originals.lost_words import lost_words, shown_words
from guidepub.importing.originals.original import BlockPlacement, Fate, Original
from guidepub.importing.originals.picture_files import PictureFolder, shown_pictures
from guidepub.importing.originals.remarks import remark
from guidepub.importing.originals.residues import restored
from guidepub.importing.originals.typed_notes import with_linked_notes
from guidepub.importing.pages.abbreviations import with_abbreviations
from guidepub.importing.preparation import Prepared, prepare
from guidepub.importing.reading import read_original
from guidepub.importing.stated_fields import with_stated_fields
from guidepub.importing.titles.other_names import other_names
from guidepub.loading import checked_definition
from guidepub.markdown import COMMENT
from guidepub.markdown.forms.cited import cited_keys
from guidepub.model import Catalog, Guide
from guidepub.text.naming.classification import groups_of
from guidepub.text.naming.occupations import names_of
from guidepub.text.readings.reserves import latest_year
from guidepub.words.characters import LONGEST_WORD, endless_word, printable
from guidepub.words.languages import primary_language

_CITED = re.compile(r"\[@([^\]]+)\]")
# A citation in Pandoc's form that was escaped as plain words.
_WRITTEN_CITATION = re.compile(r"\\\[((?:[^\[\]\\\n]|\\_){1,400})\]")
_MOST_LINKS = 20
# How many references or citations a finding names.
_MOST_REFERENCES = 5
_UNWRITTEN = "Write the section; no book is made until then."

Sections = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Imported:
    """The outcome for one text: its definition, its guide if it has no errors, and the report.

    `pictures` are the names of the pictures that the definition shows.
    """

    slug: str
    text: str
    guide: Guide | None
    passages: tuple[BlockPlacement, ...]
    facts: tuple[FoundFact, ...]
    findings: tuple[Finding, ...]
    pictures: tuple[str, ...] = ()


def convert(
    source: ForeignText,
    catalog: Catalog | None,
    untouched: bool = False,
    output: Path = Path(),
    pictures: PictureFolder | None = None,
) -> Imported:
    """Return the definition that a text becomes, for a catalogue if there is one.

    `output` is the folder that it is meant for; its files are read, but none is written.
    `untouched` leaves legal matter, code and figures as they are. The text's pictures are put
    into `pictures`; without it, each has a warning.

    Raises:
        InputError: the file cannot be read as a text.
    """
    # A catalogue without guides is false, like any empty mapping.
    known, catalog = catalog is not None, Catalog() if catalog is None else catalog
    ledger = ImportLog(printable(source.place))
    original, citations = _read(source, catalog.defaults.language, pictures)
    ledger.findings += original.findings
    prepared = prepare(original, catalog, untouched, ledger)
    prepared = replace(prepared, blocks=without_icons(prepared.blocks, catalog, ledger))
    report_unprintable(prepared.blocks, catalog, ledger)
    parts, findings = arrange(
        prepared.blocks, catalog.sections, prepared.language, source.place, prepared.spoken
    )
    ledger.findings += findings
    own = citations.own_source(prepared.title, original.visited, original.changed)
    facts = _facts_of(prepared, original, source.place)
    settling = ProseFacts(facts, citations, own, prepared.language, prepared.spoken)
    if not untouched:
        parts = settle(parts, settling, ledger, original.notes)
        ledger.findings += facts.findings
    tables = frozenset(catalog.data) if known else None
    page_word = catalog.phrases_in(prepared.language).filled("page", page="").strip()
    called = {part.heading.text: part.title for part in parts if part.heading}
    written = _sections(parts, original, own, tables, ledger)
    referring = resolved(written, re.escape(page_word), called)
    _report_references(referring.lost, ledger)
    sections = _with_known_works(referring.sections, catalog, ledger)
    head = front_matter(
        original, prepared, settling.tables.soc, facts.found, citations.sources, ledger.report
    )
    found = tuple(facts.found.values())
    sources = _sources(citations, sections, found, ledger)
    text = definition_text(head, found, sources, sections, printable(_origin(source)))
    slug = str(head["slug"])
    # The definition is read back as a build would read it, so that its faults are found now.
    guide, faults = checked_definition(output / f"{slug}.md", text, catalog)
    shown = () if pictures is None else tuple(shown_pictures(pictures.names, text))
    ledger.findings += _faults_reported(faults, shown, known, ledger.path)
    _report_links(citations, ledger)
    ledger.record(
        [block for block in prepared.blocks if not ledger.has_recorded(block)],
        "left out",
        note="no text is below it",
    )
    passages = _all_passages(original, ledger, text, referring.made)
    findings = [_with_line(finding, ledger.path, original.line) for finding in ledger.findings]
    return Imported(slug, text, guide, passages, found, tuple(findings), shown)


def _read(
    source: ForeignText, language: str, pictures: PictureFolder | None
) -> tuple[Original, Citations]:
    """Return a text as it was read, with its pictures copied, and its citations."""
    original, citations = read_original(source, language)
    original = with_stated_fields(with_linked_notes(original), language)
    _refuse_endless_words(original, source.place)
    return (original if pictures is None else pictures.with_files(original)), citations


def _facts_of(prepared: Prepared, original: Original, place: str) -> Facts:
    """Return the facts of a text before its figures are read: its occupation, and its currency."""
    words = " ".join(block.text for block in prepared.blocks)
    groups = groups_of(prepared.title) if primary_language(prepared.spoken) == "en" else ()
    names = names_of(prepared.title, *groups, language=prepared.spoken)
    names |= other_names(prepared.title, words)
    dollar = currency_of_dollar(words, prepared.spoken, original.language)
    latest = latest_year(block.text for block in original.blocks)
    paid_in = main_currency(words)
    return Facts(prepared.title, names, prepared.language, place, dollar, latest, paid_in)


def _faults_reported(
    faults: Sequence[Finding], shown: Sequence[str], known: bool, path: str
) -> Sequence[Finding]:
    """Return those faults of a definition that import reports.

    `shown` are the pictures that will be copied next to it, and `known` is whether there is a
    catalogue; without one nobody knows which tables exist. Sections without text are reported as
    findings on the original already.
    """
    others = {"D024"} if known else {"C001", "D024"}
    kept = [
        each for each in faults if each.code not in others and not _is_copied_picture(each, shown)
    ]
    return _placed_in_original(kept, path) if errors_of(kept) else kept


def _is_copied_picture(fault: Finding, pictures: Sequence[str]) -> bool:
    """Return whether a fault is a missing picture that will be copied next to the definition."""
    return fault.code == "D040" and any(f"“{name}”" in fault.message for name in pictures)


def _placed_in_original(faults: Sequence[Finding], path: str) -> list[Finding]:
    """Return the faults of a definition that is not written as faults of its original."""
    return [
        replace(
            fault, place=Place(path), message=f"Its definition cannot be built: {fault.message}"
        )
        for fault in faults
    ]


def _origin(source: ForeignText) -> str:
    """Return the name of the original for the comment at the top of a definition."""
    name = source.path.name
    return f"{name} ({source.part.key})" if source.part else name


def _with_line(finding: Finding, path: str, line: int) -> Finding:
    """Return a finding on a text that is one of several in its file, with the line it begins on."""
    is_whole = finding.place.path == path and not finding.place.line
    return replace(finding, place=Place(path, line)) if is_whole and line else finding


def _refuse_endless_words(original: Original, path: str) -> None:
    """Refuse a text with words too long for a definition, such as encoded pictures.

    Raises:
        InputError: a word is too long (D002); the place is its line in the original.
    """
    findings = [
        Finding(
            Place(path, block.line),
            "D002",
            f"The word “{word}…” has over {LONGEST_WORD:,} characters.",
            "Split it with spaces, or remove it.",
        )
        for block in original.blocks
        if (word := endless_word(block.text))
    ]
    if findings:
        raise InputError(findings)


def _sections(
    parts: Sequence[DraftSection],
    original: Original,
    own: str,
    tables: frozenset[str] | None,
    ledger: ImportLog,
) -> Sections:
    codes = {str(n): residue.source for n, residue in enumerate(original.residues)}
    notes = {label: marked_code(text, codes) for label, text in original.notes.items()}
    sections = []
    for part in parts:
        title = _title_line(part.title)
        title = title if part.kind == "section" else f"{title} {{.{part.kind}}}"
        if part.heading:
            same = part.title in (part.heading.text, escaped(part.heading.text))
            note = "" if same else f"now “{part.title}”"
            ledger.record([part.heading], "heading", title, note)
        if not part.blocks:
            ledger.stop("I013", f"The text has nothing for the section “{part.title}”.", _UNWRITTEN)
            sections.append((title, remark(f"the original has no section “{part.id}”")))
            continue
        ledger.record(
            [block for block in part.blocks if not ledger.has_recorded(block)], None, title
        )
        body = body_of(part.title, part.blocks, notes, codes, own, tables)
        body = body or remark("nothing is left here")
        if not COMMENT.sub("", body).strip():
            message = f"Nothing that a book can print is left of the section “{part.title}”."
            ledger.stop("I013", message, _UNWRITTEN, part.heading.line if part.heading else 0)
        sections.append((title, body))
    return with_abbreviations(_with_all_notes(sections, notes), original.abbreviations)


def _report_references(lost: Sequence[str], ledger: ImportLog) -> None:
    if lost:
        message = f"References became plain words, without numbers: {_listed(lost)}."
        ledger.report("I056", message, "Write {ref}`label` once something has that :name:.")


def _listed(parts: Sequence[str]) -> str:
    shown = ", ".join(f"“{words}”" for words in parts[:_MOST_REFERENCES]).replace("\\", "")
    more = len(parts) - _MOST_REFERENCES
    return shown + (f" and {more} more" if more > 0 else "")


def _report_citations(unknown: Sequence[str], ledger: ImportLog) -> None:
    if unknown:
        message = f"Citations became plain words: {_listed(unknown)}. The catalogue does not have their works."
        remedy = 'Name their bibliography in catalog.toml, [sources] file = "works.bib", and import again.'
        ledger.report("I056", message, remedy)


def _with_known_works(sections: Sections, catalog: Catalog, ledger: ImportLog) -> Sections:
    """Return the sections with citations of the catalogue's works, and report all others."""
    unknown: list[str] = []
    cited = [(title, _with_works(body, catalog, unknown)) for title, body in sections]
    _report_citations(unknown, ledger)
    return cited


def _with_works(body: str, catalog: Catalog, unknown: list[str]) -> str:
    """Return a section in which citations of the catalogue's works are citations again.

    The others are added to `unknown`.
    """

    def cited(found: re.Match[str]) -> str:
        written = f"[{found[1].replace(chr(92), '')}]"
        keys = cited_keys(written)
        if keys and keys <= catalog.sources.keys():
            return written
        if keys:
            unknown.append(written)
        return found[0]

    return _WRITTEN_CITATION.sub(cited, body)


def _with_all_notes(sections: list[tuple[str, str]], notes: Mapping[str, str]) -> Sections:
    """Return the sections with notes that nothing calls any more, such as those of headings, last."""
    bodies = "\n".join(body for _, body in sections)
    loose = [text for label, text in notes.items() if text and f"[^{label}]: " not in bodies]
    loose = [text for text in loose if text not in bodies]
    if not loose or not sections:
        return sections
    title, body = sections[-1]
    return [*sections[:-1], (title, "\n\n".join([body, *loose]))]


def _sources(
    citations: Citations, sections: Sections, facts: Sequence[FoundFact], ledger: ImportLog
) -> dict[str, dict[str, object]]:
    """Return the sources that the definition cites."""
    cited = {fact.source for fact in facts}
    for _, body in sections:
        for keys in _CITED.findall(body):
            cited.update(key.strip().lstrip("@") for key in keys.split(";"))
        cited.update(re.findall(r"^:source: (\S+)$", body, re.M))
    sources = {}
    for source in citations.sources:
        if source.key not in cited:
            continue
        data: dict[str, object] = {"title": source.title, "publisher": source.publisher}
        for key in ("url", "retrieved", "year"):
            if value := getattr(source, key):
                data[key] = value
        sources[source.key] = data
        if source.named_only:
            message = f"“{source.title}” is named as a source, but none of its works is."
            ledger.report("I034", message, "Find out which work it is, and complete the source.")
    return sources


def _report_links(citations: Citations, ledger: ImportLog) -> None:
    for target in list(dict.fromkeys(citations.lost))[:_MOST_LINKS]:
        message = f"A link of the old site has no target here: “{target[:120]}”."
        ledger.report("I051", message, "Its words were kept.")
    for target in list(dict.fromkeys(citations.unnamed))[:_MOST_LINKS]:
        message = f"A link without words was left out: “{target[:120]}”."
        ledger.report("I051", message, "If readers need it, write its address in the text.")


def _all_passages(
    original: Original, ledger: ImportLog, text: str, made: Sequence[str]
) -> tuple[BlockPlacement, ...]:
    """Return where all words of the original went, and report words that went nowhere.

    `text` is the definition, and `made` are the words that references became.
    """
    passages = _passages(original, ledger, text)
    cut = _cut_from_tables(original, len(passages))
    elsewhere = " ".join([*(each.text for each in cut), *made])
    if lost := lost_words(original.shown, passages, text, elsewhere):
        message = f"Words of the original were lost: {shown_words(lost)}."
        remedy = "This is a bug in guidepub: report it, and write the definition by hand."
        ledger.stop("I019", message, remedy)
    return *passages, *cut


def _passages(original: Original, ledger: ImportLog, text: str) -> tuple[BlockPlacement, ...]:
    """Return the placements of blocks, notes, abbreviations, and asides from the text.

    `text` is the definition.
    """
    passages = [ledger.passages[number] for number in sorted(ledger.passages)]
    for note in original.notes.values():
        words = restored(note, original.residues)
        passages.append(BlockPlacement(len(passages) + 1, 0, words, "prose", "", "a footnote"))
    for short, meaning in original.abbreviations.items():
        fate: Fate = "prose" if f"*[{short}]: " in text else "left out"
        words = f"{short}: {meaning}"
        passages.append(BlockPlacement(len(passages) + 1, 0, words, fate, "", "an abbreviation"))
    for aside in original.asides:
        fate = "notice" if is_legal(aside.text) else aside.fate
        number = len(passages) + 1
        passages.append(BlockPlacement(number, aside.line, aside.text, fate, "", aside.reason))
    return tuple(passages)


def _cut_from_tables(original: Original, count: int) -> tuple[BlockPlacement, ...]:
    """Return the words cut from tables; their numbers continue after a count of passages."""
    cut = [(b.line, b.grid.left_out) for b in original.blocks if b.grid and b.grid.left_out]
    note = "rows or columns of a table"
    return tuple(
        BlockPlacement(number, line, words, "left out", "", note)
        for number, (line, words) in enumerate(cut, count + 1)
    )


def _title_line(title: str) -> str:
    return " ".join(title.split()).strip("# ") or "Untitled"
