"""Language tags (BCP 47)."""

from __future__ import annotations


def primary_language(tag: str) -> str:
    """Return the language of a tag such as `en-US`, without its region, in lower case."""
    return tag.partition("-")[0].lower()


def serves(tag: str, language: str) -> bool:
    """Return whether a text in the language of a tag serves a language: `en` also serves `en-US`."""
    return f"{language.lower()}-".startswith(f"{tag.lower()}-")
