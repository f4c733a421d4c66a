"""Commands for who works on guidepub: tables of the docs, reference pictures, the gallery."""

from pathlib import Path

ROOT = Path(__file__).parent.parent
"""The folder of the project."""
