"""How long a training takes, as sentences say it: “takes twelve months”, “the two-year program”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from guidepub.text.quantities import all_figures

_NOUNS = r"(?P<what>program|course|training|apprenticeship|residency|internship|academy|class|curriculum|fellowship)"
_UNITS = r"(?P<unit>day|week|month|year|hour)s?"
_WEEKS = {"week": Decimal(1), "month": Decimal(52) / 12, "year": Decimal(52), "day": Decimal(1) / 7}
_NUMBER = (
    r"(?P<number>\d[\d,.]*|[a-z]+(?:[- ](?:one|two|three|four|five|six|seven|eight|nine|half))?)"
)
_SAID = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b(?:the|our|this|whole|entire|full)\s+(?P<which>(?:[\w’'-]+\s+){{0,3}}?){_NOUNS}\s+(?:itself\s+)?(?:takes|lasts|runs(?:\s+for)?)\s+(?:you\s+)?(?:exactly\s+)?{_NUMBER}\s+{_UNITS}\b",
        # Of programs there are short and long ones; of apprenticeships in a trade, seldom.
        rf"^(?:an\s+)?(?P<what>apprenticeship)s?\s+(?:in\s+(?:the|this)\s+trade\s+)?(?:takes?|lasts?|runs?(?:\s+for)?)\s+(?:exactly\s+)?{_NUMBER}\s+{_UNITS}\b",
        rf"\b(?:the|those|these|all|over|our)\s+(?:the\s+)?(?:full\s+|whole\s+)?{_NUMBER}\s+{_UNITS}\s+of\s+(?:the|our|this|your)\s+(?:[\w’'-]+\s+){{0,2}}?{_NOUNS}\b",
        rf"\b(?:the|our|this)\s+(?:\w+\s+)?{_NUMBER}-{_UNITS}\s+(?:[\w’'-]+\s+){{0,2}}?{_NOUNS}\b",
    )
)
# Two times differ where one is this much longer: twelve months are 52 weeks or 50.
_LONGER = Decimal("1.15")
_LIMITED = re.compile(
    r"\b(?:or|if|some|other|another|may|can|about|around|part-time|evening|full-time|at\s+least|up\s+to|between|to)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Length:
    """How long something takes: what, in which kind of unit, how much, and where it is said.

    `which` are the words that tell it from others of its name, as “associate” does of a program.
    """

    what: str
    which: str
    kind: str
    value: Decimal
    start: int
    text: str

    def contradicts(self, other: Length) -> bool:
        """Tell whether the two give one training two times."""
        is_one = (self.what, self.which, self.kind) == (other.what, other.which, other.kind)
        return is_one and differ(self.value, other.value)


def differ(first: Decimal, second: Decimal) -> bool:
    """Tell whether two times in the same unit are not one time that is told in two ways."""
    shorter, longer = sorted((first, second))
    return longer > _LONGER * shorter


def lengths(sentence: str) -> Iterator[Length]:
    """Yield the lengths that a sentence states of one training without an “or” or an “if”."""
    for pattern in _SAID:
        for match in pattern.finditer(sentence):
            found = all_figures(match["number"])
            if len(found) != 1 or _LIMITED.search(match[0]) or found[0].high is not None:
                continue
            unit = match["unit"].casefold()
            kind = "hours" if unit == "hour" else "weeks"
            value = found[0].value * _WEEKS.get(unit, Decimal(1))
            which = (match.groupdict().get("which") or "").casefold().strip()
            yield Length(match["what"].casefold(), which, kind, value, match.start(), match[0])
