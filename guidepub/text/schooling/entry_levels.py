"""The typical level of education for entering an occupation, according to a sentence.

This is a required level (`demands`), or one that most people have or most employers ask for. Being
typical, it does not contradict a higher or lower level elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from guidepub.text.measured.forms import forms, is_listed_around, strange_words
from guidepub.text.naming.occupations import is_all_of_own, is_own, looks_like_one
from guidepub.text.naming.places import place_named
from guidepub.text.punctuation.note_marks import LEFT_BEHIND
from guidepub.text.schooling.contrasts import level_set_against, without_contrast
from guidepub.text.schooling.demands import Demand, demand_of, lowest
from guidepub.text.schooling.education import schooling
from guidepub.text.schooling.entry_lines import usual_level
from guidepub.text.schooling.levels import Level, levels
from guidepub.words.languages import primary_language

_A = r"\s+(?:at\s+least\s+)?(?:an?\s+|the\s+)?$"
_USUALLY = r"(?:(?:typically|usually|generally|normally|now|will)\s+)*"
_FIELD = r"(?:the\s+|this\s+)?(?:field|occupation|profession|trade|work|job|workforce|career)"
# “Most welders need …”, “Most have …”, “Employers want …”.
_BEFORE = re.compile(
    rf"^(?:In\s+[^,;]{{3,30}},\s+)?(?:most|nearly\s+all|almost\s+all)\s+(?P<who>[^,;:.()]{{0,50}}?)\s*{_USUALLY}"
    rf"(?:needs?|requires?|have|hold|earn|complete|enter\s+{_FIELD}\s+with|(?:begin|start)(?:\s+(?:out|work|their\s+careers?))?\s+with)(?:\s+to\s+(?:have|hold|earn|complete))?{_A}"
    rf"|^(?P<typically>[^,;:.()]{{3,60}}?)\s+(?:typically|usually|generally|normally)\s+(?:takes?|have|hold|earn|complete|enter(?:\s+{_FIELD})?\s+with|(?:start|begin)(?:\s+out)?\s+with){_A}"
    rf"|^(?:most\s+)?(?:(?:employers|states|shops|firms|companies|schools|hospitals))\s+{_USUALLY}(?:want|look\s+for|expect|require|ask\s+for|hire\s+(?:people|candidates|workers)\s+with)(?:\s+(?:applicants|candidates|people|workers)\s+(?:to\s+have|with))?{_A}"
    rf"|^(?:the\s+)?(?:typical|usual|most\s+common|standard)\s+(?:entry[\s-](?:level\s+)?)?(?:education|credential|degree|path|route|way\s+in|requirement|qualification)[^,;.]{{0,40}}?\s(?:is|are){_A}"
    r"|^(?:there\s+(?:is|are)\s+)?no\s+(?:(?:formal|specific|special|particular)\s+)*(?:education(?:al)?|schooling|training|degree|academic)(?:\s+requirements?)?(?:\s+(?:is|are)\s+(?:required|needed|necessary))?\s+(?:beyond|past|above|other\s+than)\s+(?:an?\s+|the\s+)?$"
    r"|^(?:(?:typical|usual|minimum|required|entry(?:[\s-]level)?)\s+)*(?:education|degree)(?:\s+(?:level|required|needed))?:\s*(?:an?\s+|the\s+)?$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"^\s+(?:required|needed)\.?$|^(?:\s+(?:in|of)\s+[^,;.]{3,60}?)?(?:,[^,;.]{3,40},)?\s+is\s+(?:"
    r"(?:pretty\s+much\s+|more\s+or\s+less\s+|practically\s+|virtually\s+|basically\s+)?a\s+must\b"
    r"|(?:typically\s+|usually\s+|generally\s+|normally\s+)?(?:required|needed|expected|necessary|enough)\s+(?:for|in)\s+(?:most|nearly\s+all|almost\s+all|entry[\s-]level)\s+(?:\w+\s+){0,2}?(?:jobs|positions|posts|openings|work)"
    r"|(?:typically|usually|generally|normally)\s+(?:required|needed|expected|necessary)"
    r"|(?:typically\s+|usually\s+)?(?:typical|usual|standard|the\s+norm|customary|normal)(?=[.,;]|$)"
    r"|(?:the\s+)?(?:typical|usual|standard|normal|most\s+common)\s+(?:minimum\s+)?(?:path|route|requirement|credential|entry|way\s+in|ticket|qualification|level|education|degree|starting\s+point)"
    r"|(?:the\s+)?(?:usual\s+)?minimum\b)"
    rf"|^(?:\s+in\s+[^,;.]{{3,60}}?)?\s+(?:{_USUALLY})gets\s+(?:you|most\s+people|most|people|a\s+person)\s+(?:in\b|hired|started|a\s+job)",
    re.IGNORECASE,
)
# “A diploma for helpers” is required of helpers.
_FOR_SOME = re.compile(r"\s+for\s+(?!(?:the|this|an?|most|all|entry)\b)[a-z]", re.IGNORECASE)
# “The minimum in Ohio” is for one state.
_IN_PLACE = re.compile(r"(?:\s+\w+)?\s+(?:in|at)\s+(?:the\s+)?[A-Z][a-z]")
_ARTICLE = re.compile(
    r"^(?:(?:nowadays|today|usually|typically|generally),?\s+)?(?:(?:at\s+least\s+)?(?:an?|the)\s+)?$",
    re.IGNORECASE,
)
# Statements about another time, a higher position, a preference or a study.
_OTHERWISE = re.compile(
    r"\b(?:prefer\w*|may|might|could|not|never|no\s+longer|some|advance(?:d|ment)?|manage(?:r|rs|ment)|supervis\w+|used\s+to"
    r"|to\s+(?:teach|advance|manage|supervise)|if|unless|in\s+(?:some|certain)|until|were|was)\b|n['’]t\b",
    re.IGNORECASE,
)
_STUDY = re.compile(
    r"^[^.;]{0,15}?\s(?:to|for|before)\s[^.;]{0,40}?\b(?:programs?|schools?|colleges?|apprentice\w*|admission|courses?)\b",
    re.IGNORECASE,
)

_OR = re.compile(
    r"\s*,?\s+or\s+(?!(?:(?:the|its|an?|some)\s+)?(?:equivalent|GED|higher|more|better|beyond)\b)",
    re.I,
)
_FAR = 8
# “The usual way in for assistants”.
_FOR_WHOM = re.compile(r"\bfor\s+((?:[\w’'-]+\s+){0,2}?[\w’'-]+s)\b")
_OF_POSTS = re.compile(
    r"\b(?:to|into|for)\s+(?:manage\w+|administration|supervis\w+|leadership|directors?)\b|^no\s",
    re.IGNORECASE,
)
# “A master's degree is required to work in a museum.”
_TO_WORK_WITH_SOME = re.compile(
    r"\bto\s+(?:work|serve|practi[cs]e|(?:be|get)\s+hired|get\s+(?:a\s+)?(?:job|work))\s+(?:in|at|for|with|on)\s+"
    r"(?!(?:the|this|that)\s+(?:field|trade|occupation|profession|industry|job|country|U\.?S|United)\b)\w",
    re.IGNORECASE,
)
_IN_NAMED = re.compile(
    r"\b[Ii]n\s+(?!(?:the\s+)?(?:U\.?S|United States|America\b))(?:the\s+)?[A-Z][a-z]{3}"
)
# Denials of a requirement, and restrictions to other people.
_DENIED = re.compile(
    r"\b(?:hardly|scarcely|barely|rarely|seldom|myth|rumou?rs?|misconception|mistaken|untrue|by contrast|in contrast|on the other hand)\b"
    r"|\b(?:not|isn['’]t|no longer) true\b|\brequired only (?:of|for)\b|\bonly required (?:of|for)\b",
    re.IGNORECASE,
)
# What comes second, for a purpose, is not for entry: “; para firmar proyectos hace falta un grado”.
_FOR_MORE = re.compile(
    r"(?:;|,\s(?:pero|mais|aber|doch|mas))\s(?:para|pour|um|für)\s"
    r"(?![^;,]{0,30}\b(?:ser|trabajar|ejercer|empezar|être|exercer|travailler|débuter|arbeiten|werden|trabalhar|começar)\b)[^;]*$",
    re.IGNORECASE,
)
_OF_SEVERAL_SENSES = re.compile(r"bac|licences?|maîtrise|grado|master|lehre|diplom[ae]?", re.I)
_OR_BEFORE = re.compile(r"(?<=\w)\s+or\s+(?:an?\s+|the\s+)?$", re.I)
# A course after school is the actual requirement: “o ensino médio e concluir o curso técnico”.
_FURTHER = re.compile(
    r"\b(?:y|e|et|und|puis|luego|después|depois|sowie)\s[^.;]{0,40}?\b(?:curso\s+(?:técnico|profesional|profissional\w*|de\s+formaç?c?i?[óã]n?o?)"
    r"|ciclo\s+formativo|formación\s+profesional|formação\s+(?:técnica|profissional)|apprentissage|alternance|formation|CAP|BEP|BTS"
    r"|Ausbildung|Lehre|Fachschule|Meister\w*)\b",
    re.IGNORECASE,
)


def entry_level(
    sentence: str, nouns: frozenset[str], own: frozenset[str], language: str = "en"
) -> Demand | None:
    """Return the level with which people enter an occupation, according to a sentence, or None.

    `nouns` are the last words of the occupation's titles, `own` its normalized names.
    """
    sentence = without_contrast(LEFT_BEHIND.sub("", sentence), language)
    if against := level_set_against(sentence, language):
        return against
    if primary_language(language) != "en":
        found = _in_form(sentence, own, language) or usual_level(sentence, language)
        return found or _asked(sentence, own, language)
    if _DENIED.search(sentence):
        return None
    sentence = _FOR_WHOM.sub(lambda match: _without_own(match, own), sentence)
    found = demand_of(sentence, nouns) or _usual(sentence, own) or usual_level(sentence, language)
    found = found or _asked(sentence, own, language)
    return None if found and _is_of_others(found, sentence, own) else found


def _asked(sentence: str, own: frozenset[str], language: str) -> Demand | None:
    """Return the only named level that a sentence requires of anyone, or None.

    Some names are ambiguous, as in “un bac de trempe”: these count only next to other levels.
    """
    every = [*schooling(sentence, own, language)]
    needs = [each for each in every if each.kind != "needless"]
    if len(needs) != 1 or needs[0].kind != "needed" or not needs[0].is_named or needs[0].is_step:
        return None
    level = needs[0]
    if _FOR_MORE.search(sentence[: level.start]):
        return None
    is_certain = len(every) > 1 or not _OF_SEVERAL_SENSES.fullmatch(level.text)
    return (
        Demand(level.level, "", level.start, level.text) if is_certain and not level.who else None
    )


def _without_own(whom: re.Match[str], own: frozenset[str]) -> str:
    """Return “for plumbers” as spaces in a guide to plumbers, and other words as they are."""
    return " " * len(whom[0]) if is_own(whom[1], own) else whom[0]


def _is_of_others(demand: Demand, sentence: str, own: frozenset[str]) -> bool:
    """Return whether a level is for a place or a higher position, or an alternative to a non-level.

    In “A certificate or an associate degree”, the associate degree need not be the lowest.
    """
    before = sentence[: demand.start]
    found = _OR_BEFORE.search(before)
    is_second = found and not any(lv.end > found.start() - _FAR for lv in levels(before))
    for_whom = (match[1] for match in _FOR_WHOM.finditer(sentence))
    is_others = any(looks_like_one(who) and not is_own(who, own) for who in for_whom)
    is_placed = place_named(sentence.partition(";")[0]) or _IN_NAMED.search(before)
    is_for_part = _OF_POSTS.search(sentence) or _TO_WORK_WITH_SOME.search(sentence)
    return bool(is_second or is_others or is_placed or is_for_part)


def _usual(sentence: str, own: frozenset[str]) -> Demand | None:
    named = levels(sentence)
    for place, level in enumerate(named):
        before, behind = sentence[: level.start], sentence[level.end :]
        around = before + " " * len(level.text) + behind[:25]
        if _OTHERWISE.search(around.partition(";")[0]) or _STUDY.match(behind):
            continue
        if _is_either(level, behind, named[place + 1 :]):
            continue
        found = None if _FOR_SOME.match(behind) else _BEFORE.search(before)
        if found and is_own(found["who"] or found["typically"] or "", own):
            return lowest(named[place:], sentence, "")
        following = _BEHIND.match(behind) if _ARTICLE.match(before) else None
        if following and not _IN_PLACE.match(behind, following.end()):
            return lowest(named[place:], sentence, "")
    return None


def _is_either(level: Level, behind: str, others: Sequence[Level]) -> bool:
    """Return whether an alternative that is not a level will do: “or a certificate”."""
    found = _OR.match(behind)
    return found is not None and not any(
        0 <= other.start - level.end <= found.end() + _FAR for other in others
    )


def _in_form(sentence: str, own: frozenset[str], language: str) -> Demand | None:
    """Return the level that a form of the language finds, if the sentence has no other, or None."""
    named = levels(sentence, language=language)
    if len(named) != 1:
        return None
    level = named[0]
    for form in forms(language) if _stands_alone(level, sentence, language) else ():
        fit = form.fit(sentence, level.start, level.end) if form.kind == "level" else None
        if fit is None or not is_all_of_own(fit.parts.get("own") or "", own):
            continue
        if is_listed_around(language) and strange_words(sentence, fit, 0, language):
            continue
        return Demand(level.level, "", level.start, level.text)
    return None


def _stands_alone(level: Level, sentence: str, language: str) -> bool:
    """Return whether a level has no alternative and no further step next to it."""
    around = sentence[max(level.start - 6, 0) : level.start], sentence[level.end :]
    # “O ensino” has an article in Portuguese, where “o” is “or” in Spanish.
    either = r"\bou\s+$" if primary_language(language) == "pt" else r"\b(?:o|ou|oder|u)\s+$"
    is_either = re.search(either, around[0]) or re.match(
        r"\s*(?:,\s*)?(?:o|ou|oder|u|preferible\w*|de préférence|idealerweise)\b", around[1]
    )
    return not is_either and not _FURTHER.search(around[1])
