"""What a worker does before anything is asked of it, so that the first page comes soon."""

from __future__ import annotations

import importlib
import os

# How much the process that draws what is shown at once goes before the others; 19 is the most.
_NICE = 10


def warm_all() -> None:
    """Load the page maker."""
    importlib.import_module("guidepub.preview.typesetting")
    importlib.import_module("guidepub.preview.publications")


def warm_behind() -> None:
    """Load the page maker for what may wait a little while something else is shown first."""
    _yield_to_drafts()
    warm_all()


def warm_little() -> None:
    """Load what a survey needs, which may wait as well."""
    _yield_to_drafts()
    importlib.import_module("guidepub.preview.surveys")


def _yield_to_drafts() -> None:
    if hasattr(os, "nice"):
        os.nice(_NICE)
