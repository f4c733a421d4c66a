"""A book to one HTML file that needs nothing beside it: no script, no other file, no network."""

from guidepub.web.writer import parts, render

__all__ = ["parts", "render"]
