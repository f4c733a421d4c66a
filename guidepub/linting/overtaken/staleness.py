"""S: prose that is out of date: expired projections, old figures, old years presented as now."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

from guidepub.linting import data
from guidepub.linting.overtaken.years_of_things import is_from, is_of_a_thing
from guidepub.linting.texts.alarms import Alarm
from guidepub.linting.texts.blocks import Sentence
from guidepub.linting.texts.parts import SentencePart, alarm_on
from guidepub.linting.texts.rules import rules_in
from guidepub.linting.texts.subjects import Subject
from guidepub.text.figures.quantities import figures
from guidepub.text.figures.years import YEAR, stretches, years
from guidepub.text.residue.bygones import is_about_past
from guidepub.text.vocabulary import compiled, spaced, written_out

# The only language in which S006 is reported.
_OLD_FIGURES_IN = "en"
_SHORTEST_FORECAST = 3
_MOST_YEARS = 24
# Years; anything earlier is history, not an outdated statement.
_HISTORIC = 30
# A plan can be reported after the fact: “those expected by 2020 came in 2022”.
_PLANNED = re.compile(
    r"(?:expected|scheduled|projected|forecasted|predicted|slated|anticipated|previst[oa]s?|programad[oa]s?|anunciad[oa]s?|esperad[oa]s?)$",
    re.IGNORECASE,
)
_RECENT = re.compile(
    r"\brecent\s+(?:\w+\s+)?(?:polls?|surveys?|stud(?:y|ies)|counts?|census|reports?|data|figures|numbers|laws?|rules?|changes?|increases?)\b|\brecently\s+(?:passed|enacted|introduced|published|surveyed|adopted|raised)\b|\b(?:newest|latest)\s+(?:data|figures|poll|survey|census|count|numbers)\b|\b(?:encuesta|datos|cifras)\s+recientes?\b|\brecientes?\s+(?:encuesta|datos|cifras)\b",
    re.IGNORECASE,
)
_REPORTING = re.compile(r"\b(?:that|which|who|found|finds?|show(?:s|ed)?|sa(?:ys?|id)|que)\b", re.I)
_NEAR = 25  # Characters between “a recent poll” and its year.
_LABOUR = re.compile(
    r"\b(?:wages?|salar(?:y|ies)|pay|paid|earn(?:ed|s|ings?)?|income|median|average|employ(?:ed|ment|s)"
    r"|jobs?|openings?|work(?:ers?|ed|ing)|positions|workforce|unemployment|tuition|cost|held|hired|percent|%)\b|\$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _YearWords:
    """The words of a language for the future, the present and the past."""

    language: str
    ahead: re.Pattern[str]
    target: re.Pattern[str]
    weak: frozenset[str]
    """Words before a year that need not mean a forecast: “in 2012”."""
    future: re.Pattern[str]
    dated: re.Pattern[str]
    to_come: re.Pattern[str]
    now: re.Pattern[str]
    history: re.Pattern[str]


@cache
def _year_words(language: str) -> _YearWords:
    table = data.table(f"forecasts.{language}")

    def form(name: str) -> re.Pattern[str]:
        return compiled(written_out("|".join(table[name]), {"months": table["months"]}))

    def whole(name: str, before: str = "") -> re.Pattern[str]:
        return compiled(rf"{before}\b(?:{spaced('|'.join(table[name]))})\b")

    return _YearWords(
        language,
        whole("ahead", table.get("thought_before", "")),
        form("target"),
        frozenset(table["weak"]),
        form("future"),
        form("dated"),
        whole("to_come"),
        whole("now"),
        whole("history"),
    )


_PAST = re.compile(
    r"\b(?:was|were|(?<!\bbe\s)had|did|grew|rose|fell|dropped|shrank|declined|increased|doubled|lost|gained|came|went|hit|saw|turned\s+out|creció|cayó|subió|bajó|fue|fueron|\w{2,}(?:ió|ieron|aron)|had\s+been)\b",
    re.IGNORECASE,
)
# Signs of a forecast that was made in the past.
_NARRATED = re.compile(
    r"\bwould\b|\b(?:Bureau|BLS|he|she|they|we|experts|economists|planners)\s+(?:projected|predicted|expected|foresaw|saw|hoped|thought)\b"
    r"|\b(?:forecasts?|predictions?|projections?|estimates?|plans?)\s+(?:of|from|in|made\s+in)\s+(?:19|20)\d\d\s+(?:saw|had|put|said|was|were|spoke|called|gave)\b|\bprevió\b|\bpreveía\b"
    # “The plan of 1968 says that …”, ““By 1975 it will stand,” the paper wrote.”
    r"|\b(?:notices?|letters?|plans?|laws?|maps?|posters?|signs?|articles?|contracts?|prospectus|diar(?:y|ies)|leaflets?|memos?|(?:news)?papers?|brochures?|manuals?|planes|ley(?:es)?|cartel(?:es)?|avisos?|cartas?|anuncios?)\s+(?:of|from|dated|de|del)\s+(?:[A-Z]?[a-z]+\s+(?:de\s+)?)?1[5-9]\d\d\b"
    r"|[”\"»],?\s+(?:\w+\s+){0,4}(?:said|wrote|read|ran|announced|promised|declared|boasted|decía|anunciaba|prometía|escribió|prometió)\b",
    re.IGNORECASE,
)
_OPENING = 12
# Kinds of labels that may give the years of a figure.
_WITHOUT_VERB = frozenset({"term", "head", "cell", "caption"})
_LABELS = _WITHOUT_VERB | {"heading"}


def _expired_forecasts(language: str, subject: Subject) -> Iterator[Alarm]:
    """Yield alarms for sentences and labels with a forecast to a year before the edition."""
    words = _year_words(language)
    labels = (Sentence(b.text, 0, b) for b in subject.blocks if b.passage.kind in _LABELS)
    for sentence in (*subject.sentences, *labels):
        if sentence.block.passage.kind in _WITHOUT_VERB:
            found = _forecast_in_label(sentence, subject.year)
        else:
            found = _expired_forecast(words, sentence, subject.year)
        if found is not None:
            at, year = found
            message = f"A projection to {year} had ended before the edition of {subject.year}."
            remedy = "Look up the current projection, or delete the sentence."
            start = sentence.start + at
            yield subject.alarm("S001", sentence.block, (start, start + 4), message, remedy)


def _expired_forecast(
    words: _YearWords, sentence: Sentence, edition: int
) -> tuple[int, int] | None:
    """Return the offset and the year of an expired forecast in a sentence, or None."""
    if _NARRATED.search(sentence.text):
        return None
    if label := _forecast_in_label(sentence, edition):
        return label
    for match in islice(words.target.finditer(sentence.text), _MOST_YEARS):
        year = int(match["year"] or _last_year(match["first"], match["last"]))
        if match["word"] and is_of_a_thing(sentence.text[: match.start("year")]):
            continue
        if match["first"] and year - int(match["first"]) < _SHORTEST_FORECAST:
            # Editions, school years and terms of office are not forecasts.
            continue
        clause, at = _clause(sentence.text, match.start())
        # “In 2012” may be the year of a law or a survey, unless “will” comes before it.
        weak = (match["word"] or "").casefold() in words.weak
        after = "" if _PAST.search(clause) else clause[match.end() - at :]
        # “Panels from 2005 will still work”.
        opening = 0 if (match["word"] or "").casefold() == "from" else _OPENING
        begins = match.start() - at <= opening and words.future.match(after)
        searched = clause[: match.start() - at] if weak and not begins else clause
        if _latest(clause) >= edition:
            # “From 457,300 jobs in 2024 to 480,000 in 2034” looks ahead to the later year.
            continue
        if match["word"] == "from" and is_from(clause[: match.start() - at]):
            continue
        ahead = words.ahead.search(searched)
        if ahead and _has_come(clause, ahead, weak, (match.start() - at, match.end() - at)):
            continue
        if year < edition and ahead:
            return match.start("year" if match["year"] else "first"), year
    return _still_to_come(words, sentence.text, edition)


def _has_come(clause: str, ahead: re.Match[str], weak: bool, year: tuple[int, int]) -> bool:
    """Return whether a clause gives the outcome: “by 2020 half came by phone, and it will grow”."""
    start, end = year
    until = max(ahead.start(), end)
    if (weak or _PLANNED.match(ahead[0])) and ahead.start() < end:
        # “Members will recall in 1998 …”, “those expected by 2020 came in 2022”.
        until = len(clause)
    between = clause[ahead.end() : start] if weak else ""
    return bool(_PAST.search(clause[end:until]) or _PAST.search(between))


def _still_to_come(words: _YearWords, text: str, edition: int) -> tuple[int, int] | None:
    """Return the offset of a year before the edition next to a future verb, and the year, or None."""
    if not years(text) or _latest(text) >= edition or not words.to_come.search(text):
        return None
    found = words.dated.search(text)
    if found is None or is_of_a_thing(text[: found.start("year")]):
        return None
    if _PAST.search(text) or is_about_past(YEAR.sub("", text), words.language):
        return None
    return found.start("year"), int(found["year"])


# “Job outlook, 2012–22: 19%” looks ahead without a verb.
_OUTLOOK = re.compile(
    r"\b(?:outlook|projection|projected|growth|openings|decade|change|forecast|perspectivas?|previsión|crecimiento)\b",
    re.IGNORECASE,
)


def _forecast_in_label(sentence: Sentence, edition: int) -> tuple[int, int] | None:
    """Return the offset and the last year of an expired forecast in a label, or None."""
    if not _OUTLOOK.search(sentence.text):
        return None
    ended = (
        (span.start, span.last)
        for span in stretches(sentence.text)
        if span.last - span.first >= _SHORTEST_FORECAST + 1 and span.last < edition
    )
    return next(ended, None) if not _PAST.search(sentence.text) else None


def _latest(text: str) -> int:
    """Return the latest year in a text, such as 2034 in “2024–34”, or 0."""
    return max((*(year for _, year in years(text)), *(s.last for s in stretches(text))), default=0)


def _last_year(first: str, last: str) -> str:
    return last if len(last) == 4 else first[:2] + last


def _clause(text: str, offset: int) -> tuple[str, int]:
    """Return the clause around an offset of a sentence, and where the clause begins."""
    start = 0
    for match in re.finditer(
        r";|,?\s(?:but|while|whereas|yet|though|although|pero|aunque)\s|\b(?:tell|say)\s+you\s+that\s|\b(?:never|ever)\s+have\s+seen\s",
        text,
    ):
        if match.start() > offset:
            return text[start : match.start()], start
        start = match.end()
    return text[start:], start


def _is_called_recent(text: str, at: int) -> bool:
    """Return whether the year at an offset is called recent: “a recent poll of 1994”."""
    return any(
        match.start() <= at <= match.end() + _NEAR and not _REPORTING.search(text[match.end() : at])
        for match in _RECENT.finditer(text)
    )


def _old_figures(language: str, subject: Subject) -> Iterator[Alarm]:
    """Yield alarms for figures, and for words like “now”, with an old year."""
    words = _year_words(language)
    oldest = subject.year - subject.settings.fact_years
    for sentence in subject.sentences:
        found = _years_of(sentence, subject)
        if not found:
            continue
        at, year = max(found, key=lambda pair: pair[1])
        is_known = subject.year - _HISTORIC <= year or _is_called_recent(sentence.text, at)
        if year >= oldest or not is_known or _expired_forecast(words, sentence, subject.year):
            continue
        now = (
            words.now.search(sentence.text)
            or _as_of_then(sentence, year)
            or _called_new(sentence, year)
        )
        if now and not words.history.search(sentence.text) and not _since_then(sentence, now):
            part = SentencePart(sentence, now.start(), now[0])
            message = f"“{now[0]}” is used with the year {year}."
            remedy = "Look up how things are now, or say that this was so then."
            yield alarm_on(subject, "S003", part, message, remedy)
        elif (
            words.language == _OLD_FIGURES_IN
            and _states_figure(sentence)
            and not _is_compared(sentence, oldest)
            and not (
                (stretches(sentence.text) or _PAID_THEN.search(sentence.text))
                and _PAST.search(sentence.text)
            )
            and not re.search(
                r"\b(?:since|founded|act|our|my|I|we|back\s+in)\b", sentence.text, re.I
            )
        ):
            message = f"The figure is from {year}, the edition from {subject.year}."
            remedy = "Look up the current figure and make it a fact."
            start = sentence.start + at
            yield subject.alarm("S006", sentence.block, (start, start + 4), message, remedy)


# “For the 2020 census they were paid …” is history.
_PAID_THEN = re.compile(r"\bfor\s+the\s+(?:19|20)\d\d\s+\w+\s+were\b", re.I)


def _is_compared(sentence: Sentence, oldest: int) -> bool:
    """Return whether a later sentence gives a newer year: “By 2024 it had reached …”."""
    return any(
        year >= oldest
        for other in sentence.block.sentences
        if other.start > sentence.start
        for _, year in years(other.text)
    )


# “In 2013, truckers earn …” and “as of 2015, there are …”.
_PRESENT = re.compile(
    r"\b(?:is|are|earns?|makes?|costs?|pays?|employs?|works?|needs?|requires?|lives?|charges?|receives?|averages?|runs?|stands?|there['’]s|has|have|gana|ganan|cobra|cobran|es|son|está|están|cuesta|cuestan|hay)\b",
    re.IGNORECASE,
)
_PAST_TENSE = re.compile(
    r"\b(?:was|were|had|did|has\s+been|have\s+been|since|law|act|rules?|standard|code|version|edition|built|founded|award|model|(?!(?:licens|certifi|register|requir|employ|need|skill|experienc|us|locat|bas)ed\b)\w{3,}ed(?!\s+[a-z]{4,}s\b)|won|began|fell|rose|grew|made|took|became|came|went|fue|era|eran|ley|desde)\b",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\b(?:was|were|had|did|closed|opened|built|moved|bought|sold|left|joined|became|merged|ended|died|founded|began|started|took|fue|fueron|era|eran|cerró|abrió|había|hubo|tenían?|contaba|trabajaban|sumaban?)\b",
    re.IGNORECASE,
)

# Before the clause that says how things are now: “in 2003 I taught forty; today …”.
_OTHER_CLAUSE = re.compile(
    r"(?:;|—|\b(?:but|while|whereas|and|pero|mientras\s+que|y))\s+$", re.IGNORECASE
)


def _since_then(sentence: Sentence, now: re.Match[str]) -> bool:
    """Return whether a sentence contrasts the past with now: “closed in 1998, now a museum”."""
    before = sentence.text[: now.start()]
    is_turn = now[0].casefold() in ("now", "today", "nowadays", "ahora", "hoy", "hoy en día")
    is_past = _OTHER_CLAUSE.search(before) and not _PRESENT.search(before)
    return is_turn and bool(is_past or _CHANGE.search(before))


def _as_of_then(sentence: Sentence, year: int) -> re.Match[str] | None:
    """Return the match of an old year in a sentence in the present tense, or None."""
    dated = re.search(
        rf"\b(?:[Ii]n|[Aa]s\s+of|[Ee]n)\s+(?:[A-Z][a-z]+\s+|\w+\s+de\s+)?{year}\b|\((?:[\w ,.]{{0,30}}\s)?{year}(?:\s[\w ]{{0,20}})?\)",
        sentence.text,
    )
    has_figure = re.search(r"\d", sentence.text.replace(str(year), ""))
    written = re.search(
        rf"\b(?:as\s+of\s+this\s+writing|at\s+(?:press\s+time|the\s+time\s+of\s+writing)|as\s+(?:we|I)\s+write(?:\s+this)?),?\s+(?:\(?in\s+)?(?:[A-Z]\w+\s+)?{year}\b",
        sentence.text, re.IGNORECASE,
    )  # fmt: skip
    if written:
        return written
    if dated is None or has_figure is None or _PAST_TENSE.search(sentence.text):
        return None
    if is_of_a_thing(sentence.text[: sentence.text.find(str(year))]):
        return None
    return dated if _PRESENT.search(sentence.text) else None


def _called_new(sentence: Sentence, year: int) -> re.Match[str] | None:
    """Return the match of something from an old year that is called new or updated, or None."""
    found = re.search(
        rf"\b(?:new|brand-new|upcoming|forthcoming|modern|nuev[oa]s?|próxim[oa]s?)\s+(?:[\w-]+\s+){{0,3}}?(?:of\s+|from\s+|de\s+)?(?:[A-Z]\w+\s+)?{year}\b"
        rf"|\b(?:last\s+|page\s+)?(?:updated|revised|reviewed|actualizad[oa]|revisad[oa])(?:\s+on|\s+in|\s+en|:)?\s+(?:[\w,]+\s+){{0,3}}?{year}\b",
        sentence.text,
        re.IGNORECASE,
    )
    return None if found is None or _CHANGE.search(sentence.text) else found


def _years_of(sentence: Sentence, subject: Subject) -> list[tuple[int, int]]:
    """Return the years in a sentence, and those of the facts that it refers to, with offsets."""
    facts = subject.guide.facts
    named = [(at, year) for at, year in years(sentence.text) if year <= subject.year + 60]
    years_of_facts = [(at, facts[key].as_of) for at, key in sentence.fact_keys() if key in facts]
    return named + [(at, year) for at, year in years_of_facts if year is not None]


def _states_figure(sentence: Sentence) -> bool:
    found = figures(sentence.text) or sentence.fact_keys()
    return bool(found) and bool(_LABOUR.search(sentence.text))


RULES = (
    *rules_in(("en", "es"), ("S001",), _expired_forecasts),
    *rules_in(("en", "es"), ("S003", "S006"), _old_figures),
)
