"""The scope of a figure: words that narrow it to a place, an industry, a rank or another time.

A figure for a part of an occupation must not be taken for the whole occupation.
"""

from __future__ import annotations

import re

from guidepub.text.figures.quantities import Figure
from guidepub.text.figures.years import AHEAD, YEAR, years
from guidepub.text.naming.occupations import is_of_nation, is_own, singular
from guidepub.words.states import STATES

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_NATION = r"(?:the\s+)?(?:United\s+States|U\.?S\.?A?\.?\b|America\b|nation\b|country\b)"
_COUNTRY = re.compile(
    r"\b(?:Canada|Australia|Ireland|Britain|Great|England|Kingdom|UK|America|States|Zealand)\b"
)
_SENTENCE_END = re.compile(r"[.!?:;][\"”’)*]*$")
# “New England” narrows figures as a state does; “Washington” is a state and a city.
_NAMES = (*(name for name in STATES if name != "District of Columbia"), "New England")
_STATES = rf"(?:{'|'.join(_NAMES)})".replace(" ", r"\s")
_PUBLISHERS = r"(?:the\s+)?(?:Occupational|Bureau|Department|Census|Office|Handbook|Outlook)\b"
# “In Nevada” names a place; “in May” and “in the United States” do not narrow a figure.
_PLACE = re.compile(
    rf"\b(?:[Ii]n|[Aa]cross|[Tt]hroughout|[Ww]ithin|[Aa]t)\s+(?!(?:{_MONTHS}|Spring|Summer|Fall|Winter)\b)(?!{_NATION}|{_PUBLISHERS})"
    r"(?:the\s+)?(?:(?:state|city|county|greater|metro|southern|northern|eastern|western)\s+(?:of\s+)?)?"
    r"[A-Z][a-z]{2,}"
    rf"|\(\s*{_STATES}\s*\)"
    r"|\b[Ee]n\s+(?!(?:los\s+)?(?:Estados\s+Unidos|EE))[A-ZÁÉÍÓÚÑ][a-záéíóúñ]{2,}"
    r"|\b(?:[Ss]tatewide|[Ii]n\s+(?:the|this|your|our|that|each|some|most|many|other)\s+(?:\w+\s+)?(?:states?|city|cities|county|region|areas?|metro\w*|district))\b"
    r"|\b[Tt]he\s+(?:state|city|county|province|region|district)(?:['’]s(?:\s[\w’'-]+){1,5})?\s+(?:expects?|projects?|predicts?|forecasts?|anticipates?|foresees?|sees?|reports?|had|has|employs?|paid|pays)\b"
    r"|\b(?:[Tt]he|[Oo]ur|[Tt]his|[Mm]y)\s+(?:company|firm|chain|shop|store|school|college|hospital|union|local|agency|plant|district)\s+(?:expects?|projects?|predicts?|forecasts?|anticipates?|foresees?|sees?|is|has|had)\b"
    r"|\b(?:state|regional|local|city|county)(?:['’]s|wide)?\s+(?:average|median|mean|projections?|forecasts?|estimates?)\b"
)
# “Texas expects 3,200 openings”.
_STATE = re.compile(rf"^{_STATES}\s(?:(?:alone|itself)\s)?[a-z]")
_IN_STATE = re.compile(
    rf"\b(?:[Ii]n|[Aa]cross|[Tt]hroughout|[Ww]ithin)\s+{_STATES}\b|\(\s*{_STATES}\s*\)"
)
_STATE_ALONE = re.compile(rf"{_STATES}(?:$|\s(?:(?:alone|itself)\s)?[a-z])")
# “California’s median” is a place’s, “Bakers’ median” an occupation’s.
_POSSESSIVE = re.compile(
    r"\b(?P<of>[A-Z][a-z]+)(?:['’]s|(?<=s)['’])\s+(?:\w+\s+)?(?:median|average|mean|employment)\b"
)
_TIME = rf"(?:{_MONTHS}|\d|spring|summer|fall|winter|the\s+(?:next|coming|past|last|same|year|decade|near|long)|recent|{_NATION}|general\b|total\b|all\b(?!\s+\w+\s+(?:trades|occupations|industries)\b)|addition\b|fact\b|other\s+words|contrast\b|comparison\b|short\b|turn\b|this\s+(?:field|occupation|career|profession|job|role|decade)|the\s+(?:field|occupation|profession)|(?:each|every|a)\s+year|early|mid|late|terms\b|full\b)"
# “In hospitals, …” and “Among union members, …”.
_OPENING = re.compile(
    rf"^(?:In|For|Among|At|Within|With|After)\s+(?!{_TIME})(?P<of>[^,$%]{{3,70}}),", re.IGNORECASE
)
# “In shipbuilding the median …”, without a comma.
_OPENING_OF_MEASURE = re.compile(
    rf"^(?:In|Among|Within|Across|For)\s+(?!{_TIME})(?P<of>(?:[\w’'-]+\s+){{1,4}}?)(?:the\s+)?(?:\w+\s+)?"
    r"(?:median|average|mean|number|employment|pay|wages?|salary|salaries)\b",
    re.IGNORECASE,
)
# “24,500 of them in the whole country”, “13,600 of these jobs in 2024” mean all of them.
_NOT_ALL = (
    r"(?!(?:\s+(?:jobs|workers|people))?\s+(?:held\b|nationwide\b|nationally\b"
    rf"|in\s+(?:(?:19|20)\d\d\b|(?:the\s+)?(?:whole\s+|entire\s+)?{_NATION})))"
)
# Right after a figure: “of those”, “ten years ago”.
_RIGHT_AFTER = re.compile(
    r"^\s+(?:(?:has|have)\s+(?:since\s+)?been\s+(?:replaced|revised)\b"
    rf"|of\s+(?:(?:them|these)\b{_NOT_ALL}|(?:those|whom|which)\b)"
    r"|(?:[\w-]+\s+){1,3}ago\b|back\s+then\b|at\s+(?:the|that)\s+time\b|in\s+those\s+days\b)",
    re.IGNORECASE,
)
# Another time, or a place without a name.
_ELSEWHERE = re.compile(
    r"\b(?:ago|back\s+then|in\s+those\s+days|at\s+that\s+time|formerly|used\s+to|in\s+the\s+(?:(?:19|20)?[0-9]0s|early\s+days)"
    r"|before\s+the\s+(?:pandemic|war|crisis|recession|crash|strike))\b"
    r"|^\W*(?:overseas|abroad|elsewhere|online(?!,\s(?:the\s)?(?-i:[A-Z]))|offshore|inland|downtown|underground|locally|regionally|back\s+home|(?:down|up|out|back)\s+(?:south|north|east|west)|last\s+century|at\s+one\s+time)\b"
    r"|^\W*(?:once|until\s+recently|back\s+when)\b(?!\s+(?:you|they|qualified|trained|licensed|certified|hired))",
    re.IGNORECASE,
)
# Pay that is demanded is not paid yet.
_WANTED = re.compile(
    r"\b(?:wants?|wanted|demand(?:s|ed)|call(?:s|ed|ing)\s+for|ask(?:s|ed|ing)\s+for|propos(?:es|ed|ing)|push(?:es|ed|ing)\s+for|campaign(?:s|ed|ing)\s+for)\s+(?:an?|the)\s",
    re.IGNORECASE,
)
# “Pay there”, but not “there are”.
_THERE = re.compile(
    r"(?<!out )(?<!\w)there\b(?![’']|\s+(?:are|is|were|was|will|would|should|have|has|had|may|can|must|remain|exist|to)\b)",
    re.IGNORECASE,
)
# People whom somebody employs or has surveyed.
_SOME = re.compile(
    r"\b(?:(?:my|our)\s+(?!field|trade|profession|occupation|country|nation|economy|work|line|data|figures?|tables?|guide|estimates?|industry|latest|best|own\b)\w+"
    r"|federal\s+(?:government|employment|employees|workers|agencies|jobs)\b(?!\s+(?:data|statistic|figure|estimate|survey|economist|projection|forecast|expect|project|report|predict)))"
    r"|\binhabitants\b",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"\b(?:households?|applicants|(?:survey|poll)s?\s+of\s+(?!(?:19|20)\d\d\b(?!,\d))\d[\d,.]*)(?!\w)",
    re.IGNORECASE,
)
# “Surveys of 412 contractors found that glaziers earn …” is about glaziers, not contractors.
_ASKED = re.compile(
    r"(?P<who>(?:\s[a-z][\w’'-]*){1,4}?)\s(?:have\s|has\s)?(?:found|finds?|shows?|showed|says?|suggests?|reports?|reported)\sthat\b"
)
# “Their mean” is about the people named before.
_REFERS_BACK = re.compile(
    r"\W*(?:(?:and|but)\s+)?(?:their|its|they|it|he|she|these|those|(?:the\s+)?pay\s+starts)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"^(?:,?\s+(?:in|as\s+of)\s+(?:(?:{_MONTHS})\s+)?(?:19|20)\d\d)?\s+"
    rf"(?:(?:in|within)\s+(?!{_TIME})|(?:at(?!\s+the\s+(?:\d\dth|median|lowest|bottom|highest|top)\b)|if|when|after|with|among|while)\s+|en\s+(?!\d|(?:los\s+)?(?:Estados|EE)|el\s+país|\w+\s+de\s+\d)"
    rf"|for\s+(?!{_MONTHS}|\d|(?:the|each|every|an?|this|next)\s+(?:entire\s+)?(?:year|decade|period|same|next|coming|past)|full|more|most)(?P<of>[a-z][\w’' -]{{2,60}}))",
    re.IGNORECASE,
)
# In words; a longer one is a sentence of its own.
_LONGEST_OPENING = 5
# Restrictions: “in hospitals”, “at large firms”, “among the young”.
_AMONG = re.compile(
    rf"\b(?:in|at|among|within|for)\s+(?!{_TIME}|employment\b|jobs\b|demand\b|the\s+(?:number|long|short|end|coming|average)\b|least\b|most\b|about\b|an?\s+(?:rate|pace)\b|all\b)"
    r"(?P<of>[a-z][\w’' -]{2,50})",
    re.IGNORECASE,
)
_RANK = re.compile(
    r"\b(?:union(?:ized|\s+members?)?|non-?union|self-employed|experienced|inexperienced|senior|junior|(?:full|part)-time(?:rs?)?"
    r"|freelance\w*|travel(?:ing|ling)?|top[-\s](?:earning|paying)|best[-\s](?:paid|paying)|highest[-\s]paying|newly|new\s+graduates?"
    r"|first-year|with\s+(?:an?\s+)?(?:[\w’'-]+\s+){0,3}(?:degrees?|years?|experience|certification|license)|specializ\w+|supervisors?|managers?)\b",
    re.IGNORECASE,
)
_BEST = re.compile(r"(?:top|best|highest)[-\s](?:paid|earning|paying)", re.IGNORECASE)
_BEGINNERS = re.compile(r"\b(?:entry[-\s]level|beginning|starting|beginners?)\b", re.IGNORECASE)
_COMPARED = re.compile(
    r"\b(?:up|down)\s+from\s+(?:\w+\s+)?$|\b(?:compared\s+(?:with|to)|versus|vs\.?|than\s+the|over\s+the|than\s+in|rather\s+than|instead\s+of|not|unlike\s+the)\s*(?:\w+\s+)?$",
    re.IGNORECASE,
)
# “Well above the national median of”: the figure with which the occupation's is compared.
_MEASURED_BY = re.compile(
    r"\b(?:above|below|over|under|near|than|beats?|exceeds?|tops?|times|twice|double|triple|half)\s+(?:the\s+)(?:\w+\s+)?(?:median|average|mean)\b",
    re.IGNORECASE,
)
_OTHER_FIGURE = re.compile(
    r"\b(?:over|up\s+from|down\s+from|compared\s+(?:with|to)|versus|than|frente\s+a|contre|au\s+lieu\s+de|gegenüber|statt|contra|ante)\s+(?:\w+\s+){0,2}?(?=[$€£]|\d)",
    re.IGNORECASE,
)
# Text in brackets, or after a semicolon or a dash.
_APART = re.compile(r"(?:[(;]|\s[–—])\s?[^();–—]{1,120}")
_NUMBER = re.compile(r"\d[\d.,’'\u00a0\u202f ]*\d{3}\b|\d (?:mil|tausend|mille)\b", re.IGNORECASE)
# “Never work alone in a trench.”
_ADVICE = re.compile(r"\W*(?:never|do\s+not|don['’]t)\s+(?!expect|(?:at|on|in|by|an?|any|the)\b)[a-z]", re.IGNORECASE)  # fmt: skip
# Words before “employment” and “jobs” that do not narrow them.
_UNQUALIFYING = frozenset(
    "a after all although and as because bls bureau coming decade decades by expect expected expects estimate estimated"
    " estimates for forecast forecasts from future for how if in its job make national nationwide new"
    " of on or other our overall predict predicts project projected projects reported reports said"
    " says see shows since so some states statistics that the their them these this those thus"
    " today total u.s us when where while will with workers years yet".split()
)
# “Welding” and “welder” share this many letters.
_STEM = 4
_LEAST_STEM = 2
_SUPPOSED = re.compile(
    r"\b(?:if\s+(?:you|a|the|your)|if\s+(?:\w+\s+){1,4}(?:rose|were|went|fell|reached)|suppose|imagine|for\s+(?:example|instance)|would\s+(?:be|earn|make))\b",
    re.IGNORECASE,
)


def narrowing(
    sentence: str, figure: Figure, key: str = "", own: frozenset[str] = frozenset()
) -> str:
    """Return the words that narrow a figure, or an empty string.

    `own` are the normalized names of the guide's occupation, which do not narrow it.
    """
    clause = _clause_before(sentence, figure.opens)
    behind = sentence[figure.closes : figure.closes + 80]
    for pattern, where in (
        (_PLACE, clause + _clause_after(sentence, figure.opens)),
        (_STATE, sentence),
        (_RANK, clause),
        (_COMPARED, clause),
        (_MEASURED_BY, clause),
        (_SUPPOSED, sentence),
        (_WANTED, clause),
        (_SOME, clause),
    ):
        if match := next(
            (m for m in pattern.finditer(where) if not _is_of_form(m[0], key, own)), None
        ):
            return match[0].strip()
    if others := speaks_of_others(sentence, figure, own):
        return others
    earlier = sentence[: figure.opens - len(clause)]
    if earlier and narrows_what_follows(f"{earlier}.", clause.lstrip("; "), own):
        return earlier
    for pattern, where in (
        (_OPENING, sentence),
        (_OPENING_OF_MEASURE, clause.lstrip("; ")),
        (_POSSESSIVE, clause),
        (_AFTER, behind),
    ):
        if (match := pattern.search(where)) and not (match["of"] and is_own(match["of"], own)):
            return match[0].strip()
    if key != "starting_wage" and (match := _BEGINNERS.search(clause)):
        return match[0]
    return ""


def _is_of_form(word: str, key: str, own: frozenset[str]) -> bool:
    """Return whether a word of rank is part of the occupation's name, or of “the best-paid tenth”."""
    if key.startswith("wage_p") and _BEST.fullmatch(word):
        return True
    return any(singular(word) in name.split() for name in own)


def is_partly(clause: str, own: frozenset[str] = frozenset()) -> bool:
    """Return whether a clause is about a place, an industry or a part of an occupation."""
    if _PLACE.search(clause) or _RANK.search(clause):
        return True
    return any(not is_own(match["of"], own) for match in _AMONG.finditer(clause))


def names_part(sentence: str, own: frozenset[str] = frozenset()) -> bool:
    """Return whether a sentence is about a place, or begins with a group and a comma."""
    if _PLACE.search(sentence):
        return True
    opening = _OPENING.search(sentence)
    is_short = opening is not None and len(opening["of"].split()) <= _LONGEST_OPENING
    return opening is not None and is_short and not is_own(opening["of"], own)


def narrows_what_follows(words: str, sentence: str, own: frozenset[str]) -> bool:
    """Return whether a heading, or a sentence that the next one continues, narrows that sentence.

    “In Louisiana” and “Part-timers” do, and “Ohio counts 24,600” before “Its mean wage is”. For
    English only. `own` are the normalized names of the guide's occupation, which do not narrow it.
    """
    is_heading = not _SENTENCE_END.search(words)
    if not is_heading and not _REFERS_BACK.match(sentence):
        return False
    if _STATE_ALONE.match(words.strip(" #*:.")):
        return True
    # In a heading, every word may be capitalized: “In Demand”.
    places = _IN_STATE if is_heading else _PLACE
    return any(
        not _is_of_form(match[0], "", own) and not _COUNTRY.search(match[0])
        for pattern in (places, _RANK, _SOME, _OF_OTHERS)
        for match in pattern.finditer(words)
    )


def speaks_of_others(sentence: str, figure: Figure, own: frozenset[str] = frozenset()) -> str:
    """Return the words that make a figure about the past, other people or another place, or "".

    `own` are the normalized names of the guide's occupation.
    """
    clause = _clause_before(sentence, figure.opens)
    if match := _RIGHT_AFTER.match(sentence[figure.closes : figure.closes + 80]):
        return match[0].strip()
    whole = clause + _clause_after(sentence, figure.opens)
    # “Across the nation there are 376,200; there little change is expected.”
    there = None if is_of_nation(sentence) else _THERE.search(whole)
    found = _ELSEWHERE.search(clause) or there or _of_others(whole, own)
    return found[0].strip() if found else ""


def _of_others(clause: str, own: frozenset[str]) -> re.Match[str] | None:
    """Return the words by which a clause is about people outside the occupation, or None."""
    found = _OF_OTHERS.search(clause)
    asked = _ASKED.match(clause, found.end()) if found else None
    if asked and not is_own(asked["who"].split()[-1], own):
        return None
    return found


def is_advice(sentence: str) -> bool:
    """Return whether a sentence tells its reader not to do something."""
    return _ADVICE.match(sentence) is not None


def qualifier(words: str, own: frozenset[str]) -> str:
    """Return the word before “employment” or “jobs” if it makes them another trade's, or "".

    “Retail jobs” are; “overall employment” is not, nor are “welding jobs” in a guide to welders and
    “pest control jobs” in one to pest control technicians.
    """
    each = words.casefold().split()
    last = each[-1:]
    if not last or last[0] in _UNQUALIFYING or last[0].isdigit():
        return ""
    is_own = any(_begins(name.split(), each[n:]) for name in own for n in range(len(each)))
    return "" if is_own else words.rsplit(maxsplit=1)[-1]


def _begins(name: list[str], words: list[str]) -> bool:
    """Return whether the first words of a name share their stems with these words."""
    return len(words) <= len(name) and all(map(_are_kin, name, words))


def _are_kin(noun: str, word: str) -> bool:
    """Return whether words share a stem: “baking” and “baker”, but not “bar” and “barber”."""
    short = word.removesuffix("ing")
    if short != word and len(short) < _STEM:
        return len(short) >= _LEAST_STEM and noun.startswith(short)
    return noun[:_STEM] == short[:_STEM]


def without_comparison(sentence: str, at: int) -> str:
    """Return a sentence without the part, after a figure, that compares it with another figure.

    “There are 5,870 (in 2015 there were 4,200)” is cut before the bracket.
    """
    ends = [match.start() for match in (_OTHER_FIGURE.search(sentence, at),) if match]
    for match in _APART.finditer(sentence, at):
        found = [year for _, year in years(match[0])]
        if found and max(found) < AHEAD and _NUMBER.search(YEAR.sub("", match[0])):
            ends.append(match.start())
            break
    return sentence[: min(ends)] if ends else sentence


def _clause_after(sentence: str, at: int) -> str:
    """Return the part of a sentence from an offset to the end of the clause."""
    ends = [sentence.find(mark, at) for mark in (";", " while ", " whereas ", " but ")]
    return sentence[at : min((end for end in ends if end >= 0), default=len(sentence))]


def _clause_before(sentence: str, at: int) -> str:
    """Return the part of a sentence from the beginning of the clause to an offset."""
    start = max(sentence.rfind(mark, 0, at) for mark in (";", " while ", " whereas ", " but "))
    return sentence[max(start, 0) : at]
