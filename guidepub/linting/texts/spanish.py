"""The words by which rules find faults in Spanish; each rule's module has the English ones.

The forms of promises are regular expressions, to be compiled without regard to case.
"""

from __future__ import annotations

import re

from guidepub.figures.numbers import DASHES


def _compiled(form: str) -> re.Pattern[str]:
    return re.compile(form, re.IGNORECASE)


_WORK = r"(?:empleos?|trabajos?|puestos?|colocación|contratación|salarios?|sueldos?|ingresos?|éxito|licencia|certificación|admisión|plaza)"

PROMISES = {
    "M001": (
        rf"\b(?:garantiza(?:mos|n|rá|do)?|asegura(?:mos|n|rá)?)\s+(?:que\s+)?(?:a\s+\w+\s+)?(?:(?:un|una|el|la|su|tu|sus|los|las)\s+)?(?:\w+\s+){{0,2}}?{_WORK}\b(?!\s+(?:por\s+(?:escrito|un[oa]?\s+\w+|\w+\s+(?:años|meses|días))|durante|contra)\b)",
        rf"\b{_WORK}\s+(?:(?!no\b|nunca\b|jamás\b|apenas\b)\w+\s+){{0,2}}?(?:garantizad[oa]s?|asegurad[oa]s?)\b",
        r"(?<![\d.,\ufffc])(?:\$\s?)?[\d\ufffc][\d.,\ufffc]*\s+(?:(?!no\b|nunca\b|jamás\b|apenas\b)\w+\s+){0,3}?(?:garantizad[oa]s?|asegurad[oa]s?)\b",
        rf"\b100\s?%\s+de\s+{_WORK}\b",
        r"\b(?:tu|su|vuestro)\s+(?:futuro|porvenir|empleo|puesto|trabajo|sueldo),?\s+(?:garantizado|asegurado)\b(?!\s+contra)",
        r"\b(?:está|están|queda|quedan|será|serán|es|son)\s+(?:totalmente\s+|completamente\s+|siempre\s+)?(?:garantizad|asegurad|segur)[oa]s?\b(?=[.,;!]|$|\s+(?:desde|para|al|con|en|a|si)\b)",
        r"\bcon\s+(?:toda|total|absoluta|plena)\s+(?:certeza|seguridad)\b|\bsí\s+o\s+sí\b|\bte\s+lo\s+(?:firmo|aseguro|prometo|garantizo|juro)\b|\beso\s+te\s+lo\b|\bsin\s+(?:ningún\s+)?riesgo\b|\bsin\s+falta\b",
        r"\b(?:te|le|os|les)\s+(?:prometemos|garantizamos|aseguramos|prometo|garantizo|aseguro)\b",
    ),
    "M002": (
        r"\b(?:ganar|cobrar|recibir|obtendr|percibir|ingresar)(?:á|ás|án|emos|éis)\s+(?:usted\s+)?(?:fácilmente\s+|rápidamente\s+|enseguida\s+|al\s+menos\s+|más\s+de\s+|cerca\s+de\s+|hasta\s+|unos\s+|un\s+|una\s+|el\s+)*"
        r"(?:[$€]|\ufffc|\d[\d.,]{3,}|(?:\w+\s+){0,2}?(?:salarios?|sueldos?|ingresos?|dinero|fortuna))",
        r"^\W*(?:gane|gana)\s+(?:hasta\s+|más\s+de\s+|unos\s+)?[$€]?\s?\d[\d.,]*\b[^.;]{0,40}?\b(?:como|siendo|trabajando|desde\s+casa|con\s+este|en\s+tu)\b",
        r"^\W*¡\s?(?:gane|gana)\s+(?:\w+\s+){0,2}?[$€]?\s?\d|^\W*(?:gane|gana)\s+(?:hasta\s+|más\s+de\s+)?[$€]?\s?\d[\d.,]*\b[^.;]{0,40}?\b(?:desde\s+el\s+primer|ya\s+el\s+primer|en\s+(?:tu|su)\s+primer)",
        r"\b(?:su|tu)\s+(?:salario|sueldo)\s+(?:será|subirá|crecerá|superará|llegará)\b",
    ),
    "M003": (
        r"\bsi\s+(?:hace|haces|termina|terminas|sigue|sigues|completa|completas|elige|eliges)\s+(?:est[ea]|nuestr[oa]|el|la|tu|su)\s+(?:\w+\s+)?(?:curso|formación|programa|título|escuela|carrera|método),?\s+(?:encontrar|conseguir|tendr|obtendr)(?:á|ás)\s+(?:\w+\s+){0,2}?(?:empleo|trabajo|puesto|plaza)(?=\W*$|[,;.!])",
        r"\b(?:difícil|imposible|raro)(?:\s+(?:es|será|sería))?\s+(?:es\s+)?no\s+(?:encontrar|conseguir|aprobar|hallar|tener)(?:\s+(?:un\s+|una\s+)?(?:trabajo|empleo|puesto|clientes?|examen)|\W*$)",
        r"\b(?:tendr[íi]a[sn]?|habría|hay)\s+que\s+(?:esforzar|empeñar)(?:se|te)(?:\s+\w+)?\s+(?:para|en)\s+(?:no\s+(?:aprobar|encontrar|conseguir|tener)|suspender|fracasar|quedarse\s+sin)\b",
        r"(?<!no\s)\bsiempre\s+(?:tienen?|tienes|hay|sobra|encuentran?|consiguen?|hace\s+falta)\s+(?:\w+\s+)?(?:trabajo|empleo|faena|clientes|puesto|plaza|ofertas)\b",
        r"\b(?:puesto|plaza|empleo|trabajo|título|carné|aprobado|contrato)\s+(?:es|será|ya\s+es)\s+(?:tuy[oa]|suy[oa]|vuestr[oa])\b|\b(?:tendrás?|tienes|tendréis|tendrán)\s+la\s+vida\s+(?:resuelta|solucionada|asegurada|hecha)\b|\bvivirás?\s+(?:bien|de\s+tu\s+\w+|sin\s+jefes?|como\s+un\s+\w+|de\s+rentas)\b",
        r"\b(?:es\s+)?imposible\s+(?:suspender|fracasar|fallar|no\s+aprobar|quedarse\s+sin|perder)\b|\b(?:cien\s+por\s+cien(?:to)?|100\s?%|totalidad)\s+de\s+(?:l[oa]s|nuestr[oa]s)\s+(?:alumn|titulad|egresad|graduad|estudiant|aprendi)\w+\s+(?:\w+\s+)?(?:trabajan?|encuentran?|consiguen?|aprueban?|coloca\w*|tienen?|está)\b",
        r"^\W*(?:estudi[ae]|matricúl[ae][ts]e|apúnt[ae][ts]e|inscríb[ae][ts]e|aprend[ae]|hazte|hágase|únete|únase)\b[^.;:]{0,60}?(?:\sy|,)\s+(?:gana|cobra|ingresa|consigue|obtén|gane|cobre|consiga)\s+(?:\w+\s+){0,2}?(?:\d[\d.,]*|un\s+sueldo|dinero|miles)\b",
        r"\b(?:no|nunca|jamás)\s+(?:pasará|conocerá|sabrá|verá|conocen?|saben?\s+lo\s+que\s+es)n?s?\s+(?:\w+\s+){0,2}?(?:hambre|paro|desempleo|crisis|despido|necesidad)\b",
        r"\bse\s+(?:pelean|rifan|disputan|pelearán|matan)\s+(?:por\s+)?(?:a\s+)?(?:nuestr[oa]s|quienes|ti|l[oa]s(?=\s+(?:alumn|titulad|egresad|graduad|estudiant|aprendi|que)))\b|\b(?:futuro|porvenir|puesto|empleo|sueldo)\s+(?:está|queda|estará)\s+(?:a\s+salvo|blindad[oa]|resuelt[oa]|asegurad[oa])\b",
        r"\b(?:las?\s+)?(?:puertas?|ofertas?|clientes?|trabajos?|oportunidades)\s+(?:se\s+)?(?:te\s+)?(?:abren?|vienen?|llegan?|llueven?|encuentran?|abrirán?|vendrán?|llegarán?)\s+(?:por\s+sí\s+)?sol[oa]s?\b",
        r"(?<!no\stodo\s)(?<!no\stodos\s)(?<!pocos\sde\s)\b(?:quien(?:es)?|el\s+que|la\s+que|los\s+que)\s+(?:acaban?|terminan?|aprueban?|superan?|completan?)\b[^.;:]{0,40}?,?\s+(?:encuentran?|tienen?|consiguen?)\s+(?:\w+\s+){0,2}?(?:trabajo|empleo)\b",
        r"\b(?:el\s+)?(?:trabajo|empleo|dinero|faena|tajo)\s+(?:(?:nunca|jamás)\s+(?:te\s+|le\s+)?(?:falta|faltará|se\s+acaba|se\s+acabará)|no\s+(?:te\s+|le\s+)?(?:falta|faltará)|no\s+(?:se\s+acaba|se\s+acabará)\s+(?:nunca|jamás))\b|\b(?:nunca|jamás)\s+(?:te\s+|le\s+|os\s+|les\s+)?(?:falta|faltará|faltarán)\s+(?:el\s+)?(?:trabajo|empleo|clientes|ofertas|faena)\b",
        r"\b(?:aprobarás?|conseguirás?|ganarás?|saldrás?|trabajarás?|entrarás?)\b[^.;:]{0,40}?,\s+(?:palabra|seguro|prometido|garantizado|sin\s+duda|te\s+lo\s+digo\s+yo|créeme)\b",
        r"\b(?:al\s+(?:terminar|acabar|finalizar)|tras|después\s+de|en\s+cuanto\s+\w+)\b[^.;:]{0,40}?,?\s+(?:serás?\s+contratad[oa]|entrarás?\s+a\s+trabajar|empezarás?\s+a\s+ganar|trabajarás?(?=[^.;:]{0,40}\b(?:seguro|enseguida|de\s+inmediato|desde\s+el\s+primer|garantizad|para\s+siempre)))\b",
        r"\b(?:contratación|colocación|empleo|trabajo|incorporación)\s+inmediat[oa]\b(?:\s+(?:para|a)\s+tod[oa]s)?",
        r"\b(?:nunca|jamás)\s+(?:más\s+)?(?:conocerá|sabrá|tendrá|volverá|pasará|perderá|dejará|habrá|verá|buscará)\w*\s+(?:\w+\s+){0,4}?(?:paro|desempleo|despido|hambre|trabajo|empleo|crisis|vacante)\b",
        r"(?<!casi\s)\b(?:tod[oa]s|cada\s+un[oa]\s+de)\s+(?:nuestr[oa]s|l[oa]s(?=\s+(?:alumn|titulad|egresad|graduad|estudiant|aprendi|que)))\s+(?:\w+\s+){0,2}?(?:encuentran|consiguen|obtienen|logran|trabajan|salen|tienen|aprueban)\b",
        r"\b(?:tendrás?|tendrá|conseguirás?|encontrarás?|obtendrás?|hallarás?|aprobarás?|lograrás?)\s+(?:\w+\s+){0,4}?(?:trabajo|empleo|plaza|puesto|contrato|clientes|agenda\s+llena|examen|éxito|ascenso)\b(?=[^.;]{0,40}\b(?:segur[oa]|enseguida|al\s+terminar|al\s+acabar|en\s+(?:un|dos|tres|seis|pocos|menos|\d+)|antes\s+de|nada\s+más)\b)",
        r"\b(?:los|las)\s+(?:empresas|hoteles|clientes|hospitales|agencias|bodegas)\s+(?:se\s+)?(?:te|le|lo|la|os)?\s*(?:pelearán|rifarán|disputarán|llamarán|buscarán|esperan)\b|\bse\s+(?:lo|la|te|le|los|las)\s+rifan\b",
        r"\b(?:tod[oa]\s+(?:el|la|aquel|aquella)\s+que|quien(?:es)?|cualquiera\s+que|el\s+que|los\s+que|cada\s+\w+|tod[oa]s?)\b[^.;:]{0,60}?\b(?:encontrará|obtendrá|conseguirá|hallará|tendrá|aprobará|logrará|será\s+contratad[oa])n?\s+(?:\w+\s+){0,3}?(?:trabajo|empleo|plaza|puesto|contrato|clientes|examen|éxito|colocación|licencia|oferta|ofertas)\b",
        r"\bnadie\s+(?:\w+\s+){0,3}?(?:suspende|se\s+queda\s+sin|sale\s+sin|fracasa|está\s+en\s+paro)\b|\bsiempre\s+hay\s+(?:\w+\s+)?(?:trabajo|empleo|demanda|plazas|puestos)\b|\b(?:trabajo|salida|empleo|puesto|éxito|plaza|futuro)\s+(?:segur[oa]|asegurad[oa]|garantizad[oa]|fij[oa]\s+para\s+siempre)\b",
        r"\b(?:te|le|os|les)\s+(?:colocamos|conseguimos|encontramos|buscamos\s+y\s+encontramos|contratamos|damos\s+trabajo)\b|\b(?:en|dentro\s+de)\s+(?:un|una|dos|tres|seis|pocos|pocas|\d+)\s+(?:días?|semanas?|meses|años?)\s+(?:\w+\s+){0,2}?(?:tendrás?|estarás?|serás?|ganarás?|encontrarás?|vivirás?|trabajarás?|dirigirás?|cobrarás?)\b",
        r"\b(?:ya\s+)?no\s+(?:volverá|tendrá|sabrá)s?\s+(?:\w+\s+){0,3}?(?:paro|desempleo|preocuparse|preocuparte|buscar\s+trabajo)\b|\b(?:llovern?|lloverán|sobrarán|no\s+faltarán)\s+(?:las\s+|los\s+)?(?:ofertas|contratos|clientes|encargos|trabajos)\b|\bte\s+(?:lloverán|sobrarán)\b|\bpara\s+(?:siempre|toda\s+la\s+vida)\b(?=[.!,]|$)",
        r"\ba\s+prueba\s+de\s+(?:crisis|recesi(?:ón|ones)|despidos|el\s+futuro)\b",
        r"\b(?:nunca|jamás)\s+(?:le\s+|te\s+|les\s+)?(?:faltará|se\s+quedará|estarás?|quedarás?)\s*(?:\w+\s+){0,2}?(?:trabajo|empleo|desempleado|parado)\b",
        r"\b(?:trabajo|empleo|sueldo|puesto|seguridad|plaza|ingresos)\s+(?:para|de\s+por)\s+(?:toda\s+la\s+)?vida\b",
        r"\bsiempre\s+(?:habrá|encontrarás?|tendrás?|hallarás?)\s+(?:\w+\s+){0,2}?(?:trabajo|empleo|demanda|puestos?)\b",
        r"\bdinero\s+(?:fácil|rápido)\b|\bhacerse\s+ric[oa]\b|\bel\s+cielo\s+es\s+el\s+límite\b",
        r"\b(?:oportunidades|posibilidades|ingresos)\s+(?:ilimitad[oa]s|infinit[oa]s|sin\s+límites?)\b",
        r"\b(?:el|la)\s+mejor\s+(?:trabajo|empleo|carrera|profesión|escuela|programa)\s+(?:del\s+mundo|del\s+país|que\s+existe)\b",
        r"\b(?:seguridad|estabilidad)\s+(?:laboral\s+)?(?:absoluta|total|completa|de\s+por\s+vida)\b",
        r"\b(?:(?:seguridad|estabilidad)\s+(?:en\s+el|del)\s+(?:empleo|puesto|trabajo)|estabilidad(?:\s+laboral)?|seguridad\s+laboral)\s+(?:(?!no\b|nunca\b)\w+\s+){0,3}?(?:es|será|está)\s+(?:\w+mente\s+)?(?:total|absoluta|completa|plena|ilimitada)(?=\s*(?:[.,;!]|$|para\b|desde\b))",
    ),
}
"""The forms of promises, by the code that reports them."""

DOUBT = _compiled(
    r"\b(?:no|nunca|jamás|ning[uú]n[oa]?|nadie|nada|sin(?!\s+(?:experiencia|estudios|esfuerzo|títulos?|moverte|salir|salirte|jefes?)\b)|tampoco|ni|cuidado|evite|desconfí[ea]\w*|si\s+(?:una?|alguien|alguna?)\s+\w+\s+(?:promete|garantiza|asegura)|pregunte\s+si)\b"
)
"""What denies or doubts the promise that follows it."""

STATISTIC = _compiled(
    r"\b(?:empleos?|puestos?|vacantes?|ocupaci(?:ón|ones)|trabajador\w*|personas|hombres|mujeres|gan(?:a|an|aba|aban|ó|aron|ará|arán)|salarios?|sueldos?|ingresos?"
    r"|crec\w+|aument\w+|disminu\w+|ca(?:e|en|ía|yó|erá|erán)|baj(?:a|an|ó|ará|arán)|matrícula|estudiantes|graduad\w+|escuelas|programas|estados|hospitales|empresas|tasas?"
    r"|promedio|medi[oa]|median[oa]|según|encuestas?|prevé|prevén|espera|proyect\w+|demanda)\b|%\s+(?:de\s+(?:l[ao]s?|tod[ao]s|quienes)|más|menos)\b"
)
"""What makes a share a statistic, which has a source."""

NO_STATISTIC = _compiled(
    rf"\s*[{DASHES}]?\s*(?:horas?|libras?|kilos?|pies|metros?|millas?|kilómetros?|grados?|palabras?|páginas?|créditos?|puntos?|pasos?|preguntas?|caracteres|voltios?|vatios?|años?|°)\b"
)
"""What may stand behind a number that nobody asks the source of."""

_SMALL_NUMBER = "dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|veinte|cien"
RATIO = _compiled(
    rf"\b(?:un[oa]?|{_SMALL_NUMBER}|\d{{1,2}})\s+de\s+cada\s+(?:{_SMALL_NUMBER}|\d{{1,3}})(?=\s+(?!(?:años|meses|semanas|días|noches|fines|sábados|domingos|horas|minutos|veces)\b)\w)"
)
"""Shares in words."""

SUPPOSED = _compiled(
    r"\b(?:(?:por|un|como|a\s+modo\s+de)\s+ejemplo|ejemplo(?=:)|fictici[oa]s?|inventad[oa]s?|hipotétic[oa]s?|^si\s+\w+|pongamos|supong\w+|supón|imagin[ae]\w*|digamos|si\s+(?:usted|un|una|el|la|los|las|su|tu|se|cada)|costaría|sería|serían|quedarían?|cobrarías?|ganarías?|saldrían?|tendrías?)\b"
)
"""What makes a sentence an example with figures of its own."""

AHEAD = _compiled(
    r"\b(?:[a-zñ]+(?:ará|erá|irá|ndrá|drá|brá)n?|(?:se\s+)?(?:prevé|espera|proyecta|calcula|estima|pronostica)n?|previst[oa]s?|proyectad[oa]s?|esperad[oa]s?|proyecci(?:ón|ones)|previsi(?:ón|ones)|pronósticos?|caduca|vence|expira|termina|acaba|entra\s+en\s+vigor|abre|empieza|próxim[oa]s?)\b"
)
"""What looks ahead."""

FUTURE = _compiled(
    r"[^.;:]{0,60}?\b(?:[a-zñ]+(?:ará|erá|irá|drá|brá)n?|(?:se\s+)?(?:prevé|espera|proyecta|estima)n?\s+que|está\s+previst[oa])\b"
)
"""What looks ahead from a year that opens its clause."""

TARGET = _compiled(
    r"\b(?P<word>hasta|para|de\s+aquí\s+a|en|antes\s+de(?:l)?|el)\s+(?:el\s+)?(?:año\s+|(?:\d{1,2}\s+de\s+)?(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|primavera|verano|otoño|invierno)\s+de(?:l)?\s+)?(?P<year>(?:19|20)\d\d)\b(?![,.]?\d|\s?%)"
    rf"|\b(?P<first>(?:19|20)\d\d)(?:\s?[{DASHES}]\s?|\s+[ay]\s+)(?P<last>(?:19|20)?\d\d)\b(?!-)"
)
"""The year that a projection looks ahead to."""

DATED = _compiled(
    r"(?<!ley de )(?<!ada en )(?<!ado en )(?<!ido en )(?<!ida en )\b(?:en|de|durante|desde|para|hasta|este|partir\s+de(?:l)?)\s+(?:el\s+|este\s+)?(?:año\s+(?:de\s+)?)?(?:(?:\d{1,2}\s+de\s+)?(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|otoño|verano|primavera|invierno)\s+del?\s+)?(?P<year>(?:19|20)\d\d)\b(?!\s+euros)"
)
"""A year that a verb of the future may be of."""

TO_COME = _compiled(
    r"\b(?:[a-zñ]{2,}(?:ará|erá|irá|ndrá|drá|brá)n?|que\s+viene|próxim[oa]s?|se\s+(?:espera|prevé)n?|va\s+a|van\s+a)\b"
)
"""What is still to come."""

NOW = _compiled(
    r"\b(?:hoy(?:\s+en\s+día)?|actualmente|ahora|en\s+la\s+actualidad|este\s+año|el\s+año\s+pasado|el\s+próximo\s+año|el\s+año\s+que\s+viene|últim[oa]s|recientes?|recientemente|vigente|de\s+momento)\b"
)
"""What speaks of now."""

HISTORY = _compiled(
    r"\b(?:desde|fundad[oa]|ley|decreto|entonces|historia|nació|empezó|comenzó|hasta|frente\s+a|respecto\s+a|comparado|siglo|sigue)\b"
)
"""What speaks of what has been."""

WEAK = frozenset({"en", "el", "antes de", "antes del"})
"""Words before a year that may tell of a law or a survey as well."""

WEB_WORDS = _compiled(
    r"\b(?:haga|haz|hacer|haciendo)\s+cli[ck]c?\b(?!\s+(?:con|la|el)\b)|\bpulse\s+(?:aquí|el\s+(?:botón|enlace))\b"
    r"|\b(?:este|nuestro|el\s+presente)\s+(?:sitio(?:\s+web)?|portal)\b|\b(?:esta|nuestra)\s+(?:página|web)\b"
    r"|\b(?:enlace|botón|formulario|menú|lista|tabla)s?\s+de\s+(?:abajo|arriba|la\s+(?:izquierda|derecha))\b"
    r"|\bvolver\s+(?:arriba|al\s+inicio)\b|\b(?:leer|ver)\s+más\s*[»›>.]|\bsíguenos\s+en\b|\bsuscríb[ae]\w*\s+(?:al?(?:\s+la)?|a\s+nuestr[oa]s?)\s+(?:boletín|newsletter|canal|blog|web|página|lista\s+de\s+correo|sitio)\b"
    r"|\bdeja\s+(?:un|tu)\s+comentario\b|\bcompart[ae]\s+(?:este|esta)\s+(?:artículo|página)\b|\bsolicit[ae]\s+(?:más\s+)?información\b(?!\s+(?:al?|en|por|sobre|cerca)\b)"
)
"""What speaks of a web page."""
