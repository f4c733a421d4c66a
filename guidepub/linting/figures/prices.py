"""Prices of small things, which need no source."""

from __future__ import annotations

import re

from guidepub.linting.figures.tables import HIGHEST_SMALL_PRICE
from guidepub.linting.texts.blocks import Sentence
from guidepub.text.figures.quantities import Figure

# “A gavel costs $30” needs no source, but the cost of a course, an exam or a day's work does.
_WORK_OR_SCHOOL = re.compile(
    r"\b(?:wages?|salar\w+|pay(?:s|ing|check\w*)?|paid|earn\w*|income|mak(?:e|es|ing)|made|rates?|bonus\w*|tips?\s+(?:are|average)|tuition|fees?|dues|courses?|class(?:es)?|exams?|tests?|credits?"
    r"|certif\w+|licen[cs]\w+|train\w+|programs?|programmes?|schools?|degrees?|diplomas?|apprentic\w+|median\w*|averag\w+|typical\w*|nation\w*|budgets?|spend\w*|revenues?|sales|profits?"
    r"|hourly|daily|weekly|monthly|years?\s+of|yearly|annual\w*|more\s+than|less\s+than|rais\w+|rose|fell|increas\w+|(?:19|20)\d\d"
    r"|sueldos?|salarios?|gan(?:a|an|ar|ó)|cobr(?:a|an|ar|ó)|pag(?:a|an|ar|ó)|matrículas?|tasas?|cursos?|clases?|exámen(?:es)?|examen|pruebas?|títulos?|licencias?|formación|escuelas?|medi[oa]|median[oa]|promedio|hora|horas|día|días|semanas?|mes|meses|al\s+año|anual\w*|mensual\w*)\b",
    re.IGNORECASE,
)
_PRICED = re.compile(
    r"\b(?:costs?|priced?|sells?|sold|buys?|bought|worth|cuestan?|valen?|costaba|precios?|vend\w+|compr\w+)\b",
    re.IGNORECASE,
)
# “He charges 15 euros for a key” states the price of the key.
_FOR_A_THING = re.compile(
    r"\s+(?:for|por)\s+(?:an?|the|each|every|una?|cada|el|la)\s+(?P<thing>[\w-]+(?:\s+[\w-]+)?)",
    re.IGNORECASE,
)
_TIME_OF_WORK = re.compile(
    r"(?:night|shift|job|position|jornada|turno|noche|puesto|trabajo)s?\b", re.I
)
_AVERAGED = re.compile(r"\b(?:median\w*|averag\w+|typical\w*|medi[oa]|median[oa]|promedio)\b", re.I)
# A price is read only up to the next statement.
_CLAUSE_END = re.compile(r"[;:,](?=\s)|\s(?:and|but|while|so|y|pero|mientras)\s")


def part_around(text: str, figure: Figure) -> str:
    """Return a sentence, or for a small amount only the part between semicolons around it.

    In “Das Teil kostet 18 Euro; was der Kunde bezahlt, ist die Stunde” only the first part is about
    the price.
    """
    if (figure.high or figure.value) >= HIGHEST_SMALL_PRICE:
        return text
    end = text.find(";", figure.end)
    return text[text.rfind(";", 0, figure.start) + 1 : end if end >= 0 else None]


def is_small_price(sentence: Sentence, figure: Figure) -> bool:
    """Return whether an amount is the price of a small thing: “a gavel costs $30”."""
    if (figure.high or figure.value) >= HIGHEST_SMALL_PRICE or figure.is_scaled or figure.per:
        return False
    # “Alaska: $290” in a list may be any amount.
    is_labelled = sentence.block.passage.kind in ("item", "definition")
    if is_labelled and not _PRICED.search(sentence.text):
        return False
    start = max(sentence.text.rfind(mark, 0, figure.start) for mark in ";:") + 1
    end = _CLAUSE_END.search(sentence.text, figure.end)
    clause = sentence.text[start : end.start() if end else None]
    bought = _FOR_A_THING.match(sentence.text, figure.end)
    if bought is not None and not _AVERAGED.search(clause):
        clause = bought["thing"]
        if _TIME_OF_WORK.match(clause):
            return False
    return not _WORK_OR_SCHOOL.search(clause)
