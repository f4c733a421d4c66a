"""The patterns of each language for statements about education.

The words are in `vocabulary/education.*.toml`.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from guidepub.text.punctuation.sentences import clauses
from guidepub.text.schooling.levels import Level, levels
from guidepub.text.vocabulary import compiled, either, vocabulary, written_out

_STEM = 4
FAR = 60
"""How far a level may be from its verb, in characters."""
_MOST_NAMED = 8
_CLAUSES = re.compile(
    r"[;()—]|:(?=\s)|\s–\s|,\s(?:and|but|though|although|while|whereas|yet|so|y|pero|aunque|mientras"
    r"|et|mais|tandis|und|aber|während|denn|doch|e|mas|embora|enquanto)\b",
    re.IGNORECASE,
)
# The words between “without” or “no” and the level.
_BETWEEN = r"(?:\s+[\w’'-]+){0,3}\s*$"
_CLOSELY = r"(?:\s+[\w’'-]+){0,2}\s*$"
# “En Belgique, …”; not in German, where all nouns are capitalized.
_IN_PLACES = MappingProxyType({"en": "In", "es": "En", "fr": "En|Au|Aux", "pt": "Em|No|Na|Nos|Nas"})


def named_schooling(clause: str, words: EducationWords, spoken: str) -> list[tuple[Level, bool]]:
    """Return the levels in a clause, in order, each with whether it is named exactly."""
    found = [(level, True) for level in levels(clause, _MOST_NAMED, spoken)]
    for match in words.schooling.finditer(clause):
        key, _, mark = str(match.lastgroup).rpartition("_")
        level = Level(key.replace("_", "-"), match.start(), match.end(), match[0])
        within = next(
            (n for n, (o, _) in enumerate(found) if o.start < level.end and level.start < o.end),
            None,
        )
        if within is None:
            found.append((level, mark == "named"))
    return sorted(found, key=lambda each: each[0].start)[:_MOST_NAMED]


def parts_on_schooling(
    sentence: str, words: EducationWords, spoken: str
) -> Iterator[tuple[int, str]]:
    """Yield clauses, also split at commas: “no degree is needed, a diploma is enough”."""
    complete = (words.idle, words.needless, words.inverted, words.behind, words.enough_behind)
    for start, text in clauses(sentence, _CLAUSES):
        begin = 0
        for (level, _), (following, _) in pairwise(named_schooling(text, words, spoken)):
            comma = text.find(", ", level.end, following.start)
            between = text[level.end : max(comma, level.end)]
            if any(form.match(between) for form in complete):
                yield start + begin, text[begin:comma]
                begin = comma + 1
        yield start + begin, text[begin:]


@dataclass(frozen=True, slots=True)
class EducationWords:
    """The patterns of a language for education, requirements, and limits of statements."""

    hints: tuple[str, ...]
    schooling: re.Pattern[str]
    led: re.Pattern[str]
    behind: re.Pattern[str]
    below: re.Pattern[str]
    inverted: re.Pattern[str]
    needless: re.Pattern[str]
    idle: re.Pattern[str]
    enough_before: re.Pattern[str]
    enough_behind: re.Pattern[str]
    without: re.Pattern[str]
    none: re.Pattern[str]
    no: re.Pattern[str]
    entry: re.Pattern[str]
    limits: re.Pattern[str]
    modal: re.Pattern[str]
    study: re.Pattern[str]
    anyone: re.Pattern[str]
    pronouns: re.Pattern[str]
    for_whom: re.Pattern[str]
    for_part: re.Pattern[str]
    as_: re.Pattern[str]
    in_: re.Pattern[str]
    in_place: re.Pattern[str]
    steps: re.Pattern[str]
    starting: re.Pattern[str]
    goes_on: re.Pattern[str]
    most: re.Pattern[str]
    relative: re.Pattern[str]
    field: re.Pattern[str]
    or_: re.Pattern[str]
    or_before: re.Pattern[str]
    or_behind: re.Pattern[str]
    or_of_fields: re.Pattern[str]
    and_: re.Pattern[str]
    label_degree: re.Pattern[str]
    label_education: re.Pattern[str]
    label_none: re.Pattern[str]

    def may_name(self, text: str) -> bool:
        """Return whether a text may mention education; a quick test, since most do not."""
        plain = text.casefold()
        return any(hint in plain for hint in self.hints)

    def is_of_some(self, before: str, own: frozenset[str]) -> bool:
        """Return whether the subject before a verb is whoever does something else than the work.

        “Quem dirige um gabinete” is, “anyone who starts” and “whoever welds” are not.
        """
        subject = before.strip(" ,")
        relative = self.relative.search(subject)
        if relative is None or "," in subject or subject[: relative.start()].count(" ") > 2:
            return False
        words = subject[relative.end() :].casefold().split()
        # “Welds” and “welder” begin alike.
        stems = {word[:_STEM] for word in words if len(word) >= _STEM}
        is_own = any(name.startswith(stem) for stem in stems for name in own)
        return bool(words) and not is_own and self.entry.search(" ".join(words)) is None


@functools.cache
def education_words(spoken: str) -> EducationWords | None:
    """Return the patterns of a language, or None if it has no vocabulary."""
    table = vocabulary("education", spoken)
    if not table:
        return None
    phrases, labels = table["phrases"], table["labels"]

    def form(name: str) -> str:
        return written_out(_any(phrases[name]), table["parts"])

    def whole(name: str) -> re.Pattern[str]:
        return compiled(_whole(form(name)))

    def behind(name: str) -> re.Pattern[str]:
        return compiled(rf"[^.;:]{{0,{FAR}}}?(?<!\w)({form(name)})(?!\w)")

    named = "|".join(
        f"(?P<{key.replace('-', '_')}_{mark}>{either(forms)})"
        for mark in ("named", "schooling")
        for key, forms in table[mark].items()
    )
    active = f"(?P<active>{form('active')}|{form('asking')})"
    return EducationWords(
        hints=tuple(table["hints"]["parts"].split()),
        # “Pós-graduação” is another level than “graduação”.
        schooling=compiled(rf"(?<![\w-])(?:{named})(?!\w)"),
        led=compiled(_whole(f"{form('before')}|{active}|(?P<exists>{form('exists')})")),
        behind=behind("behind"),
        below=compiled(either(table.get("below", {}).get("names", ()))),
        inverted=compiled(
            rf"\s+({_any(phrases.get('inverted', ['(?!)']))}\s+(?:[a-zß-ÿ]+\s+)?(?P<who>(?-i:(?!Sie\b)[A-ZÄÖÜ])[\w-]+))(?=\s+(?:[\w-]+\s+){{0,2}}?{form('no')}(?!\w))"
        ),
        needless=behind("needless"),
        idle=behind("idle"),
        enough_before=compiled(_whole(form("enough_before"))),
        enough_behind=behind("enough_behind"),
        without=compiled(rf"(?<!\w){form('without')}{_BETWEEN}"),
        none=compiled(rf"(?<!\w){form('none')}{_CLOSELY}"),
        no=compiled(rf"(?:(?<!\w)|(?=n['’]t)){form('no')}(?!\w)"),
        entry=whole("entry"),
        limits=whole("limits"),
        modal=whole("modal"),
        study=whole("study"),
        anyone=compiled(form("anyone")),
        pronouns=compiled(form("pronouns")),
        for_whom=compiled(
            rf"(?<!\w)(?:(?P<as>{form('as')})|{form('for')})\s+(?P<who>[\w’'-]+(?:\s+[\w’'-]+){{0,3}})"
        ),
        for_part=compiled(
            rf"(?<!\w){_any(phrases.get('for_part', ['(?!)']))}\s+(?P<part>[\w’'-]+(?:\s+[\w’'-]+)?)"
        ),
        as_=compiled(form("as")),
        in_=compiled(rf"{form('in')}(?!\w)"),
        in_place=re.compile(
            rf"\W*(?:{_IN_PLACES.get(spoken, '(?!)')})\s+(?:(?:the|la|los|les|el)\s+)?[^\W\d_a-zà-ÿ][^\W\d_]"
        ),
        steps=whole("steps"),
        starting=whole("starting"),
        goes_on=compiled(rf"\W*{form('goes_on')}(?!\w)"),
        most=whole("most"),
        relative=whole("relative"),
        field=compiled(rf"\s+{form('field')}(?!\w)"),
        or_=whole("or"),
        or_before=compiled(rf"(?<!\w){form('or')}(?:\s+[\w’'-]+)?\s*$"),
        or_behind=compiled(rf"[^.;:]{{0,{FAR}}}?(?<!\w){form('or')}\s+"),
        or_of_fields=compiled(
            rf"\s+{form('field')}\s+(?:[^\W\d_][\w’'-]*\s+){{1,3}}{form('or')}\s+"
            rf"(?:(?={form('related_fields')}(?!\w))|(?!{form('other_ways')}(?!\w)))"
        ),
        and_=whole("and"),
        label_degree=compiled(either(labels["degree"])),
        label_education=compiled(either(labels["education"])),
        label_none=compiled(either(labels["none"])),
    )


def _any(forms: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(forms, key=len, reverse=True))})"


def _whole(form: Any) -> str:
    return rf"(?<!\w)(?:{form})(?!\w)"
