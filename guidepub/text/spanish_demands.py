"""What a Spanish sentence demands of people in an occupation: the level of education."""

from __future__ import annotations

import re

from guidepub.text.demands import Demand

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
    r"\b(?:algun\w+|much[oa]s|ciert[oa]s|otr[oa]s?|si|salvo|prefer\w+|además|ascen\w+|dirigir|enseñar|investigar|en\s+la\s+(?:pública|privada)|trabajar\s+de|ser\s+[a-z]+)\b|\?",
    re.IGNORECASE,
)


def spanish_demand_of(sentence: str) -> Demand | None:
    """Return the level that a Spanish sentence demands of anyone, or None for no demand."""
    match = _BEFORE.search(sentence)
    if match is None or _LIMITED.search(sentence):
        return None
    group = str(match.lastgroup)
    return Demand(group.replace("_", "-"), "", match.start(group), match[group])
