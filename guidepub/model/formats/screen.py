"""What the edition for reading is to keep to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from guidepub.model.validation.frozen import Model

Standard = Literal["ua-1", "ua-2"]
"""PDF/UA-1 with PDF/A-2a, or PDF/UA-2 with PDF/A-4 (ISO 14289, ISO 19005)."""


class Screen(Model):
    """The edition for reading: `standard` is which part of PDF/UA its file keeps to."""

    standard: Standard = "ua-1"

    if TYPE_CHECKING:

        def __init__(self, *, standard: Standard = "ua-1") -> None: ...

    @property
    def standards(self) -> tuple[str, str]:
        """The parts of PDF/UA and PDF/A that the file keeps to, by their names."""
        return ("PDF/UA-2", "PDF/A-4") if self.standard == "ua-2" else ("PDF/UA-1", "PDF/A-2A")
