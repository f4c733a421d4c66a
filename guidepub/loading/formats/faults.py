"""The faults that pydantic finds in a file, with what its texts may have meant."""

from __future__ import annotations

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from guidepub.loading.formats.documents import Document
from guidepub.model.validation import faults
from guidepub.model.validation.annotated import Path_
from guidepub.text.schooling.levels import level_of


def faults_by_path(error: ValidationError, document: Document) -> dict[Path_, ErrorDetails]:
    """Return the faults that pydantic found by their paths, the most precise one of each."""
    found = faults.faults_by_path(error, document.data)
    for item in found.values():
        if item["type"] == "education":
            item["ctx"]["meant"] = level_of(item["ctx"]["value"])
    return found
