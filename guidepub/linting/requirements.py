"""What prose demands of people in an occupation: the level of education, and of whom.

Takes demands only. What some employers prefer, what a higher post needs and what other
occupations need are none, since a guide may well say all of that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from guidepub.linting.blocks import Sentence
from guidepub.linting.subjects import Subject
from guidepub.model import EDUCATION_LEVELS

_S = r"(?:['’]s|s['’]|s)?"
_LEVELS = (
    ("none", r"no\s+formal\s+education(?:al)?(?:\s+credentials?)?"),
    ("high-school", r"high[\s-]school\s+(?:diploma|education|degree)|\bG\.?E\.?D\b\.?|high\s+school\s+equivalency"),
    ("certificate", r"postsecondary\s+(?:certificate|nondegree\s+award|non-degree\s+award)|(?:vocational|postsecondary)\s+certificate"),
    ("associate", rf"(?:two|2)(?:-|[\s-]year)?\s+or\s+(?:four|4)[\s-]year\s+(?:college\s+)?degree|associate{_S}(?:\s+degree|(?=\s+or\s+(?:a\s+)?(?:bachelor|master)))|associate{_S}\s+of\s+(?:arts|science|applied\s+science)|(?:two|2)[\s-]year(?:\s+college)?\s+degree|\bA\.?A\.?S\.?\b"),
    ("bachelor", rf"bachelor{_S}(?:\s+degree|\s+of\s+(?:arts|science)|(?=\s+or\s+(?:a\s+)?(?:master|doctor)))|baccalaureate|(?:four|4)[\s-]year(?:\s+college)?\s+degree|undergraduate\s+degree"),
    ("master", rf"master{_S}(?:\s+degree|\s+of\s+(?:arts|science)|(?=\s+or\s+(?:a\s+)?doctor))"),
    ("doctoral", r"doctora(?:l\s+degree|te)|\bPh\.?\s?D\.?\b"),
    ("professional", r"(?:first\s+)?professional\s+degree|\bJ\.D\.|\bM\.D\.|law\s+degree"),
)  # fmt: skip
_LEVEL = re.compile(
    "|".join(f"(?P<{key.replace('-', '_')}>{form})" for key, form in _LEVELS), re.IGNORECASE
)
# The subject stands before the verb; what is demanded, behind it.
_DEMAND = re.compile(
    r"""\b(?:(?P<must>must(?:\s+(?:first|also|at\s+least))?\s+(?:have|hold|earn|complete|possess|obtain|get|be\s+(?:a\s+)?graduates?\s+of)
      |(?:is|are)\s+(?:required|expected|obliged)\s+to\s+(?:have|hold|earn|complete|possess|obtain)
      |(?:has|have)\s+to\s+(?:have|hold|earn|complete|get|possess))
    |(?P<need>(?:(?:typically|usually|generally|normally|will|also|at\s+least)\s+)*needs?(?:\s+to\s+(?:have|hold|earn|complete|get|possess|obtain))?
      |(?:(?:typically|usually|generally|normally)\s+)?(?:requires?|calls?\s+for|demands?)
      |should\s+have))\b""",
    re.VERBOSE | re.IGNORECASE,
)
_REQUIRED = re.compile(
    r"^[^,;]{0,60}?\b(?:is|are)\s+(?:always\s+|typically\s+|usually\s+|generally\s+|normally\s+)?(?:required|mandatory|necessary|needed"
    r"|the\s+(?:minimum|usual|typical)\s+(?:requirement|entry|education|entry[\s-]level\s+education))\b",
    re.IGNORECASE,
)
_ADMISSION = re.compile(
    r"\b(?:admi(?:ssion|tted)|enroll\w*|apply|applicants?|programs?|schools?|colleges?|apprentice\w*|training)\b",
    re.IGNORECASE,
)
_MINIMUM = re.compile(
    r"\b(?:minimum|entry[\s-]level|educational)\s+(?:education(?:al)?\s+)?(?:requirements?|education|qualifications?|degree)"
    r"[^.;]{0,60}?\b(?:is|are)\s+(?:at\s+least\s+)?(?:an?\s+|the\s+)?$"
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
# How far from its verb a level may stand, in characters; how many words a passive begins with.
_FAR = 60
_SHORT_START = 4
_MOST_LEVELS = 12
# “Those who want to enter the field” are all that the guide speaks to.
_WISH = re.compile(
    r"\s+(?:who|that)\s+(?:wish|want|hope|plan|intend|would\s+like)(?:es|s)?\s+to\s+"
    r"(?:enter|work|join|pursue|practice|begin)\b(?:\s+(?:as|in|a|an|the|this|field|career|\w+ing))*",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"[\w\s,]{0,30}\b(?:and|plus)\s+(?:must\s+|to\s+)?(?:also\s+|then\s+)?(?:have\s+)?complet", re.I
)
_ANYONE = frozenset(
    "one you individual person people candidate applicant worker employee professional student they"
    " anyone everyone entrant jobseeker this-field this-career this-occupation the-job"
    " job position occupation career field profession employer state graduate entry aspirant".split()
)
_ADVERBS = re.compile(
    r"(?:\s+|^)(?:in\s+(?:this|the)\s+(?:field|occupation|profession|career|industry)|working\s+as\s+[\w\s]+|typically|usually|generally"
    r"|normally|only|just|simply|always|also|all|then|now|will|therefore|\([^)]*\))$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Demand:
    """A level of education that a sentence demands: of whom, and where it says so.

    `who` is the noun that it is said of, or empty for anyone in the guide's occupation.
    """

    level: str
    who: str
    start: int
    text: str
    sentence: Sentence

    @property
    def rank(self) -> int:
        """The level's place in the order from the lowest up."""
        return EDUCATION_LEVELS.index(self.level)


def demands(subject: Subject) -> Iterator[Demand]:
    """Yield the demands that the prose makes of people in the guide's occupation."""
    nouns = _nouns(subject)
    for sentence in subject.sentences:
        if demand := _demand(sentence, nouns):
            yield demand


def _nouns(subject: Subject) -> frozenset[str]:
    """Return the last words of what the guide's occupation is called, in the singular."""
    guide = subject.guide
    titles = [guide.title, (guide.occupation.title if guide.occupation else None) or ""]
    parts = [part for title in titles for part in re.split(r",|\band\b|\bor\b|/", title)]
    return frozenset(_singular(part.split()[-1]) for part in parts if part.split())


def _demand(sentence: Sentence, nouns: frozenset[str]) -> Demand | None:
    levels = list(islice(_LEVEL.finditer(sentence.text), _MOST_LEVELS))
    if not levels:
        return None
    for verb in _DEMAND.finditer(sentence.text):
        if behind := _objects(sentence.text, verb, levels):
            return _active(sentence, verb, behind, nouns)
    return next((found for level in levels if (found := _passive(sentence, level))), None)


def _objects(text: str, verb: re.Match[str], levels: list[re.Match[str]]) -> list[re.Match[str]]:
    """Return the levels that stand right behind a verb of demanding."""
    behind = [level for level in levels if 0 <= level.start() - verb.end() <= _FAR]
    between = text[verb.end() : behind[0].start()] if behind else ";"
    return [] if re.search(r"[;:]|\bto\s+become\b", between) else behind


def _active(
    sentence: Sentence, verb: re.Match[str], behind: list[re.Match[str]], nouns: frozenset[str]
) -> Demand | None:
    """Read “Bakers must have a diploma”."""
    text = sentence.text
    # A diploma and a program on top of it: the sentence demands the program.
    goes_on = _GOES_ON.match(text[behind[0].end() :])
    who = _who(text[: verb.start()], nouns)
    if goes_on or who is None or _hedged(text, verb.start(), behind, nouns):
        return None
    return _lowest(behind, text, who, sentence)


def _passive(sentence: Sentence, level: re.Match[str]) -> Demand | None:
    """Read “A diploma is required” and “The minimum education is a diploma”."""
    before, behind = sentence.text[: level.start()], sentence.text[level.end() :]
    if _HEDGE.search(sentence.text):
        return None
    required = _REQUIRED.match(behind) if len(before.split()) <= _SHORT_START else None
    admits = required and _ADMISSION.search(behind, required.end())
    if (required and not admits) or _MINIMUM.search(before):
        return _lowest([level], sentence.text, "", sentence)
    return None


def _hedged(text: str, verb: int, levels: list[re.Match[str]], nouns: frozenset[str]) -> bool:
    """Tell whether a demand is limited by words around it, up to the levels that it names."""
    start = max(text.rfind(mark, 0, verb) for mark in (";", ":", "—")) + 1
    around = text[start : levels[-1].end() + 25]
    # Whoever wants to become what the guide is about is anyone.
    around = _WISH.sub(" ", around)
    own = "|".join(re.escape(noun) for noun in sorted(nouns))
    around = re.sub(
        rf"\bto\s+become\s+(?:licensed|certified|one|an?\s+(?:\w+\s+){{0,4}}?(?:{own}))\b",
        "",
        around,
        flags=re.I,
    )
    return bool(_HEDGE.search(around))


def _lowest(levels: list[re.Match[str]], text: str, who: str, sentence: Sentence) -> Demand:
    """Return the demand of the lowest of several levels, as in “a bachelor's or master's”."""
    named = [levels[0]]
    for level in levels[1:]:
        if re.fullmatch(
            r"[\w\s,'’]{0,40}\bor\b[\w\s,'’]{0,30}", text[named[-1].end() : level.start()]
        ):
            named.append(level)
    ranks = {str(level.lastgroup).replace("_", "-"): level for level in named}
    lowest = min(ranks, key=EDUCATION_LEVELS.index)
    match = ranks[lowest]
    return Demand(lowest, who, sentence.start + match.start(), match[0], sentence)


def _who(before: str, nouns: frozenset[str]) -> str | None:
    """Return the noun that a demand is made of, empty for anyone; nothing for somebody else."""
    before = _WISH.sub(" ", before)
    clause = re.split(r"[,;:—]|\b(?:and|but|because|since|so|that)\s+(?=\w+\s*$)", before)[
        -1
    ].strip()
    while trimmed := _ADVERBS.sub("", clause):
        if trimmed == clause:
            break
        clause = trimmed
    words = clause.split()
    if not words:
        return None
    last = _singular(re.sub(r"['’](?:ll|d|re|ve)$", "", words[-1].strip("“”\"’'")))
    if last in _ANYONE:
        return ""
    if last not in nouns:
        return None
    return last


def _singular(word: str) -> str:
    word = word.casefold()
    return word[:-3] + "y" if word.endswith("ies") else re.sub(r"(?<=[^s])s$", "", word)
