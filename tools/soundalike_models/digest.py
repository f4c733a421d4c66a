"""What the weights are made of, by its digest, so that a test tells when they are out of date."""

from __future__ import annotations

import hashlib
from pathlib import Path

from guidepub.text.weighed import soundalikes
from tools.sentence_models.texts import PASSAGE_HANDS, PASSAGES, TEXTS

MADE_OF = "soundalikes.made-of.txt"


def passage_files() -> list[Path]:
    """Return the files of labelled passages that may be looked at."""
    return [PASSAGES / f"{name}.jsonl" for names in PASSAGE_HANDS.values() for name in names]


def made_of() -> str:
    """Return the digest of all that the weights are made of: texts, their clues, and this tool."""
    files = [*TEXTS.glob("*.*"), *Path(__file__).parent.glob("*.py"), *passage_files()]
    digest = hashlib.sha256()
    for file in sorted([*files, Path(soundalikes.__file__)], key=lambda file: file.name):
        digest.update(file.read_bytes())
    return digest.hexdigest()
