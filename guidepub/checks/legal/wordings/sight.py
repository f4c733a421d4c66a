"""The reasons why a reader cannot see a text, the same for pages and documents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Reason = Literal[
    "invisible", "small", "faint", "covered", "outside", "hidden",
    "distorted", "crowded", "crossed", "disordered", "narrow", "doubtful",
]  # fmt: skip

_DESCRIPTIONS: dict[Reason, str] = {
    "invisible": "drawn so that it cannot be seen",
    "small": "too small",
    "faint": "too faint",
    "covered": "covered or cut off",
    "outside": "off the page",
    "hidden": "hidden by a style",
    "distorted": "drawn askew or out of shape",
    "crowded": "with lines over each other",
    "crossed": "with something drawn through its lines",
    "disordered": "with its lines out of order or torn apart",
    "narrow": "in a column of hardly a word",
    "doubtful": "not known to be seen",
}


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Why a wording cannot be seen, on which page or document, with the figure measured.

    A doubtful wording may be seen or not: the file does not show which.
    """

    where: str
    reason: Reason
    detail: str = ""

    def __str__(self) -> str:
        detail = f" ({self.detail})" if self.detail else ""
        return f"{_DESCRIPTIONS[self.reason]}{detail}"


def in_words(problems: Iterable[Problem]) -> str:
    """Return each reason once, with the first place and figure that shows it."""
    text_by_reason: dict[Reason, str] = {}
    for problem in sorted(problems):
        text_by_reason.setdefault(problem.reason, f"{problem} on {problem.where}")
    return "; ".join(text_by_reason.values())
