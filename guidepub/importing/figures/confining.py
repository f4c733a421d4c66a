"""Recognises words that confine figures to a part of the people in an occupation."""

from __future__ import annotations

import functools
import re
from itertools import pairwise

from guidepub.figures.pay import measure_of_pay
from guidepub.importing.figures.cell_labels import without_unit
from guidepub.importing.figures.compound_names import is_like, is_worker, longer_name
from guidepub.importing.figures.counted_others import counted_instead
from guidepub.importing.figures.label_words import label_of, strange_words
from guidepub.importing.figures.opening_phrases import opening_place
from guidepub.importing.knowledge import knowledge
from guidepub.text.figures.quantities import all_figures
from guidepub.text.figures.scope import speaks_of_others
from guidepub.text.measured.clauses import WHOLE, ClausePiece, clause_pieces
from guidepub.text.measured.measures import Statement, statements
from guidepub.text.measured.named_points import names_another
from guidepub.text.naming.places import place_named
from guidepub.text.readings.figure_clues import kinds_around
from guidepub.text.readings.reserves import disclaimer
from guidepub.text.vocabulary import either
from guidepub.words.languages import primary_language

_LONGEST = 400
_MOST_NAME_WORDS, _SHORT = 4, 3
# The kinds of words in headings that confine the figures below: “Apprentices”, “In hospitals”.
_PARTS = frozenset({"part", "place", "employer", "rank", "starting"})
_BRACKETS = re.compile(r"\(([^()$€£%]{1,80})\)")
_ACRONYM = re.compile(r"\b[A-ZÁÉÍÓÚÑ]{3,8}\b")
_LETTER = re.compile(r"[^\W\d_]")
# “Pay by state”: the rows below name the states.
_DIVIDING = re.compile(r"(?:\bby|\bper|\bpor|\bpar|\bnach|\bje|\bsegún|\bselon|\bsegundo)\s+(?:\w+\s+)?$", re.I)  # fmt: skip
# “Conductores de mercancías peligrosas”, but not “profesionales del sector”.
_KIND = re.compile(
    r"\w\s(?:de|del|des|du|von|der|do|da|dos|das|em|en|aux?)\s(?:la\s|los\s|las\s|l[’'])?(?!(?:sector|secteur|setor|oficio|métier|profesi|profiss|profession|ramo|branche|campo|área|ofício)\w*\b)\w{3,}",
    re.IGNORECASE,
)
_BESIDE_NAME = re.compile(
    r"on|aboard|without|with|near|under|outside|inside|within|who|whose|auf|bei|mit|ohne|aus|unter|sin|con|sans|avec|chez|sem|com",
    re.IGNORECASE,
)
# “Les coiffeurs à domicile”.
_AT = re.compile(r"à|aux?", re.IGNORECASE)
_ARTICLE = re.compile(
    r"\W*(?:(?:the|an?|l[ae]s?|une?|el|los|un[ao]?|os?|as?|um|uma|d(?:er|ie|as)|eine?)\s+|l[’'])?",
    re.IGNORECASE,
)
# “How much do florists make at Costco?”, but not “A Day at Work”.
_AT_EMPLOYER = re.compile(
    r"\b(?:at|chez)\s+(?!(?:Work|Home|Sea|Night|School|Least|Last|Glance|Present|First|Once|All)\b)[A-ZÀ-Þ]\w"
)
# “Statewide”, “a nivel provincial”.
_ALL_OF_A_PART = re.compile(
    r"\b(?:state|county|city|province|region|district)-?wide\b"
    r"|\ba nivel (?:estatal|provincial|autonómico|regional|municipal|estadual|distrital)\b"
    r"|\bà l[’']échelle (?:régionale|départementale|provinciale|cantonale)\b",
    re.IGNORECASE,
)
# “In the shipyards”; “no” is a preposition only in Portuguese, and not in “¿hay o no hay?”.
_WITHIN = re.compile(r"\b(?:in|at|among|within|with|en|con|entre|dans|chez|avec|bei|mit|unter|beim|im|em|com|aux)\s+(?:(?:the|los|las|el|la|le|les|den|der|dem|os|as|o|a)\s+|l[’'])?$", re.I)  # fmt: skip
_WITHIN_IN_PORTUGUESE = re.compile(r"\bn[ao]s?\s+$", re.I)
# “Dans les cliniques,” confines what follows; “en comptant les départs,” does not.
_AMONG = re.compile(
    r"(?!en \w+ant\b)(?:en|dans|chez|parmi|entre|em|no|na|nos|nas|in|im|bei|beim|unter) (?!ces?\b|es[st]?e\b)[^,\d]{3,60},",
    re.IGNORECASE,
)
# “… dans l’alimentation.”: the end of a sentence, in two words at most.
_AMONG_AT_END = re.compile(
    r"(?!en \w+ant\b)(?:en|dans|chez|em|no|na|nos|nas|in|im|bei|beim) (?:(?:el|la|los|las|le|les|o|a|os|as|der|den|dem) |l[’'])?[^\W\d_]{4,}\W*",
    re.IGNORECASE,
)
# “En nuestra comarca”, “im Landkreis”.
_IN_A_PART = re.compile(
    r"\b(?:en|dans|in|im|em|na|no) (?:(?:la|el|le|der|dem|den|esta|este|cette|ce|dieser|diesem|nuestr[ao]|notre|unserer|unserem|nossa|nosso|sua|seu|su|mi) )?"
    r"(?:provincia|comarca|municipio|comunidad autónoma|département|commune|agglomération|Landkreis|Bundesland|Regierungsbezirk|município|bairro)\b",
    re.IGNORECASE,
)
_WITHIN_NOTHING = frozenset(
    "brief general detail short all total demand depth resumen breve general bref détail kürze überblick resumo geral país brasil próximo próximos próxima próximas mundo média prática início fim final década verdade maioria jahr jahre schnitt mittel durchschnitt lande ganzen allgemeinen".split()
)


# Cached, since a line is read as a label, as a cell and as a line.
@functools.lru_cache(maxsize=512)
def confining_words(line: str, own: frozenset[str], language: str, *, is_head: bool = False) -> str:
    """Return the words in a line that mean its figures are not for the whole occupation now, or "".

    These are a place, a doubt, or an old table. If the line `is_head`, a heading or a label, a
    rank, an employer or another part of the people in the occupation also counts.
    """
    line = line[:_LONGEST]
    words = _place(line) or disclaimer(line, language)
    return words or (_part(line, own, language) if is_head else "")


def confined_statement(
    statement: Statement, sentence: str, own: frozenset[str], language: str
) -> str:
    """Return the words that confine a statement of a sentence to a place or a part, or "".

    These are words that make the name that of another occupation. A statement that was found by
    weights is also confined by a place next to the figure, by other workers at the beginning of
    the sentence, and by rules: on whom it is about (“les fleuristes débutants”), and on how the
    sentence begins or ends (“Dans la grande distribution, …”). A percentile that belongs to
    another amount is not this one's.
    """
    word = "" if statement.who else longer_name(sentence, statement.figure.start, own, language)
    if statement.is_learned:
        word = word or _percentile_of_another(statement, sentence, own, language)
    if word or not statement.is_learned:
        return word
    beside = re.match(r"[^,;]{0,40}", sentence[statement.figure.closes :])
    clause = sentence[: statement.figure.closes] + (beside[0] if beside else "")
    place = _place(clause[-_LONGEST:]) or opening_place(sentence, own, language)
    if place := place or speaks_of_others(sentence, statement.figure, own):
        return place
    others = counted_instead(statement, sentence, own, language)
    if others := others or _named_instead(statement, sentence, own, language):
        return others
    for ruled in statements(sentence, own, language):
        if ruled.figure.start == statement.figure.start and ruled.narrowed:
            is_of_group = ruled.who == ruled.narrowed
            is_among = _AMONG.match(ruled.narrowed) or _AMONG_AT_END.fullmatch(ruled.narrowed)
            words = confining_words(ruled.narrowed, own, language, is_head=True)
            words = words or _kind_named(ruled.narrowed, own)
            if is_of_group:
                return words or _other_workers(ruled.narrowed, own, language)
            return words if is_among else ""
    return _confining_neighbour(statement, sentence, own, language)


def _percentile_of_another(
    statement: Statement, sentence: str, own: frozenset[str], language: str
) -> str:
    """Return an amount that was taken for a percentile which belongs to another amount, or ""."""
    figures = all_figures(sentence, language)
    pieces = clause_pieces(sentence, figures, own, language)
    is_other = names_another(measure_of_pay(statement.key), statement.figure, figures, pieces)
    return statement.figure.text if is_other else ""


def _named_instead(statement: Statement, sentence: str, own: frozenset[str], language: str) -> str:
    """Return the word for other workers at the beginning of a sentence that names no one else, or "".

    “Kellner verdienen im Median …” says nothing about cooks.
    """
    before = _pieces_before(statement, sentence, own, language)
    pieces = [piece for piece in before if piece.classes != {"plain"}]
    names_whole = any(piece.classes & (WHOLE | {"jobs"}) for piece in pieces)
    if names_whole or not pieces or "strange" not in pieces[0].classes:
        return ""
    name = sentence[pieces[0].start : pieces[0].end]
    # “The technicians’ guild” is not about technicians, nor is a longer name.
    is_owner = sentence[pieces[0].end : pieces[0].end + 1] in ("'", "’")
    is_subject = _ARTICLE.fullmatch(sentence[: pieces[0].start]) and not (" " in name or is_owner)
    return _other_workers(name, own, language) if is_subject else ""


def _pieces_before(
    statement: Statement, sentence: str, own: frozenset[str], language: str
) -> list[ClausePiece]:
    """Return the pieces of a sentence before a statement's figure."""
    pieces = clause_pieces(sentence, all_figures(sentence, language), own, language)
    return [piece for piece in pieces if piece.end <= statement.figure.start]


def _place(text: str) -> str:
    """Return the name of a place in a text, or a word such as “statewide”, or ""."""
    found = _ALL_OF_A_PART.search(text) or _IN_A_PART.search(text)
    return found[0] if found else place_named(text)


def _kind_named(who: str, own: frozenset[str]) -> str:
    """Return a name with a complement, such as “conductores de mercancías”, or "".

    A name with a word like the occupation's may be another name of the occupation.
    """
    return who if _KIND.search(who) and not is_like(who, own) else ""


def _other_workers(who: str, own: frozenset[str], language: str) -> str:
    """Return a name of workers that is unlike the occupation's, or "".

    “Infirmiers” are others in a guide to the aide-soignant.
    """
    words = re.findall(r"[^\W\d_]{4,}", who.casefold())
    return who if any(is_worker(w, language) for w in words) and not is_like(who, own) else ""


def _confining_neighbour(
    statement: Statement, sentence: str, own: frozenset[str], language: str
) -> str:
    """Return the word that confines a name of the occupation before a figure, or "".

    “Inspectors on offshore rigs” and “soudeurs sans permis” are only some of them.
    """
    pieces = _pieces_before(statement, sentence, own, language)
    for name, after in pairwise(pieces):
        word = sentence[after.start : after.end]
        is_beside = "own" in name.classes and "strange" in after.classes
        if is_beside and _BESIDE_NAME.fullmatch(word):
            return word
    for name, at, after in zip(pieces, pieces[1:], pieces[2:], strict=False):
        is_beside = "own" in name.classes and "strange" in after.classes
        if is_beside and _AT.fullmatch(sentence[at.start : at.end]):
            return sentence[after.start : after.end]
    return ""


def strange_aside(line: str, own: frozenset[str], language: str) -> str:
    """Return words in brackets in a line of a label and a figure that may confine it, or "".

    “Median pay: $41,000 (night shift)” is about some people; a source or a date confines nothing.
    """
    for match in _BRACKETS.finditer(line[:_LONGEST]):
        words = _compared(language).sub(" ", _ACRONYM.sub(_place_acronym, match[1]))
        if _LETTER.search(words) and label_of(words, own, language) is None:
            return match[0]
    return ""


def _place_acronym(acronym: re.Match[str]) -> str:
    """Return the acronym of a place unchanged, and "" for that of a source, such as “INE”."""
    return acronym[0] if place_named(acronym[0]) else " "


def names_place(heading: str) -> bool:
    """Return whether a heading names a place, or says that it covers a part of a country."""
    return bool(_place(heading[:_LONGEST]))


def names_part(heading: str, own: frozenset[str], language: str) -> bool:
    """Return whether a heading is only the name of a place, a rank or an employer.

    Sentences below “Apprentice”, “Alaska” and “Paper mills” are about these.
    """
    words = heading.split()
    if not words or len(words) > _MOST_NAME_WORDS or re.search(r"[?!]", heading):
        return False
    if any(label_of(word, own, language) for word in words if len(word) > _SHORT):
        return False
    spoken = primary_language(language)
    kinds = {kind[1:] for word in words for kind in kinds_around(word.casefold(), spoken)}
    return bool(place_named(heading) or kinds & (_PARTS - {"part"}))


def names_employer(heading: str) -> bool:
    """Return whether a heading is about a named employer: “What do florists make at Costco?”."""
    return _AT_EMPLOYER.search(heading[:_LONGEST]) is not None


def _part(line: str, own: frozenset[str], language: str) -> str:
    """Return the first word in a line that means a part of the people in the occupation, or ""."""
    names, spoken = {word for name in own for word in name.split()}, primary_language(language)
    # “Gehalt in Euro” does not name a place.
    line = without_unit(line, language)
    for word, at in strange_words(line, own, language):
        if word.casefold() in names or _DIVIDING.search(line[:at]):
            continue
        is_within = _WITHIN.search(line[:at]) or (
            spoken == "pt" and _WITHIN_IN_PORTUGUESE.search(line[:at])
        )
        if is_within and word.casefold() not in _WITHIN_NOTHING:
            return word
        kinds = {kind[1:] for kind in kinds_around(word.casefold(), spoken)}
        if kinds & _PARTS:
            return word
    return ""


@functools.cache
def _compared(language: str) -> re.Pattern[str]:
    words = knowledge("notes").get(primary_language(language), {})
    return re.compile(rf"(?<!\w){either(words.get('compared', ()))}(?!\w)", re.IGNORECASE)
