"""What the weights are made of, by its digest, so that a test tells when they are out of date."""

from __future__ import annotations

import hashlib
from pathlib import Path

from guidepub.text import vocabulary, weights
from guidepub.text.weighed import exclusions
from tools.exclusion_models.pairs import DOCUMENTS, GUIDE_FILES, HANDS, PASSAGES

WEIGHTS = Path(weights.__file__).parent
MADE_OF = "exclusion.made-of.txt"


def made_of() -> str:
    """Return the digest of all that the weights are made of: passages, their clues, and this tool."""
    files = [PASSAGES / f"{name}.jsonl" for names in HANDS.values() for name in names]
    files += [DOCUMENTS, *GUIDE_FILES]
    files += [*Path(__file__).parent.glob("*.py"), Path(exclusions.__file__)]
    files += Path(vocabulary.__file__).parent.glob("exclusions.*.toml")
    digest = hashlib.sha256()
    for file in sorted(files, key=lambda file: file.name):
        digest.update(file.read_bytes())
    return digest.hexdigest()
