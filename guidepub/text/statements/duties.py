"""Things that people in an occupation need or do not need, such as a licence or an exam.

Education is read by `schooling.education`. Statements about some people, a place or another position,
or with an “if”, are left out, since they are not about the whole occupation.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from guidepub.text.figures.scope import names_part
from guidepub.text.naming.occupations import comparable
from guidepub.text.punctuation.sentences import clauses
from guidepub.text.schooling.demands import who_demands
from guidepub.text.vocabulary import compiled, either, spaced, vocabulary, written_out

# The ends of clauses.
_CLAUSES = re.compile(
    r";|:|—|\(|\)|, (?:and|y|so)\b|,? (?:but|though|although|while|whereas|pero|aunque|mientras)\b"
)
# A thing may be needed only for a purpose: “a licence to sign audits”.
_PURPOSE = re.compile(
    r"[^.;]{0,30}?\b(?:to|for|before|para|antes de)\s+(?:an?\s+|the\s+|you\s+|they\s+|la\s+|el\s+)?(?P<for>[\w’'-]+(?:\s+[\w’'-]+){0,3})",
    re.IGNORECASE,
)
# A thing that is not needed at the start may be needed later for a part of the work.
_STARTS = frozenset("start begin empezar comenzar".split())
_TO_START = frozenset({"start"})
_ANY_PURPOSE = frozenset(
    "become be work enter get join do practice practise find land pursue break apply succeed make"
    " qualify launch trade job occupation field career profession it this entry you they trabajar ser"
    " entrar ejercer obtener firmar oficio puesto profesión".split()
)
_ARTICLE = re.compile(
    r"\b(?:the|an?|no|any|of|this|el|la|un|una|los|las|une|le|les|ein|eine|der|die|das|um|uma|os|as|o)\s+(?P<kind>(?:[\w’'-]+\s+){0,3})$",
    re.IGNORECASE,
)
_OF = re.compile(
    r"\s+(?:in|of|de|del)\s+(?:(?:the|el|la|los|las)\s+)?(?P<of>[\w’'-]+)", re.IGNORECASE
)
# The words between a verb and the thing that it requires.
_REACH = r"(?:[\w’'-]+\s+){0,6}?"
# Words before a thing that do not specify it.
_PLAIN = frozenset(
    "a an any the no one single of day so much as some prior previous formal special own your their valid"
    " state official real little actual minimum kind sort type on and in to have hold be pass take get el la"
    " une le les aucun aucune des du ein eine der die das den kein keine um uma os nenhum nenhuma pas"
    " un una los las de ningún ninguna previa tener  years year months two three four five at least".split()
)
# Words before the name of an occupation that do not narrow it.
_BEFORE_NAME = re.compile(
    r"^(?:(?:et|mais|und|aber|e|mas|alors|so|auch) )?(?:(?:tou(?:t|te|s|tes) |tod[oa]s? |alle |jede[rs]? |chaque |cada )?(?:les?|la|l[’']|une?|die|der|das|eine?|os?|as?|uma?)? ?)",
    re.IGNORECASE,
)
_SHORTEST_NAME = 4
# Subjects that include everybody in the occupation, and “there is”.
_FOR_ALL = frozenset("law job work rule rules trade there i he she we".split())
_THERE_IS = re.compile(r"\bthere(?:['’]s|\s+(?:is|are))\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Duty:
    """A thing that is needed or not; `kind` are the words that specify it.

    `purpose` are the words for its purpose, if the sentence states one.
    """

    thing: str
    is_needed: bool
    kind: frozenset[str]
    purpose: frozenset[str]
    start: int
    text: str

    def contradicts(self, other: Duty) -> bool:
        """Return whether one requires a thing that the other does not."""
        if self.is_needed == other.is_needed:
            return False
        waived, needed = (other, self) if self.is_needed else (self, other)
        if waived.thing == "requirement":
            return True
        if waived.thing != needed.thing or (waived.kind and not waived.kind & needed.kind):
            return waived.thing == needed.thing == "experience" and not needed.kind
        if waived.purpose == _TO_START:
            return not needed.purpose or needed.purpose == _TO_START
        return not waived.purpose or bool(waived.purpose & needed.purpose)


def duties(
    sentence: str, own: frozenset[str], language: str = "en", names: frozenset[str] = frozenset()
) -> Iterator[Duty]:
    """Yield the things that everybody in an occupation needs or does not need, according to a sentence.

    `own` are the nouns for people in the occupation, as `demands.nouns` returns them; `names` are its
    normalized names.
    """
    words = _words(language)
    if words is None or sentence.rstrip().endswith("?") or names_part(sentence):
        return
    for start, clause in clauses(sentence, _CLAUSES):
        if not words.is_limited(clause, names):
            yield from _duties_of_clause(
                clause, start, words, own if language == "en" else names, language
            )


def _duties_of_clause(
    clause: str, start: int, spoken: _DutyWords, own: frozenset[str], language: str
) -> Iterator[Duty]:
    for is_needed, pattern in ((False, spoken.needless), (True, spoken.needed)):
        found = pattern.search(clause)
        if found is None:
            continue
        before = clause[: found.start()]
        group = str(found.lastgroup)
        is_active = group != "thing_behind"
        if is_active and not _is_of_own(before, group, own, language):
            return
        thing = found[group]
        at = found.start(group)
        words_before = (
            found[group.replace("thing", "reach")] if is_active else _adjectives(clause[:at])
        )
        of = _OF.match(clause, found.end(group))
        words = words_before.split() + ([of["of"]] if of else [])
        kind = (frozenset(_stems(words)) - _PLAIN) | spoken.kind_in(thing)
        # In languages with `purposes`, statements with other purposes have been left out already.
        purpose = frozenset() if spoken.purposes else _purpose(clause[found.end() :])
        yield Duty(spoken.name(thing), is_needed, kind, purpose, start + found.start(), found[0])
        return


def _is_of_own(before: str, group: str, own: frozenset[str], language: str) -> bool:
    """Return whether the subject of a verb is anyone in the occupation, or not named."""
    if language == "en":
        return not before.split() or is_of_anybody(before, own)
    name = _BEFORE_NAME.sub("", before.rsplit(",", 1)[-1].strip())
    return group != "thing_verb" or comparable(name) in own


def _adjectives(before: str) -> str:
    """Return the words between an article and a thing that is the subject."""
    match = _ARTICLE.search(before[-60:])
    return match["kind"] if match else before[-60:] if len(before.split()) <= 2 else ""


def is_of_anybody(before: str, own: frozenset[str]) -> bool:
    """Return whether the words before a verb mean anyone in the occupation, or name nobody."""
    last = before.rsplit(maxsplit=1)[-1].casefold().strip("“”\"’',")
    return (
        last in _FOR_ALL
        or _THERE_IS.search(before) is not None
        or who_demands(before, own) is not None
    )


def _purpose(behind: str) -> frozenset[str]:
    """Return the words for the purpose of a thing, empty for the occupation as a whole."""
    match = _PURPOSE.match(behind)
    words = [word for word in _stems(match["for"].split()) if word not in _PLAIN] if match else []
    purpose = [word for word in words if not word.endswith(("ly", "mente"))]
    if purpose and purpose[0] in _STARTS:
        return _TO_START
    return frozenset() if not purpose or purpose[0] in _ANY_PURPOSE else frozenset(purpose)


def _stems(words: list[str]) -> Iterator[str]:
    return (word.casefold().strip(",.’'").removesuffix("s") for word in words)


@dataclass(frozen=True, slots=True)
class _DutyWords:
    """The patterns of a language for needed and needless things, and for limits."""

    things: tuple[tuple[str, re.Pattern[str]], ...]
    needed: re.Pattern[str]
    needless: re.Pattern[str]
    limits: re.Pattern[str]
    purposes: tuple[re.Pattern[str], ...] = ()
    plain: frozenset[str] = frozenset()
    compound: re.Pattern[str] | None = None

    def is_limited(self, clause: str, own: frozenset[str]) -> bool:
        """Return whether a clause is about some people, a time, or another purpose.

        `own` are the names of the occupation, which are not another purpose: “um als Fahrlehrer zu
        arbeiten”.
        """
        if self.limits.search(clause):
            return True
        named = {word for name in own for word in name.split() if len(word) >= _SHORTEST_NAME}
        return any(
            not set(_stems(match["for"].split())) & (named | self.plain)
            for purpose in self.purposes
            for match in purpose.finditer(clause)
        )

    def kind_in(self, thing: str) -> frozenset[str]:
        """Return the specifying part of a compound: “Fahrlehrer” in “Fahrlehrerlaubnis”."""
        match = self.compound.fullmatch(thing) if self.compound else None
        return frozenset({match[1].casefold()}) if match else frozenset()

    def name(self, words: str) -> str:
        """Return the canonical name of a thing for the words of a text."""
        return next(name for name, form in self.things if form.fullmatch(words))


@functools.cache
def _words(language: str) -> _DutyWords | None:
    table = vocabulary("duties", language)
    if not table:
        return None
    things = either(table["things"].values())
    purposes = table.get("purposes", {})
    return _DutyWords(
        tuple((name, compiled(f"(?:{spaced(form)})")) for name, form in table["things"].items()),
        _phrasing(table["needed"], things, table["parts"]),
        _phrasing(table["needless"], things, table["parts"]),
        compiled(rf"\b{either(table['limits']['forms'])}\b"),
        tuple(compiled(rf"\b{spaced(form)}") for form in purposes.get("forms", ())),
        frozenset(purposes.get("plain", "").split()),
        compiled(purposes["compound"]) if "compound" in purposes else None,
    )


def _phrasing(forms: dict[str, Any], things: str, parts: dict[str, str]) -> re.Pattern[str]:
    """Return the pattern of the phrases by which a thing is needed, or not."""
    out = functools.partial(written_out, parts=parts)
    before, behind = (out("|".join(forms[key])) for key in ("before", "behind"))
    around = "|".join(
        rf"\b{out(first)}\s+(?P<reach_{number}>{_REACH})(?P<thing_{number}>{things})\b{out(last)}"
        for number, (first, last) in enumerate(forms.get("around", ()))
    )
    active = out("|".join(forms.get("active", ("(?!)",))))
    return compiled(
        rf"(?:{around or '(?!)'})"
        rf"|\b(?P<verb>{active})\s*(?P<reach_verb>{_REACH})(?P<thing_verb>{things})(?!\w)"
        rf"|\b(?:{before})\s+(?P<reach_before>{_REACH})(?P<thing_before>{things})(?!\w)"
        rf"|\b(?P<thing_behind>{things})(?:{behind})(?!\w)"
    )
