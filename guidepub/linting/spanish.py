"""The words by which rules find faults in Spanish; each rule's module has the English ones.

The forms of promises are regular expressions, to be compiled without regard to case.
"""

from __future__ import annotations

import re


def _compiled(form: str) -> re.Pattern[str]:
    return re.compile(form, re.IGNORECASE)


_WORK = r"(?:empleos?|trabajos?|puestos?|colocación|contratación|salarios?|sueldos?|ingresos?|éxito|licencia|certificación|admisión|plaza)"

PROMISES = {
    "M001": (
        rf"\b(?:garantiza(?:mos|n|rá|do)?|asegura(?:mos|n|rá)?)\s+(?:que\s+)?(?:a\s+\w+\s+)?(?:(?:un|una|el|la|su|tu|sus|los|las)\s+)?(?:\w+\s+){{0,2}}?{_WORK}\b",
        rf"\b{_WORK}\s+(?:\w+\s+){{0,2}}?(?:garantizad[oa]s?|asegurad[oa]s?)\b",
        r"(?:\$\s?|\b)[\d.,\ufffc]+\s+(?:\w+\s+){0,3}?(?:garantizad[oa]s?|asegurad[oa]s?)\b",
        rf"\b100\s?%\s+de\s+{_WORK}\b",
    ),
    "M002": (
        r"\b(?:ganar|cobrar|recibir|obtendr|percibir|ingresar)(?:á|ás|án|emos|éis)\s+(?:usted\s+)?(?:fácilmente\s+|rápidamente\s+|enseguida\s+|al\s+menos\s+|más\s+de\s+|cerca\s+de\s+|hasta\s+|unos\s+|un\s+|una\s+|el\s+)*"
        r"(?:[$€]|\ufffc|\d[\d.,]{3,}|(?:\w+\s+){0,2}?(?:salarios?|sueldos?|ingresos?|dinero|fortuna))",
        r"\b(?:su|tu)\s+(?:salario|sueldo)\s+(?:será|subirá|crecerá|superará|llegará)\b",
    ),
    "M003": (
        r"\ba\s+prueba\s+de\s+(?:crisis|recesi(?:ón|ones)|despidos|el\s+futuro)\b",
        r"\b(?:nunca|jamás)\s+(?:le\s+|te\s+|les\s+)?(?:faltará|se\s+quedará|estarás?|quedarás?)\s*(?:\w+\s+){0,2}?(?:trabajo|empleo|desempleado|parado)\b",
        r"\b(?:trabajo|empleo)\s+(?:para|de\s+por)\s+(?:toda\s+la\s+)?vida\b",
        r"\bsiempre\s+(?:habrá|encontrarás?|tendrás?|hallarás?)\s+(?:\w+\s+){0,2}?(?:trabajo|empleo|demanda|puestos?)\b",
        r"\bdinero\s+(?:fácil|rápido)\b|\bhacerse\s+ric[oa]\b|\bel\s+cielo\s+es\s+el\s+límite\b",
        r"\b(?:oportunidades|posibilidades|ingresos)\s+(?:ilimitad[oa]s|infinit[oa]s|sin\s+límites?)\b",
        r"\b(?:el|la)\s+mejor\s+(?:trabajo|empleo|carrera|profesión|escuela|programa)\s+(?:del\s+mundo|del\s+país|que\s+existe)\b",
        r"\b(?:seguridad|estabilidad)\s+(?:laboral\s+)?(?:absoluta|total|completa|de\s+por\s+vida)\b",
    ),
}
"""What promises, by the code that tells it."""

DOUBT = _compiled(
    r"\b(?:no|nunca|jamás|ning[uú]n[oa]?|nadie|nada|sin|tampoco|ni|cuidado|evite|desconfí[ea]\w*|si\s+(?:una?|alguien|alguna?)\s+\w+\s+(?:promete|garantiza|asegura)|pregunte\s+si)\b"
)
"""What denies or doubts the promise that follows it."""

STATISTIC = _compiled(
    r"\b(?:empleos?|puestos?|vacantes?|ocupaci(?:ón|ones)|trabajador\w*|personas|hombres|mujeres|gan(?:a|an|aba|aban|ó|aron|ará|arán)|salarios?|sueldos?|ingresos?"
    r"|crec\w+|aument\w+|disminu\w+|ca(?:e|en|ía|yó|erá|erán)|baj(?:a|an|ó|ará|arán)|matrícula|estudiantes|graduad\w+|escuelas|programas|estados|hospitales|empresas|tasas?"
    r"|promedio|medi[oa]|median[oa]|según|encuestas?|prevé|prevén|espera|proyect\w+|demanda)\b|%\s+(?:de|más|menos)\b"
)
"""What makes a share a statistic, which has a source."""

NO_STATISTIC = _compiled(
    r"\s*[-–]?\s*(?:horas?|libras?|kilos?|pies|metros?|millas?|kilómetros?|grados?|palabras?|páginas?|créditos?|puntos?|pasos?|preguntas?|caracteres|voltios?|vatios?|años?|°)\b"
)
"""What may stand behind a number that nobody asks the source of."""

UNSURE = _compiled(r"[$€£]\s?\d{1,3}[.,]\d{3}(?!\d)")
"""Amounts in which a point or a comma may group digits or mark decimals, by the country."""

SUPPOSED = _compiled(
    r"\b(?:por\s+ejemplo|supong\w+|imagin\w+|digamos|si\s+(?:usted|un|una|el|la|su|tu)|costaría|sería|serían)\b"
)
"""What makes a sentence an example with figures of its own."""

AHEAD = _compiled(
    r"\b(?:[a-zñ]{3,}(?:ará|erá|irá|ndrá|drá|brá)n?|(?:se\s+)?(?:prevé|espera|proyecta|calcula|estima|pronostica)n?|previst[oa]s?|proyectad[oa]s?|esperad[oa]s?|proyecci(?:ón|ones)|previsi(?:ón|ones)|pronósticos?)\b"
)
"""What looks ahead."""

TARGET = _compiled(
    r"\b(?P<word>hasta|para|en|antes\s+de(?:l)?)\s+(?:el\s+)?(?:año\s+)?(?P<year>(?:19|20)\d\d)\b(?![,.]?\d|\s?%)"
    r"|\b(?P<first>(?:19|20)\d\d)(?:\s?[-–—]\s?|\s+[ay]\s+)(?P<last>(?:19|20)?\d\d)\b(?!-)"
)
"""The year that a projection looks ahead to."""

WEAK = frozenset({"en", "antes de", "antes del"})
"""Words before a year that may tell of a law or a survey as well."""

HANGING = frozenset(
    "el la los las lo un una unos unas de del a al y e o u ni que en con por para sin sobre entre"
    " desde hasta hacia según como cuando donde porque aunque si su sus este esta estos estas ese"
    " esa esos esas cuyo cuya es son era eran fue fueron está están muy más tan se le les nos".split()
)
"""Words that no paragraph ends on."""

RIGHT_TWICE = frozenset({"muy", "no", "sí", "ya", "poco", "casi", "bien", "paso", "nos"})
"""Words that may stand twice."""

WEB_WORDS = _compiled(
    r"\b(?:haga|haz|hacer|haciendo)\s+cli[ck]c?\b|\bpulse\s+(?:aquí|el\s+(?:botón|enlace))\b"
    r"|\b(?:este|nuestro|el\s+presente)\s+(?:sitio(?:\s+web)?|portal)\b|\b(?:esta|nuestra)\s+(?:página|web)\b"
    r"|\b(?:enlace|botón|formulario|menú|lista|tabla)s?\s+de\s+(?:abajo|arriba|la\s+(?:izquierda|derecha))\b"
    r"|\bvolver\s+(?:arriba|al\s+inicio)\b|\b(?:leer|ver)\s+más\s*[»›>.]|\bsíguenos\s+en\b|\bsuscríb[ae]\w*\s+a\b"
    r"|\bdeja\s+(?:un|tu)\s+comentario\b|\bcompart[ae]\s+(?:este|esta)\s+(?:artículo|página)\b|\bsolicit[ae]\s+(?:más\s+)?información\b"
)
"""What speaks of a web page."""
