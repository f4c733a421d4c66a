"""The notices of a catalogue, made ready to be looked for in finished files."""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from guidepub.model.notices.notice import COPYRIGHT
from guidepub.words.languages import primary_language
from guidepub.words.wording import formed, solid

if TYPE_CHECKING:
    from guidepub.model import Catalog

SHINGLE = 3
"""Words in a row by which a wording is recognised that was changed."""

HOLE = "\0"
"""Begins the word that stands for a placeholder."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One version of a notice: the text before and after each placeholder.

    `literals` and `holes` alternate, beginning and ending with a literal, which may be empty.
    """

    id: str
    version: int
    language: str
    min_size: float
    min_contrast: float
    literals: tuple[str, ...]
    holes: tuple[str, ...]
    solids: tuple[str, ...]
    words: tuple[str, ...]

    @property
    def key(self) -> tuple[str, int, str]:
        """The id, version and language, which identify a wording."""
        return self.id, self.version, self.language

    @property
    def is_plain_line(self) -> bool:
        """Whether this is the copyright line that guidepub prints where a register has none."""
        return is_plain_line(self.id, self.version)

    def speaks(self, language: str) -> bool:
        """Return whether a language tag such as `en-US` means this wording's language."""
        return f"{language}-".lower().startswith(f"{self.language}-".lower())


@dataclass(frozen=True, slots=True)
class WordingRegister:
    """All wordings, and the known values of placeholders."""

    wordings: tuple[Wording, ...]
    known: Mapping[str, tuple[str, ...]]
    shingles: Mapping[tuple[str, ...], tuple[tuple[int, int], ...]] = field(repr=False)
    """Where each row of words stands: numbers of wordings, and places in their words."""

    def has_copyright(self, language: str) -> bool:
        """Return whether the catalogue has a copyright notice of its own in a language."""
        spoken = primary_language(language)
        return any(
            primary_language(wording.language) == spoken
            for wording in self.wordings
            if wording.id == COPYRIGHT and not wording.is_plain_line
        )


def register_data(catalog: Catalog) -> dict[str, Any]:
    """Return the parts of a catalogue that `read_register` needs as plain data, fit for JSON."""
    notices: list[dict[str, Any]] = [
        {
            "id": notice.id,
            "version": notice.version,
            "language": notice.language,
            "text": notice.text,
            "min_size": notice.min_size,
            "min_contrast": notice.min_contrast,
        }
        for notice in catalog.notices
    ]
    # Imported late, since processes that only read the register need no Markdown.
    from guidepub.markdown import typeset

    # Books that owe no copyright notice have a plain line.
    for language in sorted(catalog.languages | catalog.phrases.keys()):
        line = catalog.phrases_in(language)["copyright_line"]
        text = f"{line.removesuffix('.')}."
        notices.append(
            {"id": COPYRIGHT, "version": 0, "language": language, "text": text,
             "min_size": 6.0, "min_contrast": 4.5}
        )  # fmt: skip
    imprints = catalog.all_imprints
    known = {
        "holder": [imprint.holder for imprint in imprints],
        "imprint": [imprint.name for imprint in imprints],
        "place": [imprint.place for imprint in imprints if imprint.place],
        # As books print them.
        "title": [
            typeset(guide.title, catalog.phrases_in(guide.language).typography)
            for guide in catalog.values()
        ],
    }
    return {"notices": notices, "known": known}


def is_plain_line(notice_id: str, version: int) -> bool:
    """Return whether a notice is the copyright line that guidepub prints by itself."""
    return notice_id == COPYRIGHT and version == 0


def read_register(data: Mapping[str, Any]) -> WordingRegister:
    """Return the register from the plain data of `register_data`."""
    wordings = tuple(wording_of(**notice) for notice in data["notices"])
    shingles: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    for number, wording in enumerate(wordings):
        for place, shingle in enumerate(shingles_of(wording.words)):
            if not any(word.startswith(HOLE) for word in shingle):
                shingles.setdefault(shingle, []).append((number, place))
    known = {
        name: tuple(sorted(set(values), key=lambda value: (-len(value), value)))
        for name, values in data["known"].items()
    }
    return WordingRegister(
        wordings, known, {key: tuple(places) for key, places in shingles.items()}
    )


def shingles_of(words: Sequence[str]) -> Iterable[tuple[str, ...]]:
    """Return all rows of `SHINGLE` words of a text."""
    return zip(*(words[offset:] for offset in range(SHINGLE)), strict=False)


def wording_of(
    id: str,  # noqa: A002 - the names are those of the data
    version: int,
    language: str,
    text: str,
    min_size: float,
    min_contrast: float,
) -> Wording:
    """Return a version of a notice ready to be looked for."""
    literals, holes = [""], []
    for literal, name, _, _ in string.Formatter().parse(text):
        literals[-1] += literal
        if name is not None:
            holes.append(name)
            literals.append("")
    shaped = [_folded(literal) for literal in literals]
    words: list[str] = []
    for number, literal in enumerate(shaped):
        own = literal.replace("-", "").split()
        # A placeholder may be part of a word, as in “{holder}.”: then the whole word is its value.
        if number:
            tail = own.pop(0) if own and not literal.startswith(" ") else ""
            words[-1] += tail
        if number < len(holes):
            head = own.pop() if own and not literal.endswith(" ") else ""
            own.append(f"{HOLE}{holes[number]}{HOLE}{head}")
        words += own
    return Wording(
        id, version, language, min_size, min_contrast,
        tuple(shaped), tuple(holes), tuple(solid(literal) for literal in shaped), tuple(words),
    )  # fmt: skip


def _folded(literal: str) -> str:
    """Fold white space to single spaces, those at the ends included."""
    text = formed(literal)
    inner = " ".join(text.split())
    if not inner:
        return " " if text else ""
    return " " * text[0].isspace() + inner + " " * text[-1].isspace()
