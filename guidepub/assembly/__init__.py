"""Turns a guide and an imprint into a book. Only this stage knows the order of leaves and the owed notices."""

from guidepub.assembly.books import assemble, assemble_traced, handout, owings_of
from guidepub.assembly.released.comparing import Change, changes
from guidepub.assembly.released.snapshots import snapshot
from guidepub.assembly.texts.tracing import untraced

__all__ = [
    "Change",
    "assemble",
    "assemble_traced",
    "changes",
    "handout",
    "owings_of",
    "snapshot",
    "untraced",
]
