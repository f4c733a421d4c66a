"""S: years before the edition in words about the future or the present: “next year (2019)”.

Since the year is given, a small vocabulary is enough, so that French, German and Portuguese are
covered as well: “d’ici 2020”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial

from guidepub.figures.numbers import DASHES
from guidepub.linting.texts.alarms import Alarm
from guidepub.linting.texts.blocks import Sentence
from guidepub.linting.texts.rules import Rule
from guidepub.linting.texts.subjects import Subject

_YEAR = r"(?P<year>(?:19|20)\d\d)\b(?![,.]?\d|\s?[%€$])"
# The year after words like “next year”.
_WITH_YEAR = rf"\s*(?:,|\(|—|–|:|\bin\b|\bem\b|\ben\b)\s*(?:\(|in\s+|en\s+|em\s+)?{_YEAR}"
_NAMED = {
    # Other words for now in English and Spanish are in `staleness`.
    "en": r"\bsince\s+last\s+(?:year|spring|summer|fall|autumn|winter|season|term)",
    "es": r"\b(?:el\s+)?(?:próximo\s+año|año\s+(?:próximo|que\s+viene))",
    "pt": r"\b(?:(?:no\s+)?(?:próximo\s+ano|ano\s+(?:passado|que\s+vem|corrente))|este\s+ano)",
    "fr": r"\b(?:l[’']an(?:née)?\s+(?:prochaine?|dernière?|passée?)|l[’']an\s+dernier|cette\s+année)",
    "de": r"\b(?:(?:im\s+)?(?:nächste[ns]?|kommende[ns]?|letzte[ns]?|vergangene[ns]?|diese[ns]?)\s+Jahr(?:es)?)",
}
_INFINITIVE = r"(?:[^.;,]|[.,](?=\d)){0,120}\b(?!ge)\w+(?:en|eln|ern)\s*(?:[.;,]|$)"
_MONTH = r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December|early|late|the\s+(?:spring|summer|fall|autumn|winter)\s+of)\s+(?:\d{1,2},\s+)?)?"
_MES = r"(?:(?:\d{1,2}\s+de\s+)?(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\s+del?\s+)?"
_SEASON = (
    r"(?:(?:spring|summer|fall|autumn|winter|end|start|beginning|middle|close)\s+of\s+(?:the\s+)?)?"
)
# “De 2014 à 2024”, before or after a forecast.
_PERIOD = rf"(?:(?:entre|zwischen)\s+(?:19|20)\d\d\s+(?:et|e|und)|(?:de|von)\s+(?:19|20)\d\d\s+(?:à|a|bis))\s+{_YEAR}"
_FORESEEN = r"(?:devrai(?:t|ent)|(?:est|sont)\s+(?:prévue?s?|attendue?s?)|prévoit|prévoient|prevê(?:-se|em)?|preveem|espera-se|projeta(?:-se|m)?|deve(?:m|rá|rão)?\s+(?:crescer|aumentar|diminuir|cair|subir|baixar|passar|atingir|chegar|gerar|perder)|calcula-se|estima-se)"
# A law and the date on which it comes into force.
_INTO_FORCE = {
    "fr": rf"\b(?:nouv(?:eau|el|elle|eaux|elles)|prochaine?s?)\s[^.;]{{0,60}}?\b(?:entrera|entreront|s[’']appliquera|s[’']appliqueront)\s+(?:en\s+vigueur\s+)?(?:en|le\s+\d{{1,2}}(?:er)?|à\s+partir\s+de|dès)\s+(?:\w+\s+)?{_YEAR}",
    "de": rf"\bneue[nrs]?\s[^.;]{{0,60}}?\b(?:tritt|treten|gilt|gelten)\s+(?:ab\s+|zum\s+|am\s+)?(?:\d{{1,2}}\.\s+)?(?:\w+\s+)?{_YEAR}",
    "pt": rf"\bnov[oa]s?\s[^.;]{{0,60}}?\b(?:entrará|entrarão|vigorará|vigorarão)\s+(?:em\s+vigor\s+)?(?:em|a\s+\d{{1,2}}\s+de|a\s+partir\s+de)\s+(?:\w+\s+de\s+)?{_YEAR}",
}
_DECADE = r"(?P<year>(?:19|20)\d\d)s?\b"
# “You will find in 1990 …” looks back.
_LEARNS = r"(?:be|find|see|hear|tell|know|learn|read|note|ask|remember|have|recall)\b"
# Things with a year that may still be in force or in use.
_IN_FORCE = r"(?:\w+\s+){0,3}?(?:codes?|standards?|editions?|models?|versions?|guidelines?|manuals?|handbooks?|acts?|laws?|regulations?|NEC|ADA|IRC|IBC|NESC)\b"
_NOT_YET_PAST = r"(?:(?!\w+ed\b|will\b|shall\b|would\b|grew|rose|fell|began|took|became|made|saw|lost|went|came)[\w’'-]+\s+){0,6}?"
_IS_ASKED = r"\b(?:must|needs?|requires?|(?:is|are)\s+required|ha(?:s|ve)\s+to|can\s+no\s+longer|may\s+no\s+longer)\b"
# Applications for a term or a year: “Applications for fall 2021 are open”.
_APPLIED_FOR = {
    "en": rf"\b(?:applications?|registrations?|enrol+ments?|admissions?|sign-?ups?|places?|seats?|spots?)\s+(?:for|to|in)\s+(?:the\s+)?(?:\w+\s+){{0,3}}?{_YEAR}(?:\s+\w+){{0,2}}?\s+(?:is|are|remains?|opens?|closes?|ends?|begins?|starts?|must|will)\b"
    rf"|\b(?:apply|register|enrol+|sign\s+up)\s+(?:now\s+|today\s+|here\s+)?for\s+(?:the\s+)?(?:spring|summer|fall|autumn|winter|january|september)(?:\s+(?:term|semester|of))?\s+{_YEAR}",
    "es": rf"\b(?:inscripci(?:ón|ones)|matrículas?|solicitud(?:es)?|plazas?|admisi(?:ón|ones)|convocatorias?)\s+(?:para|del?|en)\s+(?:la\s+|el\s+)?(?:\w+\s+){{0,3}}?{_YEAR}(?:\s+\w+){{0,2}}?\s+(?:está[n]?|siguen?|abren?|cierran?|terminan?|empiezan?|comienzan?|finalizan?|será[n]?)(?!\w)",
    "pt": rf"\b(?:inscriç(?:ão|ões)|matrículas?|candidaturas?|vagas?)\s+(?:para|d[eoa]|n[oa])\s+(?:o\s+|a\s+)?(?:\w+\s+){{0,3}}?{_YEAR}(?:\s+\w+){{0,2}}?\s+(?:está|estão|seguem?|abrem?|fecham?|encerram?|terminam?|começam?|vão|serão)(?!\w)",
    "fr": rf"\b(?:inscriptions?|candidatures?|admissions?|places?)\s+(?:pour|de|à|en)\s+(?:la\s+|l[’'])?(?:\w+\s+){{0,3}}?{_YEAR}(?:\s+\w+){{0,2}}?\s+(?:sont|est|restent?|ouvrent?|ferment?|commencent?|débutent?|seront|sera)\b",
    "de": rf"\b(?:Anmeldung(?:en)?|Bewerbung(?:en)?|Einschreibung(?:en)?|\w*[Pp]lätze)\s+(?:für|zum|im)\s+(?:das\s+|den\s+|die\s+)?(?:\w+\s+){{0,3}}?{_YEAR}(?:\s+\w+){{0,2}}?\s+(?:ist|sind|läuft|laufen|bleibt|beginnt|beginnen|endet|enden)\b",
}
# Events of a year that is presented as the future or as this year.
_COMING = {
    # “2023 will bring higher pay”, “What 2023 Will Bring”.
    "en": rf"(?:^\W*|\b(?:what|how|why|that|whether)\s+|,\s+){_YEAR}\s+(?:will|shall|is\s+going\s+to|is\s+expected\s+to|promises\s+to|looks\s+set\s+to)\b|\bwhat\s+will\s+{_YEAR}\s+bring\b"
    rf"|\bthe\s+{_YEAR}\s+(?!{_IN_FORCE})(?:(?!that\b|which\b|who\b|\w{{3,}}ed\b|taught\b|led\b|left\b|made\b|brought\b)\w+,?\s+){{1,5}}?(?:will|is\s+going\s+to|is\s+to)\s+\w+"
    rf"|\b(?:coming|upcoming|forthcoming|approaching)\s+{_YEAR}"
    rf"|\b(?:deadline|cutoff\s+date|closing\s+date)\s+(?:of|is)\s+{_MONTH}{_YEAR}"
    rf"|\b(?:is|are|rules?|exams?)\s+(?:now\s+)?(?:planned|promised|scheduled|slated|foreseen|due)\s+(?:for|in|by)\s+{_MONTH}{_YEAR}"
    rf"|\bha(?:s|ve)\s+until\s+{_MONTH}{_YEAR},?\s+to\b"
    rf"|\b(?:attend|register\s+for|apply\s+for|sign\s+up\s+for|enroll\s+in|prepare\s+for)\s+the\s+{_YEAR}\s+(?:workshop|class|convention|conference|session|exam|season|test|course|program|games|fair)"
    rf"|\b(?:will|expects?|hopes?|is\s+to|are\s+to)\b[^.;]{{0,100}}?\b(?:by|before|at|toward)\s+the\s+(?:beginning|close|start|turn|middle|end)\s+of\s+(?:the\s+)?{_DECADE}"
    rf"|\b(?:before|by)\s+the\s+(?:close|end|turn|middle|beginning)\s+of\s+(?:the\s+)?{_DECADE}[^.;]{{0,60}}?\bwill\b"
    # “Will be signed in the summer of 2021”, “until the conversion planned for 2021”.
    rf"|\b(?:will|shall)\s+(?:not\s+)?(?:be\s+)?(?:\w+ly\s+)?(?!{_LEARNS})\w+\s+(?:in|by|on|before|until)\s+(?:the\s+)?{_SEASON}{_MONTH}{_YEAR}"
    rf"|(?<!\bonce\s)(?<!\boriginally\s)\b(?:planned|scheduled|slated|promised|expected|due)\s+(?:for|in|by)\s+(?:the\s+)?{_SEASON}{_MONTH}{_YEAR}(?=\s*(?:[.,;)]|$))"
    rf"|\bmust\b(?!\s+have\b)[^.;]{{0,80}}?\bbefore\s+the\s+(?:\w+\s+){{1,2}}?of\s+{_YEAR}"
    rf"|\b(?:opens?|begins?|starts?|launch(?:es)?)\s+(?:its|the|their|our)\s+{_YEAR}\s+(?:season|tour|term|campaign|program|course|session)"
    rf"|\b(?:all\s+)?(?:spring|summer|fall|autumn|winter)\s+{_YEAR}\s+(?:sections?|class(?:es)?|courses?|terms?|semesters?|sessions?|quarters?)\s+(?:will|are|is|begins?|opens?)\b"
    # “Starting in 2019, bakers need a permit”: since then they do.
    rf"|\b(?:starting|beginning|commencing|effective)\s+(?:in\s+|on\s+|from\s+|with\s+)?(?:the\s+)?{_MONTH}{_YEAR},?\s+{_NOT_YET_PAST}{_IS_ASKED}"
    rf"|{_IS_ASKED}\b[^.;]{{0,80}}?,?\s(?:starting|beginning|commencing|effective)\s+(?:in\s+|on\s+|from\s+|with\s+)?(?:the\s+)?{_MONTH}{_YEAR}"
    rf"|\bonce\s+the\s+{_YEAR}\s+\w+\s+(?:goes|takes|comes)\b"
    rf"|\b(?:has|have)\s+(?:just|lately|recently)\s+[^.;]{{0,80}}?{_YEAR}"
    rf"|\b(?:newest|latest|most\s+recent)\s+(?:data|figures|census|survey|count),?[^.;]{{0,30}}?{_YEAR}",
    "es": rf"(?:^\W*|\b(?:qué\s+(?:nos\s+)?|lo\s+que\s+)){_YEAR}\s+(?:será|traerá|va\s+a)\b|\b(?:traerá|deparará|será)\s+(?:el\s+(?:año\s+)?)?{_YEAR}"
    rf"|\b(?:este\s+año\s+(?:de\s+)?|en\s+este\s+|(?:finales|mediados|principios)\s+de\s+este\s+(?:año\s+)?){_YEAR}"
    rf"|\b(?:previst|programad|anunciad|planead)[oa]s?\s+para\s+(?:el\s+|la\s+)?(?:(?:finales|mediados|principios|fines|verano|otoño|invierno|primavera)\s+de(?:l)?\s+)?{_MES}{_YEAR}"
    rf"|\b\w{{2,}}(?:rá|rán)\b[^.;:]{{0,60}}?\ba\s+(?:principios|mediados|finales|fines)\s+de\s+{_YEAR}"
    rf"|\ben\s+{_YEAR},?\s+se\s+\w{{2,}}(?:rá|rán)\b(?![^.;]{{0,60}}\b20\d\d\b)|\bhasta\s+{_YEAR},?\s+no\s+va\b"
    rf"|\b(?:acaban?|terminan?|vencen?|caducan?|cierran?)\s+(?:en|el)\s+{_MES}{_YEAR}"
    rf"|\b(?:ley|decreto|norma|reforma)\s+recién\s+\w+\s+de\s+{_YEAR}",
    "fr": rf"{_INTO_FORCE['fr']}|\b(?:que\s+réserve|qu[’']attendre\s+de|ce\s+que\s+(?:nous\s+)?réserve)\s+(?:l[’']an(?:née)?\s+)?{_YEAR}|^\W*{_YEAR}\s+(?:sera|apportera|devrait)\b",
    "pt": _INTO_FORCE["pt"],
    "de": rf"{_INTO_FORCE['de']}|\bwas\s+(?:das\s+Jahr\s+)?{_YEAR}\s+bring(?:t|en\s+wird)\b|^\W*{_YEAR}\s+(?:wird|soll|dürfte|bringt)\b",
}
# Headings that look ahead without a verb: “Perspectives 2020”, “Hiring Trends for 2019”.
_AHEAD_IN_HEADINGS = {
    "en": r"outlook|prospects|trends|forecast|predictions|what\s+to\s+expect|what['’]s\s+(?:new|next|ahead)|(?:job|labor|labour|hiring)\s+market|market(?=\s+(?:for\s+|in\s+)\d)",
    "es": r"perspectivas?|tendencias|previsión|previsiones|pronósticos?|novedades|mercado\s+laboral",
    "pt": r"perspetivas?|perspectivas?|tendências|previsão|previsões|novidades",
    "fr": r"perspectives?|tendances|prévisions?|nouveautés|à\s+venir",
    "de": r"aussichten|ausblick|perspektiven?|trends?|prognosen?|neuerungen",
}
_YEAR_IN_HEADINGS = rf"(?:\s+(?!since\b|seit\b|desde\b|depuis\b|from\b|ab\b|after\b|of\b|von\b)[^\W\d]+){{0,3}}[\s:,(–—-]+{_YEAR}(?=\W*(?:(?:and|y|und|et|e|du|de|des|del|der|im|in|for|pour|para)\s+[^\W\d]+\W*){{0,3}}$)"
# The end of a period that is presented as the future.
_UNTIL = {
    "en": rf"\b(?:by|through|until)\s+the\s+end\s+of\s+(?:the|this)\s+decade,?\s+(?:in\s+)?{_YEAR}",
    "es": rf"\bfinal(?:es)?\s+de\s+(?:la|esta)\s+década,?\s+(?:en\s+)?{_YEAR}",
    "pt": rf"\b{_FORESEEN}(?!\w)[^.;]{{0,80}}?\b{_PERIOD}|\b{_PERIOD}[^.;]{{0,60}}?\b{_FORESEEN}(?!\w)|\baté\s+(?:o\s+ano\s+(?:de\s+)?|ao\s+ano\s+)?{_YEAR}(?=[^.;]{{0,80}}\b(?:vai|vão|deve|devem|será|serão|terá|terão|(?!Ceará\b)\w{{2,}}(?:ará|erá|irá|arão|erão|irão)|haverá)\b)"
    rf"|\b(?:vai|vão|deve|devem|(?!Ceará\b)\w{{2,}}(?:ará|erá|irá|arão|erão|irão)|haverá)\b[^.;]{{0,80}}?\baté\s+(?:o\s+ano\s+(?:de\s+)?)?{_YEAR}",
    "fr": rf"\b{_FORESEEN}\b[^.;]{{0,80}}?\b{_PERIOD}|\b{_PERIOD}[^.;]{{0,60}}?\b{_FORESEEN}\b|\b(?:d[’']ici|à\s+l[’']horizon)(?:\s+à)?(?:\s+l[’']an)?(?:\s+(?:la\s+)?fin)?\s+{_YEAR}"
    # The future tense may narrate the past: “sera reconnue en 1998”.
    rf"|\bdevrai(?:t|ent)\b[^.;]{{0,60}}?\b(?:en|en\s+\w+|jusqu[’']en)\s+{_YEAR}",
    # With a participle “wird” is the present: “wird ab 1998 angewandt”.
    "de": rf"\b(?:soll|sollen|dürfte|dürften|(?:wird|werden)(?={_INFINITIVE}))\b[^.;]{{0,80}}?\bbis\s+(?:zum\s+Jahr\s+|Ende\s+)?{_YEAR}"
    # “Bis 2022 werden Köche gesucht” looks ahead, “bis 1990 wird der Teig geknetet” narrates.
    rf"|\bbis\s+(?:zum\s+Jahr\s+|Ende\s+)?{_YEAR}\s+(?:soll|sollen|dürfte|dürften|(?:wird|werden)(?:(?={_INFINITIVE})|(?=(?:[^.;]|\.(?=\d)){{0,80}}?\b(?:gesucht|gebraucht|benötigt|erwartet|geschaffen|eingestellt|abgebaut)\b)))\b",
}
# A school year or a season that is open to applicants.
_OPEN = {
    "en": r"open|accept\w*|enrol\w*|apply|available|begins?|starts?|will",
    "es": r"abiert[oa]s?|abre|empieza|comienza|disponibles?|se\s+admiten",
    "pt": r"abert[oa]s?|abre|começa|disponíveis",
    "fr": r"ouvertes?|commence|débute|disponibles?",
    "de": r"offen|beginnt|startet|möglich|bewerben",
}
_SCHOOL_YEAR = (
    rf"\b(?P<year>(?:19|20)\d\d)\s?[{DASHES}/]\s?(?P<last>(?:19|20)?\d\d)\b(?![,.]?\d|\s?%)"
)
_PAST = {
    "en": r"was|were|had|did|would|\w{3,}ed\s+(?:that|to)|said|then|opened|closed|began|ended",
    "es": r"fue|fueron|era|eran|había|estuvo|se\s+esperaba|\w{3,}(?:ó|aron|ieron)",
    "pt": r"foi|foram|era|eram|havia|estava",
    "fr": r"était|étaient|avait|avaient|fut|furent",
    "de": r"war|waren|hatte|hatten|wurde|wurden|sollte|sollten",
}
# Words for publications with a school year in their name.
_PUBLICATIONS = {
    "en": r"data|stud(?:y|ies)|surveys?|reports?|archives?|statistics|figures|records|minutes|results",
    "es": r"datos|estudios?|encuestas?|informes?|estadísticas|cifras|resultados",
    "pt": r"dados|estudos?|inquéritos?|relatórios?|estatísticas|números|resultados",
    "fr": r"données|études?|enquêtes?|rapports?|statistiques|chiffres|résultats",
    "de": r"Daten|Studien?|Umfragen?|Berichte?|Statistik(?:en)?|Zahlen|Ergebnisse",
}


def _past_years(patterns: Mapping[str, re.Pattern[str]], subject: Subject) -> Iterator[Alarm]:
    """Yield alarms for words about the future or the present with a year before the edition."""
    headings = (block for block in subject.blocks if block.passage.kind == "heading")
    for sentence in (*subject.sentences, *(Sentence(block.text, 0, block) for block in headings)):
        if not any(char.isdigit() for char in sentence.text) or patterns["past"].search(
            sentence.text
        ):
            continue
        for code, name in (
            ("S003", "named"),
            ("S001", "until"),
            ("S003", "coming"),
            ("S003", "school"),
            ("S003", "headed"),
        ):
            if name == "headed" and sentence.block.passage.kind != "heading":
                continue
            match = patterns[name].search(sentence.text) if name in patterns else None
            if match and name == "school" and patterns["papers"].search(sentence.text):
                continue
            year = int(_year(match)) if match else subject.year
            # “Last year” is the one before the edition.
            if match is None or year >= subject.year - (name == "named"):
                continue
            if name == "school" and year != int(match["year"]) + 1:
                continue
            at = match.start() if name != "until" else sentence.text.find(str(year), match.start())
            place = sentence.start + at
            if code == "S001":
                message = f"A projection to {year} had ended before the edition of {subject.year}."
                remedy = "Look up the current projection, or delete the sentence."
            else:
                message = (
                    f"“{' '.join(match[0].split())}” was over before the edition of {subject.year}."
                )
                remedy = "Look up how things are now, or say that this was so then."
            yield subject.alarm(code, sentence.block, (place, place + 4), message, remedy)
            break


def _year(match: re.Match[str]) -> str:
    """Return the year in a match; for a school year, the one in which it ends."""
    groups = match.groupdict()
    if last := groups.get("last"):
        return last if len(last) == 4 else str(groups["year"])[:2] + last
    return next(value for name, value in groups.items() if name.startswith("year") and value)


def _rule(language: str) -> Rule:
    def compiled(pattern: str) -> re.Pattern[str]:
        numbered = iter(range(99))
        named = re.sub(r"\(\?P<year>", lambda _: f"(?P<year{next(numbered)}>", pattern)
        return re.compile(named, re.IGNORECASE)

    patterns = {
        "named": compiled(_NAMED[language] + _WITH_YEAR),
        "until": compiled(_UNTIL[language]),
        "school": re.compile(
            rf"{_SCHOOL_YEAR}(?=[^.;]{{0,60}}\b(?:{_OPEN[language]})\b)", re.IGNORECASE
        ),
        "headed": compiled(rf"\b(?:{_AHEAD_IN_HEADINGS[language]})\b{_YEAR_IN_HEADINGS}"),
        "papers": compiled(rf"\b(?:{_PUBLICATIONS[language]})\b"),
        "past": compiled(rf"\b(?:{_PAST[language]})\b"),
    }
    if language in _COMING:
        patterns["coming"] = compiled(f"{_COMING[language]}|{_APPLIED_FOR[language]}")
    return Rule(("S001", "S003"), partial(_past_years, patterns), language)


RULES = tuple(_rule(language) for language in _NAMED)
