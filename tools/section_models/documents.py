"""The parts of labelled documents, each with the one section that its document's labels say it is of."""

from __future__ import annotations

import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from unittest.mock import patch

from guidepub.importing import conversion
from guidepub.importing.arrangement import arrange
from guidepub.importing.originals.foreign import ForeignText
from guidepub.importing.originals.original import OriginalBlock
from tools import ROOT
from tools.labelled_documents import written
from tools.section_models.parts import LabelledPart

DOCUMENTS = ROOT / "tests" / "importing" / "labelled_documents"

# Sections of ours in which the documents' labels name a part of its own.
_HOMES = {"duties": "overview", "licensing": "education"}
# Characters of a part that tell its section.
_READ = 2000


def document_parts(folder: Path = DOCUMENTS) -> Iterator[LabelledPart]:
    """Yield the parts of labelled documents in which the words of just one section stand."""
    with tempfile.TemporaryDirectory() as scratch:
        for file in sorted(folder.glob("*.toml")):
            for text in tomllib.loads(file.read_text("utf-8"))["texts"]:
                yield from _parts(text, file.stem, _blocks(text, Path(scratch)))


def _blocks(text: Mapping[str, Any], scratch: Path) -> Sequence[OriginalBlock]:
    """Return the blocks of a document as import arranges them in sections."""
    path = written(text, scratch)
    found: list[OriginalBlock] = []

    def noted(blocks: Sequence[OriginalBlock], *others: Any) -> Any:
        found.extend(blocks)
        return arrange(blocks, *others)

    with patch.object(conversion, "arrange", noted):
        conversion.convert(ForeignText(path), None)
    return found


def _parts(
    text: Mapping[str, Any], language: str, blocks: Iterable[OriginalBlock]
) -> Iterator[LabelledPart]:
    pieces: list[tuple[str, list[str]]] = [("", [])]
    for block in blocks:
        if block.kind == "heading":
            pieces.append((block.text, []))
        else:
            pieces[-1][1].append(block.text)
    phrases = [
        (_HOMES.get(name, name), _plain(phrase)) for name, phrase in text["sections"].items()
    ]
    for heading, texts in pieces:
        whole = "\n".join(texts)
        words = _plain(whole)
        sections = {section for section, phrase in phrases if phrase in words}
        if len(sections) == 1:
            yield LabelledPart("", language, heading, whole[:_READ], sections.pop(), text["name"])


def _plain(words: str) -> str:
    return " ".join(words.split())
