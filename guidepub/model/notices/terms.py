"""The machine-readable terms of a notice: on mining, on training of AI, on the licence.

Each term is from a public vocabulary: TDMRep (W3C Community Group, May 2024), the PLUS License
Data Format 2.0.1, and Creative Commons' ccREL.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Literal, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from guidepub.model.validation.fields import WebAddress
from guidepub.model.validation.frozen import Model

RESERVATION, POLICY = "tdm:reservation", "tdm:policy"
TRAINING, LICENSE = "plus:DataMining", "cc:license"

TERMS = (RESERVATION, POLICY, TRAINING, LICENSE)
"""The statements by their names in a package document."""

EPUB_PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "tdm": "http://www.w3.org/ns/tdmrep#",
        "plus": "http://ns.useplus.org/ldf/xmp/1.0/",
        "cc": "http://creativecommons.org/ns#",
    }
)
"""What the prefixes of the names stand for in a package document."""

XMP_NAMESPACES: Mapping[str, str] = MappingProxyType(
    # The PDF Association, “Using TDMRep to license AI mining of PDFs”, 2026-03-17.
    {**EPUB_PREFIXES, "tdm": "http://www.w3.org/ns/tdmrep/"}
)
"""What they stand for in XMP."""

HTML_NAMES: Mapping[str, str] = MappingProxyType(
    {"tdm-reservation": RESERVATION, "tdm-policy": POLICY, "license": LICENSE, TRAINING: TRAINING}
)
"""The statements by their names in a page of HTML: of `<meta>`, and for `license` of `<link>`."""

AiTraining = Literal["allowed", "prohibited", "prohibited-generative"]
"""Whether AI may be trained with a book; the last forbids it for generative AI alone."""

_VALUES: Mapping[AiTraining, str] = MappingProxyType(
    {
        "allowed": "http://ns.useplus.org/ldf/vocab/DMI-ALLOWED",
        "prohibited": "http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-AIMLTRAINING",
        "prohibited-generative": "http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-GENAIMLTRAINING",
    }
)


class MachineTerms(Model):
    """The machine-readable terms of a notice.

    `mining` is about text and data mining; `mining_policy` is the address of the terms on which it
    is offered, and `license` that of the licence for the book.
    """

    mining: Literal["reserved", "free"] | None = None
    mining_policy: WebAddress | None = None
    ai_training: AiTraining | None = None
    license: WebAddress | None = None

    @model_validator(mode="after")
    def _a_policy_is_for_what_is_reserved(self) -> Self:
        if self.mining_policy and self.mining != "reserved":
            raise PydanticCustomError(
                "policy", "A policy is stated, but mining is not reserved", {}
            )
        return self

    def properties(self) -> Iterator[tuple[str, str]]:
        """Yield the stated terms by their names in a package document."""
        if self.mining is not None:
            yield RESERVATION, "1" if self.mining == "reserved" else "0"
        if self.mining_policy is not None:
            yield POLICY, self.mining_policy
        if self.ai_training is not None:
            yield TRAINING, _VALUES[self.ai_training]
        if self.license is not None:
            yield LICENSE, self.license


def stated_terms(terms: Iterable[MachineTerms | None]) -> dict[str, str]:
    """Return the machine-readable terms of several notices, by name; the first one wins."""
    found: dict[str, str] = {}
    for each in terms:
        for name, value in each.properties() if each else ():
            found.setdefault(name, value)
    return found
