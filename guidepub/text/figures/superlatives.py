"""Superlatives in a sentence: the largest employer, the best pay.

Two sentences contradict each other if they name different ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guidepub.text.figures.mentions import stems

_NAME = r"(?P<who>[A-Z\w][^,.;:]{2,60}?)"
_FORMS = (
    ("employer", rf"{_NAME}\s+(?:employs?|employed|hires?|hired)\s+(?:the\s+(?:largest|greatest|biggest)\s+(?:share|number|part)|(?:by\s+far\s+)?the\s+most|more\s+\w+\s+than\s+any)\b"),
    ("employer", rf"{_NAME}\s+(?:is|are|was|were|remains?)\s+(?:by\s+far\s+)?the\s+(?:largest|biggest|main|chief|top)\s+employers?\b"),
    ("employer", r"\b(?:the\s+)?(?:largest|biggest|main|chief|top)\s+employers?\s+(?:of\s+[^,.;:]{2,40}?\s+)?(?:is|are|was|were)\s+(?P<who2>[^,.;:]{2,60})"),
    ("employer", r"\bmore\s+[\w\s]{3,30}?\s+works?\s+(?:for|in|at)\s+(?P<who3>[^,.;:]{2,50}?)\s+than\s+(?:for|in|at)\s+any\s+other\b"),
    ("employer", r"\b(?:la\s+mayor\s+parte|la\s+mayoría)\s+(?:de\s+[\w\s]{3,40}?\s+)?trabajan?\s+(?:en|para)\s+(?P<who4>[^,.;:]{2,50})"),
    ("pay", rf"{_NAME}\s+(?:pays?|paid)\s+(?:by\s+far\s+)?(?:the\s+(?:best|most|highest\s+\w+)|best|more\s+than\s+any\s+other)\b"),
    ("pay", r"\b(?:the\s+)?(?:best|highest)[\s-]pay(?:ing)?\s+(?:state|industry|employer|sector|region|city)\s+(?:is|are|was)\s+(?P<who5>[^,.;:]{2,60})"),
)  # fmt: skip
_PATTERNS = tuple((kind, re.compile(form, re.IGNORECASE)) for kind, form in _FORMS)
_SUPERLATIVE = re.compile(
    r"\b(?:largest|greatest|biggest|main|chief|top|most|best|highest|than\s+any|any\s+other|mayor)\b",
    re.IGNORECASE,
)
_LIMITED = re.compile(
    r"\b(?:among|after|second|next|in\s+(?:19|20)\d\d|used\s+to|once|was|were|except|apart|if|may|might|some)\b|\bone\s+of\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class First:
    """The first of a kind, such as the largest employer, and its place in a sentence."""

    kind: str
    who: frozenset[str]
    start: int
    text: str

    def contradicts(self, other: First) -> bool:
        """Return whether the two name different ones as first of the same kind."""
        return self.kind == other.kind and bool(self.who and other.who) and not self.who & other.who


def firsts(sentence: str) -> Iterator[First]:
    """Yield the firsts in a sentence, unless it limits them in some way."""
    if not _SUPERLATIVE.search(sentence) or _LIMITED.search(sentence):
        return
    for kind, form in _PATTERNS:
        if match := form.search(sentence):
            who = next(words for words in match.groups() if words)
            yield First(kind, stems(who), match.start(), match[0])
            return
