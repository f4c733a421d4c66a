"""Guide and imprint to book. The only stage that knows the order of leaves and owed notices."""

from guidepub.assembly.books import assemble

__all__ = ["assemble"]
