"""Q003: wages in the wrong order: the lowest tenth, the median and the highest tenth must rise.

`_misplaced` decides, for all the rules here, which of several wages is out of order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby, islice

from guidepub.figures.pay import percentiles_by_period
from guidepub.linting.figures.claims import Claim, claims
from guidepub.linting.figures.tables import TableRow, WrittenTable, first_figure, written_tables
from guidepub.linting.texts.alarms import Alarm
from guidepub.linting.texts.blocks import Block, Sentence
from guidepub.linting.texts.parts import SentencePart, alarm_on
from guidepub.linting.texts.rules import Rule
from guidepub.linting.texts.subjects import Subject
from guidepub.text.figures.quantities import Figure, figures
from guidepub.text.figures.ranks import MEDIAN, rank, ranked
from guidepub.text.naming.places import place_named
from guidepub.words.languages import primary_language

_WAGE_ORDERS = percentiles_by_period()
_LOOK_UP = "Look both up again: the lowest tenth is below the median, the highest tenth above it."
# Two amounts can be in the wrong order.
_FEWEST = 2
_MOST_ITEMS = 40
# “Q1” and “D1” are ranks only in a table that mentions quartiles or a median.
_QUARTILE_SIGN = re.compile(r"\W*[qd]\d\W*", re.IGNORECASE)
_RANKING_WORDS = re.compile(
    r"quartil|cuartil|d[eé][cz]il|percentil|perzentil|centile|m[eé]dian|distribu|verteilung|répartition|\bd9\b|\bp\d0\b",
    re.IGNORECASE,
)
# In a column with such a header, a percentage is a percentile.
_PERCENTILES = re.compile(r"percentile|percentil|perzentil|centile|earners|rank", re.IGNORECASE)
# “10th” or “10.” in a column of percentiles.
_CENTILE = re.compile(r"percentile|percentil|perzentil|centile", re.IGNORECASE)
_ORDINAL = re.compile(r"(?<=\d)(?:th|e|\.|º|\.º)?$")
_SHARES = ("10%", "25%", "50%", "75%", "90%")
_PERCENT = re.compile(r"percent|porciento|prozent|pourcent|porcento", re.IGNORECASE)
# A column with fewer shares may be about anything.
_FEWEST_SHARES = 3


@dataclass(frozen=True, slots=True)
class _Wage:
    """A wage at some rank. `place` sorts wages in the order of the text.

    `high` is the upper end of a range; `part` is None for a fact.
    """

    rank: int
    value: Decimal
    text: str
    place: tuple[int, ...]
    part: SentencePart | None = None
    high: Decimal | None = None
    currency: str = ""
    per: str = ""


_Rises = Callable[[_Wage, _Wage], bool]


def _rises(lower: _Wage, upper: _Wage) -> bool:
    """Return whether two wages are in order, or cannot be compared."""
    currencies, periods = {lower.currency, upper.currency}, {lower.per, upper.per}
    if lower.rank == upper.rank or len(currencies - {""}) > 1 or len(periods - {""}) > 1:
        return True
    # “The bottom quarter earned at most $29,000, the middle half from $29,000 to $43,000.”
    is_range = upper.high is not None and lower.high is None
    return upper.value >= lower.value and (is_range or upper.value != lower.value)


def _misplaced(
    wages: Iterable[_Wage], rises: _Rises = _rises
) -> Iterator[tuple[_Wage, _Wage, str]]:
    """Yield each wage that is out of order, a wage that it contradicts, and “above” or “below”.

    The last is where the wage should be, compared with the other one.
    """
    rising = sorted(wages, key=lambda wage: wage.rank)
    kept = _in_order(rising, rises)
    for at, wage in enumerate(rising):
        if wage in kept:
            continue
        above = [other for other in rising[at + 1 :] if other in kept and not rises(wage, other)]
        below = [other for other in rising[:at] if other in kept and not rises(other, wage)]
        if above:
            yield wage, above[0], "below"
        elif below:
            yield wage, below[-1], "above"


def _in_order(wages: Sequence[_Wage], rises: _Rises) -> Sequence[_Wage]:
    """Return the longest rising subsequence of wages sorted by rank; the others are out of order.

    Of several, one with the median is preferred, since readers compare the others with it, and then
    the one that the text states first.
    """
    best: list[Sequence[_Wage]] = []
    for wage in wages:
        below = [kept for kept in best if rises(kept[-1], wage)]
        best.append((*max(below, key=_preference, default=()), wage))
    return max(best, key=_preference, default=())


def _preference(wages: Sequence[_Wage]) -> tuple[int, ...]:
    has_median = any(wage.rank == MEDIAN for wage in wages)
    return len(wages), has_median, *(-number for wage in wages for number in wage.place)


def _alarms(subject: Subject, wages: Iterable[_Wage]) -> Iterator[Alarm]:
    for wage, other, side in _misplaced(wages):
        assert wage.part is not None
        message = f"“{wage.text}” is not {side} “{other.text}”."
        yield alarm_on(subject, "Q003", wage.part, message, _LOOK_UP)


def _wage(
    place_in_order: int, figure: Figure, sentence: Sentence, value: Decimal | None = None
) -> _Wage:
    """Return the wage for a figure in a sentence; `value` replaces the figure's own, if given."""
    part = SentencePart(sentence, figure.start, figure.text)
    block = sentence.block
    return _Wage(
        rank=place_in_order,
        value=figure.value if value is None else value,
        text=figure.text.strip(),
        place=(block.section, *block.passage.place(part.span[0])),
        part=part,
        high=figure.high,
        currency=figure.currency,
        per=figure.per,
    )


def _in_facts(subject: Subject) -> Iterator[Alarm]:
    facts = subject.guide.facts

    def rises(lower: _Wage, upper: _Wage) -> bool:
        # Two figures from a table may be equal; typed by hand, one was probably copied twice.
        may_tie = all(facts[one.text].lineage is not None for one in (lower, upper))
        return lower.value < upper.value or (may_tie and lower.value == upper.value)

    for keys in _WAGE_ORDERS:
        stated = ((place, key, facts[key].value) for place, key in enumerate(keys) if key in facts)
        wages = [
            _Wage(place, value, key, (place,))
            for place, key, value in stated
            if isinstance(value, Decimal)
        ]
        for wage, other, side in _misplaced(wages, rises):
            place = subject.document.place(("facts", wage.text, "value"))
            message = (
                f"The fact “{wage.text}”, {wage.value:,}, is not {side} "
                f"“{other.text}”, {other.value:,}."
            )
            yield Alarm("Q003", place, message, "Look both up again.")


def _in_claims(subject: Subject) -> Iterator[Alarm]:
    claim_by_key = {claim.key: claim for claim in claims(subject) if not claim.who}
    for keys in _WAGE_ORDERS:
        stated = [(place, key) for place, key in enumerate(keys) if key in claim_by_key]
        yield from _alarms(subject, (_claimed(place, claim_by_key[key]) for place, key in stated))


def _claimed(place: int, claim: Claim) -> _Wage:
    return _wage(place, claim.figure, claim.sentence, claim.value)


def _within_sentences(subject: Subject) -> Iterator[Alarm]:
    """Yield alarms for wages within one sentence, whoever it is about."""
    language = primary_language(subject.guide.language)
    for sentence in subject.sentences:
        found = figures(sentence.text, language)
        # A sentence may compare the wages of two places.
        if len(found) < _FEWEST or place_named(sentence.text):
            continue
        stated = ranked(sentence.text, found)
        yield from _alarms(subject, (_wage(place, figure, sentence) for place, figure in stated))


def _in_lists(subject: Subject) -> Iterator[Alarm]:
    """Yield alarms for wages in a list of ranks: “Median: $34,000”."""
    language = primary_language(subject.guide.language)
    for is_list, blocks in groupby(subject.blocks, lambda block: block.passage.kind == "item"):
        if is_list:
            yield from _alarms(subject, _labelled(blocks, language))


def _labelled(blocks: Iterable[Block], language: str) -> Iterator[_Wage]:
    """Yield the wages of items that name a rank and one amount."""
    for block in islice(blocks, _MOST_ITEMS):
        money = [figure for figure in figures(block.text, language) if figure.kind == "money"]
        place = rank(block.text[: money[0].start]) if len(money) == 1 else None
        if place is not None:
            yield _wage(place, money[0], Sentence(block.text, 0, block))


def _in_tables(subject: Subject) -> Iterator[Alarm]:
    for table in written_tables(subject):
        for cells in _ranked_cells(table):
            stated = [
                (place, cell, found)
                for place, cell in cells
                if (found := first_figure(cell, subject))
            ]
            # The currency may be in the header only: “Euro im Jahr”.
            for kind in ("money", "count"):
                yield from _alarms(
                    subject,
                    (
                        _wage(place, found, Sentence(cell.text, 0, cell))
                        for place, cell, found in stated
                        if found.kind == kind
                    ),
                )


def _ranked_cells(table: WrittenTable) -> Iterator[list[tuple[int, Block]]]:
    """Yield the ranks and cells of each row or column of percentiles."""
    head, *rows = table.rows
    labels = (*head, *(row[0] for row in rows))
    if any(_QUARTILE_SIGN.fullmatch(cell.text) for cell in labels) and not any(
        _RANKING_WORDS.search(cell.text) for cell in labels
    ):
        return
    # “10% | 25% | Median”: next to a median, percentages are percentiles.
    is_of_shares = any(_rank_of(cell, head) == MEDIAN for cell in head[1:])
    across = [
        (place, at)
        for at, cell in enumerate(head)
        if (place := _rank_of(cell, head, is_of_shares)) is not None
    ]
    if len(across) > 1:
        yield from ([(place, row[at]) for place, at in across if at < len(row)] for row in rows)
    # So are those of a first column that has little else: “10 percent | 25 percent | 50 percent”.
    named = [_share(row[0]) for row in rows]
    is_of_shares = len(named) >= _FEWEST_SHARES and all(share in _SHARES for share in named)
    down = [
        (place, row) for row in rows if (place := _rank_of(row[0], head, is_of_shares)) is not None
    ]
    for column in range(1, len(head)):
        yield [(place, row[column]) for place, row in down if column < len(row)]


def _rank_of(cell: Block, head: TableRow, is_of_shares: bool = False) -> int | None:
    share = _share(cell)
    if _CENTILE.search(head[0].text):
        share = _ORDINAL.sub("%", share, count=1)
    if share in _SHARES and (is_of_shares or _PERCENTILES.search(head[0].text)):
        return _SHARES.index(share)
    return rank(cell.text)


def _share(cell: Block) -> str:
    return _PERCENT.sub("%", "".join(cell.text.split()))


RULES = (
    Rule(("Q003",), _in_facts),
    Rule(("Q003",), _in_claims),
    Rule(("Q003",), _within_sentences),
    Rule(("Q003",), _in_lists),
    Rule(("Q003",), _in_tables),
)
