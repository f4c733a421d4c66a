"""A catalogue's settings for `guidepub lint`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from guidepub.model.validation.fields import NonEmpty, Several, WholeNumber
from guidepub.model.validation.frozen import Model


def _in_order(words: tuple[int, int]) -> tuple[int, int]:
    if words[0] > words[1]:
        raise PydanticCustomError("words", "The shortest is longer than the longest", {})
    return words


LintCode = Annotated[str, Field(pattern=r"^[A-Z]{1,8}[0-9]{3}$")]


class LintSettings(Model):
    """How strict `guidepub lint` is with a catalogue's guides.

    `off` and `severity` name codes. `fact_years` and `retrieved_years` are how many years older
    than the edition a figure, or the retrieval of a source, may be. `reading_grade` is the highest
    school grade (Flesch-Kincaid) of a section, `sentence_words` the longest sentence,
    `section_words` the shortest and the longest section, in words. `words` are added to the
    dictionary; `avoid` has words to avoid, each with what to say instead.
    """

    off: tuple[LintCode, ...] = ()
    severity: Mapping[LintCode, Literal["error", "warning"]] = {}
    fact_years: WholeNumber = 3
    retrieved_years: WholeNumber = 2
    reading_grade: Annotated[float, Field(gt=0, le=30)] = 15
    sentence_words: Annotated[WholeNumber, Field(ge=5)] = 45
    section_words: Annotated[tuple[WholeNumber, WholeNumber], AfterValidator(_in_order)] = (
        40,
        4000,
    )
    words: tuple[NonEmpty, ...] = ()
    avoid: Mapping[NonEmpty, NonEmpty] = {}

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            off: Several[str] = (),
            severity: Mapping[str, Literal["error", "warning"]] = ...,
            fact_years: int = 3,
            retrieved_years: int = 2,
            reading_grade: float = 15,
            sentence_words: int = 45,
            section_words: Several[int] = (40, 4000),
            words: Several[str] = (),
            avoid: Mapping[str, str] = ...,
        ) -> None: ...
