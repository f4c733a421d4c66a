"""What a sentence says of a measure: the median wage is so much, jobs grow by so much.

Reads only the few forms in which such statements are made, and of whom they are made, so
that a figure for another group is never held against the guide's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from guidepub.linting.blocks import Sentence
from guidepub.linting.quantities import Figure, figures, years
from guidepub.linting.subjects import Subject

_EARNINGS = r"(?:wages?|salar(?:y|ies)|pay|earnings|income)"
_WHO = r"(?:\s+(?:for|of)\s+(?P<who>[^.;:]{3,90}?))?"
_IS = r"(?:\s+(?:is|are|was|were|stood\s+at|stands\s+at|comes\s+to)|,)"
_TO = r"\s+(?:about|around|approximately|roughly|nearly|almost|over|some|just\s+over|just\s+under)?\s*"
_WHEN = r"(?:\s+in\s+(?:May\s+)?(?:19|20)\d\d)?"
_TENTH = r"(?:10\s?(?:percent|%)|tenth|ten\s+percent)"
_EARN = r"(?:earn|earned|earns|make|made|makes)"
_FORMS = (
    ("median_wage", "money", rf"\bmedian\s+(?:annual\s+|yearly\s+)?{_EARNINGS}{_WHO}{_WHEN}{_IS}{_TO}$"),
    ("median_wage", "money", rf"\b{_EARN}\s+a\s+median(?:\s+(?:annual\s+)?{_EARNINGS})?\s+of{_TO}$"),
    ("median_wage", "money", rf"\bhalf\s+(?:of\s+)?(?P<who>[^.;:,]{{3,60}}?)\s+{_EARN}\s+(?:more|less)\s+than{_TO}$"),
    ("median_hourly_wage", "money", rf"\bmedian\s+hourly\s+{_EARNINGS}{_WHO}{_WHEN}{_IS}{_TO}$"),
    ("wage_p10", "money", rf"\blowest(?:[\s-]paid)?\s+{_TENTH}{_WHO}\s+{_EARN}\s+(?:less|under|below)(?:\s+than)?{_TO}$"),
    ("wage_p90", "money", rf"\b(?:highest|top|best)(?:[\s-]paid)?\s+{_TENTH}{_WHO}\s+{_EARN}\s+(?:more|over|above)(?:\s+than)?{_TO}$"),
    ("projected_growth", "percent", rf"\b(?:employment|jobs|demand|the\s+(?:field|occupation|profession|number)){_WHO}\s+(?:is|are)\s+(?:projected|expected|predicted|forecast)\s+to\s+(?P<verb>grow|increase|rise|expand|decline|decrease|fall|shrink|drop)\s*(?:by)?{_TO}$"),
    ("employment", "count", rf"(?P<who>\b[^.;:,]{{3,60}}?)\s+held{_TO}$"),
    ("annual_openings", "count", rf"(?:^|[.,;]\s*){_TO}$"),
)  # fmt: skip
_PATTERNS = tuple((key, kind, re.compile(form, re.IGNORECASE)) for key, kind, form in _FORMS)
_OPENINGS = re.compile(
    r"\s+(?:job\s+)?openings(?:\s+for\s+(?P<who>[^.;:]{3,90}?))?\s+(?:are|is)\s+(?:projected|expected)",
    re.IGNORECASE,
)
_FALLING = frozenset({"decline", "decrease", "fall", "shrink", "drop"})
_ARTICLES = re.compile(r"^(?:the|a|an|all|most|this|these|those|such)\s+|\s+(?:a|per)\s+year$")
_ANYONE = frozenset(
    "this occupation|these workers|occupation|job|position|workers in this field|workers in this occupation"
    "|this career|this profession|the occupation|this field|this job|they|who".split("|")
)


@dataclass(frozen=True, slots=True)
class Statement:
    """What a sentence says: of which measure, of whom, of which year, and how much.

    `who` is empty where the sentence names nobody; then it speaks of the guide's occupation.
    """

    key: str
    who: str
    year: int | None
    figure: Figure
    value: Decimal
    sentence: Sentence


def statements(subject: Subject) -> Iterator[Statement]:
    """Yield the statements that are made in figures of the prose, in order."""
    own = own_names(subject)
    for block in subject.prose:
        who = ""
        for sentence in block.sentences:
            for figure in figures(sentence.text):
                statement = _statement(sentence, figure, own)
                if statement is None:
                    continue
                # “The lowest 10 percent earned …” goes on about whom the text was of.
                if statement.key in ("wage_p10", "wage_p90") and not statement.who:
                    statement = replace(statement, who=who)
                who = statement.who
                yield statement


def own_names(subject: Subject) -> frozenset[str]:
    """Return what the guide's occupation is called, in the singular and in small letters."""
    guide = subject.guide
    names = {guide.title}
    if guide.occupation is not None and guide.occupation.title:
        names.add(guide.occupation.title)
    whole = {singular(name) for name in names}
    return frozenset(whole | {name.split()[-1] for name in whole if "," not in name})


def singular(name: str) -> str:
    """Return a name in small letters without its article and without the s of a plural."""
    name = _ARTICLES.sub("", " ".join(name.casefold().split()))
    name = re.sub(r"\s*\([^)]*\)", "", name)
    return re.sub(r"(?<=[^s])s\b", "", re.sub(r"ies\b", "y", name))


def _statement(sentence: Sentence, figure: Figure, own: frozenset[str]) -> Statement | None:
    before, behind = sentence.text[: figure.start], sentence.text[figure.end :]
    for key, kind, pattern in _PATTERNS:
        if kind != figure.kind or not (match := pattern.search(before)):
            continue
        groups = match.groupdict()
        who = groups.get("who") or ""
        if key == "annual_openings":
            openings = _OPENINGS.match(behind)
            if openings is None:
                continue
            who = openings["who"] or ""
        if key == "employment" and not re.match(r"\s+jobs\b", behind):
            continue
        if key == "median_wage" and re.match(r"\s+(?:per|an|a)\s+(?:hour|week|month)", behind):
            continue
        value = -figure.value if groups.get("verb", "") in _FALLING else figure.value
        year = _year_of(sentence, figure)
        return Statement(key, whose(who, own), year, figure, value, sentence)
    return None


def whose(who: str, own: frozenset[str]) -> str:
    """Return whom words speak of, in the singular, or "" where it is the guide's own."""
    name = singular(re.split(r"\s+in\s+(?:May\s+)?(?:19|20)\d\d", who)[0].strip(" ,"))
    return "" if name in own or name in _ANYONE else name


def _year_of(sentence: Sentence, figure: Figure) -> int | None:
    found = years(sentence.text)
    return min(found, key=lambda pair: abs(pair[0] - figure.start))[1] if found else None
