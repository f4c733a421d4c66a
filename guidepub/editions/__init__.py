"""The editions of a book: one module makes each, and `Production` makes and proves them all.

What is true of every file of an edition stands in `guidepub.model.editions`.
"""

from guidepub.editions.collating import check_text
from guidepub.editions.production import Production, file_with_places, manuscript, unproved_file
from guidepub.editions.rendering import given_up, render
from guidepub.editions.shared import SharedParts

__all__ = [
    "Production",
    "SharedParts",
    "check_text",
    "file_with_places",
    "given_up",
    "manuscript",
    "render",
    "unproved_file",
]
