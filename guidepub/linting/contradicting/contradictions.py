"""Q: where a guide's figures contradict each other: wages in the wrong order, sums of jobs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain, groupby, islice, pairwise

from guidepub.figures.pay import percentiles_by_period
from guidepub.linting.figures.claims import Claim, claims
from guidepub.linting.texts.alarms import Alarm
from guidepub.linting.texts.blocks import Block, Sentence
from guidepub.linting.texts.parts import SentencePart, alarm_on
from guidepub.linting.texts.rules import Rule
from guidepub.linting.texts.subjects import Subject
from guidepub.text.figures.quantities import Figure, figures
from guidepub.text.figures.ranks import rank, ranked
from guidepub.text.naming.places import place_named
from guidepub.words.languages import primary_language

_WAGE_ORDERS = percentiles_by_period()
# Jobs are published in hundreds, shares in whole percents.
_ROUNDED_JOBS = 150
_LOOK_UP = "Look both up again: the lowest tenth, the median and the highest rise."
# Two amounts can be in the wrong order.
_FEWEST = 2
_MOST_ITEMS = 40
_ROUNDED_SHARE = Decimal("0.6")


def _wage_facts(subject: Subject) -> Iterator[Alarm]:
    facts = subject.guide.facts
    values = {key: fact.value for key, fact in facts.items() if isinstance(fact.value, Decimal)}
    rising = [[(key, values[key]) for key in keys if key in values] for keys in _WAGE_ORDERS]
    for (lower, low), (upper, high) in chain.from_iterable(map(pairwise, rising)):
        if low > high or (low == high and not _may_tie(subject, lower, upper)):
            place = subject.document.place(("facts", upper, "value"))
            message = f"The fact “{upper}”, {high:,}, is not above “{lower}”, {low:,}."
            yield Alarm("Q003", place, message, "Look both up again.")


def _wages(subject: Subject) -> Iterator[Alarm]:
    claim_by_key = {claim.key: claim for claim in claims(subject) if not claim.who}
    rising = [[claim_by_key[key] for key in keys if key in claim_by_key] for keys in _WAGE_ORDERS]
    for wages in rising:
        kept = _in_order(wages)
        for at, wage in enumerate(wages):
            if wage in kept:
                continue
            # What it should stand below or above, of those that are in order.
            is_lower = any(other.value <= wage.value for other in wages[at + 1 :] if other in kept)
            others = [o for o in (wages[at + 1 :] if is_lower else wages[:at]) if o in kept]
            other = others[0] if is_lower else others[-1]
            way = "below" if is_lower else "above"
            message = f"“{wage.figure.text}” is not {way} “{other.figure.text}”."
            yield alarm_on(subject, "Q003", wage.part, message, _LOOK_UP)


def _in_order(wages: Sequence[Claim]) -> Sequence[Claim]:
    """Return the most of some wages that rise as they should; the others are out of place.

    Of two that are in the wrong order, the one that the text states first is kept.
    """
    best: list[Sequence[Claim]] = []
    for wage in wages:
        below = [kept for kept in best if kept[-1].value < wage.value]
        best.append((*max(below, key=_by_order, default=()), wage))
    return max(best, key=_by_order, default=())


def _by_order(wages: Sequence[Claim]) -> tuple[int, ...]:
    """Return how many wages are in order, and where they stand: the greatest is the best choice."""
    return len(wages), *(-number for wage in wages for number in _place(wage))


def _place(wage: Claim) -> tuple[int, int, int]:
    block, (start, _) = wage.sentence.block, wage.part.span
    return block.section, *block.passage.place(start)


def _may_tie(subject: Subject, lower: str, upper: str) -> bool:
    """Return whether two wages may be equal: where a table has them so, nobody copied one twice."""
    facts = subject.guide.facts
    return all(key in facts and facts[key].lineage is not None for key in (lower, upper))


def _sums(subject: Subject) -> Iterator[Alarm]:
    """Jobs now, jobs then, the change and its share must fit together."""
    values = {
        key: fact.value
        for key, fact in subject.guide.facts.items()
        if isinstance(fact.value, Decimal)
    }
    now, then = values.get("employment"), values.get("projected_employment")
    change, share = values.get("employment_change"), values.get("projected_growth")
    if now is None or not now:
        return
    if then is not None and change is not None and abs(then - now - change) > _ROUNDED_JOBS:
        place = subject.document.place(("facts", "employment_change", "value"))
        message = f"From {now:,} to {then:,} jobs is a change of {then - now:,}, not of {change:,}."
        yield Alarm("Q005", place, message, "Look the three up again: they come from one table.")
    grown = then - now if then is not None else change
    if grown is not None and share is not None:
        slack = _ROUNDED_SHARE + Decimal(_ROUNDED_JOBS) / now * 100
        if abs(grown / now * 100 - share) > slack:
            place = subject.document.place(("facts", "projected_growth", "value"))
            message = f"{grown:,} of {now:,} jobs is {grown / now * 100:.1f}%, not {share}%."
            yield Alarm("Q005", place, message, "Look them up again: they come from one table.")


def _within_sentences(subject: Subject) -> Iterator[Alarm]:
    """Wages of one sentence, of whomever it speaks, that fall where their ranks rise."""
    language = primary_language(subject.guide.language)
    for sentence in subject.sentences:
        found = figures(sentence.text, language)
        # Of two places the sentence may compare what it likes.
        if len(found) < _FEWEST or place_named(sentence.text):
            continue
        rising = sorted(ranked(sentence.text, found), key=lambda pair: pair[0])
        for (low_rank, low), (high_rank, high) in pairwise(rising):
            is_one = low_rank != high_rank and low.currency == high.currency
            # “The bottom quarter earned at most $29,000, the middle half from $29,000 to $43,000.”
            most = high.value if high.high is None or low.high is not None else high.high
            falls = high.value < low.value or most == low.value
            if is_one and len({low.per, high.per} - {""}) < 2 and falls:
                message = f"“{high.text.strip()}” is not above “{low.text.strip()}”."
                part = SentencePart(sentence, high.start, high.text)
                yield alarm_on(subject, "Q003", part, message, _LOOK_UP)


def _in_lists(subject: Subject) -> Iterator[Alarm]:
    """Wages of a list whose items are called by their ranks, and fall where these rise."""
    language = primary_language(subject.guide.language)
    for is_list, blocks in groupby(subject.blocks, lambda block: block.passage.kind == "item"):
        rising = sorted(_labelled(blocks, language), key=lambda item: item[0]) if is_list else []
        for (low_rank, low, _), (high_rank, high, block) in pairwise(rising):
            if low_rank < high_rank and low.currency == high.currency and high.value <= low.value:
                message = f"“{high.text.strip()}” is not above “{low.text.strip()}”."
                part = SentencePart(Sentence(block.text, 0, block), high.start, high.text)
                yield alarm_on(subject, "Q003", part, message, _LOOK_UP)


def _labelled(blocks: Iterable[Block], language: str) -> Iterator[tuple[int, Figure, Block]]:
    """Yield the items that are the name of a rank and an amount: “Median: $34,000”."""
    for block in islice(blocks, _MOST_ITEMS):
        money = [figure for figure in figures(block.text, language) if figure.kind == "money"]
        place = rank(block.text[: money[0].start]) if len(money) == 1 else None
        if place is not None:
            yield place, money[0], block


RULES = (
    Rule(("Q003",), _wage_facts),
    Rule(("Q003",), _wages),
    Rule(("Q003",), _within_sentences),
    Rule(("Q003",), _in_lists),
    Rule(("Q005",), _sums),
)
