"""Why a reader cannot see what a file holds: the reasons, the same for pages and documents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Reason = Literal[
    "invisible", "small", "faint", "covered", "outside", "hidden",
    "distorted", "crowded", "crossed", "disordered", "narrow", "doubtful",
]  # fmt: skip

_SAID: dict[Reason, str] = {
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

    A doubtful one may be seen or not: nobody can tell from the file.
    """

    where: str
    reason: Reason
    detail: str = ""

    def __str__(self) -> str:
        detail = f" ({self.detail})" if self.detail else ""
        return f"{_SAID[self.reason]}{detail}"


def contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """Return the contrast of two sRGB colours, parts from 0 to 255 (WCAG 2.2, 1.4.3)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def blended(ink: tuple[float, ...], paper: tuple[float, ...], alpha: float) -> tuple[float, ...]:
    """Return the colour that an ink of some opacity, 0 to 1, gives on a paper."""
    return tuple(alpha * over + (1 - alpha) * under for over, under in zip(ink, paper, strict=True))


def in_words(problems: Iterable[Problem]) -> str:
    """Return each reason once, with the first place and figure that shows it."""
    said: dict[Reason, str] = {}
    for problem in sorted(problems):
        said.setdefault(problem.reason, f"{problem} on {problem.where}")
    return "; ".join(said.values())


def _luminance(colour: tuple[float, ...]) -> float:
    """WCAG 2.2: relative luminance."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in colour[:3])
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
