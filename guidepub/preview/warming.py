"""What a worker does before anything is asked of it, so that the first page comes soon."""

from __future__ import annotations

import importlib
import os


def warm_all() -> None:
    """Load the page maker."""
    importlib.import_module("guidepub.preview.typesetting")
    importlib.import_module("guidepub.preview.publications")


def warm_behind() -> None:
    """Load the page maker for what may wait a little while something else is shown first."""
    if hasattr(os, "nice"):
        os.nice(5)
    warm_all()


def warm_little() -> None:
    """Load what a survey needs."""
    importlib.import_module("guidepub.preview.surveys")
