"""Elements of HTML that several readers of pages look for."""

from __future__ import annotations

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
"""The elements of headings, by level."""
