"""M: promises that nobody can keep: of jobs, of pay, of success."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from guidepub.linting import spanish
from guidepub.linting.alarms import Alarm
from guidepub.linting.blocks import Sentence
from guidepub.linting.rules import Rule
from guidepub.linting.subjects import Subject

_NOT = re.compile(
    r"""\b(?:not|no|never|neither|nor|cannot|without|hardly|nobody|nothing|none|beware|avoid|wary|any\s+(?:school|program)\s+that|if\s+(?:a|an|any)\s+\w+\s+(?:promises|guarantees)
    |watch\s+out|skeptical|suspicious|careful|ask\s+whether|whether|too\s+good)\b|n['’]t\b""",
    re.VERBOSE | re.IGNORECASE,
)
# A “not” right behind a promise denies it as well.
_NOT_SO = re.compile(r"[^.;]{0,10}?(?:\b(?:not|never)\b|n['’]t\b)")
_WORK = r"(?:jobs?|employment|careers?|positions?|work|placements?|admission|success|income|salar(?:y|ies)|pay|raises?|hired|licens(?:e|ure)|certification|promotion|interviews?|future|earnings)"


@dataclass(frozen=True, slots=True)
class _Promise:
    """A promise, and what to say about it: the same in each language."""

    code: str
    pattern: re.Pattern[str]
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class _PromisingWords:
    """How a language promises, and how it denies or doubts a promise."""

    rows: tuple[_Promise, ...]
    doubt: re.Pattern[str]


_SAID = {
    "M001": ("“{}” is a guarantee.", "Say what is likely, and name the source."),
    "M002": (
        "“{}” promises the reader an income.",
        "Say what half of the workers earn, with the fact.",
    ),
    "M003": (
        "“{}” promises more than anybody can know.",
        "Say how things stand, and name the source.",
    ),
}


def _row(code: str, *forms: str) -> _Promise:
    return _Promise(code, re.compile("|".join(forms), re.VERBOSE | re.IGNORECASE), *_SAID[code])


_SURELY = (
    r"(?:virtually\s+|practically\s+|almost\s+|nearly\s+|all\s+but\s+|always\s+|absolutely\s+)?"
)
_ROWS = (
    _row(
        "M001",
        rf"\bguarantee(?:s|d|ing)?\s+(?:that\s+)?(?:you\s+|graduates\s+|them\s+|students\s+|yourself\s+)?(?:an?\s+|the\s+|of\s+|your\s+|for\s+|to\s+)?(?:\w+\s+){{0,3}}?{_WORK}\b",
        r"\b(?:we|schools?|programs?|degree)\s+guarantees?\s+(?:that\s+)?you\b",
        rf"\b{_WORK}(?:\s+(?:after|upon|for|with|in)\s+(?:\w+\s+){{1,4}}?)?\s*\b(?:is|are|will\s+be)\s+{_SURELY}(?:guaranteed|assured|certain)\b",
        rf"\b(?:is|are|will\s+be|be)\s+{_SURELY}(?:guaranteed|assured\s+of|certain\s+of|sure\s+of)\s+(?:to\s+(?:find|get|be|land|have|earn)|an?\s+|of\s+)",
        rf"\bensures?\s+(?:that\s+)?you(?:r|\s+(?:will\s+)?(?:get|find|land|have))\s+(?:\w+\s+){{0,3}}?{_WORK}\b",
        rf"\b100\s?(?:%|percent)\s+(?:job\s+)?(?:{_WORK}|guarantee[d]?)\b",
    ),
    _row(
        "M002",
        r"\b(?:you|graduates|students)(?:['’]ll|\s+(?:will|could|can\s+easily|are\s+going\s+to|are\s+sure\s+to|can\s+expect\s+to|should\s+expect\s+to))\s+"
        r"(?:be\s+)?(?:soon\s+|easily\s+|quickly\s+|definitely\s+|surely\s+|certainly\s+|always\s+|immediately\s+|start\s+out\s+)?(?:earn(?:ing)?|mak(?:e|ing)|get\s+paid|bring(?:ing)?\s+(?:in|home)|receive|command|tak(?:e|ing)\s+home)\s+"
        r"(?:an?\s+|the\s+|at\s+least\s+|over\s+|up\s+to\s+|more\s+than\s+|about\s+|around\s+|well\s+over\s+|between\s+)*"
        r"(?:\$|\ufffc|\d[\d,]{3,}|(?:\w+\s+){0,3}?(?:salar(?:y|ies)|income|living(?=\W*$|[,.;]|\s+(?:as|by|from|in|and|working)\b)|wages?|pay\b|money|fortune|six\s+figures|paycheck))",
        r"\b(?:your|a)\s+(?:starting\s+)?(?:salary|pay|income)\s+will\s+(?:start\s+at|rise|reach|double|increase|exceed|grow|be\s+(?:about|around|over|more|higher|better|high|good|excellent|great|at\s+least|between|well)\b|be\s+(?=[$\ufffc]))",
        r"\bexpect\s+(?:your|a|an)\s+(?:\w+\s+)?(?:salary|pay|income)\s+(?:to\s+\w+|of)\b",
        r"\bwill\s+always\s+(?:make|earn)\s+(?:\w+\s+){0,2}(?:money|living|salary|wages|pay)\b",
    ),
    _row(
        "M003",
        r"\b(?:recession|layoff|future|automation|robot)[\s-]proof\b",
        r"\b(?:will|can)\s+(?:always|never\s+fail\s+to|easily|surely|certainly|definitely|have\s+no\s+(?:trouble|problem|difficulty))\s+(?:find(?:ing)?|get(?:ting)?|land(?:ing)?|have|be\s+in)\s+(?:\w+\s+){0,3}?(?:jobs?|work|employment|positions?|demand)\b",
        r"\bthere\s+will\s+always\s+be\s+(?:\w+\s+){0,3}?(?:jobs?|work|need|demand|positions?|openings|opportunit\w+)\b",
        r"\b(?:never|not)\s+(?:be|find\s+yourself)\s+(?:out\s+of\s+(?:work|a\s+job)|unemployed|without\s+(?:work|a\s+job))\b",
        r"\bnever\s+(?:have\s+to\s+)?worry\s+about\s+(?:\w+\s+){0,2}?(?:unemployment|work|jobs?|layoffs?|money)\b",
        r"\b(?:sure|certain|bound|destined)\s+to\s+(?:find|get|land|succeed|be\s+hired|be\s+successful|earn|have\s+a\s+(?:\w+\s+)?career)\b",
        r"\b(?:easy|quick|fast|big)\s+money\b|\bget\s+rich\b|\bsky(?:['’]s|\s+is)\s+the\s+limit\b",
        r"\b(?:job|career|work)\s+for\s+life\b|\b(?:lifetime|lifelong|absolute|total|complete|unmatched|unlimited)\s+(?:job\s+)?(?:security|earning\s+potential|income|opportunit(?:y|ies))\b",
        r"\b(?:unlimited|endless|limitless)\s+(?:\w+\s+){0,2}(?:job|career|earning|income|employment|growth)\s*(?:potential|opportunit(?:y|ies)|possibilit(?:y|ies))?\b",
        r"\b(?:opportunit(?:y|ies)|possibilit(?:y|ies))\s+(?:\w+\s+){0,3}?(?:is|are)\s+(?:virtually\s+|nearly\s+)?(?:endless|limitless|unlimited)\b",
        r"\b(?:best|perfect|number\s+one|\#1)\s+(?:career|job|school|program)(?:\s+choice)?\s+(?:in\s+(?:the\s+)?(?:world|country|america|nation)|for\s+(?:everyone|anyone)\b|you\s+can\s+(?:make|have|choose))",
        r"\b(?:finding|getting|landing)\s+(?:a|your|the)\s+(?:\w+\s+)?job\s+(?:is|will\s+be)\s+(?:a\s+breeze|a\s+snap|easy|no\s+problem|a\s+piece\s+of\s+cake)\b",
        r"\bno\s+matter\s+(?:what\s+)?(?:the\s+economy|your\s+(?:background|grades|record))\b.{0,60}\b(?:job|work|hired)\b",
        r"\b(?:job\s+)?security\s+is\s+(?:\w+\s+)?(?:guaranteed|assured)\b",
        r"\b(?:jobs?|careers?|positions?)\s+(?:awaits?|(?:is|are)\s+waiting\s+for)\s+(?:you|graduates|anyone)\b",
        r"\b(?:employers|hospitals|companies|schools)\s+(?:are|will\s+be)\s+(?:lining\s+up|fighting|begging|standing\s+in\s+line)\b",
        r"\bnever\s+(?:lack|want\s+for|run\s+out\s+of|be\s+short\s+of)\s+(?:work|jobs?|offers|opportunities)\b",
        r"\b(?:instant|immediate)\s+(?:employment|success|job\s+offers?)\b",
        r"\byou\s+(?:can(?:not|['’]t)|will\s+not|won['’]t)\s+(?:fail|lose|go\s+wrong)\b",
    ),
)  # fmt: skip
_ENGLISH = _PromisingWords(_ROWS, _NOT)
_SPANISH = _PromisingWords(
    tuple(_row(code, *forms) for code, forms in spanish.PROMISES.items()), spanish.DOUBT
)


def _promises(words: _PromisingWords, subject: Subject) -> Iterator[Alarm]:
    headings = (block for block in subject.blocks if block.passage.kind == "heading")
    for sentence in (*subject.sentences, *(Sentence(block.text, 0, block) for block in headings)):
        for row in words.rows:
            match = row.pattern.search(sentence.text)
            # A sentence that denies or doubts a promise makes none.
            if match is None or _denied(words, sentence.text, match):
                continue
            start = sentence.start + match.start()
            shown = " ".join(match[0].replace("\ufffc", "…").split())[:60]
            span = (start, start + len(match[0]))
            yield subject.alarm(
                row.code, sentence.block, span, row.message.format(shown), row.remedy
            )
            break


def _denied(words: _PromisingWords, text: str, match: re.Match[str]) -> bool:
    """Tell whether a sentence denies or doubts the promise in it."""
    return bool(words.doubt.search(text[: match.start()]) or _NOT_SO.match(text, match.end()))


RULES = (
    Rule(tuple(_SAID), partial(_promises, _ENGLISH), "en"),
    Rule(tuple(spanish.PROMISES), partial(_promises, _SPANISH), "es"),
)
