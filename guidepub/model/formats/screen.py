"""The standards for the edition for reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from guidepub.model.validation.frozen import Model

Standard = Literal["ua-1", "ua-2"]
"""PDF/UA-1 with PDF/A-2a, or PDF/UA-2 with PDF/A-4 (ISO 14289, ISO 19005)."""


class Screen(Model):
    """The edition for reading: `standard` is the part of PDF/UA that its file conforms to."""

    standard: Standard = "ua-1"

    if TYPE_CHECKING:

        def __init__(self, *, standard: Standard = "ua-1") -> None: ...

    @property
    def standards(self) -> tuple[str, str]:
        """The names of the parts of PDF/UA and PDF/A that the file conforms to."""
        return ("PDF/UA-2", "PDF/A-4") if self.standard == "ua-2" else ("PDF/UA-1", "PDF/A-2A")
