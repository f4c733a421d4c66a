"""Reserves: reasons not to take a figure for the occupation's current one, although it reads so.

The text may say that the figure is for a wider group, comes from others, is old, or counts the members
of an association; or the text may be newer than the figure. The words are in
`vocabulary/reserves.*.toml`.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from guidepub.figures.pay import measure_of_pay
from guidepub.text.figures.amounts import counts_thousands
from guidepub.text.figures.quantities import Figure, all_figures
from guidepub.text.figures.quantities import figures as quantities
from guidepub.text.figures.trends import word_before_an_end
from guidepub.text.figures.years import AHEAD, is_target, stretches, years
from guidepub.text.measured.clauses import WHOLE, clause_pieces
from guidepub.text.measured.measures import Statement, is_of_like_size, statements
from guidepub.text.naming.occupations import comparable, is_own, looks_like_one
from guidepub.text.naming.own_names import may_have_name
from guidepub.text.readings.headcounts import counted_others, counted_things
from guidepub.text.readings.then_and_now import overtaken_year
from guidepub.text.vocabulary import compiled, either, vocabulary, written_out

# A figure is out of date if it is this many years older than the latest year in the text; a
# projection, which covers ten years, a little later.
_LONGEST_AGE, _LONGEST_AGE_AHEAD = 5, 7
# Figures from before this year are out of date in any text.
_OLD = AHEAD - 18
# A longer sentence is a table; only this many characters are searched.
_LONGEST = 1000
_NEAR, _FAR = 40, 80
# The end of a clause, and the most words in an introductory phrase.
_CUT = re.compile(r"[;:]\s|,\s(?!\d)|\s[–—]\s")
_MOST_OPENING = 5
# “Captains, mates and pilots of water vessels had”.
_SUBJECT = re.compile(
    r"\W*(?P<who>[^\W\d][\w’'-]*(?:,? [\w’'&-]+){1,7}?) (?:of|in|had|have|earn|earned|held|hold|are|were|made|make|get|got|with|who)\b"
)
# “Number of jobs (in thousands): 219”.
_ASIDE = re.compile(r"\([^()\d]{1,40}\)")
_JOINTS = re.compile(r",\s*(?:and\s+)?|\s+(?:and|&)\s+")
_MEDIAN = re.compile(
    r"[^;]{0,20}\((?:the )?(?:la )?(?:a )?(?:median|mediana|médiane)\b|\((?:median|mediana|médiane|Median)\)",
    re.IGNORECASE,
)
_TRADES = frozenset("trade occupation worker profession métier profession oficio profesión".split())
_PERIODS = {"hour", "week", "month"}
# How far words about the past may be from their figure, in characters.
_CLOSE = 25
_OF_JOBS, _OF_PAY = WHOLE | {"jobs"}, frozenset({"pay", "earn"})


def latest_year(texts: Iterable[str]) -> int | None:
    """Return the latest year in some texts that is not part of a projection, or None."""
    found = [
        year
        for text in texts
        for at, year in years(text)
        if year < AHEAD
        and not is_target(text, at)
        and not any(span.start <= at < span.end for span in stretches(text))
    ]
    return max(found, default=None)


def is_long_past(year: int | None, period: tuple[int, int] | None, latest: int | None) -> bool:
    """Return whether a figure or a projection is out of date in a text whose latest year is `latest`."""
    held = period[0] if period else year
    if held is not None and held < _OLD:
        return True
    if latest is None:
        return False
    if period:
        return latest - period[0] >= _LONGEST_AGE_AHEAD
    return year is not None and latest - year >= _LONGEST_AGE


def reserve(
    statement: Statement,
    sentence: str,
    before: str,
    behind: str,
    own: frozenset[str],
    language: str,
) -> str:
    """Return the words by which a statement is not about the whole occupation today, or "".

    `before` and `behind` are the sentences before and after its own, `own` the occupation's normalized
    names.
    """
    kinds = ["wider", "doubted", "disowned", "elsewhere"] + ["experience"] * (
        statement.figure.kind == "money"
    )
    found = [_form(kind, language).search(sentence[:_LONGEST]) for kind in kinds]
    found.append(_form("disowned", language).match(behind[:_LONGEST].lstrip()))
    words = next((match[0] for match in found if match), "") or wider_name(sentence, own, language)
    words = words or _past(statement.figure, sentence, language)
    words = words or _paid_to_some(statement, sentence, language)
    words = words or overtaken_year(sentence, statement.figure, language)
    return words or _of_another_measure(statement, sentence, before, own, language)


def disclaimer(line: str, language: str) -> str:
    """Return the words by which a line says that figures next to it are others' or old, or ""."""
    kinds = ("doubted", "disowned", "aged")
    found = (_form(kind, language).search(line[:_LONGEST]) for kind in kinds)
    return next((match[0] for match in found if match), "")


def _past(figure: Figure, sentence: str, language: str) -> str:
    """Return the words next to a figure that put it in the past (“back in 1998”), or ""."""
    for match in _form("past", language).finditer(sentence[:_LONGEST]):
        is_before = match.end() <= figure.start
        between = (
            sentence[slice(match.end(), figure.start)]
            if is_before
            else sentence[slice(figure.closes, match.start())]
        )
        is_next = is_before or (len(between) <= _CLOSE and "," not in between)
        if is_next and ";" not in between and not quantities(between, language):
            return match[0]
    return ""


def _paid_to_some(statement: Statement, sentence: str, language: str) -> str:
    """Return the words by which an amount is for beginners, or includes extras, or "".

    “On being hired, cooks get a mean of $29,500”: an introductory phrase belongs to the first clause.
    """
    if statement.figure.kind != "money" or statement.key.startswith("starting"):
        return ""
    figure, every = statement.figure, all_figures(sentence, language)
    cuts = [match.end() for match in _CUT.finditer(sentence)]
    start = max((cut for cut in cuts if cut <= figure.start), default=0)
    if cuts[:1] == [start] and len(sentence[:start].split()) <= _MOST_OPENING:
        start = 0
    start = max((each.end for each in every if each.end <= figure.start), default=start)
    end = min((cut for cut in cuts if cut >= figure.closes), default=len(sentence))
    words = sentence[start : figure.start]
    if not any(figure.closes <= each.start < end for each in every):
        words += sentence[figure.start : min(end, figure.closes + _CLOSE)]
    found = (_form(kind, language).search(words[:_LONGEST]) for kind in ("hiring", "extras"))
    return next((match[0] for match in found if match), "")


def _of_another_measure(
    statement: Statement, sentence: str, before: str, own: frozenset[str], language: str
) -> str:
    """Return the words by which a figure is not the measure that it seems to be, or "".

    It may count members, be a median, be per year, be a rise in pay, or be the end of a change.
    """
    figure, found = statement.figure, None
    if statement.key == "projected_growth":
        # Growth per year is not the growth of the whole period.
        per = sentence[figure.end : figure.closes].strip() if figure.per else ""
        words = per or figure.per or _rise_of_pay(figure, sentence, before, own, language)
        return words or counted_others(sentence, figure, own, language)
    if statement.key == "employment_change":
        return word_before_an_end(sentence, figure.start, figure.end, language)
    if statement.key == "employment":
        return _words_for_things(figure, sentence, own, language)
    if measure_of_pay(statement.key) == "mean_wage":
        found = _MEDIAN.match(sentence[figure.closes :])
    if found:
        return found[0]
    is_bare = statement.unit.endswith("/year") and not figure.per and not statement.is_learned
    return _monthly_before(statement, before, language) if is_bare else ""


def _words_for_things(figure: Figure, sentence: str, own: frozenset[str], language: str) -> str:
    """Return the words by which a number counts thousands, members, respondents or things, or ""."""
    asides = _ASIDE.finditer(sentence[: figure.start])
    near = sentence[figure.end : figure.end + _NEAR]
    around = sentence[max(figure.start - _NEAR, 0) : figure.end + _FAR].partition(";")[0]
    found = (
        next((aside for aside in asides if counts_thousands(aside[0])), None)
        or _form("members", language).search(near)
        or _form("asked", language).search(around)
    )
    return found[0] if found else counted_things(sentence, figure, own, language)


def _rise_of_pay(
    figure: Figure, sentence: str, before: str, own: frozenset[str], language: str
) -> str:
    """Return the words for pay by which a growth is a rise in pay, in this sentence or before, or "".

    “Bookbinders’ wages should rise 3 percent a year” is not about jobs, and neither is “Wages rose
    by 3.2 percent. They should grow by another 4 percent.”
    """
    pieces = clause_pieces(sentence, all_figures(sentence, language), own, language)
    ahead = [piece for piece in pieces if piece.end <= figure.start]
    if not any("jobs" in piece.classes for piece in pieces):
        paid = (sentence[piece.start : piece.end] for piece in ahead if "pay" in piece.classes)
        if words := next(paid, ""):
            return words
    if any(piece.classes & _OF_JOBS for piece in pieces) or not quantities(before, language):
        return ""
    pieces = clause_pieces(before, all_figures(before, language), own, language)
    is_of_jobs = any("jobs" in piece.classes for piece in pieces)
    paid = (before[piece.start : piece.end] for piece in pieces if piece.classes & _OF_PAY)
    return "" if is_of_jobs else next(paid, "")


def wider_name(sentence: str, own: frozenset[str], language: str) -> str:
    """Return a name in a sentence that is wider than the occupation's, or an empty string.

    “All loan officers” is wider than mortgage loan officers, and “registered nurses as a whole” is
    wider than school nurses.
    """
    before, behind = _around_wider(language)
    for match in before.finditer(sentence[:_LONGEST]):
        name = comparable(match["who"])
        if any(_is_shortened(" ".join(name.split()[:n]), own) for n in range(2, 4)):
            return match[0].strip()
    is_named = _form("all_of", language).search(sentence[:_LONGEST])
    found = behind.search(sentence[:_LONGEST]) if is_named else None
    return found[0].strip() if found and _is_of_people(found["who"], own) else ""


def goes_on_about_others(sentence: str, own: frozenset[str], language: str) -> bool:
    """Return whether a sentence may still be about people named before.

    It may be if it names neither the occupation nor the country.
    """
    pieces = clause_pieces(sentence, all_figures(sentence, language), own, language)
    return not any(piece.classes & WHOLE for piece in pieces)


def names_own(sentence: str, own: frozenset[str], language: str) -> bool:
    """Return whether a sentence names the occupation."""
    if not may_have_name(sentence, own):
        return False
    pieces = clause_pieces(sentence, all_figures(sentence, language), own, language)
    return any("own" in piece.classes for piece in pieces)


def names_wider_group(sentence: str, own: frozenset[str], language: str) -> bool:
    """Return whether a sentence is about a wider group than the occupation."""
    is_wider = _form("wider", language).search(sentence[:_LONGEST]) is not None
    return is_wider or bool(wider_name(sentence, own, language)) or _joins_others(sentence, own)


def states_pay(sentence: str, own: frozenset[str], language: str) -> bool:
    """Return whether a rule finds an exact amount of pay in a sentence, whoever it is for."""
    return any(
        statement.is_exact and statement.figure.kind == "money"
        for statement in statements(sentence, own, language)
    )


def _monthly_before(statement: Statement, before: str, language: str) -> str:
    """Return a similar monthly amount in the sentence before, or "": this one may be monthly too."""
    for other in all_figures(before, language):
        is_paid = other.kind == "money" and other.per in _PERIODS
        if is_paid and is_of_like_size(statement.figure, other):
            return other.text
    return ""


def _is_shortened(who: str, own: frozenset[str]) -> bool:
    """Return whether a name is the end of the occupation's longer name: “loan officer”."""
    name = comparable(who)
    return any(each.endswith(f" {name}") for each in own)


def _joins_others(sentence: str, own: frozenset[str]) -> bool:
    """Return whether an English sentence is about the occupation and another one: “captains and mates had”."""
    found = _SUBJECT.match(sentence)
    if found and is_own(found["who"], own):
        # All of them are one occupation: “Title examiners, abstractors and searchers”.
        return False
    parts = _JOINTS.split(found["who"]) if found else []
    owned = [is_own(part, own) for part in parts]
    others = [part for part, is_one in zip(parts, owned, strict=True) if not is_one]
    return any(owned) and any(looks_like_one(part) for part in others)


def _is_of_people(who: str, own: frozenset[str]) -> bool:
    """Return whether words end in a noun for people or trades other than the occupation."""
    words = comparable(who).split()
    ends = [" ".join(words[n:]) for n in range(len(words))]
    is_own_name = any(end in own and not _is_shortened(end, own) for end in ends)
    return bool(words) and not is_own_name and (looks_like_one(words[-1]) or words[-1] in _TRADES)


@functools.cache
def _around_wider(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of names after “all”, and of names before “as a whole”."""
    words = r"(?P<who>[^\W\d_][\w’'-]*(?: [^\W\d_][\w’'-]*){0,2})"
    before, behind = _form("all_before", language), _form("all_of", language)
    return compiled(rf"{before.pattern} {words}"), compiled(rf"{words} {behind.pattern}")


@functools.cache
def _form(kind: str, language: str) -> re.Pattern[str]:
    """Return the pattern of a kind of words in a language; without a list, it matches nothing."""
    table = vocabulary("reserves", language)
    forms = table.get("words", {}).get(kind, ())
    return compiled(rf"(?<!\w){written_out(either(forms), table.get('parts', {}))}(?!\w)")
