"""What the weights of documents are made of, by its digest, so that a test tells when they are out of date."""

from __future__ import annotations

from pathlib import Path

from guidepub.files import sha256
from guidepub.importing.figures import weighing
from guidepub.text import weights
from tools.document_models.labels import TEXTS

WEIGHTS = Path(weights.__file__).parent
MADE_OF = "documents.made-of.txt"


def made_of() -> str:
    """Return the digest of what the weights are made of: the documents, the signs, this tool, and other weights."""
    files = [*TEXTS.glob("*.toml"), *Path(__file__).parent.glob("*.py")]
    files += [Path(weighing.__file__), WEIGHTS / "figures.tsv"]
    return sha256(b"".join(file.read_bytes() for file in sorted(files, key=lambda file: file.name)))
