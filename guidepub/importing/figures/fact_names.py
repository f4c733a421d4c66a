"""Names facts: those of the guide's occupation have short keys, those of others include a name."""

from __future__ import annotations

import textwrap

from guidepub.importing.knowledge import knowledge
from guidepub.importing.originals.escaping import spaced
from guidepub.phrases import phrases
from guidepub.text.naming.occupations import without_article
from guidepub.words.names import slugify

_LONGEST_LABEL = 66


def key_and_label(measure: str, subject: str, owner: str, language: str) -> tuple[str, str]:
    """Return the key and the label of a measure for the people that a text names.

    `owner` is "own", "all" or "other" (`Facts.owner_of`). The key of a fact about the guide's own
    occupation is the measure, and it needs no label if guidepub has a phrase for it.
    """
    name = _name_of(measure, language)
    if owner == "own":
        return measure, "" if _has_phrase(measure, language) else name
    if owner == "all":
        return f"all_{measure}", f"{name}, {knowledge('measures')['everybody']['label']}"
    slug = _key_part(subject)
    slug = slug if slug[0].isalpha() else f"n{slug}"
    label = _label(name, subject)
    if measure.endswith("_education"):
        return f"{slug}_education", label
    return f"{measure}_{slug}", label


def _has_phrase(key: str, language: str) -> bool:
    return _phrase(key, language) is not None


def _name_of(key: str, language: str) -> str:
    return _phrase(key, language) or key.replace("_", " ").capitalize()


def _phrase(key: str, language: str) -> str | None:
    try:
        return phrases(language).get("facts", key)
    except (KeyError, ValueError):
        return None


def _shown(subject: str) -> str:
    return without_article(spaced(subject).lower())[:120]


def _label(name: str, subject: str) -> str:
    """Return the label of a fact about others, short enough for a bar in a chart."""
    shown = _shown(subject)
    label = f"{name}, {shown}"
    if len(label) <= _LONGEST_LABEL:
        return label
    return textwrap.shorten(shown[:1].upper() + shown[1:], _LONGEST_LABEL, placeholder="…")


def _key_part(subject: str) -> str:
    """Return a subject as a part of a fact's key, shortened between words."""
    slug = slugify(_shown(subject)).replace("-", "_") or "others"
    return slug if len(slug) <= 50 else slug[:50].rpartition("_")[0] or slug[:50]
