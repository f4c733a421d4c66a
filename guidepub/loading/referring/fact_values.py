"""Figures in facts that would not be printed as they are meant."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

from guidepub.figures.locales import is_currency, notation
from guidepub.figures.numbers import Number, NumberError, read_number
from guidepub.findings import Finding
from guidepub.loading.formats.documents import Document
from guidepub.model import Fact, Guide

# A code or a year in quotes may be meant as the text that it is.
_BARE = re.compile(r"[-+]?[0-9]+(?:\.[0-9]+)?")


def value_findings(guide: Guide, document: Document) -> Iterator[Finding]:
    """Yield a finding for each figure that is written as a text, or in a way that has two meanings.

    A text is printed as it is, in whatever language; so a figure must not be one.
    """
    for key, fact in guide.facts.items():
        place = document.place(("facts", key, "value"))
        if isinstance(fact.value, str):
            if (number := _written(fact.value, guide.language)) is not None:
                message = f"“{fact.value}” is a figure, but is written as text."
                unit = {"": "jobs", "%": "percent"}.get(number.beside, "USD/year")
                remedy = f"Write its digits, {number.value:f}, and its unit, such as {unit}."
                yield Finding(place, "D011", message, remedy)
        elif _may_be_grouped(fact, guide.language):
            digits = f"{fact.value:f}"
            whole = digits.replace(".", "")
            message = (
                f"{digits} may mean {whole}, since {guide.language} groups digits with points."
            )
            remedy = f"Write {whole}, or {digits}0 if the point precedes decimals."
            yield Finding(place, "D011", message, remedy)


def _written(text: str, language: str) -> Number | None:
    """Return the figure that a text is as a whole, or None."""
    if _BARE.fullmatch(text):
        return None
    for form in (language, "en", "de"):
        try:
            number = read_number(text, form)
        except NumberError:
            continue
        beside = number.beside
        is_money = is_currency(beside) or any(unicodedata.category(sign) == "Sc" for sign in beside)
        if beside in ("", "%") or is_money:
            return number
    return None


def _may_be_grouped(fact: Fact, language: str) -> bool:
    """Return whether a number looks like one of thousands in a language that groups with points."""
    signs = notation(language)
    return (
        isinstance(fact.value, Decimal)
        and fact.unit != "percent"
        and fact.value.as_tuple().exponent == -3
        and 1 <= abs(fact.value) < 1000
        and "." in (signs.group, signs.currency_group)
    )
