"""What sentences say of a thing in figures: how long a licence holds, what a course costs or takes.

Each attribute has ways to say it that mean one value, so that “renewed every two years” can be
held against “valid for five years”, and “free” against a price. They stand in the vocabulary.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from guidepub.text.lengths import differ
from guidepub.text.mentions import mentions
from guidepub.text.quantities import all_figures
from guidepub.text.scope import names_part
from guidepub.text.vocabulary import compiled, either, vocabulary, written_out

_TABLES = ("parts", "same", "limits")


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute of a thing and its value, in days or as an amount.

    An empty `thing` is whatever has the attribute, an empty `kind` the only one of its things.
    """

    name: str
    thing: str
    kind: str
    value: Decimal
    start: int
    text: str

    def contradicts(self, other: Attribute) -> bool:
        """Tell whether the two give one thing two values."""
        one_thing = not self.thing or not other.thing or self.thing == other.thing
        one_kind = not self.kind or not other.kind or self.kind == other.kind
        is_one = self.name == other.name and one_thing and one_kind
        return is_one and differ(self.value, other.value)


@dataclass(frozen=True, slots=True)
class _AttributeForm:
    """A way to say a value; `is_none` for one that says that there is none, as “free” does."""

    name: str
    pattern: re.Pattern[str]
    is_none: bool


@functools.cache
def _forms(
    language: str,
) -> tuple[tuple[_AttributeForm, ...], re.Pattern[str], tuple[tuple[re.Pattern[str], str], ...]]:
    table = vocabulary("attributes", language)
    parts = table.get("parts", {})
    forms = tuple(
        _AttributeForm(name, compiled(rf"\b{written_out(form, parts)}"), key == "none")
        for name, said in table.items()
        if name not in _TABLES
        for key in ("none", "forms")
        for form in said.get(key, ())
    )
    limits = compiled(rf"\b{either(table.get('limits', {}).get('forms', ()))}\b")
    same = tuple((compiled(f"(?:{form})"), name) for form, name in table.get("same", {}).items())
    return forms, limits, same


def attributes(sentence: str, language: str = "en") -> Iterator[Attribute]:
    """Yield the attributes that a sentence gives a value, the first of each."""
    forms, limits, same = _forms(language)
    if not forms or sentence.rstrip().endswith("?") or names_part(sentence):
        return
    told: set[str] = set()
    for form in forms:
        match = form.pattern.search(sentence)
        if match is None or form.name in told or limits.search(match[0]):
            continue
        value = Decimal(0) if form.is_none else _value(match, language)
        if value is None or limits.search(sentence[: match.start()]):
            continue
        told.add(form.name)
        named = (match.groupdict().get("thing") or "").casefold()
        thing = next((name for stem, name in same if stem.match(named)), named.removesuffix("s"))
        kind = (match.groupdict().get("kind") or "").casefold().strip()
        yield Attribute(form.name, thing, kind, value, match.start(), match[0])


def _value(match: re.Match[str], language: str) -> Decimal | None:
    """Return the value that a form states, in days or as an amount; None for none."""
    groups = match.groupdict()
    if time := groups.get("time"):
        counted = [m for m in mentions(f" {time.replace('-', ' ')}", language) if m.noun == "time"]
        return counted[0].value if counted else None
    if money := groups.get("money"):
        found = all_figures(money, language)
        return found[0].value if found else None
    return Decimal(1) if "some" in groups else None
