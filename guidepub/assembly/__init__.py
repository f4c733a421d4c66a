"""Guide and imprint to book. The only stage that knows the order of leaves and owed notices."""

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
