"""V: figures without a source, and figures that differ from the guide's facts or each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from guidepub.figures import figure as printed
from guidepub.figures.numbers import DASHES
from guidepub.linting.figures.claims import Claim, claims, own_names, own_nouns
from guidepub.linting.figures.fractions import are_people, fractions, is_of_a_scene, topics
from guidepub.linting.figures.hearsay import is_hearsay
from guidepub.linting.figures.prices import is_small_price, part_around
from guidepub.linting.texts.alarms import Alarm
from guidepub.linting.texts.blocks import Sentence
from guidepub.linting.texts.examples import outside_examples
from guidepub.linting.texts.parts import alarm_on, contradiction, line_of
from guidepub.linting.texts.rules import Rule, rules_in
from guidepub.linting.texts.sourced import names_its_source
from guidepub.linting.texts.subjects import Subject
from guidepub.phrases import phrases
from guidepub.text.figures.quantities import Figure, figures
from guidepub.text.naming.occupations import comparable
from guidepub.text.naming.places import place_named
from guidepub.text.vocabulary import compiled, either, spaced, vocabulary

_WHOLLY = re.compile(
    r"\b(?:100|110|one\s+hundred|zero|0)\s?(?:%|percent|per\s+cent)\s*(?:online|of\s+your|sure|certain"
    r"|accura|attention|effort|commit|remote|free|natural|cotton|$|\W)?",
    re.IGNORECASE,
)
_RANK = re.compile(
    r"\b(?:lowest|highest|top|bottom|upper|middle)(?:[\s-]paid|[\s-]earning)?\s+$", re.IGNORECASE
)
# “The median was …, according to the Bureau. The lowest 10 percent earned …”, “of these, half …”:
# the source of the sentence before applies here as well.
_CONTINUES_SOURCE = re.compile(
    r"\W*(?:(?:the\s+)?(?:lowest|highest|bottom|top)|(?:das\s+)?(?:unter(?:st)?e|ober(?:st)?e)|die\s+(?:unter(?:st)?en|ober(?:st)?en)|(?:el|los|les|l[’']|o|os)\s*(?:1er\s+|9e\s+)?(?:10\s?%|décim\w+|décil\w+|dixième|percentil)"
    r"|of\s+(?:these|those|them)|davon|von\s+(?:ihnen|diesen)|parmi\s+(?:eux|elles|ceux-ci)|d[’']entre\s+(?:eux|elles)|de\s+(?:ell[oa]s|est[oa]s)|entre\s+(?:ell[oa]s|el[ea]s)|d(?:el|ess|est)[ea]s)(?!\w)",
    re.IGNORECASE,
)
# “Each test is passed with 95 percent accuracy”.
_REQUIRED_SCORE = re.compile(
    r"\s+(?:accuracy|correct(?:ly)?|or\s+(?:better|higher|above))\b", re.IGNORECASE
)
# “A $5 filter” mentions a price in passing; “a $5,000 raise” and “a $40,000 salary” are statistics.
_ARTICLE_BEFORE = re.compile(
    r"\b(?:an?|each|every|another|one|(?:pair|set|box|pack|bag|roll|case)s?\s+of)\s+$",
    re.IGNORECASE,
)
_THING_AFTER = re.compile(
    r"[\s-]+(?!(?:(?:annual|yearly|hourly|monthly|weekly|median|average|starting|base)\s+)*(?:wages?|salar|pay|income|earnings|raise|bonus|increase|decrease"
    r"|difference|scholarship|grant|stipend|budget|industry|market|cut|gap|premium|or\b|and\b|to\b|per\b|an?\b|each\b|in\b|for\b|by\b))[a-z]{3,}",
    re.IGNORECASE,
)
_COUNTS = re.compile(r"[\s-]*\w")
# The number of a form, a lot or a page is not a count.
_NUMBERED = re.compile(
    r"(?:\b(?:n\.?\s?[º°]\.?|n\.?\s?os?\.|n[ru]m?\.|nú?m(?:ero)?\.?|numbers?|no\.|lot|lote|item|code|código|form|page|página|regulations?|rules?|sections?|part|standards?|title|cfr|iso|astm|model|type|serial|room|flight|route|highway|patent|§)|№|\#)\s*$",
    re.IGNORECASE,
)
# “The invoice is for 1,200 frames” is about one thing; “the state has 3,500 dentists” is a statistic.
_ONE_THING = re.compile(
    r"^\W*(?:[Tt]he|[Aa]n?|[Oo]ne|[Ee]ach|[Ee]very)\s+(?!(?:[\w’-]+\s+){0,2}?(?:country|nation|state|county|city|region|industry|trade|union|association|society|federation|board|agency|guild|bureau|field|profession|occupation|sector|economy|market|world)\b)(?:[a-z’\d-][\w’-]*\s+){1,3}?"
    r"(?:is|has|holds?|takes?|weighs?|needs?|carries|contains?|comes?|lists?|covers?|fills?)\b"
)
# “The hall seats 1,200 people” states the size of the hall.
_ROOM_FOR = re.compile(
    r"\b(?:holds?|seats?|sleeps?|feeds?|room\s+for|caben|(?:aforo|capacidad|capacidade|capacité|lotação)\s+(?:de|para|pour)|cabem|accueille|fasst|platz\s+für)\s+(?:up\s+to|about|some|over|more\s+than|nearly|hasta|unas|environ|jusqu[’']à|bis\s+zu|etwa|rund|até|cerca\s+de)?\s*$",
    re.IGNORECASE,
)
# “142,000 bibliotecarios”: people are whole, so the comma groups digits in any language.
_NEXT_WORDS = re.compile(r"\s[^\W\d_][\w’'-]*(?:\s[^\W\d_][\w’'-]*)?")
_GROUPED_NUMBER = re.compile(
    rf"(?<![\d.,])\d{{1,3}}(?:[.,]\d{{3}})+(?![\d.,])(?=(?P<of>{_NEXT_WORDS.pattern}))"
)
_SOC = re.compile(r"(?<![\d-])(\d\d-\d{4})(?:\.\d\d)?(?![\d-])")


@dataclass(frozen=True, slots=True)
class _StatisticWords:
    """The words that tell a statistic from a size, a price in passing or an example."""

    language: str
    statistic: re.Pattern[str]
    no_statistic: re.Pattern[str]
    ratio: re.Pattern[str]
    """Shares in words: “three in four calls”."""
    unsure: re.Pattern[str] | None
    """Amounts whose value is ambiguous, but which need a source in any case."""
    pay: re.Pattern[str] | None
    """Words of pay: if set, only amounts near them need a source; otherwise most amounts do."""


# Amounts in which a point or a comma groups digits in some countries, and marks decimals in others.
_GROUPS = r"(?<![\d.,])\d{1,3}[.,]\d{3}(?!\d|[.,]\d)"
_UNSURE = compiled(
    rf"(?:[$€£]|R\$)\s?{_GROUPS}|{_GROUPS}\s?(?:[$€£]|(?:d[oó]la?res|dollars|euros?|pesos|soles|libras|reais|francos|francs|franken|pfund)\b)"
)


@cache
def _words_of(language: str) -> _StatisticWords:
    """Return the words of a language."""
    table = vocabulary("statistics", language)

    def whole(form: str) -> re.Pattern[str]:
        # “70% dos” has a digit before its sign.
        return compiled(rf"(?<![^\W\d_])(?:{form})(?!\w)")

    return _StatisticWords(
        language,
        whole(either(table["statistic"])),
        compiled(rf"\s*[{DASHES}]?\s*{either(table['no_statistic'])}(?!\w)"),
        whole(spaced(table["ratio"])),
        # In English, points do not group digits.
        unsure=None if language == "en" else _UNSURE,
        pay=whole(either(table["pay"])) if "pay" in table else None,
    )


def _unsourced(language: str, subject: Subject) -> Iterator[Alarm]:
    words = _words_of(language)
    own = own_names(subject) | own_nouns(subject)
    of_people = topics(subject.sentences, language, own)
    for sentence in outside_examples(subject.sentences, language):
        if sentence.block.cited:
            continue
        unsourced = [
            (text, start)
            for text, start in _without_source(words, sentence, own, sentence in of_people)
            if not is_hearsay(sentence.text, start, start + len(text), language)
        ]
        if unsourced and not _has_its_source(sentence, language):
            *first, last = (f"“{text}”" for text, _ in unsourced[:3])
            shown = f"{', '.join(first)} and {last} have" if first else f"{last} has"
            make = "Make each a fact" if first else "Make it a fact"
            cite = "their source" if first else "its source"
            start = sentence.start + unsourced[0][1]
            message = f"{shown} no source."
            remedy = f"{make}, {{fact}}`key`, or cite {cite}, [@key]."
            yield subject.alarm("V001", sentence.block, (start, start + 1), message, remedy)


def _has_its_source(sentence: Sentence, language: str) -> bool:
    """Return whether a sentence names its source, or continues one that does."""
    if names_its_source(sentence, language):
        return True
    before = (one for one in sentence.block.sentences if one.start < sentence.start)
    return _CONTINUES_SOURCE.match(sentence.text) is not None and any(
        names_its_source(one, language) for one in before
    )


def _without_source(
    words: _StatisticWords, sentence: Sentence, own: frozenset[str], of_people: bool
) -> list[tuple[str, int]]:
    """Return the figures of a sentence that need a source, and where each begins.

    `of_people` is true if the text before is about people, so that pronouns may refer to them.
    """
    found = figures(sentence.text, words.language)
    unsourced = [(f.text.strip(), f.start) for f in found if _needs_source(words, sentence, f, own)]
    # “Half of bakers earned more than …” explains the median.
    is_of_pay = sentence.fact_keys() or any(figure.kind == "money" for figure in found)
    is_scene = is_of_a_scene(sentence.text, words.language)
    unsourced = unsourced or [
        (match[0].strip(), match.start())
        for match in fractions(sentence.text, words.language, own, of_people)
        if not (is_of_pay or is_scene)
    ]
    unsourced = unsourced or [
        (match[0], match.start())
        for match in _GROUPED_NUMBER.finditer(sentence.text)
        if are_people(match["of"], own) and not any(f.start <= match.start() < f.end for f in found)
    ]
    is_paid = words.pay is None or words.pay.search(sentence.text) is not None
    for pattern in (None if is_scene else words.ratio, words.unsure if is_paid else None):
        if pattern is not None and not unsourced:
            unsourced = [(match[0], match.start()) for match in pattern.finditer(sentence.text)]
    return unsourced


def _needs_source(
    words: _StatisticWords, sentence: Sentence, figure: Figure, own: frozenset[str]
) -> bool:
    before, after = sentence.text[: figure.start], sentence.text[figure.end :]
    if figure.kind == "percent":
        exempt = (
            _RANK.search(before)
            or _WHOLLY.match(sentence.text, figure.start)
            or _REQUIRED_SCORE.match(after)
        )
        return not exempt and bool(words.statistic.search(sentence.text))
    if figure.kind == "money" and words.pay is not None:
        around = part_around(sentence.text, figure)
        return bool(figure.per or words.pay.search(around) or place_named(sentence.text))
    if words.pay is not None and not words.statistic.search(sentence.text):
        return (
            figure.kind == "count"
            and (counted := _NEXT_WORDS.match(after)) is not None
            and are_people(counted[0], own)
        )
    if figure.kind == "money":
        is_in_passing = _ARTICLE_BEFORE.search(before) and _THING_AFTER.match(after)
        return not (is_in_passing or is_small_price(sentence, figure))
    # “Texas requires 600 hours. Ohio requires 1,000.”: the second sentence omits the noun.
    is_bare = not _COUNTS.match(after) and not words.statistic.search(sentence.text)
    if is_bare or _ROOM_FOR.search(before):
        return False
    is_of_one = _ONE_THING.match(sentence.text) and not words.statistic.search(sentence.text)
    return not (words.no_statistic.match(after) or _NUMBERED.search(before) or is_of_one)


def _facts_without_source(subject: Subject) -> Iterator[Alarm]:
    for key, fact in subject.guide.facts.items():
        if fact.source is None:
            place = subject.document.place(("facts", key), of_key=True)
            message = f"The fact “{key}” has no source."
            yield Alarm("V002", place, message, "Name one: source: key, defined under sources.")


def _differing_from_facts(subject: Subject) -> Iterator[Alarm]:
    facts = subject.guide.facts
    for claim in claims(subject):
        fact = facts.get(claim.key)
        if claim.who or fact is None or isinstance(fact.value, str):
            continue
        year = fact.as_of or (fact.period[0] if fact.period else None)
        if claim.key == "projected_growth" and claim.value * fact.value < 0:
            # Words that contradict the sign are reported as Q004.
            continue
        same_year = None in (claim.year, year) or claim.year in (year, *(fact.period or ()))
        stated = claim.figure if claim.value >= 0 else None
        agrees = stated.agrees_with(fact.value) if stated else claim.value == fact.value
        if same_year and not agrees:
            shown = printed(fact.value, fact.unit or "items", subject.guide.language)
            message = f"“{claim.figure.text}” differs from the fact “{claim.key}”, {shown}."
            remedy = f"Write {{fact}}`{claim.key}` instead."
            yield alarm_on(subject, "V003", claim.part, message, remedy)


def _contradicting_claims(subject: Subject) -> Iterator[Alarm]:
    reported: set[int] = set()
    for first, second in combinations(claims(subject), 2):
        same = (first.key, first.who) == (second.key, second.who)
        years = {first.year, second.year} - {None}
        if not same or len(years) > 1 or id(second) in reported:
            continue
        if first.key in subject.guide.facts and not first.who:
            # `_differing_from_facts` compares each of them with the fact.
            continue
        agree = first.value * second.value >= 0 and (
            first.figure.agrees_with(second.figure.value)
            or second.figure.agrees_with(first.figure.value)
        )
        if not agree:
            reported.add(id(second))
            remedy = "State the figure once, as a fact."
            if first.value * second.value < 0:
                # The figures alone may look equal: “6 percent” of growth and “6 percent” of decline.
                line = line_of(subject, first.part)
                message = f"{_direction(second)} of “{second.figure.text.strip()}” here, {_direction(first).lower()} of “{first.figure.text.strip()}” on line {line}."
                yield alarm_on(subject, "Q004", second.part, message, remedy)
            else:
                yield contradiction(subject, "V004", second.part, first.part, remedy)


def _direction(claim: Claim) -> str:
    return "A decline" if claim.value < 0 else "Growth"


def _figures_of_others(subject: Subject) -> Iterator[Alarm]:
    """Yield alarms for figures of another occupation, or of a family of occupations."""
    occupation = subject.guide.occupation
    if occupation is None:
        return
    # guidepub has names for the measures that every guide states.
    named = phrases("en")
    for key, fact in subject.guide.facts.items():
        codes = _SOC.findall(f"{fact.label or ''} {fact.note or ''}")
        if named.get("facts", key) and codes and occupation.soc not in codes:
            place = subject.document.place(("facts", key), of_key=True)
            message = f"The fact “{key}” is for {codes[0]}, but the guide is for {occupation.soc}."
            remedy = "Use the figure for the guide’s own code, or give the fact a name of its own."
            yield Alarm("V005", place, message, remedy)
    family = _family(subject)
    for sentence in subject.sentences:
        if not figures(sentence.text) and not sentence.fact_keys():
            continue
        if match := next((m for m in _SOC.finditer(sentence.text) if m[1] != occupation.soc), None):
            message = f"The figure is for {match[1]}, but the guide is for {occupation.soc}."
        elif match := family.search(sentence.text) if family else None:
            message = f"The figure is for {match[0]!s} together."
        else:
            continue
        start, end = match.span()
        span = (sentence.start + start, sentence.start + end)
        remedy = "Use the figure for the guide’s own code, or say in a fact’s label whom it is for."
        yield subject.alarm("V005", sentence.block, span, message, remedy)


def _family(subject: Subject) -> re.Pattern[str] | None:
    """Return a pattern for the guide's occupation named together with another one.

    None if its own name already lists several.
    """
    occupation = subject.guide.occupation
    name = comparable((occupation and occupation.title) or subject.guide.title)
    if re.search(r",|\band\b", name):
        return None
    words = r"s?\s+".join(re.escape(word) for word in name.split())
    return re.compile(rf"\b{words}s?\s+and\s+[a-z]+s\b", re.IGNORECASE)


RULES = (
    *rules_in(("de", "en", "es", "fr", "pt"), ("V001",), _unsourced),
    Rule(("V002",), _facts_without_source),
    Rule(("V003",), _differing_from_facts),
    Rule(("V004", "Q004"), _contradicting_claims),
    Rule(("V005",), _figures_of_others, "en"),
)
