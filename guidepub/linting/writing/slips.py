"""G: slips of typing: spaces, marks and signs that stand where none should, or are missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guidepub.linting.texts.alarms import Alarm
from guidepub.linting.texts.blocks import LINES, PROSE, Block, Sentence, with_next
from guidepub.linting.texts.rules import Rule, rules_in
from guidepub.linting.texts.subjects import Subject
from guidepub.text.punctuation.quoting import is_quoted
from guidepub.text.residue.site_chrome import is_page_line
from guidepub.words.languages import primary_language
from guidepub.words.listed import is_word


@dataclass(frozen=True, slots=True)
class _Slip:
    """A typing error; the group that matches is what is wrong, `new` what may safely replace it.

    `languages` are those in which it is one.
    """

    pattern: re.Pattern[str]
    message: str
    new: str | None
    languages: frozenset[str] = frozenset({"en"})


_ALL = frozenset({"de", "en", "es", "fr", "pt"})
# French has a space before its high signs.
_ALL_BUT_FRENCH = _ALL - {"fr"}
# Small words that may stand behind a hyphen that stands for a part: “Vor- und Nachteile”.
_BEHIND_HYPHEN = (
    (
        frozenset({"en"}),
        "and|or|to|but|nor|through|versus|as|plus|than|if|when",
    ),
    (
        frozenset({"de"}),
        "und|oder|bzw|beziehungsweise|bis|sowie|als|wie|noch|aber|statt|u|anstatt|gegen"
        "|neben|hinter|vor|nach|mit|ohne|zu|zur|zum|auf|in|im|an|am|aus|bei|beim|für|von"
        "|vom|über|unter|zwischen|durch|oberhalb|unterhalb|sondern|nicht|nie|weder|doch"
        "|dann|auch|sogar|ist|sind|wird|werden|oft|meist",
    ),
    (
        frozenset({"es", "fr", "pt"}),
        "et|ou|ni|puis|comme|voire|mais|que|plutôt|y|e|o|u|a|à|como|pero|sino|ou|em|com|mas",
    ),
)
_SLIPS = (
    _Slip(re.compile(r"(?<=[\w)”’])([ \xa0]+)(?=,(?:\s|$))"), "A space stands before “{}”.", "", _ALL),
    _Slip(re.compile(r"(?<=[\w)”’])([ \xa0]+)(?=;(?:\s|$))"), "A space stands before “{}”.", "", _ALL_BUT_FRENCH),
    _Slip(re.compile(r"(?<=[a-zß-ÿ]{3})([ \xa0]+)(?=:\s[\wÀ-ÿ])"), "A space stands before “{}”.", "", _ALL_BUT_FRENCH),
    _Slip(re.compile(r"(?<=[a-zß-ÿ)”’])([ \xa0]+)(?=[.](?:\s|$))"), "A space stands before “{}”.", "", _ALL),
    _Slip(re.compile(r"(?<=[a-zß-ÿ)”’])([ \xa0]+)(?=[?!](?:\s|$))"), "A space stands before “{}”.", "", _ALL_BUT_FRENCH),
    _Slip(re.compile(r"(?<=[\w)”’])([ \xa0]+[,;])(?=[A-Za-zÀ-ÿ])|(?<=[a-zß-ÿ)”’])([ \xa0]+\.)(?=[A-ZÀ-Þ][a-zß-ÿ]+\s)"), "The space stands before “{}”, not behind it.", None, _ALL),
    _Slip(re.compile(r"(,[ \xa0]+),"), "A comma stands twice.", "", _ALL),
    _Slip(re.compile(r"(?<=\d)([ \xa0]+)(?=,\d{1,3}(?!\d))"), "A space stands within a figure.", "", _ALL),
    _Slip(re.compile(r"(?<=\w)(¬[ \xa0]?)(?=[^\W\d_])"), "“{}” stands where a line ended.", "", _ALL),
    _Slip(re.compile(r"(?<=[a-zß-ÿ][\"”’)])(\.)(?=[A-ZÀ-Þ][a-zß-ÿ]+\s)"), "A space is missing behind “{}”.", None, _ALL),
    _Slip(re.compile(r"(?<![$\w])(\${2,}|€{2,}|£{2,}|(?:R\$){2,})(?=\s?\d)|(?<=\d)\s?([$€£]{2,})(?!\w)"), "A sign stands twice: “{}”.", None, _ALL),
    _Slip(re.compile(r"(?<![\d;:])\d{1,2}(;)(?=[0-5]\d(?![\d;]))"), "“{}” stands for a colon.", ":", _ALL),
    _Slip(re.compile(r"(?<=[a-z]{2})(?<!etc)(?<!\best)(?<!\binc)(?<!\bltd)(?<!\bvs)(\.) (?=(?:the|they|this|these|there|you|we|most|some|many|he|she)\s)"), "A sentence begins with a small letter.", None),
    _Slip(re.compile(r"(?<=[a-zß-ÿ])([,;])(?=[A-Za-zÀ-ÿ]{2}|[aIyo] )"), "A space is missing behind “{}”.", None, _ALL),
    _Slip(re.compile(r"(?<=\d )([ap]\.m)(?![.\w])|(?<=\d)([ap]\.m)(?![.\w])"), "A stop is missing behind “{}”.", None),
    _Slip(re.compile(r"(?<![\w.,$-])\d+((?:hours?|days?|weeks?|months?|years?|minutes?|pounds|feet|inches|miles|people|percent|dollars|degrees|workers|students))(?!\w)"), "A space is missing before “{}”.", None),
    _Slip(re.compile(r"(?<![\w.,€-])\d+((?:horas?|días?|semanas?|meses|años?|minutos?|kilos|metros|personas|euros|grados|alumnos))(?!\w)"), "A space is missing before “{}”.", None, frozenset({"es"})),
    _Slip(re.compile(r"(?<=[a-zñáéíóú]{4})(?<!prox)(?<!págs)(?<!dpto)(?<!avda)(?<!izda)(?<!dcha)(?<!incl)(\.) ?(?=(?:el|la|los|las|si|se|no|un|una|en|cada|muchos|también|hay|es|son|después|luego|pero|por)\s)"), "A sentence begins with a small letter.", None, frozenset({"es"})),
    _Slip(re.compile(r"(?<=[a-z]{3})(; )(?=(?:The|They|These|Those|This|Some|Most|Many|He|She|We|You|But|And|There|Others?|However|It)\s(?![A-Z]))"), "A capital stands behind a semicolon.", None),
    _Slip(re.compile(r"(?<=[a-z]{3})(, )(?=(?:They|These|Those|There|He|She|We|Employers|Workers|Some|Most|The)\s(?![A-Z])[a-z]+[ ,][^“”\"]*$)"), "A capital stands behind a comma.", None),
    _Slip(re.compile(r"(?<=[a-záéíóúñ]{3})(, )(?=(?:No|Los|Las|Se|Muchos|También|Hay|Es|Son|Pero)\s(?![A-ZÁÉÍÓÚ])[a-záéíóúñ]+[ ,][^“”«»\"]*$)"), "A capital stands behind a comma.", None, frozenset({"es"})),
    _Slip(re.compile(r"(?<=[a-záéíóúñ]{3})( )(?=¿[A-ZÁÉÍÓÚ])"), "A stop is missing before “{}”.", None, frozenset({"es"})),
    _Slip(re.compile(r"(?<=\w[a-zß-ÿ]{2})([.?!])(?=[A-ZÀ-Þ][a-zß-ÿ]+[\s,:.]|[OAEIY]\s[a-zß-ÿ])"), "A space is missing behind “{}”.", None, _ALL),
    _Slip(re.compile(r"(?<=[a-z]{4})(?<!pprox)(?<!incl)(?<!dept)(?<!univ)(?<!assn)(?<!spec)(?<!gals)(?<!quar)(\.) (?=[a-z]{2,}\s)"), "A sentence begins with a small letter.", None),
    _Slip(re.compile(r"(?<=\w)(;;+|::(?!\w)|\?\?+|;:|:;)(?=\s|$)"), "A mark stands twice: “{}”.", None, _ALL),
    _Slip(re.compile(r"([ﬀﬁﬂﬃﬄﬅﬆ][ \xa0]*)"), "A ligature stands for letters: “{}”.", None, _ALL),
    _Slip(re.compile(r"([$€£]\d{1,3}(?:\.\d{3})+,\d\d)(?!\d)|(?<![\d.,])(\d{1,3}(?:\.\d{3})+,\d+)(?!\d)"), "A figure is written as in another language: “{}”.", None),
    _Slip(re.compile(r"(?<![\w.])\d{1,3}([ \xa0]+)(?:st|nd|rd|th)(?!\w)"), "A space parts a number from its ending.", ""),
    _Slip(re.compile(r"(?<!\w)(\$ ?\d[\d,.]* ?(?:dollars|USD)|\d[\d,.]* ?% ?(?:percent|per cent)|\d[\d,.]* (?:percent|per cent) ?%|\d[\d,.]* ?(?:pounds lbs|lbs\.? pounds|feet ft|ft\.? feet|inches in\.|hours hrs|hrs\.? hours|miles mi|years yrs|yrs\.? years|degrees °|° ?[CF] degrees))"), "A unit is said twice: “{}”.", None),
    _Slip(re.compile(r"(?<![\w’'-])([A-Z]{2}[a-z]{3,})(?![\w’'])"), "Two capitals begin a word: “{}”.", None),
    _Slip(re.compile(r"(?<![\w.$-])((?:\d+[lIO]\d*|[lO]\d{2,})(?![\w-]))"), "A letter stands for a digit: “{}”.", None),
    _Slip(re.compile(r"(?<![\w’'-])((?:did|does|do|is|are|was|were|could|would|should|have|has|had)nt|(?:they|you)re|youll|theyll|ive|youve|theyve|weve|thats|whats|theres|heres)(?![\w’'-])", re.I), "An apostrophe is missing: “{}”.", None),
    _Slip(re.compile(r"(?<![\w’'-])([Cc]ant|[Ww]ont)(?= (?:be|do|get|go|have|make|sell|find|take|use|work|see|say|help|wait|afford|keep|always|even|always|know|need|lift|pay|hire|last|come)\b)"), "An apostrophe is missing: “{}”.", None),
    _Slip(re.compile(r"(?<=[a-z])(‘|′|‛)(?=(?:s|t|re|ve|ll|d|m)\b)|(?<!\w)(‘)(?=\d0s\b)"), "“{}” is no apostrophe.", "’"),
    _Slip(re.compile(r"(?<!\S)[“«‘]([ ]+)(?=\w)"), "A space stands behind the quotation mark.", "", _ALL_BUT_FRENCH),
    _Slip(re.compile(r"(?<=[\w.,!?])([ ]+)”(?=\W|$)"), "A space stands before the quotation mark.", "", _ALL_BUT_FRENCH),
    _Slip(re.compile(r"(?<![\w$])\d[\d,]*(\$)(?!\w)"), "The dollar sign stands behind its amount.", None),
    _Slip(re.compile(r"(?<![\w.])((?:[A-Z] ){4,}[A-Z])(?![\w.])"), "The letters of a word are spaced out: “{}”.", None),
    _Slip(re.compile(r"(?<=[a-z)])([.?!])(?=(?:\(|The |In |For |This ))"), "A space is missing behind “{}”.", None),
    _Slip(re.compile(r"(?<=\d)(\.)(?=[A-Z][a-z]+\s)"), "A space is missing behind “{}”.", None),
    *(_Slip(re.compile(rf"(?<=[a-zß-ÿ]{{2}})(- )(?!(?:{words})\b)(?=[a-zß-ÿ]{{2,}}\b)"), "A space stands behind a hyphen.", None, languages) for languages, words in _BEHIND_HYPHEN),
    _Slip(re.compile(r"[$£]\d{1,4}(,)(?=\d\d(?![\d,.]))|(?<![\d.,])\d{1,3}(,)(?=\d{1,2}\s?(?:%|percent\b))|(?<![\d.,$€£/(\[-])(?:0(,)(?=\d{2,4}(?![\d,])|[1-9](?![\d,)\]]| (?:or|and)\b))|\d{1,3}(,)(?=\d{1,2}\s?(?:mm|cm|m|km|kg|g|ml|l|met(?:er|re)s?|kilos?|lit(?:er|re)s?|dioptres|million|billion)\b))"), "A comma stands for a decimal point.", None),
    _Slip(re.compile(r"(?<![\w’'-])([a-z]{1,12}[A-Z]{2,}[a-z]+)(?![\w’'-])"), "Capitals stand within a word: “{}”.", None),
    _Slip(re.compile(r"(?<=[a-zà-ÿ,;])( {2,3})(?=[a-zà-ÿ])"), "Spaces stand twice before “{}”.", " ", _ALL),
    _Slip(re.compile(r"(?<=[a-z]{3})(\()(?=[a-z]{4,}[ ,])"), "A space is missing before “{}”.", None),
    _Slip(re.compile(r"(?<!\w)(l0|lO|O0|0O|I0)(?= )"), "A letter stands for a digit: “{}”.", None),
    _Slip(re.compile(r"\d ?(\?[CF])\b"), "A sign was lost: “{}”.", None),
    _Slip(re.compile(r"(\\)(?=[\s\\]|$)"), "A backslash stands in the text.", None, _ALL),
    _Slip(re.compile(r"(,,+)"), "A comma stands twice.", ",", _ALL),
    _Slip(re.compile(r"(?<=[a-zß-ÿ])(\. \.)(?=\s+[A-ZÀ-Þ]|\s*$)"), "A stop stands twice.", ".", _ALL),
    _Slip(re.compile(r"((?<!\.)\.\.(?!\.))"), "A stop stands twice.", ".", _ALL),
    _Slip(re.compile(r"([,;]\.|;,|,;|:,|\?\.|,:|\.,(?=\s[A-Z]))(?=\s|$)"), "Two marks stand together: “{}”.", None, _ALL),
    _Slip(re.compile(r"([!?]{3,}|!!)"), "“{}” shouts.", None),
    _Slip(re.compile(r"\(([ \xa0]+)(?=[^()\s][^()]*\))"), "A space stands behind the parenthesis.", "", _ALL),
    _Slip(re.compile(r"(?<=[^(\s])([ \xa0]+)(?=\)(?:\W|$))"), "A space stands before the parenthesis.", "", _ALL),
    _Slip(re.compile(r"(?<=[A-Za-z])([´`])(?=(?:s|t|re|ll|ve|d|m)\b)"), "“{}” is no apostrophe.", "’"),
    _Slip(re.compile(r"(?<![\w’'])(?:[cdjlmnst]|(?:qu|jusqu|lorsqu|puisqu|quoiqu|quelqu|presqu|aujourd))['’]([ \xa0]+)(?=[a-zà-ÿ])", re.I), "A space stands behind the apostrophe.", "", frozenset({"fr"})),
    _Slip(re.compile(r"(?<![\w’'])(?:[cdjlmnst]|(?:qu|jusqu|lorsqu|puisqu|quoiqu|quelqu|presqu|aujourd))([ \xa0]+)(?=['’][a-zà-ÿ]{2})", re.I), "A space stands before the apostrophe.", "", frozenset({"fr"})),
    _Slip(re.compile(r"(?<![\w’'])d['’]([ \xa0]+)(?=[aeiouáéíóúâêô]\w)", re.I), "A space stands behind the apostrophe.", "", frozenset({"pt"})),
    _Slip(re.compile(r"['’]( )(?:(?<=n['’] )(?=t\b)|(?:(?<=\b[Ii]t['’] )|(?<=\b[Tt]hat['’] )|(?<=\b[Hh]e['’] )|(?<=\b[Ss]he['’] )|(?<=\b[Tt]here['’] )|(?<=\b[Ww]hat['’] )|(?<=\b[Ww]ho['’] )|(?<=\b[Ll]et['’] ))(?=s\b)|(?:(?<=\b[Yy]ou['’] )|(?<=\b[Ww]e['’] )|(?<=\b[Tt]hey['’] ))(?=(?:re|ve|ll|d)\b)|(?<=\bI['’] )(?=(?:m|ve|ll|d)\b))"), "A space stands behind the apostrophe.", ""),
    _Slip(re.compile(r"(?<=[a-z])([ ]+)(?=n['’]t\b|['’](?:s|re|ve|ll)\b(?!['’]))(?<!\ban\s)(?<!\ba\s)(?<!\bthe\s)(?<!\bwith\s)(?<!\bin\s)(?<!\bor\s)(?<!\band\s)(?<!\bof\s)"), "A space stands before the apostrophe.", ""),
    _Slip(re.compile(r"\$([ \xa0]+)(?=\d)"), "A space stands behind the dollar sign.", ""),
)  # fmt: skip


def _slips(language: str, subject: Subject) -> Iterator[Alarm]:
    for slip in (slip for slip in _SLIPS if language in slip.languages):
        for block, match in subject.matches(slip.pattern, PROSE | LINES):
            wrong = match.lastindex or 0
            start, end = match.span(wrong)
            if _is_no_text(block, start) or (
                "apostrophe is missing" in slip.message and is_quoted(block.text, start, end)
            ):
                continue
            # A space is shown by the sign behind it.
            shown = match[wrong].strip() or block.text[end : end + 1]
            message = slip.message.format(shown)
            yield subject.alarm("G005", block, (start, end), message, "Mend it.", slip.new)


# “Werk- statt”: a line's end parted a word whose end is a small word by itself, “Früh- statt
# Spätdienst” is right.
_PARTED = {
    language: re.compile(rf"(?<![\w-])([^\W\d_]{{2,20}})- ({words})(?![\w-])")
    for languages, words in _BEHIND_HYPHEN
    for language in languages
}


def _parted(language: str, subject: Subject) -> Iterator[Alarm]:
    """Words with a hyphen and a space in them that are one word of the language."""
    for block, match in subject.matches(_PARTED[language], PROSE | LINES):
        whole = match[1] + match[2]
        if is_word(whole, language):
            message = f"“{match[0]}” is one word, “{whole}”."
            yield subject.alarm("G005", block, match.span(), message, "Mend it.", whole)


_ADDRESS = re.compile(r"https?:|www\.|@|\.(?:com|org|gov|edu|net|mil)\b")


def _is_no_text(block: Block, offset: int) -> bool:
    """Return whether a character belongs to a link, or to an address in the text."""
    spans = block.passage.spans
    if any(span.kind == "link" and span.start <= offset < span.end for span in spans):
        return True
    start = block.text.rfind(" ", 0, offset) + 1
    end = block.text.find(" ", offset)
    return bool(_ADDRESS.search(block.text[start : end if end >= 0 else None]))


# Marks of quotation in pairs, and what may close a mark that does not fit.
_MARKS = re.compile(r"[“”„«»\"]")
# In English, « and » are arrows of a site.
_MARKS_ENGLISH = re.compile(r"[“”\"]")
_PAIRS = {"“": "”", "«": "»", "„": "“", "»": "«"}
# »Guten Tag«, as German has it.
_OPENS_INWARD = re.compile(r"(?<![^\s(])»(?=\w)")
_WITHIN = {"“": "«", "«": "“„"}


def _quotations(subject: Subject) -> Iterator[Alarm]:
    """Quotations that end in another kind of mark than they began, or never."""
    language = primary_language(subject.guide.language)
    for block, following in with_next(subject.blocks):
        if not block.is_prose or is_page_line(block.text):
            continue
        goes_on = following is not None and _goes_on(block.text, following.text, language)
        marks = _MARKS_ENGLISH if language == "en" else _MARKS
        for at, message in _odd_marks(block, marks, goes_on):
            yield subject.alarm("G005", block, (at, at + 1), message, "Close it with its partner.")


def _goes_on(before: str, text: str, language: str) -> bool:
    """Return whether a paragraph continues the quotation in the one before it, `before`.

    Outside English, behind a question, one whose quotation closes within it is another's answer.
    """
    if text[:1] not in ("“", "«", "„", '"', "»"):
        return False
    if language == "en" or not before.rstrip().endswith("?"):
        return True
    closes = text.find(_PAIRS.get(text[0], '"'), 1)
    return closes < 0 or not re.search(r"\w", text[closes:])


def _odd_marks(block: Block, marks: re.Pattern[str], goes_on: bool) -> Iterator[tuple[int, str]]:
    text = block.text
    for span in block.passage.spans_of("code"):
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    opened: tuple[int, str] | None = None
    within = ""
    # »Guten Tag« closes with what other languages open with.
    inward = "«" in text
    for match in marks.finditer(text):
        mark, at = match[0], match.start()
        # Six feet by 8", and a character in the wrong encoding.
        is_inch = mark == '"' and opened is None and text[:at].rstrip()[-1:].isdigit()
        if is_inch or text[max(at - 2, 0) : at] == "â€":
            continue
        if opened is not None and (within or mark in _WITHIN.get(opened[1], "")):
            # A quotation within one: « Qui a écrit “bonjour” ? ».
            within = mark if not within else ("" if mark == _PAIRS.get(within) else within)
            continue
        if at == 0 and mark == "»" and not inward:
            # A speech of the paragraph before goes on so in Spanish.
            opened = (at, "«")
        elif opened is None and (mark not in "”»" or (inward and _OPENS_INWARD.match(text, at))):
            opened = (at, mark)
        elif opened is None:
            if text.count('"', 0, at) % 2 == 0 and at:
                yield at, f"“{mark}” closes what nothing opened."
        else:
            partner = '"' if opened[1] == '"' else _PAIRS.get(opened[1], "”")
            if mark == partner or (opened[1] == "„" and mark == "”"):
                opened = None
            elif mark in '"”»“' and not (mark == "“" and opened[1] == "«") and mark != opened[1]:
                yield at, f"“{opened[1]}” is closed with “{mark}”."
                opened = None
    if opened is not None and not goes_on:
        yield opened[0], "This quotation never closes."


_ENDS_ONLY = re.compile(r"[?!][”»\")]*$")


def _inverted(subject: Subject) -> Iterator[Alarm]:
    """Spanish questions and exclamations that lack one of their two marks."""
    lines = (block for block in subject.blocks if block.passage.kind in LINES)
    for sentence in (*subject.sentences, *(Sentence(block.text, 0, block) for block in lines)):
        text = sentence.text
        for opening, closing in (("¿", "?"), ("¡", "!")):
            opened, closed = text.count(opening), text.count(closing)
            mixed = ("¿" in text and "¡" in text) or "?!" in text or "!?" in text
            if mixed or (opened > 0) == (closed > 0):
                continue
            if opened or _ENDS_ONLY.search(text):
                at = sentence.start + (text.index(opening) if opened else len(text) - 1)
                partner = closing if opened else opening
                message = f"“{partner}” is missing."
                yield subject.alarm("G005", sentence.block, (at, at + 1), message, "Write both.")


RULES = (
    Rule(("G005",), _inverted, "es"),
    *rules_in(sorted(_ALL), ("G005",), _slips),
    *rules_in(sorted(_ALL), ("G005",), _parted),
    Rule(("G005",), _quotations),
)
