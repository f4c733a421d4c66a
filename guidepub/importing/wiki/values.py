"""Computes the output of small MediaWiki templates: numbers, measures, dates, symbols.

They are within sentences, “courses of {{formatnum:120}} hours”, which would miss words otherwise.
"""

from __future__ import annotations

import re
from typing import Any

from guidepub.importing.originals.escaping import spaced

# Functions of MediaWiki that show their argument, changing only case or the grouping of digits
# (https://www.mediawiki.org/wiki/Help:Magic_words).
_AS_GIVEN = frozenset({"formatnum", "#formatnum", "lc", "uc", "lcfirst", "ucfirst", "nse", "int"})
_PLURAL = frozenset({"plural", "gender", "grammar"})
# A value, or several, and its unit.
_MEASURES = frozenset("convert cvt val unité unite unidad unidade nb nombre num nu heure heures valor zahl".split())  # fmt: skip
_JOINED = frozenset("date date- dato fecha data jour datum rd currency".split())
_CENTURIES = {
    **dict.fromkeys(("siècle", "s", "s-", "sp", "sp-"), "{}e siècle"),
    "siglo": "siglo {}",
    "século": "século {}",
}
_MONEY = {
    **dict.fromkeys(("usd", "us$", "$"), "${}"),
    **dict.fromkeys(("eur", "euro", "€"), "{} €"),
    **dict.fromkeys(("gbp", "£"), "£{}"),
    **dict.fromkeys(("brl", "r$"), "R${}"),
}
_ROMAN = re.compile(r"[IVX]{1,6}")
_SIGNS = {
    "ndash": "–", "mdash": "—", "snd": " – ", "spaced ndash": " – ", "nbsp": " ", "space": " ",
    "·": " · ", "•": " • ", "dot": " · ", "bullet": " • ", "'": "’", "euro": "€", "mvar": "",
    "frac12": "½", "times": "×", "0": "", "00": "", "000": "", "-?": "", "!": "|", "=": "=",
}  # fmt: skip
_ABOUT = frozenset({"circa", "c.", "ca.", "ca", "vers", "hacia", "um"})
_AS_OF = re.compile(r"as[ _]?of")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")  # fmt: skip
_ORDINAL = re.compile(r"\d{1,3}(?:er|re|ère|e|è|ème|nd|nde|os?|as?)")
_NUMBER = re.compile(r"[-−+]?[\d.,\s]{1,20}")
_BETWEEN = frozenset({"to", "-", "–", "and", "or", "x", "by", "à", "a", "bis", "e", "y"})


def shown_by(template: Any) -> str | None:
    """Return the output of a template as plain words, or None if only the wiki knows it."""
    name = spaced(str(template.name))
    function, colon, value = name.partition(":")
    given = [spaced(str(each.value)) for each in template.params if not each.showkey]
    if colon and function.lower() in _AS_GIVEN and value:
        return _simple(value)
    if colon and function.lower() in _PLURAL and given:
        return _simple(given[0] if value.strip() == "1" else given[-1])
    name = name.lower()
    if _AS_OF.fullmatch(name) and given:
        return _as_of(given, template)
    if name in _SIGNS and not given:
        return _SIGNS[name]
    if _ORDINAL.fullmatch(name) and not given:
        return name
    return _output_of_arguments(name, given, template) if given else None


def _as_of(given: list[str], template: Any) -> str | None:
    """Return “As of May 2023” for a year and the numbers of a month and a day."""
    if template.has("alt"):
        return _simple(spaced(str(template.get("alt").value)))
    year, month, day = [*given, "", ""][:3]
    if month.isdigit() and 1 <= int(month) <= len(_MONTHS):
        month = _MONTHS[int(month) - 1]
    date = " ".join(filter(None, (month, f"{day}," if day else "", year)))
    lead = "Since" if template.has("since", ignore_empty=True) else "As of"
    return _simple(f"{lead.lower() if template.has('lc', ignore_empty=True) else lead} {date}")


def _output_of_arguments(name: str, given: list[str], template: Any) -> str | None:
    """Return the output of a template with an unnamed argument, or None."""
    if name in _CENTURIES and _ROMAN.fullmatch(given[0]):
        return _CENTURIES[name].format(given[0])
    if name in _ABOUT and _NUMBER.match(given[0]):
        return f"c. {given[0]}"
    if name in _MONEY and _NUMBER.fullmatch(given[0]):
        return _MONEY[name].format(given[0])
    if name in _MEASURES and re.match(r"[-−+]?\d", given[0]):
        return _simple(_measure(given, template))
    return _simple(" ".join(given)) if name in _JOINED else None


def _measure(given: list[str], template: Any) -> str:
    """Return values with the words between them and the first unit: “20 to 30 ft”."""
    end = 1
    while end < len(given) and (_NUMBER.fullmatch(given[end]) or given[end] in _BETWEEN):
        end += 1
    unit = given[end : end + 1]
    if not unit and template.has("u"):
        unit = [spaced(str(template.get("u").value))]
    return " ".join([*given[:end], *unit])


def _simple(words: str) -> str | None:
    """Return words if they have no wiki markup, or None."""
    return None if re.search(r"[{}|<>]", words) else re.sub(r"'{2,5}|[\[\]]{2}", "", words)
