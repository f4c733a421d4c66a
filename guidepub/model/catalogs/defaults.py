"""The settings of a catalogue for guides that do not set anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from guidepub.model.formats.edition_fields import StatedEdition
from guidepub.model.formats.editions import Edition
from guidepub.model.formats.trim import PRESETS, Trim, TrimSize
from guidepub.model.guides.guide import ListKind, NumberedKind
from guidepub.model.validation.fields import LanguageTag, NonEmpty, Several
from guidepub.model.validation.frozen import Model
from guidepub.themes.folders.shipped import USUAL_THEME

_USUAL: tuple[Edition, ...] = ("screen", "epub")


class Defaults(Model):
    """The settings for guides that do not set anything else.

    `wage_scale` is the end of the scale of all strips of yearly wages, in their currency; without
    it each has its own. `numbered` is what is numbered throughout a book, and `lists` what it has
    lists of, which is then numbered as well. `citations` is the citation style, a CSL file or a
    name; without one, books cite by number.
    """

    language: LanguageTag = "en-US"
    theme: NonEmpty = USUAL_THEME
    trim: TrimSize = PRESETS["us-trade"]
    editions: Annotated[tuple[StatedEdition, ...], Field(min_length=1)] = _USUAL
    wage_scale: Annotated[int, Field(gt=0, le=10**9)] | None = None
    numbered: Annotated[tuple[NumberedKind, ...], Field(max_length=3)] = ()
    lists: Annotated[tuple[ListKind, ...], Field(max_length=2)] = ()
    citations: NonEmpty | None = None

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            language: str = "en-US",
            theme: str = "classic",
            trim: Trim | str = "us-trade",
            editions: Several[Edition] = _USUAL,
            wage_scale: int | None = None,
            numbered: Several[NumberedKind] = (),
            lists: Several[ListKind] = (),
            citations: str | None = None,
        ) -> None: ...
