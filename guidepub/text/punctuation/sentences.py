"""Splits text into sentences, but not at U.S., e.g., Ph.D. or $49,960.50.

A note mark after a stop belongs to the sentence; an unclosed parenthesis ends one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guidepub.text.punctuation.note_marks import RAISED_MARKS

# A stop with any closing marks, before what may begin a sentence.
_MARK = rf"(?:{RAISED_MARKS}|\[\d{{1,3}}\])?"
_STOP = re.compile(
    rf"(?P<stop>[.!?…]+){_MARK}[\"”’')\]»]*{_MARK}\s+(?=[\"“‘'(\[«¿¡]*[A-ZÀ-ÖØ-Þ0-9\ufffc$€£])"
    r"|(?<=\()\s+(?=[A-Z][a-z]+\s(?![^()]{0,300}\)))"
)
_LAST_WORD = re.compile(r"[\w.&’'-]+$")
# Abbreviations before names or numbers, after which a capital does not begin a sentence.
_BEFORE_NAMES = frozenset(
    "dr mr mrs ms prof rev gen gov sen rep st mt ft no nos vol fig figs pp p art sec ch vs cf"
    " e.g i.e jan feb mar apr jun jul aug sep sept oct nov dec approx ca ext tel sra sr srta"
    " dra sres ee aprox núm pág págs dott sig mme mlle env nr bzw inkl zzgl evtl ggf sog vgl tsd"
    " mio mrd v".split()
)
# Abbreviations only before a number: “no. 4”, “Fr. 5'012”.
_BEFORE_NUMBERS = frozenset("no fr sfr".split())
# Abbreviations that may end a sentence, depending on the next word.
_MAY_END = frozenset("etc inc co corp ltd jr dept univ assn bros ed eds al".split())
# German nouns after ordinal numbers: “am 1. Mai”, “im 2. Lehrjahr”.
_COUNTED = re.compile(
    r"(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b"
    r"|(?:(?:Lehr|Ausbildungs|Schul|Studien|Halb|Lebens)?[Jj]ahr|Semester|Quartal|Klasse|Auflage)(?:e?s|en)?\b"
)
_INITIALS = re.compile(r"(?:[A-Za-z]\.)*[A-Za-z]|Ph\.?D|Ed\.D|M\.Ed|Psy\.D|Pharm\.D|B\.Sc|M\.Sc")
_STARTERS = frozenset(
    "a about according after all although an and another as at because before both but by despite"
    " do each every few for from having he here how however if in it its many more most much no"
    " not of often on once one only or other others our over several she since so some still such"
    " than that the their then there these they this those through to today two under unlike until"
    " we what when where whether which while who why with within you your".split()
)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each sentence of a text, without surrounding white space."""
    start = len(text) - len(text.lstrip())
    for match in _STOP.finditer(text):
        if _ends(text, match):
            yield start, match.start() + len(match[0].rstrip())
            start = match.end()
    end = len(text.rstrip())
    if start < end:
        yield start, end


def clauses(sentence: str, marks: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """Yield the parts of a sentence with their offsets; each match of `marks` begins a new part."""
    start = 0
    for match in marks.finditer(sentence):
        yield start, sentence[start : match.start()]
        start = match.start()
    yield start, sentence[start:]


def _ends(text: str, match: re.Match[str]) -> bool:
    if match["stop"] != ".":
        return True
    word = _LAST_WORD.search(text, max(0, match.start() - 40), match.start())
    if word is None:
        return True
    last = word[0].strip("’'")
    if last.isdecimal() and len(last) < 3 and _COUNTED.match(text, match.end()):
        return False
    is_before_number = last.casefold() in _BEFORE_NUMBERS and text[match.end()].isdigit()
    if is_before_number or (last.casefold() in _BEFORE_NAMES and last != "no"):
        return False
    if last.casefold() not in _MAY_END and not _is_initials(last):
        return True
    following = re.match(r"[\"“‘'(]*([A-Za-z]+)", text[match.end() : match.end() + 30])
    return following is not None and following[1].casefold() in _STARTERS


def _is_initials(word: str) -> bool:
    """Return whether a word is an abbreviation such as U.S, Ph.D or a.m, or an initial."""
    return bool(_INITIALS.fullmatch(word)) and (len(word) > 1 or word.isupper()) and word != "I"
