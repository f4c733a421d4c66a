"""Sentences that learned weights rate as promises, as bias or as remains of a web page.

Rules with lists of words run first. A sentence that one of them has reported is not reported again
for the same kind of fault.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from types import MappingProxyType

from guidepub.findings import Place
from guidepub.linting.texts.alarms import Alarm
from guidepub.linting.texts.blocks import Block, Sentence
from guidepub.linting.texts.parts import shown
from guidepub.linting.texts.sourced import names_its_source, names_source_ahead
from guidepub.linting.texts.subjects import Subject
from guidepub.linting.tone.promises import LIMIT, is_denied, is_disbelieved, is_open_question
from guidepub.text.punctuation.quoting import is_quoted
from guidepub.text.residue.site_chrome import is_of_the_web
from guidepub.text.weighed.assurances import is_of_no_mind
from guidepub.text.weighed.impressions import impression

_MOST_SHOWN = 60
_MOST_ROUNDS = 3
# “It is a trade you can’t learn from a book” is about how it is learned.
_LEARNED = re.compile(
    r"\b(?:can['’]t|cannot|can\s+not|can\s+only|never)\s+(?:be\s+)?(?:learn(?:ed|t)?|taught|teach)\b"
    r"|\bno\s+se\s+(?:aprende|enseña)\b",
    re.IGNORECASE,
)
# “No career is recession-proof” is the opposite of a promise.
_NONE_IS = re.compile(
    r"\W*(?:no|few|hardly\s+any|not\s+(?:every|all|any|each)(?:\s+of)?)\s+(?:[\w’'-]+\s+){1,4}?(?:is|are)\s+(?:\w+ly\s+)?(?:[\w]+-proof|safe|secure|guaranteed|certain|immune|assured)\b",
    re.IGNORECASE,
)
# Denials: “a permanent contract is no job for life”, “you will not earn the same everywhere”.
_IS_NOT = re.compile(
    r"\b(?:is|are|makes?|means?|brings?)\s+(?:not|no|hardly)\s+(?:an?\s+)?(?:\w+\s+)?(?:promise|guarantee|contract|ticket|job|path|way|cure-all|safeguard|protection)\b"
    r"|\bno\s+(?:es|son|será|serán|significa|implica|equivale|quiere\s+decir|garantiza|asegura)\b"
    r"|\b(?:no|nunca|jamás)\s+(?:está|están|queda|quedan)\s+(?:\w+\s+)?(?:garantizad|asegurad)\w+"
    r"|\bno\s+(?:ganar|cobrar)\w+\s+(?:usted\s+|todos\s+)?(?:lo\s+mismo|igual|tanto|siempre|nada|mucho)\b"
    r"|\b(?:will|do|does)\s*(?:not|n['’]t)\s+(?:earn|make|pay|get)\s+(?:the\s+same|as\s+much|a\s+lot|much)\b",
    re.IGNORECASE,
)
# “Nobody walks out of school into a six-figure salary” is a denial; “nobody is ever laid off”, with
# a word for something bad, is a promise.
_NOBODY = re.compile(
    r"\W*(?:nobody|no\s+one|hardly\s+any(?:body|one)|few\s+\w+|nadie|ningún\s+\w+)\s", re.IGNORECASE
)
_MISFORTUNE = re.compile(
    r"\b(?:laid\s+off|fired|hungry|out\s+of\s+work|unemployed|jobless|idle|without|fail\w*|los[et]\w*|regret\w*|broke|poor|quits?|leaves?|sin|paro|despid\w+|suspend\w+|fracas\w+|falt\w+|pierd\w+|perd\w+|arrepi\w+)\b",
    re.IGNORECASE,
)
# “You’re paid while you learn” is not a promise without an amount or a time.
_PAID = re.compile(
    r"\byou(?:['’]re|\s+are)\s+paid\b(?!\s+(?:well|handsomely|more|top))", re.IGNORECASE
)
# “You'll know your rank within a month” says what comes next, but does not promise a benefit.
_COMES_NEXT = re.compile(
    r"\b(?:you(?:['’]ll|\s+will)\s+(?:\w+ly\s+|also\s+|soon\s+|always\s+|never\s+)?(?:know|hear|see|notice|need|spend|wait|carry|wear|write|stand|sit|walk|wash|clean|forget|be\s+(?:asked|told|shown|called|tested|given)|(?:have|get|receive|find)\s+(?:\w+\s+){0,2}?(?:badge|number|date|results?|scores?|letters?|uniform|locker|keys?|list|rank|schedule|books?|tools?|form|card|flour|dust|paint))"
    r"|(?:sabr|ver|oir|notar|necesitar)(?:á|ás|án)|(?:te|le|les|os)\s+(?:pedir|preguntar|enseñar|entregar)(?:á|án)|recibir(?:á|ás|án)\s+(?:el|la|los|las|una?)\s+(?:resultados?|notas?|cartas?|fechas?|números?|tarjeta))\b",
    re.IGNORECASE,
)
_WORTH_HAVING = re.compile(
    r"\b(?:jobs?|work(?!shop)|hired?|hiring|pa(?:y|id|ys)|salar\w+|wages?|money|earn\w*|income|rich|success\w*|succeed\w*|careers?|employ\w*|promot\w+|offers?|guarant\w+|pass(?:es|ed)?|fail\w*|difference|lives|dream\w*|clients?|customers?|future|demand|licen[cs]\w+"
    r"|trabaj\w+|emple\w+|puesto(?!\s+en\s+la\s+(?:lista|cola|fila|clasificación))|contrat\w+|sueldos?|salarios?|dinero|gan\w+|éxito|clientes?|título|carrera)\b|[$€£]",
    re.IGNORECASE,
)
_SURE = re.compile(
    r"\b(?:will|guarant\w+|always|never|every|all|sure|certain\w*|forever)\b|['’]ll\b|\$|£|€",
    re.IGNORECASE,
)
# Addresses and quoted exclamations are not evidence of a web page.
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+")
_QUOTED_EXCLAMATION = re.compile(r"[«“\"][^«»“”\"]{1,80}[!?][»”\"]")
_COMES_BY = "asks|pays|waits|rides|comes|walks|gets|buys|brings|looks|calls|sits|stands|wants|lifts|holds|opens|knocks|enters|leaves|orders|says|points|smiles|nods|hands|rings"
_PASA = "sube|baja|entra|llega|viene|pide|pregunta|paga|espera|mira|compra|trae|quiere|dice|sale|cede|llama|pasa|sonríe|señala|lleva\\s+un"
# Words about one known person, or without bias in their context: “the king knew his florist”, “Ann
# knows her customers”.
_ONE_PERSON = re.compile(
    # Anyone who happens to come by: “a child rides alone, and a woman asks for the stop”.
    rf"\ban?\s+(?:old\s+|small\s+|little\s+)?(?P<passer>lady|woman|man|boy|girl|child)\b(?=\s+(?:who\s+)?(?:only\s+|just\s+)?(?:{_COMES_BY})\b|\s+with\s+an?\b)"
    rf"|(?:\b(?:{_PASA})\s+)un[ao]?\s+(?P<sube>niñ[oa]|señora?|hombre|mujer|chic[oa]|muchach[oa]|ancian[oa])\b(?!\s+(?:guap|jov|fuert|bonit)\w+)"
    rf"|\bun[ao]?\s+(?P<pasa>niñ[oa]|señora?|hombre|mujer|chic[oa]|muchach[oa]|ancian[oa])\b(?=\s+(?:que\s+)?(?:sólo\s+|solo\s+)?(?:{_PASA})\b|\s+con\s+un)"
    r"|\b(?P<who>mother|father|king|queen|wife|husband|sister|brother|aunt|uncle|widow|widower|actress|daughter|son|nun|monk|bride|groom|prince|princess|duke|duchess|grandmother|grandfather)\b[^.;]{0,40}?\b(?P<pronoun>his|her|he|she)\b"
    r"|(?:^\W*|\band\s|[,;]\s)(?!(?i:every|each|the|an?|any|no|one|some|who(?:ever)?|he|she|it|nurse|doctor|teacher)\b)[A-Z][a-z]+\s+(?:(?:\w+s|had|has|was|is)\s+(?:\w+\s+)?)?(?P<other>his|her)\b"
    # “The hive is hers”, “the honey ours”, “mayores de 18 años”, “él trabaja solo”.
    r"|\b(?:is|are|was)\s+(?P<owner>hers|his)\b"
    # A person in a scene: “la señora de la ventana”.
    r"|\b(?:el|la)\s+(?P<known>niñ[oa]|señora?|hombre|mujer|chic[oa]|muchach[oa]|ancian[oa])\s+(?=de\s+(?:la|el)\b|del\s+\w)"
    r"|\b(?:the|of|raw|their|our|your|my|bee|and|with|in|sells?|jars?)\s+(?P<food>honey)\b"
    r"|\b(?P<age>(?:mayor(?:es)?|menor(?:es)?)\s+de\s+(?:\d+|\w+)\s+años|mayor(?:es)?\s+de\s+edad|menor(?:es)?\s+de\s+edad)\b"
    r"|\b(?:an?|the)\s+(?P<trait>blind|deaf|disabled|autistic)\s+(?:student|pupil|client|customer|patient|passenger|guest|colleague|child|reader)\b"
    r"|(?:^\W*|\b[Ss][oó]lo\s|\by\s|,\s)(?P<he>él|ella)(?=\s+\w)"
    # Names of organizations: “the Ladies’ Guild gives a prize”.
    r"|\b(?P<body>(?:[A-Z][\w’']+\s){1,4}(?:Guild|Association|Society|Legion|Museum|Church|Club|League|Union|Brotherhood|Institute|Council|Bureau|Inn|Street|Foundation|Federation))\b"
    # A requirement: “you should like working with your hands”.
    r"|\b(?i:you|one|who(?:ever)?|cooks?|te|le)\s+(?P<liking>(?:should|must|ought\s+to|has\s+to|have\s+to|needs?\s+to|debe|tiene\s+que)\s+(?:also\s+|really\s+)?(?:like|enjoy|love|gustar\w*))\b"
    # Both are named: “he or she”.
    r"|\b(?P<both>(?i:he(?:\s+or\s+|/)she|she(?:\s+or\s+|/)he|s/he|his(?:\s+or\s+|/)hers?|hers?(?:\s+or\s+|/)his|him(?:\s+or\s+|/)her|her(?:\s+or\s+|/)him|(?:él|ellos)\s+[oy]\s+ellas?|ellas?\s+[oy]\s+(?:él|ellos)))\b"
)
_NEUTRAL_WORDS = MappingProxyType(
    {
        "other": "their",
        "pronoun": "their",
        "who": "person",
        "passer": "person",
        "sube": "persona",
        "pasa": "persona",
        "known": "persona",
        "owner": "theirs",
        "food": "jam",
        "age": "adultos",
        "trait": "new",
        "liking": "enjoy",
        "he": "alguien",
        "both": "they",
        "body": "Guild",
    }
)


@dataclass(frozen=True, slots=True)
class _Family:
    """A kind of fault: its name, its code and its message.

    `before` are prefixes of the codes of rules that report it first. With `by_block`, an alarm of
    these covers its whole block, since remains come in paragraphs; otherwise only its sentence.
    """

    name: str
    code: str
    before: tuple[str, ...]
    reading: str
    remedy: str
    by_block: bool = False


_FAMILIES = (
    _Family("promise", "M004", ("M",), "reads as a promise", "If it is, describe the facts instead, and name the source."),
    _Family("bias", "G007", ("G003",), "reads as if it left people out or belittled them", "If so, include everybody, or name those to whom it applies."),
    _Family("residue", "X018", ("X", "D032", "D036"), "reads as if left from a web page or a draft", "If it is, delete it or rewrite it for a book.", by_block=True),
)  # fmt: skip
CODES = tuple(family.code for family in _FAMILIES)
"""The codes that this module reports."""


def impressions(
    subject: Subject, language: str, found_before: Collection[Alarm]
) -> Iterator[Alarm]:
    """Yield alarms for sentences and headings that read as a fault, if `found_before` has none there."""
    before: dict[Block, list[Alarm]] = defaultdict(list)
    for alarm in found_before:
        if alarm.block is not None:
            before[alarm.block].append(alarm)
    title = subject.guide.title
    families = [f for f in _FAMILIES if f.name != "residue" or not is_of_the_web(title)]
    headings = (block for block in subject.blocks if block.passage.kind == "heading")
    for sentence in (*subject.sentences, *(Sentence(block.text, 0, block) for block in headings)):
        if is_quoted(sentence.block.text, sentence.start, sentence.start + len(sentence.text)):
            continue
        in_block = before.get(sentence.block, [])
        for family in families:
            if family.name == "residue" and _belongs_to_list(sentence, language):
                continue
            found = impression(sentence.text, family.name, language)
            if found is None or _is_refuted(sentence.text, family, language):
                continue
            near = in_block if family.by_block else _alarms_in(subject, sentence, in_block)
            if not any(alarm.code.startswith(family.before) for alarm in near):
                yield _alarm(subject, sentence, family, found.words)


# An item with a measure: “Kneading: 8 to 12 minutes”.
_MEASURED = re.compile(r"\W*[^:.!?]{2,40}:\s[^:.!?]{0,20}\d[^:!?]{0,40}")


def _belongs_to_list(sentence: Sentence, language: str) -> bool:
    """Return whether a sentence introduces a quotation or a list, or is an item with a measure."""
    is_item = sentence.block.passage.kind == "item"
    is_measure = is_item and _MEASURED.fullmatch(sentence.text) is not None
    return is_measure or _leads_in(sentence, language)


def _leads_in(sentence: Sentence, language: str) -> bool:
    """Return whether a sentence introduces what follows, and names or cites its source."""
    if names_source_ahead(sentence.block):
        return True
    if sentence.block.cited and sentence.text.endswith(":"):
        return True
    return sentence.text.endswith((":", ")")) and names_its_source(sentence, language)


def _is_refuted(text: str, family: _Family, language: str) -> bool:
    """Return whether the context of a sentence shows that it does not have the fault."""
    if family.name == "promise":
        is_pay = _PAID.search(text) and not _SURE.search(text)
        denied = any(form.search(text) for form in (_LEARNED, LIMIT, _IS_NOT))
        denied = (
            denied
            or is_of_no_mind(text, language)
            or _only_comes_next(text)
            or is_disbelieved(text)
        )
        is_open = (
            is_open_question(text)
            or is_denied(text)
            or (_NOBODY.match(text) and not _MISFORTUNE.search(text))
        )
        return bool(denied or is_pay or is_open or _NONE_IS.match(text))
    if family.name == "residue":
        remaining = _QUOTED_EXCLAMATION.sub("…", _ADDRESS.sub("…", text))
    else:
        remaining = _with_neutral_words(text)
    # If the rest still reads as the fault, it is one.
    return remaining != text and impression(remaining, family.name, language) is None


def _only_comes_next(text: str) -> bool:
    """Return whether a sentence says what the reader will do or get, without naming a benefit."""
    return _COMES_NEXT.search(text) is not None and _WORTH_HAVING.search(text) is None


def _with_neutral_words(text: str) -> str:
    """Return a sentence with the words for one person's sex or age replaced by neutral ones."""
    # A match inside another one is found by the next round.
    for _ in range(_MOST_ROUNDS):
        plain = _ONE_PERSON.sub(_neutralized, text)
        if plain == text:
            break
        text = plain
    return text


def _neutralized(one: re.Match[str]) -> str:
    plain, start = one[0], one.start()
    groups = [group for group in _NEUTRAL_WORDS if one[group]]
    for group in sorted(groups, key=one.start, reverse=True):
        begin, end = one.start(group) - start, one.end(group) - start
        plain = f"{plain[:begin]}{_NEUTRAL_WORDS[group]}{plain[end:]}"
    return plain


def _alarms_in(
    subject: Subject, sentence: Sentence, found_before: Collection[Alarm]
) -> list[Alarm]:
    """Return the alarms of a block that are within a sentence."""
    first = _line_and_column(subject.place(sentence.block, sentence.start))
    last = _line_and_column(subject.place(sentence.block, sentence.start + len(sentence.text) - 1))
    return [alarm for alarm in found_before if first <= _line_and_column(alarm.place) <= last]


def _line_and_column(place: Place) -> tuple[int, int]:
    return place.line or 0, place.column or 0


def _alarm(
    subject: Subject, sentence: Sentence, family: _Family, heaviest: Collection[str]
) -> Alarm:
    text = shown(sentence.text, _MOST_SHOWN + 1)
    if len(text) > _MOST_SHOWN:
        text = text[:_MOST_SHOWN].rstrip() + "…"
    by = f" (by “{'”, “'.join(heaviest)}”)" if heaviest else ""
    message = f"“{text}” {family.reading}{by}."
    span = (sentence.start, sentence.start + len(sentence.text))
    return subject.alarm(family.code, sentence.block, span, message, family.remedy)
