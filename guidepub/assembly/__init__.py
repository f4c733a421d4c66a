"""Guide and imprint to book. The only stage that knows the order of leaves and owed notices."""

from guidepub.assembly.books import assemble, assemble_traced, owings_of
from guidepub.assembly.tracing import untraced

__all__ = ["assemble", "assemble_traced", "owings_of", "untraced"]
