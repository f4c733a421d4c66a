"""Recognises names of other occupations that contain the name of the guide's own.

“Nurse practitioners”, “boulangers-pâtissiers”, “Tischlermeister” and “ayudantes de soldador” are
not the whole of the nurses, boulangers, Tischler and soldadores.
"""

from __future__ import annotations

import re
from itertools import pairwise

from guidepub.text.figures.quantities import all_figures
from guidepub.text.measured.clauses import ClausePiece, clause_pieces
from guidepub.text.naming.occupations import comparable, is_person, looks_like_one
from guidepub.text.naming.own_names import end_of_name
from guidepub.text.readings.figure_clues import kinds_around
from guidepub.text.weighed.clues import kind_of
from guidepub.words.languages import primary_language

_RANKS = frozenset({"=rank", "=worker"})
_ROMANCE = frozenset({"es", "fr", "pt"})
# Shorter parts after a hyphen are endings, “infirmier-ère”; likewise shorter parts of a German word.
_SHORTEST_PART, _SHORTEST_HALF = 5, 4
_PLURAL = re.compile(r"\w{3,}[sx]", re.IGNORECASE)
# Words that end in “s” and are not adjectives after a name.
_ADVERBS = frozenset(
    "además antes apenas después entonces jamás menos detrás atrás ailleurs alors après désormais dès jamais"
    " moins parfois toujours certes depuis depois mais ademais através nuns umas".split()
)
_MEN = re.compile(r"\w(?:men|women)$", re.IGNORECASE)
# “Les soudeurs agréés” are soudeurs: a participle does not make another name.
_PARTICIPLE = re.compile(r"\w(?:ée?s|[ai]d[oa]s)$", re.IGNORECASE)
_STEM = 4
_WITH_KIND = re.compile(r"\S+ d(?:e |[’'])")
_OF = re.compile(r"(?:de|d[’'])", re.IGNORECASE)
# “Nurse practitioners” are not nurses, but “acupuncture practitioners” practise acupuncture.
_PRACTITIONER = re.compile(r"practitioners?", re.IGNORECASE)


def longer_name(sentence: str, end: int, own: frozenset[str], language: str) -> str:
    """Return the word that makes the occupation's name before `end` a different one, or "".

    `own` are the names of the occupation, as `occupations.comparable` writes them.
    """
    spoken = primary_language(language)
    every = clause_pieces(sentence, all_figures(sentence, language), own, language)
    pieces = [piece for piece in every if piece.end <= end]
    for piece in pieces:
        word = sentence[piece.start : piece.end]
        if "strange" in piece.classes and _holds_name(word, own, spoken):
            return word
    for before, after in pairwise(pieces):
        if sentence[before.end : after.start].strip():
            continue
        word = sentence[after.start : after.end]
        is_another = "own" in before.classes and _is_continued(sentence, before, after, spoken)
        if is_another and not _is_of_name(word, own):
            return word
    return _rank_before_name(sentence, pieces, spoken) or _another_kind_named(
        sentence, pieces, own, spoken
    )


def is_worker(word: str, language: str) -> bool:
    """Return whether a word means people of some trade or rank."""
    spoken = primary_language(language)
    return kind_of(word, spoken) in ("worker", "learner") or not _RANKS.isdisjoint(
        kinds_around(word, spoken)
    )


def is_like(who: str, own: frozenset[str]) -> bool:
    """Return whether a word of a name begins like a word of the occupation's names."""
    stems = {word[:_STEM] for name in own for word in re.findall(r"\w{4,}", name)}
    return any(word[:_STEM] in stems for word in re.findall(r"\w{4,}", who.casefold()))


def _holds_name(word: str, own: frozenset[str], spoken: str) -> bool:
    """Return whether a word contains the occupation's name: “Modelltischler”, “nurse-midwives”."""
    parts = re.split(r"[-‐‑]", word)
    if len(parts) > 1:
        named = [bool(end_of_name(part, 0, own)) for part in parts]
        others = [part for part, is_name in zip(parts, named, strict=True) if not is_name]
        return any(named) and any(len(part) >= _SHORTEST_PART for part in others)
    if spoken != "de":
        return False
    # “Beiköche”: a plural may have a different vowel.
    if any(end_of_name(word, at, own) == len(word) for at in range(3, len(word) - 2)):
        return True
    name = comparable(word)
    rests = (name.replace(each, "", 1) for each in own if " " not in each and each in name)
    return any(len(rest) >= _SHORTEST_HALF for rest in rests)


def _is_of_name(word: str, own: frozenset[str]) -> bool:
    """Return whether a longer name of the occupation has the word: “civiles” in “ingenieros civiles”."""
    stem = word.casefold()[:_STEM]
    return any(part.startswith(stem) for name in own for part in name.split()[1:])


def _is_continued(sentence: str, name: ClausePiece, after: ClausePiece, spoken: str) -> bool:
    """Return whether the word after a name continues it: another worker, or a Romance adjective."""
    word = sentence[after.start : after.end]
    if spoken == "en" and _PRACTITIONER.fullmatch(word):
        return looks_like_one(sentence[name.start : name.end])
    if "strange" not in after.classes:
        return False
    if spoken == "en":
        is_agent = looks_like_one(word) or _MEN.search(word) is not None
        return (is_agent and not is_person(word)) or is_worker(word.casefold(), spoken)
    if spoken in _ROMANCE:
        are_plural = _PLURAL.fullmatch(word) and sentence[name.end - 1] in "sx"
        is_other = word.casefold() in _ADVERBS or _PARTICIPLE.search(word)
        return bool(are_plural) and not is_other
    return is_worker(word.casefold(), spoken)


def _rank_before_name(sentence: str, pieces: list[ClausePiece], spoken: str) -> str:
    """Return the word for a rank before a name, such as “ayudantes” in “ayudantes de soldador”, or ""."""
    words = [sentence[piece.start : piece.end] for piece in pieces]
    for at, piece in enumerate(pieces):
        if "own" not in piece.classes or spoken not in _ROMANCE:
            continue
        before = at - 2 if at and _OF.fullmatch(words[at - 1]) else at - 1
        if before < 0 or "strange" not in pieces[before].classes:
            continue
        if is_worker(words[before].casefold(), spoken):
            return words[before]
    return ""


def _another_kind_named(
    sentence: str, pieces: list[ClausePiece], own: frozenset[str], spoken: str
) -> str:
    """Return the word for the kind of people, if the occupation's name has another kind, or "".

    “Auxiliares de vuelo” are not “auxiliares de enfermería”.
    """
    if spoken not in _ROMANCE:
        return ""
    for name, of, after in zip(pieces, pieces[1:], pieces[2:], strict=False):
        if "own" not in name.classes or not _OF.fullmatch(sentence[of.start : of.end]):
            continue
        stem = sentence[name.start : name.end].casefold()[: _STEM + 1]
        kinds = [each for each in own if each.startswith(stem) and _WITH_KIND.match(each)]
        word = sentence[after.start : after.end]
        if kinds and "strange" in after.classes and not _is_of_name(word, frozenset(kinds)):
            return word
    return ""
