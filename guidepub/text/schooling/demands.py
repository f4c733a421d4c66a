"""Levels of education that a sentence requires of people in an occupation.

Preferences of some employers, requirements for higher positions and those of other occupations are
left out, since a guide may state them as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from guidepub.text.naming.occupations import is_person, singular
from guidepub.text.schooling.levels import Level, levels

# The subject is before the verb, and the requirement after it.
_DEMAND = re.compile(
    r"""\b(?:(?P<must>must(?:\s+(?:first|also|at\s+least|be\s+(?:at\s+least\s+)?\d\d(?:\s+years\s+old|\s+or\s+older)?(?:,\s+|\s+and\s+)))?\s*(?:have|hold|earn|complete|possess|obtain|get|be\s+(?:a\s+)?graduates?\s+of)
      |(?:is|are)\s+(?:required|expected|obliged)\s+to\s+(?:have|hold|earn|complete|possess|obtain)
      |(?:has|have)\s+to\s+(?:have|hold|earn|complete|get|possess))
    |(?P<need>(?:(?:typically|usually|generally|normally|will|also|at\s+least)\s+)*needs?(?:\s+to\s+(?:have|hold|earn|complete|get|possess|obtain))?
      |(?:(?:typically|usually|generally|normally)\s+)?(?:requires?|calls?\s+for|demands?)
      |should\s+have))\b""",
    re.VERBOSE | re.IGNORECASE,
)
_REQUIRED = re.compile(
    r"^[^,;]{0,60}?\b(?:is|are)\s+(?:always\s+|typically\s+|usually\s+|generally\s+|normally\s+)?(?:required|mandatory|necessary|needed|sufficient|enough|adequate|an?\s+(?:must|requirement)\b|all\s+(?:the\s+(?:schooling|education)\s+)?(?:that\s+)?(?:it\s+takes|you(?:\s+will|['’]ll)?\s+(?:ever\s+)?need|is\s+(?:needed|required))"
    r"|the\s+(?:minimum|usual|typical)(?:\s+(?:requirement|entry|education|entry[\s-]level\s+education))?)\b",
    re.IGNORECASE,
)
_ADMISSION = re.compile(
    r"\b(?:admi(?:ssion|tted)|enroll\w*|apply|applicants?|programs?|schools?|colleges?|apprentice\w*|training)\b",
    re.IGNORECASE,
)
_MINIMUM = re.compile(
    r"\b(?:minimum|entry[\s-]level|educational)\s+(?:education(?:al)?\s+)?(?:requirements?|education|qualifications?|degree)"
    r"[^.;]{0,60}?\b(?:is|are)\s+(?:at\s+least\s+)?(?:an?\s+|the\s+)?$"
    r"|^\W*(?:the\s+)?minimum\s+is\s+(?:an?\s+)?$"
    r"|\b(?:all|what)\s+(?:that\s+)?(?:is|you)\s+(?:required|needed|need)\s+is\s+(?:at\s+least\s+)?(?:an?\s+)?$"
    r"|\b(?:degree|education)\s+(?:required|needed|you[’']ll\s+need)\s*:\s*(?:at\s+least\s+)?(?:an?\s+)?$",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r"""\b(?:may|might|can|could|some|many|most|certain|other|others|another|few|often|sometimes|prefer(?:s|red|ence)?
    |preferable|helpful|recommended|optional|not|never|without|n['’]t|nor|rather|instead|no\s+longer
    |advance(?:d|ment)?|higher|promot(?:ed|ion)|manage(?:r|rs|ment|rial)|supervis(?:or|ors|ory)|teach(?:ing)?|faculty|research(?:ers?)?
    |administrat(?:ive|ors?)|to\s+become|who\s+want|wish(?:es)?|if|unless|depending|previously|used\s+to
    |beginning\s+in|starting\s+in|by\s+20\d\d|in\s+(?:some|many|most|certain|a\s+few)\s+states|specialist|specialty|therapists?\s+themselves)\b""",
    re.VERBOSE | re.IGNORECASE,
)  # fmt: skip
_ALTERNATIVE = re.compile(r"[\w\s,'’]{0,40}\bor\b[\w\s,'’]{0,30}")
_STEP = re.compile(
    r"[\w\s,'’]{0,40}\b(?:as\s+well\s+as|and|plus|followed\s+by|in\s+addition\s+to|before)\b[\w\s,'’]{0,30}"
)
# “A diploma is enough for Head Start”.
_FOR_SOME = re.compile(r"\s+(?:for|in|at|by)\s+(?:the\s+)?[A-Z][a-z]")
# The most characters between verb and level, and the most words before the level in a passive.
_FAR = 60
_SHORT_START = 4
# “Those who want to enter the field” means all readers of the guide.
_WISH = re.compile(
    r"\s+(?:who|that)\s+(?:wish|want|hope|plan|intend|would\s+like)(?:es|s)?\s+to\s+"
    r"(?:enter|work|join|pursue|practice|begin)\b(?:\s+(?:as|in|a|an|the|this|field|career|\w+ing))*",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"[\w\s,]{0,30}\b(?:and|plus)\s+(?:must\s+|to\s+)?(?:also\s+|then\s+)?(?:have\s+)?complet", re.I
)
_ADVERBS = re.compile(
    r"(?:\s+|^)(?:in\s+(?:this|the)\s+(?:field|occupation|profession|career|industry)|working\s+as\s+[\w\s]+|typically|usually|generally"
    r"|normally|only|just|simply|always|also|all|then|now|will|therefore|\([^)]*\))$",
    re.IGNORECASE,
)
_PURPOSE = re.compile(
    r"^(?:To|In\s+order\s+to)\s+(?:enter|work\s+in|join|begin\s+in|start\s+in)\s+(?:the|this)\s+(?:occupation|field|profession|trade|career),\s+",
    re.IGNORECASE,
)
# “To work as a chemist, …” means anyone, in a guide to chemists.
_TO_BE = re.compile(
    r"\W*(?:in\s+order\s+)?to\s+(?:become|be|work\s+as|get\s+work\s+as|be\s+hired\s+as|practice\s+as)\s+(?:an?\s+)?(?P<who>[\w\s’'-]{3,40}?),\s+",
    re.IGNORECASE,
)
# “A career that does not require a degree” is about the career.
# “Maternity support workers” are not midwives, whom they help.
_SUPPORT = re.compile(
    r"\b(?:support|auxiliary|ancillary|clerical|cleaning|kitchen)\s+(?:workers?|staff|personnel)$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\s+(?:that|which)$", re.IGNORECASE)
# “A diploma to enter a program” is required of students.
_TO_STUDY = re.compile(
    r"\s+to\s+(?:enter|apply|be\s+admitted|begin|start|get|qualify|attend|enroll)\b[^.;]{0,60}?"
    r"\b(?:programs?|schools?|colleges?|universit\w+|apprentice\w*|training|courses?|academy)\b",
    re.IGNORECASE,
)
# “Nobody is hired without a diploma” is a requirement.
_NO_ONE = r"(?:nobody|no\s+one|no\s+(?:employer|firm|company|hospital|school|shop|office|agency|department)s?|cannot|can\s+not|can['’]t|will\s+not|won['’]t|never)"
_NONE_WITHOUT = re.compile(
    rf"(?:\b{_NO_ONE}\b[^.;:]{{0,60}}?|\b(?:hires?|takes?\s+on|accepts?|licenses?|employs?)\s+(?:nobody|no\s+one)\s+)\b(?:without|who\s+lacks|unless\s+(?:they|you|he\s+or\s+she)\s+(?:have|hold|has|holds))\s+(?:at\s+least\s+)?(?:an?\s+)?$",
    re.IGNORECASE,
)
_WITHOUT_IT = re.compile(r"\W*without\s+(?:at\s+least\s+)?(?:an?\s+)?", re.IGNORECASE)
_NONE = re.compile(rf"[\w\s]{{0,30}},?\s+(?:you\s+|they\s+)?{_NO_ONE}\b", re.IGNORECASE)
_ONLY_WAY = re.compile(
    r"[\w\s]{0,40}?\s+(?:is|are)\s+the\s+only\s+(?:way|door|path|route)\s+(?:in|into|to)\b",
    re.IGNORECASE,
)
_PARTLY = re.compile(
    r"\b(?:some|many|most|certain|other|others|few|often|sometimes|if|depending|higher|promot\w+|manag\w+|supervis\w+|teach\w*|faculty|used\s+to|until|was|were|had|states?|large|big|small)\b",
    re.IGNORECASE,
)
_AS_A = re.compile(
    r"\b(?:as\s+(?:an?\s+)?|(?:become|be)\s+an?\s+)(?:[\w’'-]+\s+){0,2}?(?P<who>[\w’'-]+)(?=\s+(?:without|unless)|[,.;]|$)",
    re.IGNORECASE,
)
# “To enter law school, applicants need a bachelor’s degree.”
_FIRST_TO_STUDY = re.compile(
    r"\W*(?:to|for|before)\s+(?:enter\w*|appl\w+|be\s+(?:admitted|accepted)|admission|begin\w*|start\w*|get\w*|qualify\w*|attend\w*|enroll\w*|join\w*)\b[^.;]{0,60}?"
    r"\b(?:programs?|schools?|colleges?|universit\w+|apprentice\w*|training|courses?|academy)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Demand:
    """A level of education that a sentence requires, and its place in the sentence.

    `who` is the noun for the people, or empty for anyone in the occupation.
    """

    level: str
    who: str
    start: int
    text: str


def nouns(titles: Iterable[str]) -> frozenset[str]:
    """Return the last words of an occupation's titles, in the singular."""
    parts = [part for title in titles for part in re.split(r",|\band\b|\bor\b|/", title)]
    return frozenset(singular(part.split()[-1]) for part in parts if part.split())


def demand_of(sentence: str, own: frozenset[str]) -> Demand | None:
    """Return the requirement in a sentence for people with some nouns, or None."""
    named = levels(sentence)
    if not named:
        return None
    if refused := _refused(sentence, named[0], own):
        return refused
    first = next((found for level in named if (found := _passive(sentence, level, own))), None)
    for verb in _DEMAND.finditer(sentence):
        if behind := _objects(sentence, verb, named):
            is_later = first is not None and first.start < verb.start()
            return first if is_later else _active(sentence, verb, behind, own)
    return first


def _refused(text: str, level: Level, own: frozenset[str]) -> Demand | None:
    """Read “nobody is hired without a diploma”, and “a diploma is the only way in”."""
    before, behind = text[: level.start], text[level.end :]
    refuses = (
        _NONE_WITHOUT.search(before)
        or (_WITHOUT_IT.fullmatch(before) and _NONE.match(behind))
        or (len(before.split()) <= _SHORT_START and _ONLY_WAY.match(behind))
    )
    if not refuses or _PARTLY.search(text) or _ADMISSION.search(text):
        return None
    post = _AS_A.search(text)
    return None if post and singular(post["who"]) not in own else lowest([level], text, "")


def _objects(text: str, verb: re.Match[str], levels: Sequence[Level]) -> Sequence[Level]:
    """Return the levels shortly after a verb like “require”."""
    behind = [level for level in levels if 0 <= level.start - verb.end() <= _FAR]
    between = text[verb.end() : behind[0].start] if behind else ";"
    return [] if re.search(r"[;:]|\bto\s+become\b", between) else behind


def _active(
    text: str, verb: re.Match[str], behind: Sequence[Level], nouns: frozenset[str]
) -> Demand | None:
    """Read “Bakers must have a diploma”."""
    # A diploma and a program in addition: the program is the requirement.
    goes_on = _GOES_ON.match(text[behind[0].end :])
    who = who_demands(text[: verb.start()], nouns)
    admits = _TO_STUDY.match(text, behind[0].end) or _FIRST_TO_STUDY.match(text[: verb.start()])
    if goes_on or admits or who is None or _hedged(text, verb.start(), behind, nouns):
        return None
    return lowest(behind, text, who)


def _passive(text: str, level: Level, own: frozenset[str]) -> Demand | None:
    """Read “A diploma is required” and “The minimum education is a diploma”."""
    before, behind = _PURPOSE.sub("", text[: level.start]), text[level.end :]
    to_be = _TO_BE.match(before)
    if to_be and singular(to_be["who"].split()[-1]) in own:
        before = before[to_be.end() :]
        text = text[to_be.end() :]
    if _HEDGE.search(text):
        return None
    required = _REQUIRED.match(behind) if len(before.split()) <= _SHORT_START else None
    rest = behind[required.end() :].partition(";")[0] if required else ""
    admits = _ADMISSION.search(rest) or _FOR_SOME.match(rest)
    if (required and not admits) or _MINIMUM.search(before):
        return lowest([level], text, "")
    return None


def _hedged(text: str, verb: int, levels: Sequence[Level], nouns: frozenset[str]) -> bool:
    """Return whether words around a requirement limit it."""
    for level in levels:
        # “Some college” is a level, not a limit.
        text = text[: level.start] + " " * len(level.text) + text[level.end :]
    start = max(text.rfind(mark, 0, verb) for mark in (";", ":", "—")) + 1
    around = text[start : levels[-1].end] + re.split(r"[;:—]", text[levels[-1].end :][:25])[0]
    # “If you want to become a chemist” does not limit a guide to chemists.
    around = _WISH.sub(" ", around)
    own = "|".join(re.escape(noun) for noun in sorted(nouns))
    around = re.sub(
        rf"\bto\s+become\s+(?:licensed|certified|one|an?\s+(?:\w+\s+){{0,4}}?(?:{own}))\b",
        "",
        around,
        flags=re.I,
    )
    return bool(_HEDGE.search(around))


def lowest(levels: Sequence[Level], text: str, who: str) -> Demand:
    """Return the requirement for the lowest of several levels: “a bachelor's or master's”.

    Of several steps, “a bachelor's as well as a medical degree”, the last one counts.
    """
    named = [levels[0]]
    for last, level in pairwise(levels):
        between = text[last.end : level.start]
        if _ALTERNATIVE.fullmatch(between):
            named.append(level)
        elif _STEP.fullmatch(between) and level.rank > last.rank:
            named = [level]
        else:
            break
    lowest = min(named, key=lambda level: level.rank)
    return Demand(lowest.level, who, lowest.start, lowest.text)


def who_demands(before: str, nouns: frozenset[str]) -> str | None:
    """Return the noun before a verb like “need”: "" for anyone, None for other people."""
    before = _WISH.sub(" ", before)
    clause = re.split(r"[,;:—]|\b(?:and|but|because|since|so|that)\s+(?=\w+\s*$)", before)[
        -1
    ].strip()
    while trimmed := _ADVERBS.sub("", clause):
        if trimmed == clause:
            break
        clause = trimmed
    words = _RELATIVE.sub("", clause).split()
    if not words or _SUPPORT.search(clause):
        return None
    last = singular(re.sub(r"['’](?:ll|d|re|ve)$", "", words[-1].strip("“”\"’'")))
    if is_person(words[-1]) or is_person(last):
        return ""
    return last if last in nouns else None
