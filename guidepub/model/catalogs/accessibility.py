"""What a publisher states about the accessibility of its books, and what a file may claim.

A claim takes both somebody who certifies it, whom the catalogue names, and validators that have
found no fault in exactly these bytes. Neither can replace the other: no program can judge whether a
text alternative is a good one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from guidepub.model.validation.fields import IsoDate, Name, Text
from guidepub.model.validation.frozen import Model

Exemption = Literal["microenterprise", "disproportionate-burden", "fundamental-alteration"]
"""Why the European Accessibility Act asks less of a book: Directive (EU) 2019/882, 4(5) and 14."""

WcagVersion = Literal["2.0", "2.1", "2.2"]
WcagLevel = Literal["A", "AA", "AAA"]

Claims = Literal["usual", "certified", "none"]
"""What a file claims of its accessibility.

usual: what guidepub's own proof has shown. certified: that, and what validators have confirmed.
none: nothing, since a validator denies it.
"""

CLAIMING: tuple[Literal["screen"], Literal["epub"]] = ("screen", "epub")
"""The editions that claims can be made for."""

_ReportAddress = Annotated[
    str, Field(pattern=r"^https://[^\s{}\"<>]+(\{slug\}[^\s{}\"<>]*)?$", max_length=500)
]


class Accessibility(Model):
    """What a catalogue states about the accessibility of its books.

    With `certify`, a build claims conformance in those files in which the validators find no fault.
    `certified_by` is responsible for the claim; `report` is the address of their report, with
    `{slug}` if each book has its own; `evaluated` is the day on which a person last evaluated the
    books.
    """

    certify: bool = False
    certified_by: Name | None = None
    credential: Name | None = None
    report: _ReportAddress | None = None
    evaluated: IsoDate | None = None
    wcag: WcagVersion = "2.2"
    level: WcagLevel = "AA"
    contact: Annotated[Text, Field(pattern=r"^[^\s@<>\"]+@[^\s@<>\"]+$")] | None = None
    exemption: Exemption | None = None

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            certify: bool = False,
            certified_by: str | None = None,
            credential: str | None = None,
            report: str | None = None,
            evaluated: IsoDate | str | None = None,
            wcag: WcagVersion = "2.2",
            level: WcagLevel = "AA",
            contact: str | None = None,
            exemption: Exemption | None = None,
        ) -> None: ...

    @model_validator(mode="after")
    def _answered_for(self) -> Self:
        if self.certify and self.certified_by is None:
            raise PydanticCustomError(
                "certifier", "Nobody is named who certifies the claim: add certified_by", {}
            )
        return self

    @property
    def standard(self) -> str:
        """What a certified EPUB conforms to, in the form that EPUB Accessibility 1.1, 3.5.2 prescribes."""
        return f"EPUB Accessibility 1.1 - WCAG {self.wcag} Level {self.level}"

    def report_on(self, slug: str) -> str | None:
        """Return the address of the report on a book, or None if there is none."""
        return self.report and self.report.replace("{slug}", slug)


class Judgement(Model):
    """A validator that found no fault in a file: its name and its version."""

    validator: Text
    version: str = ""


class Certificate(Model):
    """What a certified file claims, and for which bytes the claim was verified.

    `standard` is what it conforms to, `wcag` and `level` those of an EPUB; `sha256` is that of the
    whole file, whose length is `size` bytes.
    """

    file: Text
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    size: Annotated[int, Field(gt=0)]
    standard: Text
    certified_by: Name
    wcag: WcagVersion | None = None
    level: WcagLevel | None = None
    credential: Name | None = None
    report: Text | None = None
    evaluated: IsoDate | None = None
    validators: tuple[Judgement, ...] = ()
