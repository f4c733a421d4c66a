"""What education a Spanish sentence demands of people in an occupation, or says nobody needs."""

from __future__ import annotations

import re

from guidepub.text.demands import Demand
from guidepub.text.occupations import singular
from guidepub.text.waivers import Waiver

_LEVELS = (
    ("none", r"(?:ningún\s+título|ningun[oa]s?\s+estudios|estudios\s+de\s+ningún\s+tipo)"),
    ("high-school", r"(?:diploma\s+de\s+(?:la\s+)?(?:escuela\s+)?secundaria|título\s+de\s+(?:bachiller(?:ato)?|secundaria|la\s+ESO)|bachillerato|graduado\s+escolar)"),
    ("certificate", r"(?:certificado\s+(?:profesional|postsecundario)|título\s+de\s+técnico)"),
    ("associate", r"(?:título\s+(?:de\s+)?(?:grado\s+)?asociado|grado\s+asociado|técnico\s+superior)"),
    ("bachelor", r"(?:licenciatura|título\s+(?:de\s+grado|universitario)|grado\s+universitario|carrera\s+universitaria)"),
    ("master", r"(?:maestría|máster|título\s+de\s+máster)"),
    ("doctoral", r"(?:doctorado)"),
)  # fmt: skip
_NAMED = "|".join(f"(?P<{key.replace('-', '_')}>{form})" for key, form in _LEVELS)
_ASKS = (
    r"(?:se\s+(?:pide|exige|requiere|necesita)|hace\s+falta|es\s+(?:obligatori[oa]|necesari[oa]|imprescindible)|hay\s+que\s+tener"
    r"|(?:deben?|tienen?\s+que)\s+(?:tener|poseer)|(?:basta|es\s+suficiente)(?:\s+con)?)"
)
_BEFORE = re.compile(
    rf"(?<!no\s)\b{_ASKS}\s+(?:como\s+mínimo\s+|al\s+menos\s+|tener\s+)?(?:un|una|el|la)?\s*(?:{_NAMED})\b",
    re.IGNORECASE,
)
_LIMITED = re.compile(
    r"\b(?:algun\w+|much[oa]s|ciert[oa]s|otr[oa]s?|si|salvo|prefer\w+|además|ascen\w+|dirigir|enseñar|investigar|en\s+la\s+(?:pública|privada)|(?:trabajar|empezar)\s+(?:de|como)|ser\s+\w+)\b|\?",
    re.IGNORECASE,
)


# “Para ser fontanero” names a purpose, which is the guide's own where its noun is.
_TO_BE = re.compile(
    r"\b(?:para\s+)?(?:ser|trabajar\s+(?:de|como)|hacerse|convertirse\s+en)\s+(?:un[oa]?\s+|buen[oa]?\s+)?(?P<who>\w+)",
    re.IGNORECASE,
)
_SCHOOLING = r"(?:títulos?(?:\s+universitarios?)?|estudios(?:\s+(?:universitarios|superiores|formales|previos))?|carrera(?:\s+universitaria)?|licenciatura|grado\s+universitario|titulación|educación\s+formal)"
_NO_NEED = re.compile(
    r"\bno\s+(?:se\s+(?:pide|exige|requiere|necesita)n?|hace\s+falta|es\s+(?:obligatori[oa]|necesari[oa]|imprescindible|preciso)|hay\s+que)"
    rf"\s+(?:tener\s+|haber\s+cursado\s+)?(?:ning(?:ún|una)\s+|un[oa]?\s+|el\s+|la\s+|de\s+)?(?P<what>{_SCHOOLING})\b(?!\s+de\b)"
    rf"|\b(?:sin|ning(?:ún|una))\s+(?P<without>{_SCHOOLING})\s+(?:se\s+(?:puede|entra)|es\s+(?:obligatori[oa]|necesari[oa]))",
    re.IGNORECASE,
)


def spanish_demand_of(sentence: str, own: frozenset[str] = frozenset()) -> Demand | None:
    """Return the level that a Spanish sentence demands of anyone, or None for no demand.

    `own` are the nouns that name people in the occupation at hand.
    """
    sentence = _of_anyone(sentence, own)
    match = _BEFORE.search(sentence)
    if match is None or _LIMITED.search(sentence):
        return None
    group = str(match.lastgroup)
    return Demand(group.replace("_", "-"), "", match.start(group), match[group])


def spanish_waiver_of(sentence: str, own: frozenset[str] = frozenset()) -> Waiver | None:
    """Return what a Spanish sentence says nobody needs, or None: “no se necesita ningún título”."""
    sentence = _of_anyone(sentence, own)
    match = _NO_NEED.search(sentence)
    if match is None or _LIMITED.search(sentence):
        return None
    group = "what" if match["what"] else "without"
    level = (
        "high-school"
        if re.match(r"estudios\b(?!\s+(?:univ|sup))|educación", match[group])
        else "associate"
    )
    return Waiver(level, match.start(group), match[group])


def _of_anyone(sentence: str, own: frozenset[str]) -> str:
    """Return a sentence with the purpose blanked that is the guide's own occupation."""
    match = _TO_BE.search(sentence)
    if match is None or singular(match["who"].casefold()) not in own:
        return sentence
    return sentence[: match.start()] + " " * len(match[0]) + sentence[match.end() :]
