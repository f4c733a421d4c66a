"""The web edition: a book as one HTML file without scripts, other files or the network."""

from guidepub.web.writer import parts, render

__all__ = ["parts", "render"]
