"""A book to one HTML file that needs nothing beside it: no script, no other file, no network."""

from guidepub.web.writer import render

__all__ = ["render"]
