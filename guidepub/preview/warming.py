"""What a worker does before anything is asked of it, so that the first page comes soon."""

from __future__ import annotations


def warm_all() -> None:
    """Load the page maker."""
    from guidepub.preview import publications, typesetting

    assert publications and typesetting


def warm_little() -> None:
    """Load what a survey needs."""
    from guidepub.preview import surveys

    assert surveys
