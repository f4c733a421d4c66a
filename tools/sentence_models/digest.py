"""What the weights are made of, by its digest, so that a test tells when they are out of date."""

from __future__ import annotations

import hashlib
from pathlib import Path

from guidepub.text import vocabulary, weights
from guidepub.text.weighed import assurances, clues
from tools.sentence_models.texts import PASSAGE_HANDS, PASSAGES, TEXTS

WEIGHTS = Path(weights.__file__).parent
MADE_OF = "made-of.txt"


def made_of() -> str:
    """Return the digest of all that the weights are made of: sentences, their clues, and this tool."""
    here = Path(__file__).parent
    passages = (PASSAGES / f"{name}.jsonl" for names in PASSAGE_HANDS.values() for name in names)
    files = [*TEXTS.glob("*.*"), *here.glob("*.py"), *passages]
    files += [Path(clues.__file__), Path(assurances.__file__)]
    words = Path(vocabulary.__file__).parent
    files += [*words.glob("kinds.*.toml"), *words.glob("assurances.*.toml")]
    digest = hashlib.sha256()
    for file in sorted(files, key=lambda file: file.name):
        digest.update(file.read_bytes())
    return digest.hexdigest()
