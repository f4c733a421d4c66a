"""Writes a guide's data as a definition, with a mark that tells later whether it was edited.

The mark is a comment in the front matter with a hash of everything else. A file whose hash differs
was edited, and is not overwritten without being asked to.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from guidepub.files import sha256
from guidepub.importing.figures.facts import FoundFact
from guidepub.importing.originals.escaping import escaped
from guidepub.loading.formats.yaml_writer import flow
from guidepub.words.characters import one_line, without_misplaced

_MARK = re.compile(r"^# Imported from (.*) by guidepub import; sha256 ([0-9a-f]{64})\n", re.M)


def definition_text(
    head: Mapping[str, object],
    facts: Sequence[FoundFact],
    sources: Mapping[str, Mapping[str, object]],
    sections: Sequence[tuple[str, str]],
    origin: str,
) -> str:
    """Return the text of a definition; `origin` is the name of the file it comes from.

    Invisible characters are left out of plain texts, since loading would refuse them.
    """
    lines = ["---", *(f"{key}: {_value(value)}" for key, value in head.items())]
    if facts:
        lines.append("facts:")
        for fact in facts:
            where = f" (line {fact.line})" if fact.line else ""
            lines.append(f"  # “{one_line(fact.sentence, 300)}”{where}")
            lines.append(f"  {fact.key}: {_value(_fact_data(fact))}")
    if sources:
        lines.append("sources:")
        lines += [f"  {key}: {_value(data)}" for key, data in sources.items()]
    lines.append("---")
    for title, body in sections:
        lines += ["", f"# {without_misplaced(title)}", "", body]
    text = "\n".join(lines) + "\n"
    return _marked(text, one_line(origin, 200))


def with_slug(text: str, slug: str) -> str:
    """Return an imported definition with another slug and a matching mark."""
    mark = _MARK.search(text[:4000])
    if mark is None:
        return text
    bare = re.sub(
        r"^slug: .*$", f"slug: {_value(slug)}", text.replace(mark[0], "", 1), count=1, flags=re.M
    )
    return _marked(bare, mark[1])


def is_edited(text: str) -> bool:
    """Return whether a definition was edited after import, or was never imported."""
    match = _MARK.search(text[:4000])
    return match is None or _hash(text.replace(match[0], "", 1)) != match[2]


def origin_of(text: str) -> str:
    """Return the name of the file that a definition was imported from, or an empty string."""
    match = _MARK.search(text[:4000])
    return match[1] if match else ""


def _marked(text: str, origin: str) -> str:
    mark = f"# Imported from {origin} by guidepub import; sha256 {_hash(text)}\n"
    return text.replace("---\n", f"---\n{mark}", 1)


def _hash(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass"))


def _fact_data(fact: FoundFact) -> dict[str, object]:
    data: dict[str, object] = {"value": fact.value}
    if fact.unit:
        data["unit"] = fact.unit
    if fact.period:
        data["period"] = list(fact.period)
    elif fact.as_of:
        data["as_of"] = fact.as_of
    if fact.source:
        data["source"] = fact.source
    if fact.label:
        data["label"] = escaped(fact.label)
    return data


def _value(value: object) -> str:
    return flow(value, without_misplaced)
