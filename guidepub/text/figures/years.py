"""Years in prose: single years, periods, and the target years of projections."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from guidepub.figures.numbers import DASHES, SWUNG_DASHES

# “1950 €”, “2000 Euro”; but “in 2023 $50,000” has a year.
_CURRENCY = (
    r"[ \xa0\u202f]?(?:[€$£](?![ \xa0]?\d)|(?:[Ee]uros?|EUR|CHF|USD|GBP|[Dd]ollars?|dólares|reais|pesos|francs?|francos"
    r"|Franken|pounds|libras)\b)"
)
# After a hyphen, only if it follows another year (2018-2028, not 555-2010); after a point, only if it
# follows a day and a month (03.05.2019).
YEAR = re.compile(
    r"(?:(?<![\d$€£,.])|(?<=\b\d\.\d\.)|(?<=\b\d\.\d\d\.)|(?<=\b\d\d\.\d\.)|(?<=\b\d\d\.\d\d\.))(?:(?<!\d{3}-)|(?<=(?:19|20)\d\d-))"
    r"(?<![$€£][ \xa0])(?<!(?:EUR|CHF|USD|GBP|BRL|CAD)[ \xa0])"
    rf"(?:19|20)\d\d(?!\d|[,.]\d|[ \xa0]?(?:%|percent)|{_CURRENCY})"
)
"""Matches a year from 1900 to 2099 that is not part of another number."""

AHEAD = 2028
"""The first year that is in the future, for which there are projections but no data."""

# A sentence with more is a table.
_MOST = 24
# The end of a clause, and a year at the beginning of a sentence.
_CUT = re.compile(
    r"[;:]\s|,\s|\s[–—]\s|\s(?=(?:and|but|y|pero|et|mais|und|aber|e|mas)\s(?:in|en|em|im Jahr)\s(?:19|20)\d\d\b)"
)
_OPENING = re.compile(
    r"\W*(?:(?!since\b|desde\b|depuis\b|seit\b)[\w.]+\s){0,5}(?:19|20)\d\d,", re.IGNORECASE
)
_SINCE = re.compile(
    r"\b(?:since|from|after|desde|tras|depuis|après|seit|nach|após)\s(?:\w+\s)?$", re.IGNORECASE
)
# In years; no projection is longer.
_LONGEST_STRETCH = 30
_STRETCH = re.compile(
    r"(?<![\d$€£,.-])(?P<first>(?:19|20)\d\d)"
    rf"(?: ?(?P<dash>--|[{DASHES}{SWUNG_DASHES}]) ?| to | through | until | al? | hasta | até | à | bis |(?P<and> and | y | e | et | und ))"
    rf"(?P<last>(?:19|20)\d\d|(?<=[{DASHES}{SWUNG_DASHES}])\d\d)(?![\d%]|[,.]\d|-|{_CURRENCY})"
)
_UNTIL = re.compile(
    r"\b(?:by|until|through|hasta|para|até|bis|d[’']ici|(?:between|from|zwischen|entre)\s+(?:now|today|heute|hoy|ahora|hoje|agora|aujourd[’']hui)\s+(?:and|to|und|y|e|et)|(?:decade|years?|Jahrzehnt|década|décennie)\s+(?:ending|ends|to|up\s+to)(?:\s+in)?|de\s+(?:aquí|hoy)\s+a|daqui\s+até)(?:\s+(?:the|el|o|à|zum|l[’']an))?(?:\s+(?:end\s+of|year|año|ano|Jahr))*\s+$",
    re.I,
)

# Words before the base year of a change: “over its level of 2022”, “gegenüber 2022”.
_BASE = re.compile(
    r"\b(?:over|from|above|than|versus|vs\.?|against|relative\s+to|(?:when\s+)?compared\s+(?:with|to)|"
    r"respecto\s+(?:a|de)l?|frente\s+al?|comparad[oa]\s+(?:con|com)|en\s+comparación\s+con|"
    r"par\s+rapport\s+(?:à|au)|comparée?\s+(?:à|au)|"
    r"gegenüber|verglichen\s+mit|im\s+Vergleich\s+(?:mit|zum?)|"
    r"em\s+relação\s+a[oà]?|em\s+comparação\s+com|face\s+a[oà]?)"
    r"(?:\s+(?!(?:19|20)\d\d)[\w’']{1,12}){0,4}?\s+$",
    re.I,
)


# “(2023)”, “(BLS, May 2023)”, “(Stand: 1. Mai 2023)”.
_IN_BRACKETS = re.compile(
    r"\([^()\d;]{0,40}(?:\d{1,2}\.?\s)?[^()\d;]{0,20}(?P<year>(?:19|20)\d\d)[^()\d;]{0,30}\)"
)
# “, con datos de 2023”, “, chiffres de 2023”, “ – Stand: Mai 2023”, “, in May 2023”: how old a figure is.
_AS_NOTE = re.compile(
    r"(?:,|\s[–—-])\s(?=[^\d,;:()]{0,40}"
    r"(?:\b(?:datos|cifras|estadísticas?|encuesta|censo|donn[ée]es|chiffres|enqu[êe]te|relev[ée]|recensement|statisti\w+"
    r"|dados|números|pesquisa|Daten|Zahlen|Angaben|Stand|Erhebung|Zensus|figures|data|survey|census|estimates|as of)\b"
    r"|(?<=,\s)(?:in|en|em|im Jahr)\s"
    r"|(?:(?:jan|feb|f[ée]v|mar|mär|a[pbv]r|ma[iy]|jun|jui|jul|aug|ago|août|sep|okt|oct|out|nov|de[cz]|déc|dic|ene)[^\W\d]{0,7}\.?\s(?:de\s)?)(?=[12])))"
    r"(?![^\d]{0,40}\b(?:double|twice|than|que|als|fois|doble|dobro|gegenüber|contr[ea]|frente|up|down|from|since|until|desde|depuis|seit)\b)"
    r"(?:[^\W\d][\w.’'-]*:?\s){1,6}(?P<year>(?:19|20)\d\d)(?=\W*(?:$|[.;)]))",
    re.IGNORECASE,
)
# “5 percent growth, 2023–33”, “5 % (2023–33)”.
_BEFORE_NOTE = re.compile(r"[^\d,;.()]{0,40}(?:,|\()\s?")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A period of years, and its place in the text."""

    first: int
    last: int
    start: int
    end: int


def may_be_year(number: Decimal) -> bool:
    """Return whether a number may be a year from 1900 to 2099."""
    return 1900 <= number < 2100


def _may_have_years(text: str) -> bool:
    """Return whether a text has digits with which years begin; a quick test, since most have none."""
    return "20" in text or "19" in text


def years(text: str) -> tuple[tuple[int, int], ...]:
    """Return the offset and the number of each year in a text."""
    if not _may_have_years(text):
        return ()
    found = islice(YEAR.finditer(text), _MOST)
    return tuple((match.start(), int(match[0])) for match in found)


def stretches(text: str) -> tuple[Stretch, ...]:
    """Return the periods in a text, such as `2024–34` and `between 2024 and 2034`."""
    if not _may_have_years(text):
        return ()
    stretches = []
    for match in islice(_STRETCH.finditer(text), _MOST):
        first, last = int(match["first"]), match["last"]
        end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
        if match["and"] and not re.search(
            r"\b(?:between|entre|zwischen)\s+$", text[: match.start()], re.I
        ):
            continue
        if first < end <= first + _LONGEST_STRETCH:
            stretches.append(Stretch(first, end, match.start(), match.end()))
    return tuple(stretches)


def is_target(text: str, at: int) -> bool:
    """Return whether the year at an offset is the end of a projection: “by 2034”, “until the year 2034”."""
    return _UNTIL.search(text[max(at - 40, 0) : at]) is not None


@dataclass(frozen=True, slots=True)
class Dating:
    """The dates of a figure, as far as the text states them.

    `year` is the year of the figure, `stretch` the period of a projection, and `target` the last
    year of a projection whose first year is not stated.
    """

    year: int | None = None
    stretch: tuple[int, int] | None = None
    target: int | None = None


def when(text: str, at: int = 0) -> Dating:
    """Return the dates of a figure at an offset; of several years, the nearest one is meant."""
    spans = stretches(text)
    single = [
        (start, year)
        for start, year in years(text)
        if not any(span.start <= start < span.end for span in spans)
    ]
    targets = [(start, year) for start, year in single if is_target(text, start)]
    plain = [pair for pair in single if pair not in targets]
    stretch = next(((span.first, span.last) for span in spans), None)
    stretch = stretch or _from_base(text, plain, targets)
    plain = [pair for pair in plain if spans or not stretch or pair[1] != stretch[0]]
    # “In 2013 … rents; by 2023 they earned …”: after the later year, 2013 no longer applies.
    last = max((start for start, _ in targets if start < at), default=0)
    plain = [pair for pair in plain if pair[0] >= last]
    plain = _years_of_clause(text, plain, at) or plain
    return Dating(_nearest(plain, at), stretch, None if stretch else _nearest(targets, at))


def dated_behind(text: str, at: int) -> Dating:
    """Return the year that a note states after a figure: “€15 an hour or €31,200 (2023)”.

    The note is in brackets, or ends the clause (“, with data for 2023”, “, 2023–33”). Empty if the
    text has another year, or a semicolon before this one.
    """
    spans = stretches(text)
    if len(spans) == 1 and _BEFORE_NOTE.fullmatch(text, at, spans[0].start):
        is_alone = all(spans[0].start <= start < spans[0].end for start, _ in years(text))
        return Dating(stretch=(spans[0].first, spans[0].last)) if is_alone else Dating()
    is_alone = len(years(text)) == 1
    found = (_IN_BRACKETS.search(text, at) or _AS_NOTE.search(text, at)) if is_alone else None
    if (
        found is None
        or ";" in text[at : found.start()]
        or _SINCE.search(text[: found.start("year")])
    ):
        return Dating()
    return Dating(year=int(found["year"]))


def _from_base(
    text: str, plain: list[tuple[int, int]], targets: list[tuple[int, int]]
) -> tuple[int, int] | None:
    """Return the period of “by 2032, compared with 2022”, or None if there are several such years."""
    bases = [year for start, year in plain if _BASE.search(text[max(start - 60, 0) : start])]
    if len(bases) != 1 or len(targets) != 1:
        return None
    first, last = bases[0], targets[0][1]
    return (first, last) if first < last <= first + _LONGEST_STRETCH else None


def _years_of_clause(text: str, plain: list[tuple[int, int]], at: int) -> list[tuple[int, int]]:
    """Return those years that are in the same clause as a figure.

    The year of “In 2023, …” also belongs to the first clause; a year after “since” to none.
    """
    cuts = [0, *(match.end() for match in _CUT.finditer(text)), len(text)]
    start = max(cut for cut in cuts if cut <= at)
    end = min((cut for cut in cuts if cut > at), default=len(text))
    if cuts[1] == start and _OPENING.match(text):
        start = 0
    return [
        (place, year)
        for place, year in plain
        if start <= place < end and not _SINCE.search(text[max(place - 20, 0) : place])
    ]


def _nearest(places: list[tuple[int, int]], at: int) -> int | None:
    behind = [pair for pair in places if pair[0] >= at]
    return min(behind or places, key=lambda pair: abs(pair[0] - at), default=(0, None))[1]
