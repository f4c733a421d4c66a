"""Statements that place an occupation between two poles: paid or unpaid, alone or in teams.

An axis is something that may apply to none or all of an occupation's people or of their time, or to a
small or great degree; its poles are in the vocabulary. A sentence covers a range of an axis from 0 to
100: “few travel” covers 0 to 30, “they are home every night” 0 to 3. Two sentences about the same
people contradict each other if their ranges do not overlap.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from math import prod
from typing import Any, Literal

from guidepub.text.figures.scope import is_advice, names_part
from guidepub.text.figures.shares import shares, without_ratios
from guidepub.text.naming.occupations import singular
from guidepub.text.punctuation.sentences import clauses
from guidepub.text.vocabulary import compiled, either, spaced, vocabulary, written_out

_CLAUSES = re.compile(
    r"[;:—()]|,? (?:but|whereas|although|though|even if|pero|aunque|sino)\b"
    r"|, (?:while|so|and|because|since|which|where|mientras|y|porque|pues)\b|\band (?=never\b|not\b|always\b)"
)
# The placeholder for the words that match a pole.
_AXIS_SIGN = "\ufffd"
_WORD = re.compile(r"[^\W\d_][\w’'-]*|\ufffd")
# The pattern of forms as whole words, and the slice of it that has the forms.
_WHOLE = r"(?<![\w-])(?:{})(?![\w-])"
_INNER = slice(_WHOLE.index("{}"), len("{}") - len(_WHOLE) + _WHOLE.index("{}"))
_ALL, _SELDOM, _HALF = 97, 30, 50
# A share above this many percent may be called “many”.
_SOME = 2
# The ranges of words of degree, such as “stressful” and “relaxed”.
_MUCH, _LITTLE = (60, 100), (0, 30)
_WHOLLY = re.compile(r"\b(?:entirely|solely|exclusively|wholly|completely)\b", re.IGNORECASE)
_WHOLE_SHARE = 90
# Words that only add to a statement.
_ASIDE = re.compile(
    r",\s+(?:since|because|so|which|as|and|for|where|visiting|without|with\s+no|not|\w+ing|pues|porque|que|y|ya|sin)\b",
    re.I,
)
# The subject of a clause is among this many first words.
_FIRST = 7
# The most words that may come before the subject: “Business travel”.
_SOON = 2
# A longer clause is a story, not a statement.
_MOST_WORDS = 34
_SEVERAL_STATES = re.compile(
    r"\bin\s+(?:a\s+few|several|some|certain|many|other|two|three|four|five|a\s+handful\s+of)\s+(?:states|provinces|counties)\b"
    r"|\ben\s+(?:algunos|varios|ciertos|muchos|otros|pocos)\s+estados\b",
    re.IGNORECASE,
)
_REACH = r"(?:(?!(?:no|not|without|or|any|ningún|ninguna|sin|ni|o|of)\b)[\w’'-]+\s+){0,5}?"
Place = Literal["", "everywhere", "named"]
_TURNED = frozenset({"no", "never"})


@dataclass(frozen=True, slots=True)
class Stance:
    """The range of some people on an axis, from `low` to `high` of 100.

    `who` are the words for the people, or for a part of the work; empty for the whole occupation.
    `place` tells whether the sentence is about everywhere, a named place, or neither.
    """

    axis: str
    who: str
    low: int
    high: int
    place: Place
    start: int
    text: str

    def contradicts(self, other: Stance) -> bool:
        """Return whether the two cannot both be true."""
        is_one = (self.axis, self.who) == (other.axis, other.who)
        if "named" in (self.place, other.place):
            is_one = is_one and "everywhere" in (self.place, other.place)
        low, high = sorted((self, other), key=lambda one: (one.low, one.high))
        return is_one and low.high <= high.low and low.low < high.low and low.high < high.high


def stances(
    sentence: str, own: frozenset[str], names: frozenset[str] = frozenset(), language: str = "en"
) -> Iterator[Stance]:
    """Yield the range of an occupation, or of a group in it, on each axis that a sentence is about.

    `own` are the nouns for people in the occupation, as `demands.nouns` returns them; `names` are its
    normalized names.
    """
    words = _words(language)
    if words is None or sentence.rstrip().endswith("?") or words.past.search(sentence):
        return
    if is_advice(sentence):
        return
    # “In several states” names places, not a share of people.
    several = _SEVERAL_STATES.search(sentence)
    if several:
        blank = " " * len(several[0])
        sentence = sentence[: several.start()] + blank + sentence[several.end() :]
    is_of_place = several is not None or names_part(sentence)
    for start, clause in clauses(sentence, _CLAUSES):
        # A quick test, since most clauses are not about any axis; lower case makes it cheaper.
        if len(clause.split()) > _MOST_WORDS or not words.any_axis.search(clause.lower()):
            continue
        for axis in words.axes:
            if is_of_place and not axis.is_need:
                continue
            if stance := _stance(axis, clause, words, own, names, is_of_place):
                yield replace(stance, start=start + stance.start)


def _stance(
    axis: _Axis,
    clause: str,
    words: _AxisWords,
    own: frozenset[str],
    names: frozenset[str],
    is_of_place: bool,
) -> Stance | None:
    """Return the range on an axis for a clause, or None."""
    found = axis.find(clause)
    if found is None:
        return None
    pole, match = found
    if not axis.is_need and words.is_setting(clause, match):
        return None
    behind = _ASIDE.split(clause[match.end() :], maxsplit=1)[0]
    rest = f"{clause[: match.start()]} {_AXIS_SIGN} {behind}"
    ends = _ends(axis, pole, rest, words, _WHOLLY.search(match[0]) is not None)
    if ends is None or not (axis.is_need or words.has_subject(rest, own)):
        return None
    who = "" if is_of_place else words.who(without_ratios(rest), own, names, axis.is_need)
    place: Place = "named" if is_of_place else words.place(clause)
    return Stance(axis.name, who, *ends, place, match.start(), match[0].strip())


def _ends(
    axis: _Axis, pole: str, rest: str, words: _AxisWords, wholly: bool
) -> tuple[int, int] | None:
    """Return the range of an axis that a clause covers, or None if it is unclear.

    `wholly` is true if the words of the pole rule out anything else: “entirely alone”.
    """
    stated, others = shares(words.each.sub(" ", rest), words.language)
    if words.limits.search(others):
        return None
    low, high = max(axis.bare[pole], _WHOLE_SHARE if wholly else 0), 100
    if stated:
        # “Nearly all often travel”.
        low = 100 * prod(s[0] for s in stated) // 100 ** len(stated)
        high = min(s[1] for s in stated)
        if low >= _SOME:
            high = max(high, _SELDOM + 2)
    is_denied = len(words.negation.findall(others)) % 2 == 1
    if words.maybe.search(others) and not is_denied and high:
        low = min(low, 1)
    if is_denied:
        low, high = (100 - high, 100 - low) if stated else (0, 0)
    if pole in ("much", "little"):
        return _range_of_degree(pole, low, high)
    return (100 - high, 100 - low) if pole in _TURNED else (low, high)


def _range_of_degree(pole: str, low: int, high: int) -> tuple[int, int] | None:
    """Return the range for a word of degree that applies to a share of the cases, or None."""
    least, most = _MUCH if pole == "much" else _LITTLE
    if high <= _SELDOM:
        return (0, least - 1) if least else (most + 1, 100)
    return (least, most) if low >= _HALF else None


@dataclass(frozen=True, slots=True)
class _Axis:
    """An axis: the patterns of its poles, and the value of each without a stated share."""

    name: str
    is_need: bool
    poles: Mapping[str, re.Pattern[str]]
    bare: Mapping[str, int]

    def find(self, clause: str) -> tuple[str, re.Match[str]] | None:
        """Return the pole that a clause names and its match, or None for no pole, or for several."""
        found = [(pole, m) for pole, form in self.poles.items() if (m := form.search(clause))]
        if not found:
            return None
        pole, longest = max(found, key=lambda one: len(one[1][0]))
        rest = f"{clause[: longest.start()]} {_AXIS_SIGN} {clause[longest.end() :]}"
        again = any(form.search(rest) for other, form in self.poles.items() if other != pole)
        return None if again else (pole, longest)


@dataclass(frozen=True, slots=True)
class _AxisWords:
    """The axes of a language, and its words for subjects and limits of statements."""

    language: str
    axes: tuple[_Axis, ...]
    any_axis: re.Pattern[str]
    past: re.Pattern[str]
    limits: re.Pattern[str]
    part: re.Pattern[str]
    opening: re.Pattern[str]
    purpose: re.Pattern[str]
    behind: re.Pattern[str]
    negation: re.Pattern[str]
    maybe: re.Pattern[str]
    everywhere: re.Pattern[str]
    each: re.Pattern[str]
    agents: re.Pattern[str]
    anyone: re.Pattern[str]
    subjects: re.Pattern[str]
    work: re.Pattern[str]
    setting: re.Pattern[str]
    plural: re.Pattern[str]
    plain: frozenset[str]

    def has_subject(self, rest: str, own: frozenset[str]) -> bool:
        """Return whether a clause begins with a known subject, or with the words of the pole."""
        for number, word in enumerate([*_WORD.finditer(rest)][:_FIRST]):
            name = re.sub(r"['’]s?$", "", word[0].casefold())
            if word[0] == _AXIS_SIGN:
                return number < _SOON
            if singular(name) in own or any(
                form.fullmatch(name) for form in (self.anyone, self.subjects, self.agents)
            ):
                return True
        return False

    def is_setting(self, clause: str, match: re.Match[str]) -> bool:
        """Return whether a match is only a setting: “In rural areas jobs are few” is about jobs."""
        is_first = _WORD.search(clause, 0, match.start()) is None
        is_last = _WORD.search(clause, match.end()) is None
        return is_first and not is_last and self.setting.match(match[0].lstrip()) is not None

    def place(self, clause: str) -> Place:
        """Return "everywhere" for a clause about all places, or an empty string."""
        return "everywhere" if self.everywhere.search(clause) else ""

    def who(self, rest: str, own: frozenset[str], names: frozenset[str], is_need: bool) -> str:
        """Return the words for a part of an occupation's people, or of their work; "" for all."""
        plain = self.plain.union(*(name.split() for name in names))
        limiting = (self.part, self.opening, *((self.purpose,) if is_need else ()))
        parts = [match[0] for form in limiting if (match := form.search(rest))]
        before: list[str] = []
        for word in [*_WORD.finditer(rest)][:_FIRST]:
            name = re.sub(r"['’]s?$", "", word[0].casefold())
            is_own = singular(name) in own
            if word[0] == _AXIS_SIGN:
                before.clear()
            elif self.work.fullmatch(name):
                # “Pastry work” is only a part of the work.
                parts += [n for n in before if n not in plain and not self.subjects.fullmatch(n)]
                break
            elif is_own or self.anyone.fullmatch(name) or self.agents.fullmatch(name):
                parts += [name for name in before if name not in plain]
                if not is_own and not self.anyone.fullmatch(name):
                    parts.append(singular(name))
                if (is_own or self.anyone.fullmatch(name)) and (
                    match := self.behind.match(rest, word.end())
                ):
                    parts.append(match[0])
                break
            else:
                if self.plural.fullmatch(" ".join((*before, name))) and name not in plain:
                    parts.append(name)
                before.append(name)
        return " ".join(" ".join(parts).casefold().split())


@functools.cache
def _words(language: str) -> _AxisWords | None:
    table = vocabulary("axes", language)
    if not table:
        return None
    parts, limits, subject = table["parts"], table["limits"], table["subject"]

    def any_of(forms: list[str]) -> re.Pattern[str]:
        return compiled(_WHOLE.format(written_out("|".join(forms), parts)))

    axes = tuple(_axis(name, row, table) for name, row in table["axes"].items())
    return _AxisWords(
        language=language,
        axes=axes,
        any_axis=re.compile(
            _WHOLE.format(
                "|".join(form.pattern[_INNER] for axis in axes for form in axis.poles.values())
            )
        ),
        past=any_of(limits["past"]),
        limits=any_of(limits["clause"]),
        part=any_of(limits["part"]),
        opening=compiled(rf"^\W*(?:{spaced('|'.join(limits['opening']))})"),
        purpose=any_of(limits["purpose"]),
        behind=compiled(rf"\s+(?:{spaced('|'.join(limits['behind']))})"),
        negation=any_of(limits["negation"]),
        maybe=any_of(limits["maybe"]),
        everywhere=any_of(limits["everywhere"]),
        each=any_of(limits["each"]),
        agents=compiled(spaced(subject["agents"])),
        anyone=compiled(spaced(subject["anyone"])),
        subjects=compiled(spaced(subject["subjects"])),
        work=compiled(spaced(subject["work"])),
        setting=compiled(rf"(?:{spaced(subject['setting'])})\b"),
        plural=compiled(spaced(subject["plural"])),
        plain=frozenset(subject["plain"].split()),
    )


def _axis(name: str, row: Mapping[str, Any], table: Mapping[str, Any]) -> _Axis:
    bare = {"always": _ALL, "never": _ALL, "much": _MUCH[0], "little": _MUCH[0]}
    bare |= dict.fromkeys(("yes", "no"), row.get("bare", _HALF if "need" in row else 31))
    forms = {
        pole: [*row.get(pole, ())] for pole in ("yes", "no", "always", "never", "much", "little")
    }
    if "need" in row:
        for pole in ("yes", "no"):
            before, behind = (
                either(table["need"][f"{pole}_{side}"]) for side in ("before", "behind")
            )
            forms[pole].append(
                rf"{before}(?!\w)\s*{_REACH}(?:{row['need']})|(?:{row['need']})(?:{behind})"
            )
        forms["no"] += [row["waive"]] if "waive" in row else []
    poles = {
        pole: compiled(_WHOLE.format(written_out("|".join(patterns), table["parts"])))
        for pole, patterns in forms.items()
        if patterns
    }
    return _Axis(name, "need" in row, poles, bare)
