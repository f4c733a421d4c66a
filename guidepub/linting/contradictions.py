"""Q: where a guide contradicts itself: education, order of wages, growth against its words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from decimal import Decimal
from itertools import pairwise

from guidepub.linting.alarms import Alarm
from guidepub.linting.blocks import Sentence
from guidepub.linting.claims import Demanded, claims, demanded, own_names, whose
from guidepub.linting.rules import Rule
from guidepub.linting.subjects import Subject
from guidepub.model import EDUCATION_LEVELS
from guidepub.text.quantities import figures

_LEVEL_NAMES = {
    "none": "no formal education",
    "high-school": "a high school diploma",
    "some-college": "some college",
    "certificate": "a postsecondary certificate",
    "associate": "an associate degree",
    "bachelor": "a bachelor’s degree",
    "master": "a master’s degree",
    "doctoral": "a doctoral degree",
    "professional": "a professional degree",
}
_WAGE_ORDER = ("wage_p10", "wage_p25", "median_wage", "wage_p75", "wage_p90")
_FALL = r"declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|shrink(?:s|ing)?|fall(?:s|ing)?|drop(?:s|ping)?|los[es]s?|contract(?:s|ing)?|dwindl(?:e|es|ed|ing)|dip(?:s|ped|ping)?|slip(?:s|ped|ping)?|slump(?:s|ed|ing)?|plunge[sd]?|diminish(?:es|ed|ing)?|down"
_RISE = r"grow(?:s|n|ing|th)?|increas(?:e|es|ed|ing)|ris(?:e|es|ing)|expan(?:d|ds|ding|sion)|gain(?:s|ed)?|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|surg(?:e|es|ed|ing)|soar(?:s|ed|ing)?|swell(?:s|ed|ing)?|up"
# Between the verb and its figure nothing else may stand.
_GAP = r"(?:\s+(?:by|of|about|around|approximately|roughly|nearly|some|a|an|is|at|only|just|over|more\s+than|to\s+be))*\s*$"
_FALLING = re.compile(rf"\b(?:{_FALL}){_GAP}", re.IGNORECASE)
_RISING = re.compile(rf"\b(?:{_RISE}){_GAP}", re.IGNORECASE)
# “Employment of bakers is projected to”: what stands behind it is held against the fact.
_FORECAST = (
    r"\b(?:(?:employment|number)(?:\s+of\s+(?P<who>[\w\s,]{3,70}?))?|jobs"
    r"|the\s+(?:occupation|field|profession))\s+(?:is|are|will|may)\s+"
    r"(?:\w+ly\s+)?(?:(?:projected|expected|likely|predicted|forecast)\s+to\s+)?"
)
_WILL_FALL = re.compile(
    rf"{_FORECAST}(?:declin(?:e|ing)|decreas(?:e|ing)|shrink(?:ing)?|fall(?:ing)?|drop|dwindl(?:e|ing)|dip|slip|slump|plunge|diminish)\b",
    re.IGNORECASE,
)
_WILL_RISE = re.compile(
    rf"{_FORECAST}(?:grow(?:ing)?|increas(?:e|ing)|ris(?:e|ing)|expand(?:ing)?|climb|jump|surge|soar|swell)\b",
    re.IGNORECASE,
)
# “Grow from 457,300 jobs in 2024 to 480,000”.
_ABOUT = r"(?:about\s+|some\s+|nearly\s+|roughly\s+|around\s+)?\$?"
_AMOUNT = r"(?:\d{1,3}(?:,\d{3}){1,3}|\d{1,2}(?:\.\d)?(?=\s?(?:%|percent)))"
_FROM_TO = re.compile(
    rf"\b(?:(?P<rise>{_RISE})|{_FALL})\s+(?:\w+ly\s+)?from\s+{_ABOUT}(?P<first>{_AMOUNT})"
    r"\s?(?:%|percent|jobs|workers|positions|people)?(?:\s+in\s+(?:19|20)\d\d)?\s+to\s+"
    rf"{_ABOUT}(?P<last>{_AMOUNT})(?![,.]?\d)",
    re.IGNORECASE,
)
# Where a sentence turns, its figure may stand on the other side.
_TURN = re.compile(r"\b(?:but|while|whereas|however|yet)\b", re.IGNORECASE)
# Jobs are published in hundreds, shares in whole percents.
_ROUNDED_JOBS = 150
_ROUNDED_SHARE = Decimal("0.6")


def _education(subject: Subject) -> Iterator[Alarm]:
    made = list(demanded(subject))
    fact = subject.guide.facts.get("entry_education")
    nouns = {demand.who for demand in made} - {""}
    told: set[int] = set()
    for later in range(len(made)):
        for earlier in range(later):
            first, second = made[earlier], made[later]
            same = first.who == second.who or ("" in (first.who, second.who) and len(nouns) < 2)
            if same and first.level != second.level and later not in told:
                told.add(later)
                yield _conflict(subject, first, second)
    for index, demand in enumerate(made):
        if fact is None or fact.value == demand.level or index in told or len(nouns) > 1:
            continue
        if fact.value in EDUCATION_LEVELS:
            message = (
                f"“{demand.text}” is demanded here; the fact “entry_education” says"
                f" {_LEVEL_NAMES[str(fact.value)]}."
            )
            remedy = "Write {fact}`entry_education`, or mend the fact."
            span = (demand.start, demand.start + len(demand.text))
            yield subject.alarm("Q002", demand.sentence.block, span, message, remedy)


def _conflict(subject: Subject, first: Demanded, second: Demanded) -> Alarm:
    line = subject.place(first.sentence.block, first.start).line
    where = f"line {line}" if line else "an earlier sentence"
    message = (
        f"{_LEVEL_NAMES[second.level].capitalize()} is demanded here,"
        f" {_LEVEL_NAMES[first.level]} in {where}."
    )
    remedy = "Find out which is right, and state it once as the fact “entry_education”."
    span = (second.start, second.start + len(second.text))
    return subject.alarm("Q001", second.sentence.block, span, message, remedy)


def _wage_facts(subject: Subject) -> Iterator[Alarm]:
    facts = subject.guide.facts
    known = [
        (key, facts[key].value)
        for key in _WAGE_ORDER
        if key in facts and isinstance(facts[key].value, Decimal)
    ]
    for (lower, low), (upper, high) in pairwise(known):
        assert isinstance(low, Decimal)
        assert isinstance(high, Decimal)
        if low >= high:
            place = subject.document.place(("facts", upper, "value"))
            message = f"The fact “{upper}”, {high:,}, is not above “{lower}”, {low:,}."
            yield Alarm("Q003", place, message, "Look both up again.")


def _wages(subject: Subject) -> Iterator[Alarm]:
    said = {s.key: s for s in claims(subject) if s.key in _WAGE_ORDER and not s.who}
    stated = [said[key] for key in _WAGE_ORDER if key in said]
    for lower_said, upper_said in pairwise(stated):
        if lower_said.value >= upper_said.value:
            start = upper_said.sentence.start + upper_said.figure.start
            span = (start, start + len(upper_said.figure.text))
            message = f"“{upper_said.figure.text}” is not above “{lower_said.figure.text}”."
            remedy = "Look both up again: the lowest tenth, the median and the highest rise."
            yield subject.alarm("Q003", upper_said.sentence.block, span, message, remedy)


def _growth(subject: Subject) -> Iterator[Alarm]:
    """Words of growth beside a fact that falls, and of decline beside one that rises."""
    told: set[Sentence] = set()
    for sentence in subject.sentences:
        for at, value in _shares(subject, sentence):
            before = sentence.text[:at]
            falls, rises = bool(_FALLING.search(before)), bool(_RISING.search(before))
            if (falls and value > 0) or (rises and value < 0):
                word = "decline" if falls else "growth"
                message = f"The words tell of {word}, the figure of {value}%."
                start = sentence.start + at
                told.add(sentence)
                remedy = "Mend the words, or look up the figure."
                yield subject.alarm("Q004", sentence.block, (start, start + 1), message, remedy)
        for match in _FROM_TO.finditer(sentence.text):
            first, last = (Decimal(match[part].replace(",", "")) for part in ("first", "last"))
            if last != first and (last < first) == (match["rise"] is not None):
                word = "growth" if match["rise"] else "decline"
                message = f"The words tell of {word}, the figures of the opposite."
                start = sentence.start + match.start("first")
                told.add(sentence)
                remedy = "Mend the words, or look up the figures."
                yield subject.alarm("Q004", sentence.block, (start, start + 1), message, remedy)
    yield from _prose_against_fact(subject, told)


def _shares(subject: Subject, sentence: Sentence) -> Iterator[tuple[int, Decimal]]:
    """Yield where a sentence holds a fact of growth or a signed share, and its value."""
    facts = subject.guide.facts
    for at, key in sentence.fact_keys():
        value = facts[key].value if key in facts else None
        if isinstance(value, Decimal) and (key.endswith("growth") or key.endswith("change")):
            yield at, value
    for figure in figures(sentence.text):
        if figure.kind == "percent" and figure.text[0] in "-−":
            yield figure.start, figure.value


def _prose_against_fact(subject: Subject, told: Collection[Sentence]) -> Iterator[Alarm]:
    fact = subject.guide.facts.get("projected_growth")
    if fact is None or not isinstance(fact.value, Decimal) or fact.value == 0:
        return
    pattern = _WILL_RISE if fact.value < 0 else _WILL_FALL
    own = own_names(subject)
    for sentence in subject.sentences:
        match = pattern.search(sentence.text)
        others = any(key != "projected_growth" for _, key in sentence.fact_keys())
        if match is None or sentence in told or others or figures(sentence.text):
            continue
        if sentence.fact_keys() and _TURN.search(sentence.text):
            continue
        if not whose(match["who"] or "", own):
            start = sentence.start + match.start()
            span = (start, start + len(match[0]))
            message = f"“{match[0]}”, yet the fact “projected_growth” is {fact.value}%."
            yield subject.alarm(
                "Q004", sentence.block, span, message, "Mend the words, or look up the figure."
            )


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


RULES = (
    Rule(("Q001", "Q002"), _education, "en"),
    Rule(("Q003",), _wage_facts),
    Rule(("Q003",), _wages, "en"),
    Rule(("Q004",), _growth, "en"),
    Rule(("Q005",), _sums),
)
