"""Statements that an occupation's jobs grow, shrink or stay the same.

Only statements about the whole occupation in the present or future are read, not those about a place,
an industry or the past, nor denials.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from guidepub.text.figures.scope import is_partly, qualifier
from guidepub.text.naming.occupations import is_own

Trend = Literal["falls", "rises", "stays"]

_JOBS = r"(?:jobs?|positions?|workers?|posts)"
_FALLS = (
    r"declin(?:e|es|ing)|decreas(?:e|es|ing)|shrink(?:s|ing)?|fall(?:s|ing)?(?!\s+(?:into|in\s+love|asleep|short|under))|drop(?:s|ping)?|contract(?:s|ing)?"
    r"|dwindl(?:e|es|ing)|dip(?:s|ping)?|slip(?:s|ping)?|slump(?:s|ing)?|plung(?:e|es|ing)|plummet(?:s|ing)?|diminish(?:es|ing)?|weaken(?:s|ing)?"
    r"|tumbl(?:e|es|ing)|slid(?:e|es|ing)|sink(?:s|ing)?|disappear(?:s|ing)?|vanish(?:es|ing)?|erod(?:e|es|ing)|collaps(?:e|es|ing)|crash(?:es|ing)?"
    r"|evaporat(?:e|es|ing)|dry(?:ing)?\s+up|wan(?:e|es|ing)|ebb(?:s|ing)?|fad(?:e|es|ing)(?:\s+away)?|taper(?:s|ing)?\s+off|slacken(?:s|ing)?|nosediv(?:e|es|ing)|thin(?:s|ning)?\s+out|halve|wither(?:s|ing)?|go(?:es|ing)?\s+down|lessen(?:s|ing)?|recede(?:s)?|be\s+(?:cut|reduced|halved|lost|eliminated)"
    rf"|los(?:e|es|ing)\s+(?:[\w.,\ufffc%]+\s+){{0,5}}?{_JOBS}|shed(?:s|ding)?\s+(?:[\w.,\ufffc%]+\s+){{0,4}}?{_JOBS}"
)
_RISES = (
    r"grow(?:s|ing)?|increas(?:e|es|ing)|ris(?:e|es|ing)|expand(?:s|ing)?|climb(?:s|ing)?|jump(?:s|ing)?|surg(?:e|es|ing)|soar(?:s|ing)?|swell(?:s|ing)?"
    r"|boom(?:s|ing)?|balloon(?:s|ing)?|skyrocket(?:s|ing)?|mushroom(?:s|ing)?|multipl(?:y|ies|ying)|rocket(?:s|ing)?|spik(?:e|es|ing)|leap(?:s|ing)?|flourish(?:es|ing)?|thriv(?:e|es|ing)|(?:inch|edg|tick|creep)(?:e|es|s|ing)?\s+up|go(?:es|ing)?\s+up|strengthen(?:s|ing)?|shoot(?:s|ing)?\s+up"
    rf"|(?:gain|add)(?:s|ing)?\s+(?:[\w.,\ufffc%]+\s+){{0,4}}?{_JOBS}|double|triple"
)
_STAYS = (
    r"(?:stay|remain|hold|be)(?:s|ing)?\s+(?:\w+ly\s+)?(?:flat|level|stable|steady|unchanged|static|stagnant|the\s+same)|(?:change|grow)\s+(?:only\s+)?(?:very\s+)?little"
    r"|(?:show|see|have|experience)\s+(?:little\s+or\s+no|no|hardly\s+any)\s+(?:change|growth)|stagnate"
)
_WHO = r"(?:\s+(?:of|for|among)\s+(?P<{}>[^,;:.()]{{2,70}}?))?"
_NUMBER = r"(?:the\s+)?(?:total\s+)?number\s+of\s+(?P<counted>[^,;:.()]{2,60}?)"
_SUBJECT = (
    rf"\b(?:(?:{_NUMBER}|(?:the|this)\s+(?:occupation|field|profession|career|trade)"
    rf"|(?:employment|jobs?|positions|workforce|(?:job\s+)?market|demand|(?:job|employment|career)\s+(?:prospects|opportunities|outlook))"
    rf"{_WHO.format('who')})\s+)"
)
_LEADING = (
    r"(?:(?:is|are|will|would|to|be|also|now|still|already|soon|actually|likely|being|expected|projected|forecast(?:ed)?"
    r"|predicted|anticipated|estimated|set|slated|poised|bound|due|going|on|course|track|continue|continues|keep|keeps|begin|start|only"
    r"|overall|nationwide|by|\w{3,}ly)\s+){0,8}"
)
_WAY_OF_SUBJECT = re.compile(
    rf"{_SUBJECT}(?P<leading>{_LEADING})(?:(?P<stays>{_STAYS})|(?P<falls>{_FALLS})|(?P<rises>{_RISES}))\b(?!['’-])",
    re.IGNORECASE,
)
_NOUN = re.compile(
    r"\b(?:(?P<falls>declines?|drops?|falls?|decreases?|loss(?:es)?|reductions?|contractions?|slump|downturn)|(?P<rises>growth|increases?|rise|gains?|expansion))"
    r"\s+in\s+(?:(?:overall|total)\s+)?(?:employment|jobs|the\s+number\s+of\s+jobs|demand)" + _WHO.format("who")
    + r"\s+(?:is|are)\s+(?:projected|expected|predicted|forecast|likely|anticipated)\b",
    re.IGNORECASE,
)  # fmt: skip
_LITTLE = re.compile(
    r"\b(?P<stays>(?:little\s+or\s+no|little|no|hardly\s+any)\s+(?:change|growth)\s+in\s+(?:employment|jobs|the\s+number\s+of\s+jobs))"
    + _WHO.format("who")
    + r"\s+(?:is|are)\s+(?:projected|expected|predicted|forecast|likely|anticipated)\b",
    re.IGNORECASE,
)
_FEWER = re.compile(
    r"\bthere\s+(?:will|are\s+going\s+to)\s+be\s+(?:(?P<falls>fewer)|(?P<rises>more))\s+(?:jobs|positions|(?P<counted>[\w\s]{3,40}?))"
    + _WHO.format("who")
    + r"\s+(?:in|by|at\s+the\s+end\s+of)\s+(?:20\d\d|the\s+decade)",
    re.IGNORECASE,
)
# “The field is one of the fastest growing”, “the trade is dying out”.
_IN_WORDS = re.compile(
    r"\b(?:(?:the|this)\s+(?:occupation|field|profession|career|trade|job)(?:\s+of\s+(?P<who>[^,;:.()]{2,40}?))?|(?P<gerund>\w{3,}ing))\s+(?:is|remains|ranks|counts)\s+(?:still\s+|now\s+|also\s+)?"
    r"(?:(?P<rises>(?:among|one\s+of)\s+the\s+fastest[-\s]growing|an?\s+(?:fast|rapidly|quickly|steadily)[-\s]growing|on\s+the\s+rise|booming)"
    r"|(?P<falls>dying(?:\s+out)?|an?\s+(?:dying|shrinking|vanishing)|in\s+(?:\w+\s+)?decline|on\s+the\s+(?:wane|decline)))\b",
    re.IGNORECASE,
)
# A heading has no verb: “A Dying Trade”.
_HEADED = re.compile(
    r"\W*(?:an?\s+)?(?:(?P<falls>dying|shrinking|vanishing|declining|disappearing)|(?P<rises>(?:fast[\s-])?growing|booming|expanding|thriving))"
    r"\s+(?:trade|field|occupation|profession|career|(?:job\s+)?market|employment|demand|workforce)\W*",
    re.IGNORECASE,
)
_CLAUSES = re.compile(r"[;:—]|,?\s+(?:but|while|whereas|although|even\s+though|though|because|since|as|if)\s+|,\s+(?:and|with)\s+", re.IGNORECASE)  # fmt: skip
_DENIED = re.compile(
    r"\b(?:not|never|no|hardly|unlikely|neither|nor|if|unless|may|might|could|can|would|was|were|rather\s+than|than)\b|n['’]t\b",
    re.IGNORECASE,
)
_SPANISH = re.compile(
    r"\b(?:habrá|quedarán|existirán|se\s+espera[n]?|se\s+prevén?)\s+(?:(?P<falls>menos)|(?P<rises>más))\s+(?:puestos|empleos|plazas|trabajos)\b"
    r"|\b(?:el\s+empleo|los\s+(?:empleos|puestos)|la\s+demanda|el\s+número\s+de\s+(?:empleos|puestos))(?:\s+de(?:l)?\s+(?:(?:los|las|la)\s+)?(?P<who>[^,;:.()]{2,50}?))?"
    r"\s+(?:se\s+(?:prevé|espera)\s+que\s+)?(?:(?P<falls2>disminuirá|caerá|bajará|se\s+reducirá|descenderá|desaparecerá|disminuya|caiga|baje)n?|(?P<rises2>crecerá|aumentará|subirá|crezca|aumente)n?)\b",
    re.IGNORECASE,
)
_SPANISH_LIMITS = re.compile(
    r"\b(?:no|nunca|si|algun\w+|en\s+(?:la|las|el|los)\s+(?!próxim|década|esos|ese)\w+|aunque|pese|podría\w*|quizá)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Direction:
    """The direction of an occupation's jobs, and the words that state it."""

    trend: Trend
    start: int
    text: str


def directions(sentence: str, own: frozenset[str], language: str = "en") -> Iterator[Direction]:
    """Yield the directions of employment in an occupation, according to a sentence.

    `own` are the occupation's normalized names.
    """
    if language == "es":
        match = _SPANISH.search(sentence)
        if match and not _SPANISH_LIMITS.search(sentence) and is_own(match["who"] or "", own):
            trend: Trend = "falls" if match["falls"] or match["falls2"] else "rises"
            yield Direction(trend, match.start(), match[0])
        return
    at = 0
    for clause in _CLAUSES.split(sentence):
        at = sentence.find(clause, at)
        found = _HEADED.fullmatch(clause) or next(
            (
                m
                for p in (_WAY_OF_SUBJECT, _NOUN, _LITTLE, _FEWER, _IN_WORDS)
                if (m := p.search(clause))
            ),
            None,
        )
        if found is not None and _is_all_of_own(clause, found, own):
            groups = found.groupdict()
            trends: tuple[Trend, ...] = ("falls", "rises", "stays")
            named = next(name for name in trends if groups.get(name))
            yield Direction(named, at + found.start(), found[0])
        at += len(clause)


def _are_own_jobs(counted: str, own: frozenset[str]) -> bool:
    """Return whether counted things are “jobs”, or “nursing jobs” in a guide to nurses."""
    match = re.fullmatch(rf"(?:(?P<of>\w+)\s+)?{_JOBS}", counted, re.IGNORECASE)
    return match is not None and not (match["of"] and qualifier(match["of"], own))


def _is_all_of_own(clause: str, found: re.Match[str], own: frozenset[str]) -> bool:
    """Return whether a clause is about the whole occupation, without denial or doubt."""
    groups = found.groupdict()
    counted = groups.get("counted") or ""
    who = groups.get("who") or ("" if _are_own_jobs(counted, own) else counted)
    denies = found.re is not _LITTLE and _DENIED.search(found[0])
    if groups.get("gerund") and qualifier(groups["gerund"] or "", own):
        return False
    if not is_own(who, own) or denies or _DENIED.search(clause[: found.start()]):
        return False
    before = re.search(r"([\w’'-]+)\s+$", clause[: found.start()])
    if before and qualifier(before[1], own):
        return False
    without = re.sub(rf"\b(?:of|for|among)\s+{re.escape(who)}", " ", clause) if who else clause
    return not is_partly(without, own)
