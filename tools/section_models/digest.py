"""What the weights of parts are made of, by its digest, so that a test tells when they are out of date."""

from __future__ import annotations

from pathlib import Path

from guidepub.files import sha256
from guidepub.importing import knowledge
from guidepub.importing.headings import part_clues
from tools.section_models.documents import DOCUMENTS
from tools.section_models.parts import TEXTS

KNOWLEDGE = Path(knowledge.__file__).parent
MADE_OF = "parts.made-of.txt"


def made_of() -> str:
    """Return the digest of all that the weights are made of: parts, their clues, and this tool.

    The titles that import knows are learned from, too, and bounds are chosen by its lists of words.
    """
    files = [*TEXTS.glob("*.jsonl"), *DOCUMENTS.glob("*.toml"), *Path(__file__).parent.glob("*.py")]
    files += [KNOWLEDGE / "headings.toml", KNOWLEDGE / "section_words.toml"]
    files.append(Path(part_clues.__file__))
    return sha256(b"".join(file.read_bytes() for file in sorted(files, key=lambda file: file.name)))
