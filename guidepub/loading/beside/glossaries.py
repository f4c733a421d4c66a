"""The terms that prose marks, and the glossaries that explain them: a catalogue's and a guide's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from guidepub.files import hold_inside, read_text
from guidepub.findings import Finding, InputError, Place, Severity, did_you_mean
from guidepub.loading.formats.documents import Document, check_plain, check_text
from guidepub.loading.formats.toml_reader import read_toml
from guidepub.markdown import Reference, references_in, term_key
from guidepub.model import Catalog, Guide
from guidepub.model.catalogs.glossaries import terms_of
from guidepub.model.validation.annotated import Path_

_LIMIT = 512 * 1024
_FILE = "file"


def read_glossary(document: Document, root: Path) -> None:
    """Put what a glossary's own file holds where `catalog.toml` names that file.

    What is wrong with the file is reported at its lines, with the catalogue's own faults.
    """
    stated = document.data.get("glossary")
    if not isinstance(stated, dict) or _FILE not in stated:
        if isinstance(stated, dict):
            document.findings += _faults(document, stated, ("glossary",))
        return
    place, name = document.place(("glossary", _FILE)), stated.pop(_FILE)
    if stated or not isinstance(name, str):
        message = "A glossary is either in a file or in the catalogue, not in both."
        if not isinstance(name, str):
            message = "A text is expected here."
        document.findings.append(Finding(place, "D011", message, "Name only a file."))
        document.data["glossary"] = {}
        return
    document.data["glossary"] = {}
    try:
        found = _file_of(root, name, place)
    except InputError as error:
        document.findings += error.findings
        return
    faults = [*found.findings, *_faults(found, found.data, ())]
    document.findings += faults
    if not faults:
        document.data["glossary"] = found.data


def _file_of(root: Path, name: str, place: Place) -> Document:
    path = root / name
    hold_inside(path, root, f"The glossary “{name}”", place)
    text = read_text(path, _LIMIT)
    check_text(path, text)
    check_plain(path, text)
    if path.suffix.lower() in (".yaml", ".yml"):
        # Only here: what makes books reads no YAML.
        from guidepub.loading.formats.yaml_reader import read_yaml

        return read_yaml(path, text)
    return read_toml(path, text)


def _faults(document: Document, data: Mapping[str, object], before: Path_) -> Iterator[Finding]:
    """Yield the faults of the glossaries of all languages; the model checks the languages' tags."""
    for language, terms in data.items():
        where = (*before, language)
        if not isinstance(terms, dict):
            message = f"A glossary has a table for each language; “{language}” is not a language."
            remedy = 'Begin with a line [en], and a line such as journeyman = "Who has …".'
            yield Finding(document.place(where), "D011", message, remedy)
            continue
        yield from _term_faults(terms, where, document)


def _term_faults(
    terms: Mapping[str, object], before: Path_, document: Document, twice: str = "C004"
) -> Iterator[Finding]:
    """Yield the faults of terms; `twice` is the code for a term that is defined twice."""
    known: dict[str, str] = {}
    for term, meaning in terms.items():
        place = document.place((*before, term), of_key=True)
        if not isinstance(meaning, str):
            message = f"The term “{term}” has no explanation."
            yield Finding(place, "D011", message, "Write one between quotation marks.")
            continue
        first = known.setdefault(term_key(term), term)
        if first != term:
            message = f"The term “{term}” is defined twice, also as “{first}”."
            yield Finding(place, twice, message, "Remove one.")
        for mark in references_in(meaning, links=True):
            message = f"This text cannot have {mark}, which would be lost."
            yield Finding(place, "D039", message, "Use words; links can only lead to the web.")


def glossary_findings(
    marks: Sequence[tuple[Reference, Place]], guide: Guide, catalog: Catalog, document: Document
) -> Iterator[Finding]:
    """Yield the terms that no glossary has, and what is wrong with a guide's own.

    Among these are terms that its prose never marks.
    """
    yield from _term_faults(guide.glossary, ("glossary",), document, "D037")
    yield from _contradictions(guide, document)
    used: set[str] = set()
    known = terms_of(guide, catalog)
    for mark, place in marks:
        if mark.kind == "term":
            used.add(term_key(mark.name))
            if term_key(mark.name) not in known:
                yield _unknown_term(mark.name, known, place)
    for term in guide.glossary:
        if term_key(term) not in used:
            place = document.place(("glossary", term), of_key=True)
            message = f"The term “{term}” is not marked anywhere in the text, so the glossary leaves it out."
            remedy = f"Mark it where it is used, {{term}}`{term}`, or remove it."
            yield Finding(place, "D037", message, remedy, Severity.WARNING)


def _contradictions(volume: Guide, document: Document) -> Iterator[Finding]:
    """Yield the terms that guides of a volume explain otherwise, unless it explains them itself."""
    own = set(map(term_key, volume.glossary))
    known: dict[str, tuple[str, str]] = {}
    for index, member in enumerate(volume.members):
        for term, other_meaning in member.glossary.items():
            first, meaning = known.setdefault(term_key(term), (member.slug, other_meaning))
            if meaning != other_meaning and term_key(term) not in own:
                place = document.place(("guides", index))
                message = f"“{first}” and “{member.slug}” explain the term “{term}” differently."
                remedy = "Define it for all of them under “glossary” in the volume."
                yield Finding(place, "D095", message, remedy)


def _unknown_term(name: str, known: Mapping[str, tuple[str, str]], place: Place) -> Finding:
    terms = [term for term, _ in known.values()]
    message = f"No glossary of the guide’s language has the term “{name}”."
    remedy = did_you_mean(name, terms) if terms else ""
    if remedy.startswith("Did"):
        remedy += f" Words that differ are written {{term}}`{name} <entry>`."
    else:
        remedy = "Define it under “glossary” in the front matter."
    return Finding(place, "D046", message, remedy)
