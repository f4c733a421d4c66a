"""Plain data from a file, with the line and column of every key and value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

from guidepub.findings import Finding, InputError, Place, Severity
from guidepub.model import Guide, slug_of
from guidepub.model.validation.annotated import Path_
from guidepub.words.characters import forbidden, misplaced

MAX_DEPTH = 32
_MAX_FINDINGS = 20
# Longer than any figure; Python refuses to read thousands of digits.
_LONGEST_NUMBER = 32

OTHERS = "x-"
"""How keys begin that are for other programs: they are taken, and not read."""


class MadeFrom(Protocol):
    """A line that was made from others in a file."""

    def place(self, column: int) -> tuple[int, int]:
        """Return the line and column of the file that a column of this line comes from."""


@dataclass(slots=True)
class Document:
    """Plain data with the places of its keys and values by their path from the root.

    `texts` holds the texts that stand line by line in the file: the line of their first
    line, and how far they are indented. `made` holds the lines of those that a template makes.
    The document of a guide made in Python has no data, but `names` for its parts. One that is not
    whole lacks what could not be read, so that nothing can be said of what is missing.
    """

    path: Path | None = None
    data: dict[str, Any] = field(default_factory=dict)
    keys: dict[Path_, tuple[int, int]] = field(default_factory=dict)
    values: dict[Path_, tuple[int, int]] = field(default_factory=dict)
    texts: dict[Path_, tuple[int, int]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    made: dict[Path_, Sequence[MadeFrom]] = field(default_factory=dict)
    names: Mapping[Path_, str] = field(default_factory=dict)
    is_whole: bool = True

    def copy(self) -> Document:
        """Return a document that may be changed without this one."""
        return replace(
            self,
            data=_copied(self.data),
            keys=dict(self.keys),
            values=dict(self.values),
            texts=dict(self.texts),
            findings=list(self.findings),
            made=dict(self.made),
        )

    def place(self, path: Path_ = (), of_key: bool = False) -> Place:
        """Return the place of a value (or its key), or of the nearest thing above it."""
        asked = path
        while path:
            first, second = (self.keys, self.values) if of_key else (self.values, self.keys)
            if found := first.get(path) or second.get(path):
                return Place(self._name, *found)
            path = path[:-1]
            of_key = True
        return Place(self._name, 1, 1) if self.data else Place(self._name_of(asked))

    def place_in(self, path: Path_, line: int, column: int) -> Place:
        """Return the place of a line and column of a text, or else that of its beginning."""
        if path in self.made and line <= len(self.made[path]):
            return Place(self._name, *self.made[path][line - 1].place(column))
        if path in self.texts:
            first, indent = self.texts[path]
            return Place(self._name, first + line - 1, column + indent)
        return self.place(path) if self.data else Place(self._name_of(path), line, column)

    def report(
        self, mark: tuple[int, int], code: str, message: str, remedy: str = "",
        severity: Severity = Severity.ERROR,
    ) -> None:  # fmt: skip
        """Keep a finding at a line and column."""
        self.findings.append(Finding(Place(self._name, *mark), code, message, remedy, severity))

    def fail(self, mark: tuple[int, int], code: str, message: str, remedy: str = "") -> InputError:
        """Return the error of a file that cannot be read on, with all that was found before."""
        self.report(mark, code, message, remedy)
        return InputError(self.findings)

    def fail_deep(self, mark: tuple[int, int]) -> InputError:
        """Return the error of a file that is nested beyond reason."""
        message = f"The file is nested more than {MAX_DEPTH} levels deep."
        return self.fail(mark, "D007", message, "Flatten it.")

    def own_data(self) -> dict[str, Any]:
        """Return the data without the first level's keys for other programs."""
        return {key: value for key, value in self.data.items() if not key.startswith(OTHERS)}

    @property
    def _name(self) -> str:
        return str(self.path or self.names.get((), ""))

    def _name_of(self, path: Path_) -> str:
        """Return the name of the part at a path; in a guide without a file, its section."""
        return self.names.get(path[:2], self._name)


def _copied(value: Any) -> Any:
    """Return plain data of which nothing that can be changed is shared."""
    if isinstance(value, dict):
        return {key: _copied(each) for key, each in value.items()}
    return list(map(_copied, value)) if isinstance(value, list) else value


def placeless(guide: Guide) -> Document:
    """Return an empty document for a guide whose places in a file are not known.

    Findings name its file, or without one its slug, and its sections as in `welder#overview`.
    """
    if guide.origin is not None:
        return Document(guide.origin)
    names: dict[Path_, str] = {(): guide.slug}
    for index, section in enumerate(guide.sections):
        names["sections", index] = f"{guide.slug}#{slug_of(section.title) or index + 1}"
    return Document(names=names)


def number_of(text: str) -> int | Decimal | str:
    """Return a number with the digits that it is written with, as in 24.50.

    One that begins with zeros that say nothing is a code, and stays a text; so does one that is
    longer than any figure.
    """
    digits = text.lstrip("+-")
    if len(text) >= _LONGEST_NUMBER or (digits[:1] == "0" and digits[1:2].isdigit()):
        return text
    if digits.isdecimal():
        return int(text)
    try:
        return Decimal(text)
    except InvalidOperation:
        return text


def check_text(path: Path, text: str) -> None:
    """Refuse text that no book can carry.

    Raises:
        InputError: the text is blank, or holds control characters (D003, D008).
    """
    if not text.strip():
        message = "The file is empty."
        raise InputError([Finding(Place(str(path)), "D003", message, "Write it or delete it.")])
    _refuse(path, "is not allowed in a book", forbidden(text))


def check_plain(path: Path, text: str) -> None:
    """Refuse a plain text with characters that cannot be seen and serve none next to them.

    Raises:
        InputError: the text holds some (D008).
    """
    _refuse(path, "is invisible, and has no use here", misplaced(text))


def _refuse(path: Path, why: str, characters: Iterator[tuple[int, int, str]]) -> None:
    findings = [
        Finding(
            Place(str(path), line, column), "D008", f"The character {name} {why}.", "Delete it."
        )
        for line, column, name in islice(characters, _MAX_FINDINGS)
    ]
    if findings:
        raise InputError(findings)
