"""Finds what a figure really counts: employers, goods, or only some people in an occupation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from guidepub.importing.figures.compound_names import is_worker
from guidepub.text.figures.quantities import all_figures
from guidepub.text.measured.clauses import WHOLE, ClausePiece, clause_pieces
from guidepub.text.measured.measures import Statement
from guidepub.text.readings.figure_clues import kinds_around
from guidepub.words.languages import primary_language

_PEOPLE = WHOLE | {"jobs", "headcount", "anyone", "employed", "openings"}
_BESIDE: tuple[frozenset[str], ...] = (frozenset({"strange"}), frozenset({"plain"}))
_ARTICLE = re.compile(
    r"an?|the|une?|l[ae]s?|l[’']|un[oa]?|el|los|o|as?|os|uma?|d(?:er|ie|as|en|em)|ein(?:e[nrms]?)?|of|von|de|um",
    re.IGNORECASE,
)
# “Bayerische Bäcker”, “die jungen Bäcker”: an adjective, not a verb.
_ADJECTIVE = {
    "de": re.compile(
        r"(?:^|\W)(?!(?:gelernt|ausgebildet|beschäftigt|tätig|angestellt|deutsch|österreich|schweiz|hauptberuf|meist|vollzeitbeschäftigt|dies|alle|unser|ihre|sein|jede|solche|hierzulande|heut|sowie)\w*$|wie$)(?:\w+e|(?<=\b(?:die|der|den) )\w+en)$",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"(?:^|\W)(?!(?:[nv]os|leurs|ces|ses|mes|plusieurs|certains|tous|dans|sous|chez|après|mais|alors|plus|puis)$)\w+s$",
        re.IGNORECASE,
    ),
}
# “4.200 große Betriebe bilden Bäcker aus”, “4,200 bakeries train bakers”.
_NOUNS = {"de": re.compile(r"[A-ZÄÖÜ].+"), "en": re.compile(r"[a-z][\w-]+[^\W\dsu]s")}
_GERMAN_JOBS = re.compile(r"(?:stellen|plätze|kräfte|posten|jobs|verhältnisse)$")
# “Les boulangers de la grande distribution”, but not “du secteur”.
_OF = re.compile(r"d(?:e|es|u)|la|l[’']|d[’']", re.IGNORECASE)
_OF_ALL = re.compile(
    r"(?:secteur|métier|profession|branche|pays|carrière|base|plein|temps)\w*", re.IGNORECASE
)


def counted_instead(statement: Statement, sentence: str, own: frozenset[str], language: str) -> str:
    """Return the word for what a statement is about instead of the whole occupation, or "".

    “4,200 bakeries employ bakers”, “bread consumption will fall”, “shipyards hire 1,500 welders a
    year”, “Bavarian bakers earn”. `own` are the comparable names of the occupation.
    """
    pieces = clause_pieces(sentence, all_figures(sentence, language), own, language)
    before = [piece for piece in pieces if piece.end <= statement.figure.start]
    after = [piece for piece in pieces if piece.start >= statement.figure.end]
    found = None
    if statement.key == "employment":
        found = _employers(before, after, sentence, language)
    elif statement.key == "projected_growth":
        found = _goods(pieces, before, sentence)
    elif statement.key == "annual_openings":
        found = _hirer(before, after)
    found = found or _narrowing_adjective(before, sentence, language)
    return sentence[found.start : found.end] if found else ""


def _employers(
    before: Sequence[ClausePiece], after: Sequence[ClausePiece], sentence: str, language: str
) -> ClausePiece | None:
    """Return the noun that a number counts, if it means employers of the occupation."""
    run = list(takewhile(lambda piece: piece.classes in _BESIDE, after))
    nouns = [piece for piece in run if piece.classes == {"strange"}]
    if not run or run[0] not in nouns:
        return None
    spoken = primary_language(language)
    following = after[len(run) : len(run) + 1]
    is_before_name = bool(following) and "own" in following[0].classes
    counted = _noun_counted(nouns, sentence, spoken, is_before_name=is_before_name)
    if spoken == "de" and not any("own" in piece.classes for piece in (*before, *after)):
        # “176.500 Steuerfachangestellte sind beschäftigt”: a name of the occupation that is not known.
        return None
    if counted or spoken != "en":
        return counted
    if any(_may_be_people(sentence[noun.start : noun.end], spoken) for noun in nouns):
        return None
    is_owned = any("own" in piece.classes for piece in after[len(run) + 1 :])
    if not following or following[0].figure:
        # “Welders work in 1,300 shops.”
        return run[0] if any("own" in piece.classes for piece in before) else None
    return run[0] if is_owned and "employed" in following[0].classes else None


def _noun_counted(
    nouns: Sequence[ClausePiece], sentence: str, spoken: str, *, is_before_name: bool
) -> ClausePiece | None:
    """Return the noun among unknown words right after a number, if it means things.

    German nouns have capitals, and in English only nouns have plurals. In the other languages
    adjectives follow nouns, and only words right before the occupation's name may be adjectives.
    """
    if spoken in _NOUNS:
        looks = _NOUNS[spoken]
        noun = next((n for n in nouns if looks.fullmatch(sentence[n.start : n.end])), None)
    else:
        noun = None if is_before_name else nouns[0]
    if noun is None or _may_be_people(sentence[noun.start : noun.end], spoken):
        return None
    return noun


def _may_be_people(word: str, spoken: str) -> bool:
    """Return whether a word may be a noun for people or for their jobs."""
    word = word.casefold()
    is_job = spoken == "de" and _GERMAN_JOBS.search(word) is not None
    return is_job or is_worker(word, spoken) or "=people" in kinds_around(word, spoken)


def _goods(
    pieces: Sequence[ClausePiece], before: Sequence[ClausePiece], sentence: str
) -> ClausePiece | None:
    """Return the subject of growth in a sentence that mentions neither jobs nor people."""
    if any(piece.classes & _PEOPLE for piece in pieces):
        return None
    first = next((piece for piece in before if piece.classes != {"plain"}), None)
    turns = [n for n, piece in enumerate(before) if piece.classes & {"rise", "fall"}]
    if first is None or first.classes != {"strange"} or not turns:
        return None
    # The subject of “The ministry expects a fall of 8 percent” is a source.
    ahead = before[turns[0] - 1]
    is_noun = _ARTICLE.fullmatch(sentence[ahead.start : ahead.end]) is not None
    return None if is_noun else first


def _hirer(before: Sequence[ClausePiece], after: Sequence[ClausePiece]) -> ClausePiece | None:
    """Return the subject of a sentence on how many people one industry hires a year.

    “Shipyards will hire 1,500 welders a year”, but not “Retirements open 1,500 jobs a year”.
    """
    first = next((piece for piece in before if piece.classes != {"plain"}), None)
    is_of_whole = any(piece.classes & _PEOPLE for piece in before)
    if first is None or first.classes != {"strange"} or is_of_whole:
        return None
    return first if after and "own" in after[0].classes else None


def _narrowing_adjective(
    before: Sequence[ClausePiece], sentence: str, language: str
) -> ClausePiece | None:
    """Return the adjective before the occupation's name, or the employer after it."""
    spoken = primary_language(language)
    adjective = _ADJECTIVE.get(spoken)
    for word, name in pairwise(before):
        is_beside = word.classes == {"strange"} and "own" in name.classes
        if is_beside and adjective and adjective.search(sentence[: word.end]):
            return word
    names = [n for n, piece in enumerate(before) if "own" in piece.classes]
    for at in names if spoken == "fr" else ():
        run = list(takewhile(lambda piece: _is_of(piece, sentence), before[at + 1 : at + 4]))
        nouns = before[at + 1 + len(run) : at + 2 + len(run)] if run else []
        if nouns and nouns[0].classes == {"strange"}:
            employer = sentence[nouns[0].start : nouns[0].end]
            return None if _OF_ALL.fullmatch(employer) else nouns[0]
    return None


def _is_of(piece: ClausePiece, sentence: str) -> bool:
    return _OF.fullmatch(sentence[piece.start : piece.end]) is not None
