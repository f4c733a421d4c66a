"""Notices: the approved legal texts, and when a guide owes one."""

from __future__ import annotations

import datetime
import string
from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from guidepub.files.dates import build_date
from guidepub.model.formats.editions import Bearer
from guidepub.model.notices.terms import MachineTerms
from guidepub.model.validation.fields import (
    Day,
    IsoDate,
    LanguageTag,
    Name,
    NonEmpty,
    Several,
    WholeNumber,
)
from guidepub.model.validation.frozen import Model
from guidepub.words.wording import filled

COPYRIGHT = "copyright"
"""The notice in whose place a book has a plain copyright line if the register has none."""

PLACEHOLDERS = frozenset({"holder", "years", "title", "edition", "imprint", "place"})
"""What a notice's wording may leave to the book: nothing else is ever filled in."""


Status = Literal["draft", "approved", "retired"]
Placement = Literal["imprint-page", "front", "back"]


class When(Model):
    """The conditions under which a guide owes a notice. All given conditions must hold.

    Within one condition, any of the listed names is enough.
    """

    tags: tuple[NonEmpty, ...] = ()
    facts: tuple[NonEmpty, ...] = ()
    directives: tuple[NonEmpty, ...] = ()
    sources: tuple[NonEmpty, ...] = ()
    imprints: tuple[NonEmpty, ...] = ()
    languages: tuple[LanguageTag, ...] = ()
    editions: tuple[Bearer, ...] = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            tags: Several[str] = (),
            facts: Several[str] = (),
            directives: Several[str] = (),
            sources: Several[str] = (),
            imprints: Several[str] = (),
            languages: Several[str] = (),
            editions: Several[Bearer] = (),
        ) -> None: ...


def _condition(value: object) -> object:
    if isinstance(value, str) and value not in ("always", "never"):
        raise PydanticCustomError("when", "“{value}” is not a condition", {"value": value})
    return value


def _known_placeholders(text: str) -> str:
    try:
        names = placeholders(text)
    except ValueError as error:
        raise PydanticCustomError(
            "wording", "The wording is wrong: {reason}", {"reason": str(error)}
        ) from error
    if unknown := sorted(names - PLACEHOLDERS):
        raise PydanticCustomError(
            "placeholder",
            "The placeholder {shown} is unknown",
            {"name": unknown[0], "shown": f"{{{unknown[0]}}}", "known": sorted(PLACEHOLDERS)},
        )
    return text


def _bad_dates(reason: str) -> PydanticCustomError:
    return PydanticCustomError("dates", "The notice {reason}", {"reason": reason})


class Notice(Model):
    """One version of a legal text in one language.

    The wording is plain text: paragraphs separated by a blank line, `{holder}` and the other
    placeholders of `PLACEHOLDERS`, doubled braces for a brace. It is printed as it is.

    `fallback_for` names the languages whose books may have this wording for want of one of their
    own. `min_size` (points) and `min_contrast` (WCAG 2.2, 1.4.3: from 1 to 21) are the minimum for
    it to be visible to readers. `machine` has its machine-readable terms. An approved notice may
    name the day on which it will be `retired`. A notice that no book owes any more is kept with
    `when` set to `never`, so that old books can still be checked.
    """

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    version: Annotated[WholeNumber, Field(ge=1)]
    language: LanguageTag
    status: Status = "approved"
    approved: IsoDate | None = None
    retired: IsoDate | None = None
    placement: Placement = "back"
    when: Annotated[When | Literal["always", "never"], BeforeValidator(_condition)] = "always"
    title: Name | None = None
    text: Annotated[NonEmpty, AfterValidator(_known_placeholders)]
    fallback_for: tuple[LanguageTag, ...] = ()
    min_size: Annotated[float, Field(ge=1, le=72)] = 6.0
    min_contrast: Annotated[float, Field(ge=1, le=21)] = 4.5
    machine: MachineTerms | None = None

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            id: str,  # noqa: A002 - the name that it has in catalog.toml
            version: int,
            language: str,
            text: str,
            status: Status = "approved",
            approved: Day | None = None,
            retired: Day | None = None,
            placement: Placement = "back",
            when: When | Literal["always", "never"] = "always",
            title: str | None = None,
            fallback_for: Several[str] = (),
            min_size: float = 6.0,
            min_contrast: float = 4.5,
            machine: MachineTerms | None = None,
        ) -> None: ...

    @model_validator(mode="after")
    def _dates_fit_the_status(self) -> Self:
        if self.status == "draft" and (self.approved or self.retired):
            raise _bad_dates("is a draft, but has a date of approval or retirement")
        if self.approved is not None and self.retired is not None and self.retired < self.approved:
            raise _bad_dates("was retired before it was approved")
        return self

    @property
    def status_today(self) -> Status:
        """The status on the day of this build: an approved notice ends on its last day.

        Raises:
            UsageError: as `dates.build_date`, which is only used for a notice with a last day.
        """
        if self.status == "approved" and self.retired is not None and self.retired <= build_date():
            return "retired"
        return self.status

    @property
    def is_in_force(self) -> bool:
        """Whether this version is in force on the day of this build.

        Raises:
            UsageError: as `dates.build_date`, which is only used for a notice with a date.
        """
        dated = self.approved is not None or self.retired is not None
        if self.status != "approved" or not dated:
            return self.status == "approved"
        return self.is_in_force_on(build_date())

    def is_in_force_on(self, day: datetime.date) -> bool:
        """Return whether this version is in force on a day."""
        return (
            self.status == "approved"
            and (self.approved is None or self.approved <= day)
            and (self.retired is None or day < self.retired)
        )

    @property
    def standing(self) -> str:
        """The status of the notice today, in words, as in “is a draft” or “was retired on 2026-12-01”."""
        if self.status == "draft":
            return "is a draft"
        if self.status_today == "retired":
            return f"was retired on {self.retired}" if self.retired else "is retired"
        return "is in force" if self.is_in_force else f"is not approved until {self.approved}"

    @property
    def name(self) -> str:
        """The id with the version, as in `disclaimer@3`."""
        return f"{self.id}@{self.version}"

    @property
    def key(self) -> str:
        """The unique key of this wording in a catalogue, as in `disclaimer@3 en`."""
        return f"{self.name} {self.language}"

    def wording(self, values: dict[str, str]) -> str:
        """Return the text with its placeholders filled.

        Raises:
            KeyError: a placeholder has no value.
        """
        return filled(self.text, values)


def placeholders(text: str) -> frozenset[str]:
    """Return the names in single braces.

    Raises:
        ValueError: braces are unbalanced, or contain more than a name.
    """
    try:
        parts = list(string.Formatter().parse(text))
    except ValueError as error:
        raise ValueError("a brace has no partner") from error
    names = set()
    for _, name, form, conversion in parts:
        if name is None:
            continue
        if form or conversion or not name.isidentifier():
            inside = name + (f"!{conversion}" if conversion else "") + (f":{form}" if form else "")
            raise ValueError(f"{{{inside}}} is not a placeholder")
        names.add(name)
    return frozenset(names)
