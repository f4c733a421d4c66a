"""The editions of a book: each has a module that makes it, and `Production` makes and verifies all.

What is true of every file of an edition is in `guidepub.model.formats.editions`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepub.exports import lazily

if TYPE_CHECKING:
    from guidepub.editions.collating import check_text as check_text
    from guidepub.editions.losses import given_up as given_up
    from guidepub.editions.production import Production as Production
    from guidepub.editions.production import file_with_places as file_with_places
    from guidepub.editions.production import manuscript as manuscript
    from guidepub.editions.production import unproved_file as unproved_file
    from guidepub.editions.rendering import render as render
    from guidepub.editions.shared import SharedParts as SharedParts

_HOMES = {
    "Production": "production",
    "SharedParts": "shared",
    "check_text": "collating",
    "file_with_places": "production",
    "given_up": "losses",
    "manuscript": "production",
    "render": "rendering",
    "unproved_file": "production",
}

__all__ = sorted(_HOMES)  # noqa: PLE0605 - every name is a text

if not TYPE_CHECKING:
    __getattr__ = lazily(__name__, _HOMES)
