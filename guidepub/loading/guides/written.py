"""A definition as a text in Python: read to a guide, and written from one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from guidepub.findings import InputError, capped, errors_of
from guidepub.findings.errors import UsageError, expect
from guidepub.loading.guides.definitions import definition_of
from guidepub.loading.guides.discovery import SUFFIXES
from guidepub.loading.formats.yaml_writer import flow
from guidepub.markdown import split_sections
from guidepub.model import Guide, Section

_UNTRACED: Mapping[str, object] = {"lineage": None, "other_cells": ()}
_UNNAMED = Path("guide.md")
# These follow as blocks of their own, with a line for each entry.
_BLOCKS = ("facts", "sources", "glossary")


def loads(text: str, name: str = "") -> Guide:
    """Return the guide of a definition's text, as if it were in a file called `name`.

    The name's ending says which format it is; without a name it is Markdown. Findings name the
    text by it, and a guide without a slug gets one from the name, or else from its title. The
    guide has no folder: pictures are looked up from its catalogue's `root`. Facts, notices and
    other references are checked when it is assembled with a catalogue.

    Raises:
        InputError: the text has faults.
        UsageError: the name does not end as a definition’s does.
    """
    expect(text, str, "Decode bytes first: data.decode().")
    path = Path(name) if name else _UNNAMED
    if path.suffix.lower() not in SUFFIXES:
        raise UsageError(f"“{name}” is not a definition. Known: {', '.join(SUFFIXES)}.")
    guide, document = definition_of(path, text)
    if errors_of(document.findings):
        raise InputError(capped(document.findings))
    update: dict[str, object] = {"origin": None}
    if not name and not document.data.get("slug"):
        update["slug"] = Guide(title=guide.title, sections=guide.sections).slug
    return guide.model_copy(update=update)


def dumps(guide: Guide) -> str:
    """Return a guide as the Markdown of a definition, which `loads` reads to an equal guide.

    Facts of tables are written as the cells that they name.

    Raises:
        UsageError: a section cannot be written as Markdown, such as one whose prose holds a
            first-level heading or a block that is never closed.
    """
    expect(guide, Guide, "Take it from its catalogue: catalog[slug].")
    lines = ["---", *_front_matter(guide), "---"]
    for section in guide.sections:
        lines += ["", *_written(section)]
    text = "\n".join(lines) + "\n"
    if loads(text) != as_stated(guide):
        raise UsageError(
            f"The guide “{guide.slug}” has something that a Markdown file cannot express."
        )
    return text


def as_stated(guide: Guide) -> Guide:
    """Return a guide without what tables have filled in.

    A fact of a template's row has no more to state than the value that it was given.
    """
    facts = {
        key: fact.stated or fact.model_copy(update=_UNTRACED) for key, fact in guide.facts.items()
    }
    return guide.model_copy(update={"facts": facts})


def _front_matter(guide: Guide) -> Iterator[str]:
    data = as_stated(guide).model_dump(by_alias=True, exclude_defaults=True, exclude={"sections"})
    if "language" in guide.model_fields_set:
        data["language"] = guide.language
    head = [name for name in type(guide).model_fields if name in data and name not in _BLOCKS]
    for name in head:
        if name not in type(guide)._unwritten:
            yield f"{name}: {flow(data[name])}"
    for name in _BLOCKS:
        if entries := data.get(name):
            yield f"{name}:"
            yield from (f"  {flow(key)}: {flow(entry)}" for key, entry in entries.items())


def _written(section: Section) -> list[str]:
    """Return a section's lines, its heading in the first form that reads back as it is."""
    body = section.body.strip("\n")
    kind = "" if section.kind == "section" else f" {{.{section.kind}}}"
    for heading in (f"# {section.title}{kind}", f"{section.title}{kind}\n==="):
        lines = [heading, "", body] if body else [heading]
        if _stands_alone(lines, section):
            return lines
    message = f"The section “{section.title}” cannot be written as Markdown: "
    remedy = "its title or prose has a first-level heading, or a block is not closed."
    raise UsageError(message + remedy)


def _stands_alone(lines: list[str], section: Section) -> bool:
    """Return whether lines read back as a section, and end before the next one's heading."""
    before, found = split_sections("\n".join([*lines, "", "# -"]))
    read = [
        Section.model_construct(title=each.title, body=each.body, kind=each.kind or "section")
        for each in found
    ]
    return not before.strip() and read == [section, Section(title="-")]
