"""Imports that a worker makes before its first call, so that the first page appears soon."""

from __future__ import annotations

import importlib
import os

# The niceness of the other processes, so that drafts come first; 19 is the highest.
_NICE = 10


def warm_all() -> None:
    """Import everything that makes pages."""
    importlib.import_module("guidepub.preview.typesetting")
    importlib.import_module("guidepub.preview.publications")


def warm_behind() -> None:
    """Import everything that makes pages, at a lower priority than drafts."""
    _yield_to_drafts()
    warm_all()


def warm_little() -> None:
    """Import everything that a survey needs, at a lower priority than drafts."""
    _yield_to_drafts()
    importlib.import_module("guidepub.preview.surveys")


def _yield_to_drafts() -> None:
    if hasattr(os, "nice"):
        os.nice(_NICE)
