"""Statements about the education for an occupation: required, enough, or not required.

A clause is read by its parts: a level or another word for education, words that it is required or
enough, and denials. Statements about some people, other people, a place, the past or students, or with
an “if”, do not count for the whole occupation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from guidepub.text.naming.occupations import is_own, looks_like_one, singular
from guidepub.text.naming.places import place_named
from guidepub.text.schooling.education_words import (
    FAR,
    EducationWords,
    education_words,
    named_schooling,
    parts_on_schooling,
)
from guidepub.text.schooling.levels import Level, levels
from guidepub.words.languages import primary_language

Kind = Literal["needed", "enough", "needless"]

# “L'agent” is read as “agent”.
_WORD = re.compile(r"(?:\b[ldLD][’'])?(?P<word>[^\W\d_](?:[\w-]|[’'](?=\w))*)")
_LONGEST = 500
_SUBJECT_WORDS = 5
# Very short words, “he”, “se” and “il”, do not name a group.
_SHORT = 2
# Languages in which two negations are one: “nadie pide ningún título”.
_CONCORD = frozenset({"es", "fr", "pt"})
# In German, “nicht” may come last.
_LAST_WORD = 16
_PLAIN = frozenset(
    "the a an all every each any most these those both new future aspiring prospective would-be professional entry-level beginning"
    " licensed registered certified do does must should can will".split()
)
# “Or equivalent” is not an alternative.
_LIKEWISE = re.compile(
    r"(?:(?:an?|its|the|une?|un[ao]?|eine?n?|uma?|su|seu)\s+)?(?:\w+\s+)?(?:equivalent|higher|better|more|above|g\.?e\.?d|equivalente|superior|équivalent|supérieur"
    r"|gleichwertig|höher|vergleichbar)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Schooling:
    """A level of education that is required, enough or not required, according to a clause.

    `needless` applies to all higher levels as well. `is_named` is false if the level is only the
    lowest possible meaning: “a degree”. `is_step` is true if it may be a step to another level. `who`
    is the noun for the people, or empty for anyone.
    """

    kind: Kind
    level: str
    is_named: bool
    is_step: bool
    who: str
    start: int
    text: str


def schooling(sentence: str, own: frozenset[str], language: str = "en") -> Iterator[Schooling]:
    """Yield the statements of a sentence about education, clause by clause.

    `own` are the names of the guide's occupation, as `occupations.names_of` returns them.
    """
    spoken = primary_language(language)
    words = education_words(spoken)
    if words is None or not words.may_name(sentence) or sentence.rstrip(" ”\"'’)»").endswith("?"):
        return
    goes_on_about_others = False
    for start, text in parts_on_schooling(sentence[:_LONGEST], words, spoken):
        named = named_schooling(text, words, spoken)
        clause = _Clause(text, named, words, own, spoken)
        goes_on_about_others = clause.is_of_others() or (
            goes_on_about_others and not clause.names_anyone()
        )
        if named and not goes_on_about_others and (stated := clause.statement()):
            kind, level, who, is_named = stated
            is_step = words.steps.search(words.starting.sub("", text)) is not None
            at = start + level.start
            yield Schooling(kind, level.level, is_named, is_step, who, at, level.text)


def is_of_others(sentence: str, own: frozenset[str], language: str) -> bool:
    """Return whether the last statement of a sentence about education is about another occupation."""
    spoken = primary_language(language)
    words = education_words(spoken)
    if words is None or not words.may_name(sentence):
        return False
    read = (
        _Clause(text, named, words, own, spoken)
        for _, text in parts_on_schooling(sentence[:_LONGEST], words, spoken)
        if (named := named_schooling(text, words, spoken))
    )
    last = [*read][-1:]
    return bool(last) and last[0].is_of_others()


def goes_on(sentence: str, language: str) -> bool:
    """Return whether a sentence has the subject of the sentence before: “they need a degree”."""
    words = education_words(primary_language(language))
    return words is not None and words.goes_on.match(sentence) is not None


def is_label(words: str, language: str) -> bool:
    """Return whether words are a label for education, such as “Degree required”."""
    spoken = education_words(primary_language(language))
    forms = (spoken.label_degree, spoken.label_education) if spoken else ()
    return any(form.fullmatch(words.strip(" :*")) for form in forms)


def labelled(label: str, value: str, own: frozenset[str], language: str = "en") -> Schooling | None:
    """Return the statement in a value with a label such as “Education”, or None for other labels.

    A level on its own is required.
    """
    spoken = primary_language(language)
    words = education_words(spoken)
    plain = label.strip(" :*")
    if words is None or not is_label(label, language):
        return None
    if words.label_none.fullmatch(value.strip(" .")):
        is_degree = words.label_degree.fullmatch(plain) is not None
        named = named_schooling(plain, words, spoken) if is_degree else []
        level = named[0][0].level if named else "high-school"
        return Schooling("needless", level, False, False, "", 0, value.strip(" ."))
    if stated := next(schooling(value, own, language), None):
        return stated
    all_named = named_schooling(value[:_LONGEST], words, spoken)
    found = _Clause(value[:_LONGEST], all_named, words, own, spoken).alone() if all_named else None
    if found is None:
        return None
    alone, is_named = found
    kind: Kind = "needless" if alone.level == "none" else "needed"
    name = "high-school" if alone.level == "none" else alone.level
    return Schooling(kind, name, is_named, False, "", alone.start, alone.text)


def denies_by_itself(text: str, language: str) -> bool:
    """Return whether words for education are a denial in themselves: “no formal education”, “none”."""
    words = education_words(primary_language(language))
    is_none = words is not None and words.label_none.fullmatch(text.strip(" .")) is not None
    return is_none or any(level.level == "none" for level in levels(text, 1, language))


@dataclass(frozen=True, slots=True)
class _Cue:
    """Words that a level is required or not, and their place."""

    start: int
    end: int
    is_active: bool = False
    is_needless: bool = False
    is_there: bool = False
    is_idle: bool = False


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause, the levels of education in it, and what is needed to read it."""

    text: str
    named: Sequence[tuple[Level, bool]]
    words: EducationWords
    own: frozenset[str]
    spoken: str

    def statement(self) -> tuple[Kind, Level, str, bool] | None:
        """Return the clause's kind, level and people, and whether the level is named, or None."""
        if self._is_limited():
            return None
        for at, (level, _) in enumerate(self.named):
            before, behind = self.text[: level.start], self.text[level.end :]
            is_enough = self.words.enough_before.search(before[-FAR:]) is not None
            # “Primary school is required” is compatible with any other statement.
            is_low = level.level == "none" and not denies_by_itself(level.text, self.spoken)
            if not is_enough and (match := self.words.without.search(before)):
                found = None if is_low else self._without(match.start(), level)
            elif is_enough or self.words.enough_behind.match(behind):
                found = self._enough(before, behind)
            else:
                found = None if is_low else self._asked(level)
            if found is not None:
                return self._completed(*found, at)
        return None

    def is_of_others(self) -> bool:
        """Return whether a verb requires education of people in another occupation."""
        cues = (cue for level, _ in self.named if (cue := self._cue(level)))
        return any(
            cue.is_active and self._who(self.text[: cue.start], is_strict=True) is None
            for cue in cues
        )

    def names_anyone(self) -> bool:
        """Return whether the clause has a noun for people in the occupation, or for anyone at work."""
        return any(self._is_anyone(word["word"]) for word in _WORD.finditer(self.text))

    def _is_anyone(self, word: str) -> bool:
        """Return whether a word is a noun for people in the occupation, or for anyone at work."""
        return self._is_own_word(word) or self.words.anyone.fullmatch(word) is not None

    def alone(self) -> tuple[Level, bool] | None:
        """Return the level of a clause without a verb that requires it."""
        is_limited = self._is_limited() or self.words.most.search(self.text)
        return None if is_limited else self._lowest(0)

    def _completed(self, kind: Kind, who: str, at: int) -> tuple[Kind, Level, str, bool] | None:
        """Return the statement with the level that is meant, and whether it is named, or None."""
        level, is_named = self.named[at]
        if kind != "enough" and self.words.most.search(self.text):
            return None
        if level.level == "none" and kind != "enough":
            # “No formal education is needed”.
            return ("needless", replace(level, level="high-school"), who, False)
        if kind == "enough" and self.words.below.fullmatch(level.text):
            return (kind, replace(level, level="none"), who, True)
        if kind != "needless":
            both = self._lowest(at)
            return (kind, both[0], who, both[1]) if both else None
        # “A degree in biology is not required” leaves others open.
        is_of_field = self.words.field.match(self.text, level.end) is not None
        return None if is_of_field else (kind, level, who, is_named)

    def _is_limited(self) -> bool:
        """Return whether words around the level limit it to some people, a place or the past."""
        around = self.text
        for level, _ in self.named:
            around = around[: level.start] + " " * len(level.text) + around[level.end :]
        around = _WORD.sub(lambda word: " " if self._is_own_word(word["word"]) else word[0], around)
        words = self.words
        is_limited = words.limits.search(around) or words.study.search(around)
        is_of_place = place_named(around) or self.words.in_place.match(around)
        return bool(is_limited or is_of_place or self._is_for_others())

    def _without(self, at: int, level: Level) -> tuple[Kind, str] | None:
        """Read “nobody is hired without a degree”, and “you can start without one”."""
        rest = f"{self.text[:at]} {self.text[level.end :]}"
        if not self.words.entry.search(rest):
            return None
        denied = self.words.no.search(rest)
        if denied:
            return ("needed", "")
        who = self._who(self.text[:at], is_strict=False)
        return None if who is None else ("needless", who)

    def _enough(self, before: str, behind: str) -> tuple[Kind, str] | None:
        """Read “a diploma is all you need”; “is not enough” does not state what would be."""
        match = self.words.enough_before.search(before)
        around = before[: match.start()] if match else before
        enough = self.words.enough_behind.match(behind)
        if self.words.no.search(f"{around} {enough[0] if enough and not match else ''}"):
            return None
        return ("enough", "")

    def _asked(self, level: Level) -> tuple[Kind, str] | None:
        """Read “a degree is required”, “bakers must have one”, and their denials."""
        cue = self._cue(level)
        if cue is None or cue.is_idle:
            return None if cue is None else ("needless", "")
        is_denied = self.words.none.search(self.text[: level.start]) is not None
        if cue.is_there and not is_denied and level.level != "none":
            return None
        end = max(cue.end, level.end) + (_LAST_WORD if self.spoken == "de" else 0)
        noes = len(self.words.no.findall(self.text[:end])) or int(is_denied)
        is_unclear = noes > 1 and self.spoken not in _CONCORD
        if is_unclear or (not noes and self.words.modal.search(self.text[:end])):
            return None
        who = self._who(self.text[: cue.start], is_strict=True) if cue.is_active else ""
        kind: Kind = "needless" if (noes > 0) != cue.is_needless else "needed"
        return None if who is None else (kind, who)

    def _cue(self, level: Level) -> _Cue | None:
        """Return the words next to a level that require it, or deny that, or None."""
        before, behind = self.text[: level.start], self.text[level.end :]
        if match := self.words.idle.match(behind):
            return _Cue(level.end + match.start(1), level.end + match.end(), is_idle=True)
        if match := self.words.needless.match(behind):
            return _Cue(level.end + match.start(1), level.end + match.end(), False, True)
        if match := self.words.inverted.match(behind):
            is_anyone = self._is_anyone(match["who"])
            cue = _Cue(level.end + match.start(1), level.end + match.end())
            return cue if is_anyone else None
        if match := self.words.behind.match(behind):
            return _Cue(level.end + match.start(1), level.end + match.end())
        found = [*self.words.led.finditer(before)]
        if not found or len(before) - found[-1].end() > FAR:
            return None
        last = found[-1]
        return _Cue(
            last.start(),
            last.end(),
            last["active"] is not None,
            is_there=last["exists"] is not None,
        )

    def _who(self, before: str, *, is_strict: bool) -> str | None:
        """Return the noun for the people who need a level: "" for anyone, None for others.

        Without a subject before the verb, the clause has the subject of the one before.
        """
        if self.words.is_of_some(before, self.own):
            return None if is_strict else ""
        *others, phrase = re.split(r"[,:]", before)
        if not phrase.strip():
            # “Bakers, of course, need”: words between commas are not the subject.
            phrase = others[-2] if len(others) > 1 else before if not others else ""
        if (relative := self.words.relative.search(phrase)) and relative.start():
            phrase = phrase[: relative.start()]
        found = [word["word"] for word in _WORD.finditer(phrase)]
        for number, word in enumerate(found):
            if self._is_own_word(word):
                return None if self._is_kind(found, number) else self._noun(word)
        for number, word in reversed(list(enumerate(found[-_SUBJECT_WORDS:]))):
            if self.words.pronouns.fullmatch(word) or self._is_own_work(word):
                return ""
            if self.words.anyone.fullmatch(word):
                # “Employers in aerospace” are only some employers.
                behind = " ".join(found[-_SUBJECT_WORDS:][number + 1 :])
                return None if is_strict and self.words.in_.match(behind) else ""
        return None if is_strict and any(len(word) > _SHORT for word in found) else ""

    def _noun(self, word: str) -> str:
        # Not in other languages, where one occupation has nouns in two genders.
        return singular(word) if self.spoken == "en" else ""

    def _is_kind(self, found: Sequence[str], at: int) -> bool:
        """Return whether an English name is part of another name: “nurse practitioners”."""
        if self.spoken != "en":
            return False
        before, behind = found[at - 1] if at else "", found[at + 1] if at + 1 < len(found) else ""
        if behind and looks_like_one(behind) and not self._is_own_word(behind):
            return True
        is_plain = before.casefold() in _PLAIN or self.words.as_.fullmatch(before)
        return bool(before) and not is_plain and not is_own(f"{before} {found[at]}", self.own)

    def _is_own_word(self, word: str) -> bool:
        return singular(word) in self.own or word.casefold() in self.own

    def _is_own_work(self, word: str) -> bool:
        """Return whether an English word is the work of the occupation: “welding”."""
        stem = word.casefold().removesuffix("ing")
        is_work = self.spoken == "en" and stem != word.casefold() and len(stem) > _SHORT
        return is_work and any(name.startswith(stem) for name in self.own)

    def _is_for_others(self) -> bool:
        """Return whether a level is for somebody else: “for managers”."""
        for match in self.words.for_whom.finditer(self.text):
            found = [word["word"] for word in _WORD.finditer(match["who"])]
            if any(map(self._is_anyone, found)):
                continue
            is_first = not self.text[: match.start()].strip(" ,")
            is_strict = is_first or match["as"] or self.spoken != "en"
            if is_strict or any(looks_like_one(word) for word in found):
                return True
        parts = (match["part"].split() for match in self.words.for_part.finditer(self.text))
        return any(not any(map(self._is_anyone, part)) for part in parts)

    def _lowest(self, at: int) -> tuple[Level, bool] | None:
        """Return the lowest of alternatives or the last of steps; None if something else will do."""
        kept, words = [self.named[at]], self.words
        if words.or_before.search(self.text[: kept[0][0].start]):
            return None
        last = kept[0][0]
        for level, is_named in self.named[at + 1 :]:
            between = self.text[last.end : level.start]
            if len(between) > FAR:
                break
            if words.or_.search(between):
                kept.append((level, is_named))
            elif words.and_.search(between) and level.rank > last.rank:
                kept = [(level, is_named)]
            else:
                break
            last = level
        other = words.or_behind.match(self.text, last.end)
        # “A degree in history or library science” is one level.
        fields = words.or_of_fields.search(self.text, last.start)
        is_of_fields = fields is not None and fields.start() <= last.end
        if other and not (is_of_fields or _LIKEWISE.match(self.text, other.end())):
            return None
        return min(kept, key=lambda each: each[0].rank)
