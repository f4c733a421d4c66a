"""What the weights of figures are made of, by its digest, so that a test tells when they are out of date."""

from __future__ import annotations

from pathlib import Path

from guidepub.files import sha256
from guidepub.text import vocabulary, weights
from guidepub.text.readings import figure_clues, figure_readings
from tools.figure_models.passages import TEXTS

WEIGHTS = Path(weights.__file__).parent
MADE_OF = "figures.made-of.txt"


def made_of() -> str:
    """Return the digest of all that the weights are made of but the rules: passages, clues, this tool."""
    files = [*TEXTS.glob("*.jsonl"), *Path(__file__).parent.glob("*.py")]
    files += [Path(figure_clues.__file__), Path(figure_readings.__file__)]
    files += Path(vocabulary.__file__).parent.glob("surroundings.*.toml")
    return sha256(b"".join(file.read_bytes() for file in sorted(files, key=lambda file: file.name)))
