"""Reads measures from clauses in which every word is known.

`forms` has patterns in which the order of some words is fixed. Here the order is free, but the clause
may have no other words: each one is listed in `vocabulary/clauses.*.toml`, names the occupation, or
belongs to the figure. Any other word (a place, an industry, a rank) may narrow the figure, so the
clause is not read.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from guidepub.text.figures.quantities import Figure, all_figures
from guidepub.text.naming.own_names import WORD, end_of_name
from guidepub.text.naming.who_says import may_be_of_all
from guidepub.text.punctuation.note_marks import RAISED_MARKS
from guidepub.text.vocabulary import compiled, either, vocabulary, written_out

FEWEST = 100
"""Smaller counts are those of a shop or a school."""
WHOLE = frozenset({"own", "trade", "nation", "country"})
"""Classes of pieces that name the occupation or the country."""

# Two amounts of pay for the same period differ by less than this factor within a trade.
_MOST_TIMES = 5
_PAUSE = re.compile(rf"[\s«»„“”\"()–—*~-]+|\+(?=\d)|{RAISED_MARKS}|\ufffc|[.!?…]+\s*$")
_MARKS = {";": {"apart", "and"}, ",": {"and"}, ":": {"label"}}
# The end of a word: after “l’” in “l’emploi”, but not after “chef” in “chef-cuisinier”.
_NO_MORE = r"(?:(?<=[’')])|(?!\w|[-’']\w))"
# The last two digits of years in which a projection may end: 1999 is past.
_LAST_YEAR, _FIRST_AHEAD, _FIRST_PAST = re.compile(r"\d{2,4}"), 28, 70
_SAYS_NO_MORE = frozenset("plain gross and time source".split())
# Points of the pay scale that a text states as a limit, and the limits that they may be.
_PAID = frozenset("pay earn median mean wage_p10 wage_p25 wage_p75 wage_p90".split())
_LIMITED = (
    ("wage_p10", "wage_p10", ("", "about", "most")),
    ("wage_p25", "wage_p25", ("", "about", "most")),
    ("wage_p75", "wage_p75", ("", "about", "least")),
    ("wage_p90", "wage_p90", ("", "about", "least")),
    ("wage_p10", "tenth", ("most",)),
    ("wage_p90", "tenth", ("least",)),
    ("wage_p25", "quarter", ("most",)),
    ("wage_p75", "quarter", ("least",)),
    ("median_wage", "half", ("least", "most")),
)
_POINTS = frozenset(name for _key, name, _limits in _LIMITED) | {"median", "mean"}
# A share of people is not the figure of a clause about pay: “ten percent made less than”.
_SHARES = frozenset({"tenth", "quarter", "half"})
# Classes of words that rule out a measure.
_NEVER_OF_PAY = frozenset(
    "rise fall future gained lost openings until stretch jobs headcount".split()
)
_NEVER_OF_GROWTH = frozenset(
    "pay earn median mean half tenth quarter openings yearly gained lost".split()
)
_NEVER_OF_JOBS = frozenset(
    "graduates pay earn median mean half tenth quarter openings yearly gained lost rise fall future until stretch".split()
)
_NEVER_OF_OPENINGS = frozenset("graduates pay earn median half rise fall lost".split())
_NEVER_OF_CHANGE = frozenset(
    "graduates pay earn median mean half openings yearly rise fall".split()
)


@dataclass(frozen=True, slots=True)
class ClauseReading:
    """The measure that a clause states with a figure; `falls` is true for a decline."""

    key: str
    unit: str
    figure: Figure
    falls: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ClausePiece:
    """Some words of a sentence and their classes: from the vocabulary, `own`, or `strange`."""

    classes: frozenset[str]
    start: int
    end: int
    figure: Figure | None = None


@functools.lru_cache(maxsize=64)
def readings(
    sentence: str, figures: tuple[Figure, ...], own: frozenset[str], language: str
) -> tuple[ClauseReading, ...]:
    """Return the measures that a sentence states in clauses of known words only.

    `own` are the names of the guide's occupation, as `occupations.comparable` returns them.
    """
    if not _classes(language):
        return ()
    found: list[ClauseReading] = []
    paid = next((figure for figure in figures if figure.currency), None)
    before: frozenset[str] | None = frozenset()
    for clause in _clauses(clause_pieces(sentence, figures, own, language)):
        classes = frozenset[str]().union(*(piece.classes for piece in clause))
        is_certain = "strange" not in classes and _may_follow(before, classes)
        reading = _reading(clause, classes, before or frozenset(), paid) if is_certain else None
        if reading:
            found.append(reading)
        before = classes if is_certain else None
    return tuple(found)


def strange_word(sentence: str, start: int, end: int, own: frozenset[str], language: str) -> str:
    """Return the first unknown word between two offsets, which may narrow a statement, or ""."""
    pieces = clause_pieces(sentence[:end], all_figures(sentence, language), own, language)
    strange = (piece for piece in pieces if piece.start >= start and "strange" in piece.classes)
    found = next(strange, None)
    return sentence[found.start : found.end] if found else ""


def _may_follow(before: frozenset[str] | None, classes: frozenset[str]) -> bool:
    """Return whether a clause is about the whole occupation, whatever the clause before it."""
    is_apart = "apart" in classes and bool(classes & {"own", "trade"})
    return before is not None or "nation" in classes or is_apart


@functools.lru_cache(maxsize=64)
def clause_pieces(
    sentence: str, figures: tuple[Figure, ...], own: frozenset[str], language: str
) -> tuple[ClausePiece, ...]:
    """Return the pieces of a sentence in order, without spaces and punctuation.

    `own` are the names of the guide's occupation, as `occupations.comparable` returns them.
    """
    return tuple(_pieces(sentence, figures, own, language))


def _pieces(
    sentence: str, figures: Sequence[Figure], own: frozenset[str], language: str
) -> Iterator[ClausePiece]:
    at = 0
    while at < len(sentence):
        if pause := _PAUSE.match(sentence, at):
            at = pause.end()
            continue
        piece = _longer(_known(sentence, at, language), _figure_at(figures, at))
        if (end := end_of_name(sentence, at, own)) and (piece is None or end > piece.end):
            piece = ClausePiece(frozenset({"own"}), at, end)
        if piece and "source" in piece.classes:
            words = sentence[piece.start : piece.end]
            is_strange = not may_be_of_all(words, own, language)
            piece = replace(piece, classes=frozenset({"strange"})) if is_strange else piece
        if piece is None:
            word = WORD.match(sentence, at)
            end = word.end() if word else at + 1
            mark = sentence[at:end]
            is_picture = unicodedata.category(mark[0]) == "So"
            classes = {"plain"} if is_picture else _MARKS.get(mark, {"strange"})
            piece = ClausePiece(frozenset(classes), at, end)
        yield piece
        at = piece.end


def _longer(known: ClausePiece | None, figure: ClausePiece | None) -> ClausePiece | None:
    """Return the longer of two pieces; if equal, the figure, unless it is a bare number or a share."""
    if known is None or figure is None:
        return known or figure
    is_bare = figure.figure is not None and figure.figure.kind == "number"
    is_known = is_bare or bool(known.classes & _SHARES)
    return known if known.end > figure.end or (known.end == figure.end and is_known) else figure


def _known(sentence: str, at: int, language: str) -> ClausePiece | None:
    """Return the longest words at an offset that are in the vocabulary, with all their classes."""
    ends: dict[int, set[str]] = {}
    for classes, pattern in _classes(language):
        if match := pattern.match(sentence, at):
            ends.setdefault(match.end(), set()).update(classes)
    if not ends:
        return None
    end = max(ends)
    if "stretch" in ends[end] and _ends_ahead(sentence[at:end]):
        ends[end].add("until")
    return ClausePiece(frozenset(ends[end]), at, end)


def _ends_ahead(words: str) -> bool:
    """Return whether a period, “2024–34”, ends in the future."""
    years = _LAST_YEAR.findall(words)
    return bool(years) and _FIRST_AHEAD <= int(years[-1][-2:]) < _FIRST_PAST


def _figure_at(figures: Sequence[Figure], at: int) -> ClausePiece | None:
    for figure in figures:
        # Words before a bare number need not belong to it: “de un electricista”.
        opens = figure.start if figure.kind == "number" else figure.opens
        if opens <= at < figure.closes:
            return ClausePiece(frozenset({"figure"}), at, figure.closes, figure)
    return None


def _clauses(pieces: Sequence[ClausePiece]) -> Iterator[list[ClausePiece]]:
    """Yield the pieces of a sentence by clauses, each with one figure.

    A comparison ends a clause; the rest, up to the next semicolon, is skipped.
    """
    clause: list[ClausePiece] = []
    is_over = False
    for piece in pieces:
        if "apart" in piece.classes:
            yield clause
            clause, is_over = [piece], False
            continue
        has_figure = any(other.figure for other in clause)
        if is_over or (has_figure and "stop" in piece.classes):
            is_over = True
            continue
        if piece.figure and has_figure:
            cut = _cut(clause)
            if not cut:
                clause = [_made_strange(clause[0]), *clause[1:]]
            else:
                yield clause[:cut]
                clause = clause[cut:]
        clause.append(piece)
    yield clause


def _cut(clause: Sequence[ClausePiece]) -> int:
    """Return the index of the piece at which a clause is split after its figure, or 0.

    This is the last comma or “and” that is followed by meaningful words: “…, and the best paid, over”.
    """
    after = next(n for n, piece in enumerate(clause) if piece.figure)
    joins = [n for n, piece in enumerate(clause) if "and" in piece.classes and n > after]
    telling = [n for n in joins if any(piece.classes - _SAYS_NO_MORE for piece in clause[n:])]
    return (telling or joins or [0])[-1]


def _made_strange(piece: ClausePiece) -> ClausePiece:
    """Return a piece with the class `strange`, so that its clause is not read."""
    return ClausePiece(piece.classes | {"strange"}, piece.start, piece.end)


def _reading(
    clause: Sequence[ClausePiece],
    classes: frozenset[str],
    before: frozenset[str],
    paid: Figure | None,
) -> ClauseReading | None:
    figure = next((piece.figure for piece in clause if piece.figure), None)
    if figure and figure.kind == "count" and classes & _POINTS and paid:
        # “Less than 66,000 and more than 120,000 dollars”: both are in dollars.
        figure = _in_currency(figure, paid, classes)
    measure = _measure(figure, classes, before) if figure else None
    if figure is None or measure is None:
        return None
    falls = bool(classes & {"fall", "lost"})
    return ClauseReading(*measure, figure, falls, clause[0].start, clause[-1].end)


def _in_currency(figure: Figure, paid: Figure, classes: frozenset[str]) -> Figure:
    """Return an amount with the currency of a similar amount of pay in the sentence, if it fits."""
    is_like = paid.value < figure.value * _MOST_TIMES and figure.value < paid.value * _MOST_TIMES
    if classes & {"own", "jobs", "employed", "headcount"} or not is_like:
        return figure
    return replace(figure, kind="money", currency=paid.currency)


def _measure(
    figure: Figure, classes: frozenset[str], before: frozenset[str]
) -> tuple[str, str] | None:
    """Return the key and the unit of the measure that a clause states, or None.

    None for pronouns such as “they”, which may refer to other people, unless the clause names them.
    """
    if "pronoun" in classes and not classes & {"own", "trade"}:
        return None
    if figure.kind == "money":
        key = _pay(figure, classes, classes | (before & _PAID))
        return (key, "") if key else None
    if not figure.is_exact:
        return None
    if figure.kind == "percent":
        return ("projected_growth", "percent") if _is_growth(classes, before) else None
    exponent = figure.value.as_tuple().exponent
    is_whole = isinstance(exponent, int) and exponent >= 0
    if not is_whole or figure.value < FEWEST or figure.is_year:
        return None
    return _count(classes, classes | (before & {"own", "trade"}))


def _pay(figure: Figure, classes: frozenset[str], meant: frozenset[str]) -> str:
    """Return the key of an amount of pay, or "" if the statistic is uncertain."""
    if classes & _NEVER_OF_PAY or not meant & _PAID or _is_of_all(classes):
        return ""
    limited = [(key, limit) for key, name, limit in _LIMITED if name in classes]
    if limited:
        fitting = [key for key, limit in limited if figure.high is None and figure.bound in limit]
        return fitting[0] if len(fitting) == 1 else ""
    if not figure.is_exact:
        return ""
    return "median_wage" if "median" in classes else "mean_wage" if "mean" in classes else ""


def _is_of_all(classes: frozenset[str]) -> bool:
    """Return whether pay may be that of all workers in a country, since no others are named.

    Guides often quote the average of a whole country, but hardly ever its median.
    """
    if classes & {"own", "trade", "label"}:
        return False
    return {"country", "mean"} <= classes or {"anyone", "nation"} <= classes


def _is_growth(classes: frozenset[str], before: frozenset[str]) -> bool:
    """Return whether a percentage is the projected growth or decline of jobs.

    A forecast with a year need not name jobs. The direction of a “change” is the figure's sign.
    """
    names_jobs = bool(classes & {"jobs", "trade", "own"} or before & {"jobs"})
    if "future" in classes:
        is_ahead = names_jobs or "until" in classes
    else:
        is_ahead = "until" in classes and (names_jobs or "label" in classes)
    ways = classes & {"rise", "fall"}
    is_one_way = len(ways) == 1 or (not ways and "change" in classes)
    return is_ahead and is_one_way and not classes & _NEVER_OF_GROWTH


def _count(classes: frozenset[str], meant: frozenset[str]) -> tuple[str, str] | None:
    if "yearly" in classes and "openings" in classes:
        return None if classes & _NEVER_OF_OPENINGS else ("annual_openings", "openings/year")
    if ("gained" in classes) != ("lost" in classes):
        is_change = (
            "jobs" in classes and classes & {"future", "until"} and not classes & _NEVER_OF_CHANGE
        )
        return ("employment_change", "jobs") if is_change else None
    if classes & _NEVER_OF_JOBS:
        return None
    is_counted = "headcount" in classes or ("count" in classes and "own" in classes)
    is_employment = is_counted or ("employed" in classes and meant & {"own", "trade"})
    return ("employment", "jobs") if is_employment else None


@functools.lru_cache(maxsize=16)
def _classes(language: str) -> tuple[tuple[frozenset[str], re.Pattern[str]], ...]:
    """Return the patterns of a language's words with their classes; none if it has no list."""
    table = vocabulary("clauses", language)
    parts = table.get("parts", {})
    return tuple(
        (
            frozenset(classes.split()),
            compiled(rf"{written_out(either(forms), parts)}{_NO_MORE}"),
        )
        for classes, forms in table.get("words", {}).items()
    )
