"""Records the findings of one import, and where each block of the original went."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from guidepub.findings import Finding, Place, Severity
from guidepub.importing.originals.original import BlockPlacement, Fate, OriginalBlock
from guidepub.importing.originals.residues import widget_of


@dataclass(slots=True)
class ImportLog:
    """Collects the findings on the import of one file, and the placements of its blocks."""

    path: str
    findings: list[Finding] = field(default_factory=list)
    passages: dict[int, BlockPlacement] = field(default_factory=dict)

    def report(self, code: str, message: str, remedy: str = "", line: int = 0) -> None:
        """Add a warning about a line of the original."""
        place = Place(self.path, line)
        self.findings.append(Finding(place, code, message, remedy, Severity.WARNING))

    def stop(self, code: str, message: str, remedy: str, line: int = 0) -> None:
        """Add an error about a line of the original: no book can be made until it is fixed."""
        self.findings.append(Finding(Place(self.path, line), code, message, remedy))

    def record(
        self, blocks: Iterable[OriginalBlock], fate: Fate | None, section: str = "", note: str = ""
    ) -> None:
        """Record where some blocks went. Without a fate, it is the usual one of their kind."""
        for block in blocks:
            self.passages[block.number] = BlockPlacement(
                block.number, block.line, _words(block), fate or _usual(block), section, note
            )

    def rename_facts(self, keys: Mapping[str, str]) -> None:
        """Replace keys of facts in the recorded notes by new ones."""
        for number, kept in self.passages.items():
            words = [keys.get(word, word) for word in re.split(r"([\w]+)", kept.note)]
            self.passages[number] = replace(kept, note="".join(words))

    def has_recorded(self, block: OriginalBlock) -> bool:
        """Return whether it is recorded where a block went."""
        return block.number in self.passages


def _usual(block: OriginalBlock) -> Fate:
    if block.kind == "heading":
        return "heading"
    if block.kind == "script":
        return "directive" if widget_of(block.residues) else "marked"
    return "marked" if block.kind == "image" and not block.is_picture else "prose"


def _words(block: OriginalBlock) -> str:
    """Return a block's words in the original, with its caption and code."""
    code = [residue.source for residue in block.residues]
    return " ".join(filter(None, (block.words, *code)))
