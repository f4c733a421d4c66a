"""What a sentence says nobody needs, or is enough: no degree, a mere diploma.

“No degree is required” waives all levels from an associate degree up, and “with just a GED” all
above it. What is said of a part of those in an occupation, of others, or with a “not always”
waives nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from guidepub.text.demands import Demand, who_demands
from guidepub.text.levels import levels
from guidepub.text.occupations import comparable

# From which level up words for schooling are meant, the most particular first.
_KINDS = (
    ("master", r"(?:advanced|graduate|postgraduate)\s+(?:degrees?|education|study)"),
    ("associate", r"(?:(?:college|university|academic|formal|specific|particular|special|four[\s-]year|two[\s-]year)\s+)*degrees?(?!\s+(?:in|of)\b)"
     r"|(?:college|university|higher|academic|postsecondary)\s+(?:education|diplomas?|schooling|credentials?|training)|(?:college|university)(?!\s+\w+ing\b)"),
    ("some-college", r"(?:further|additional|other|more)\s+(?:formal\s+)?(?:education|schooling)"),
    ("high-school", r"(?:formal|specific|minimum|particular|set)\s+education(?:al)?(?:\s+(?:requirements?|credentials?|qualifications?|background))?"
     r"|education(?:al)?\s+(?:requirements?|credentials?|qualifications?)|(?:formal\s+)?schooling"),
)  # fmt: skip
_NAMED = "|".join(f"(?P<{key.replace('-', '_')}>{form})" for key, form in _KINDS)
_DIPLOMA = (
    r"(?:an?\s+)?(?:high[\s-]school|associate|bachelor|master|doctora|professional|vocational)[\w’']*"
    r"(?:\s+(?:degrees?|diplomas?))?|an?\s+GED|Ph\.?\s?D\.?"
)
_WHAT = rf"(?P<what>(?:(?:an?|any|the|even|such)\s+){{0,2}}(?:{_NAMED}|{_DIPLOMA}))"
_NEEDED = r"(?:needed|required|necessary|mandatory|essential|expected|demanded)"
_ADVERB = r"(?:(?:typically|usually|generally|normally|really|actually|even|ever)\s+)*"
_GET = r"(?:to\s+)?(?:have\s+(?:gone\s+to|attended|finished|completed)|have|hold|earn|get|go\s+to|attend|finish|complete)"
# Who is said to need nothing stands before these; in the others, anyone is meant.
_ACTIVE = re.compile(
    rf"\b(?:(?:(?:do|does|did|will|would)(?:\s+not|n['’]t)|won['’]t|never)\s+{_ADVERB}"
    rf"(?:need|requires?|demand|ask\s+for|call\s+for|insist\s+on|have)(?:\s+{_GET})?"
    rf"|need(?:\s+not|n['’]t)\s+{_GET}|(?:needs?|requires?|demands?|asks?\s+for)(?=\s+no\s)|have\s+no\s+need\s+(?:of|for))"
    rf"\s+(?:no\s+)?{_WHAT}(?!\w)",
    re.IGNORECASE,
)
_PASSIVE = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\bno\s+{_WHAT}(?:\s+(?:is|are|['’]s))?\s+{_ADVERB}{_NEEDED}\b",
        r"\b(?:there\s+(?:is|are)|with|has|have)\s+no\s+(?P<what>(?P<high_school>(?:(?:formal|specific|minimum|set|particular)\s+)*education(?:al)?\s+requirements?))\b",
        rf"\b{_WHAT}\s+(?:(?:is|are)(?:\s+not|n['’]t|\s+never)\s+{_ADVERB}(?:{_NEEDED}|a\s+(?:must|requirement))|(?:is|are)\s+(?:unnecessary|optional))\b",
        rf"\b(?:nobody|no\s+one)\s+(?:ever\s+|will\s+(?:ever\s+)?)?asks?\s+(?:\w+\s+){{1,2}}?for\s+{_WHAT}(?!\w)",
        rf"\b(?:can|could|hire[sd]?|hiring|recruit)\s[^.;]{{0,70}}?\b(?:without|with\s+no)\s+{_WHAT}(?!\w)",
    )
)
_NONE_WITHOUT = re.compile(
    r"\b(?:nobody|no\s+one|no\s+\w+|not|never|hardly|cannot)\b[^.;]*\b(?:without|with\s+no)\b",
    re.IGNORECASE,
)
# What stands before a level that is enough.
_ENOUGH = re.compile(
    r"\b(?:become|enter|start|begin|work|hired|qualify|get\s+in)\b[^.;,]{0,70}?\bwith\s+"
    r"(?:just|only|no\s+more\s+than|nothing\s+(?:more\s+than|but)|little\s+more\s+than|as\s+little\s+as)\s+(?:an?\s+)?$"
    r"|\b(?:you|anyone|anybody|people|candidates)\s+can\s+(?:become|enter|work\s+as|start\s+as)\s+(?P<as>[^.;,]{3,60}?)\s+with\s+(?:an?\s+)?$"
    r"|\b(?:all|every)\s+(?P<all>(?:[\w-]+\s+){1,4}?)(?:hold|has|have|earn)s?\s+(?:an?\s+)?$",
    re.IGNORECASE,
)
_LIMITED = re.compile(
    r"""\b(?:may|might|some|many|most|certain|others?|few|often|sometimes|always|necessarily|strictly|legally|technically|every|if|unless|depending
    |advanc\w+|promot\w+|manag\w+|supervis\w+|although|though|while|even\s+though|until|used\s+to|in\s+the\s+past|once|states|hard|difficult
    |rare\w*|unlikely|instead|other\s+than|beyond|above|specialt\w+)\b""",
    re.VERBOSE | re.IGNORECASE,
)  # fmt: skip
# “You can enter our program without a degree” waives what pupils have.
_TO_STUDY = re.compile(
    r"\b(?:enter|join|start|apply\s+to)\s+(?:\w+\s+){1,6}?(?:programs?|courses?)\b", re.IGNORECASE
)
_PURPOSE = re.compile(
    r"\s+(?:to\s+(?P<verb>[a-z]+)(?:\s+(?:as\s+)?an?\s+(?P<to>[\w\s-]{3,40}?)(?=[.,;:!]|$|\s(?:in|at|but|and|because|if|with)\b))?"
    r"|for\s+(?P<for>[\w\s-]{3,40}?)(?=[.,;:!]|$|\s(?:in|at|but|and|because|if|with)\b))",
    re.IGNORECASE,
)
_BEGINNING = frozenset(
    "become be work enter start begin get join do practice find land pursue break apply succeed"
    " make qualify launch".split()
)


@dataclass(frozen=True, slots=True)
class Waiver:
    """What a sentence says is not needed: all levels of education from `level` up."""

    level: str
    start: int
    text: str


def waiver_of(sentence: str, own: frozenset[str]) -> Waiver | None:
    """Return what a sentence waives for those whom some nouns name, or None."""
    match = _ACTIVE.search(sentence)
    if match and who_demands(sentence[: match.start()], own) is None:
        return None
    match = match or next((m for form in _PASSIVE if (m := form.search(sentence))), None)
    if match and _NONE_WITHOUT.search(f"{sentence[: match.start()]} {match[0]}"):
        # “Nobody can be hired without a degree” demands it.
        return None
    # “Bookkeepers can enter without a degree” says nothing of accountants.
    can = match is not None and match[0][:3].casefold() in ("can", "cou")
    if match and can and who_demands(sentence[: match.start()], own) is None:
        return None
    if match and _TO_STUDY.search(match[0]):
        return None
    if match is None or _LIMITED.search(sentence) or _is_for_others(sentence, match, own):
        return None
    level = _level(match)
    return Waiver(level, match.start("what"), match["what"]) if level else None


def enough_of(sentence: str, own: frozenset[str]) -> Demand | None:
    """Return the level that a sentence says all have or is enough to begin with, or None."""
    for level in levels(sentence):
        match = _ENOUGH.search(sentence[: level.start])
        if match is None or re.search(r"\b(?:some|few|may|might|not|or)\b", sentence, re.I):
            continue
        named = match["as"] or match["all"] or ""
        if not named or not _is_other(named, own):
            return Demand(level.level, "", level.start, level.text)
    return None


def _level(match: re.Match[str]) -> str:
    groups = match.groupdict()
    for key, _ in _KINDS:
        if groups.get(key.replace("-", "_")):
            return key
    named = levels(match["what"])
    return named[0].level if named else ""


def _is_for_others(sentence: str, match: re.Match[str], own: frozenset[str]) -> bool:
    """Tell whether nothing is needed for something else: to volunteer, to be a helper."""
    behind = _PURPOSE.match(sentence, match.end())
    if behind is None:
        return False
    if behind["verb"] and behind["verb"].casefold() not in _BEGINNING:
        return True
    names = [behind[part] for part in ("to", "for") if behind[part]]
    return any(_is_other(name, own) for name in names)


def _is_other(name: str, own: frozenset[str]) -> bool:
    words = comparable(name).split()
    if not words:
        return False
    return words[-1] not in own and not re.search(
        r"\b(?:this|the|entry|it|you|them|one|entry[\s-]level)\b", name, re.IGNORECASE
    )
