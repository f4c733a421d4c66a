"""G: typing errors: missing, doubled or misplaced spaces, punctuation marks and symbols."""

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
    """A typing error in some languages.

    The group that matches is wrong; `new` is a safe replacement for it, if there is one.
    """

    pattern: re.Pattern[str]
    message: str
    new: str | None
    languages: frozenset[str] = frozenset({"en"})


_ALL = frozenset({"de", "en", "es", "fr", "pt"})
# French has a space before two-part punctuation marks.
_ALL_BUT_FRENCH = _ALL - {"fr"}
# Small words that may follow a suspended hyphen: “Vor- und Nachteile”.
_AFTER_SUSPENDED_HYPHEN = (
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
    _Slip(re.compile(r"(?<=[\w)”’])([ \xa0]+)(?=,(?:\s|$))"), "There is a space before “{}”.", "", _ALL),
    _Slip(re.compile(r"(?<=[\w)”’])([ \xa0]+)(?=;(?:\s|$))"), "There is a space before “{}”.", "", _ALL_BUT_FRENCH),
    _Slip(re.compile(r"(?<=[a-zß-ÿ]{3})([ \xa0]+)(?=:\s[\wÀ-ÿ])"), "There is a space before “{}”.", "", _ALL_BUT_FRENCH),
    _Slip(re.compile(r"(?<=[a-zß-ÿ)”’])([ \xa0]+)(?=[.](?:\s|$))"), "There is a space before “{}”.", "", _ALL),
    _Slip(re.compile(r"(?<=[a-zß-ÿ)”’])([ \xa0]+)(?=[?!](?:\s|$))"), "There is a space before “{}”.", "", _ALL_BUT_FRENCH),
    _Slip(re.compile(r"(?<=[\w)”’])([ \xa0]+[,;])(?=[A-Za-zÀ-ÿ])|(?<=[a-zß-ÿ)”’])([ \xa0]+\.)(?=[A-ZÀ-Þ][a-zß-ÿ]+\s)"), "The space is before “{}”, not after it.", None, _ALL),
    _Slip(re.compile(r"(,[ \xa0]+),"), "The comma is doubled.", "", _ALL),
    _Slip(re.compile(r"(?<=\d)([ \xa0]+)(?=,\d{1,3}(?!\d))"), "There is a space within a figure.", "", _ALL),
    _Slip(re.compile(r"(?<=\w)(¬[ \xa0]?)(?=[^\W\d_])"), "“{}” marks where a line ended.", "", _ALL),
    _Slip(re.compile(r"(?<=[a-zß-ÿ][\"”’)])(\.)(?=[A-ZÀ-Þ][a-zß-ÿ]+\s)"), "A space is missing after “{}”.", None, _ALL),
    _Slip(re.compile(r"(?<![$\w])(\${2,}|€{2,}|£{2,}|(?:R\$){2,})(?=\s?\d)|(?<=\d)\s?([$€£]{2,})(?!\w)"), "A sign is doubled: “{}”.", None, _ALL),
    _Slip(re.compile(r"(?<![\d;:])\d{1,2}(;)(?=[0-5]\d(?![\d;]))"), "“{}” is used for a colon.", ":", _ALL),
    _Slip(re.compile(r"(?<=[a-z]{2})(?<!etc)(?<!\best)(?<!\binc)(?<!\bltd)(?<!\bvs)(\.) (?=(?:the|they|this|these|there|you|we|most|some|many|he|she)\s)"), "A sentence begins with a small letter.", None),
    _Slip(re.compile(r"(?<=[a-zß-ÿ])([,;])(?=[A-Za-zÀ-ÿ]{2}|[aIyo] )"), "A space is missing after “{}”.", None, _ALL),
    _Slip(re.compile(r"(?<=\d )([ap]\.m)(?![.\w])|(?<=\d)([ap]\.m)(?![.\w])"), "A period is missing after “{}”.", None),
    _Slip(re.compile(r"(?<![\w.,$-])\d+((?:hours?|days?|weeks?|months?|years?|minutes?|pounds|feet|inches|miles|people|percent|dollars|degrees|workers|students))(?!\w)"), "A space is missing before “{}”.", None),
    _Slip(re.compile(r"(?<![\w.,€-])\d+((?:horas?|días?|semanas?|meses|años?|minutos?|kilos|metros|personas|euros|grados|alumnos))(?!\w)"), "A space is missing before “{}”.", None, frozenset({"es"})),
    _Slip(re.compile(r"(?<=[a-zñáéíóú]{4})(?<!prox)(?<!págs)(?<!dpto)(?<!avda)(?<!izda)(?<!dcha)(?<!incl)(\.) ?(?=(?:el|la|los|las|si|se|no|un|una|en|cada|muchos|también|hay|es|son|después|luego|pero|por)\s)"), "A sentence begins with a small letter.", None, frozenset({"es"})),
    _Slip(re.compile(r"(?<=[a-z]{3})(; )(?=(?:The|They|These|Those|This|Some|Most|Many|He|She|We|You|But|And|There|Others?|However|It)\s(?![A-Z]))"), "There is a capital letter after a semicolon.", None),
    _Slip(re.compile(r"(?<=[a-z]{3})(, )(?=(?:They|These|Those|There|He|She|We|Employers|Workers|Some|Most|The)\s(?![A-Z])[a-z]+[ ,][^“”\"]*$)"), "There is a capital letter after a comma.", None),
    _Slip(re.compile(r"(?<=[a-záéíóúñ]{3})(, )(?=(?:No|Los|Las|Se|Muchos|También|Hay|Es|Son|Pero)\s(?![A-ZÁÉÍÓÚ])[a-záéíóúñ]+[ ,][^“”«»\"]*$)"), "There is a capital letter after a comma.", None, frozenset({"es"})),
    _Slip(re.compile(r"(?<=[a-záéíóúñ]{3})( )(?=¿[A-ZÁÉÍÓÚ])"), "A period is missing before “{}”.", None, frozenset({"es"})),
    _Slip(re.compile(r"(?<=\w[a-zß-ÿ]{2})([.?!])(?=[A-ZÀ-Þ][a-zß-ÿ]+[\s,:.]|[OAEIY]\s[a-zß-ÿ])"), "A space is missing after “{}”.", None, _ALL),
    _Slip(re.compile(r"(?<=[a-z]{4})(?<!pprox)(?<!incl)(?<!dept)(?<!univ)(?<!assn)(?<!spec)(?<!gals)(?<!quar)(\.) (?=[a-z]{2,}\s)"), "A sentence begins with a small letter.", None),
    _Slip(re.compile(r"(?<=\w)(;;+|::(?!\w)|\?\?+|;:|:;)(?=\s|$)"), "A punctuation mark is doubled: “{}”.", None, _ALL),
    _Slip(re.compile(r"([ﬀﬁﬂﬃﬄﬅﬆ][ \xa0]*)"), "A ligature is used instead of letters: “{}”.", None, _ALL),
    _Slip(re.compile(r"([$€£]\d{1,3}(?:\.\d{3})+,\d\d)(?!\d)|(?<![\d.,])(\d{1,3}(?:\.\d{3})+,\d+)(?!\d)"), "A figure is written as in another language: “{}”.", None),
    _Slip(re.compile(r"(?<![\w.])\d{1,3}([ \xa0]+)(?:st|nd|rd|th)(?!\w)"), "There is a space between a number and its ending.", ""),
    _Slip(re.compile(r"(?<!\w)(\$ ?\d[\d,.]* ?(?:dollars|USD)|\d[\d,.]* ?% ?(?:percent|per cent)|\d[\d,.]* (?:percent|per cent) ?%|\d[\d,.]* ?(?:pounds lbs|lbs\.? pounds|feet ft|ft\.? feet|inches in\.|hours hrs|hrs\.? hours|miles mi|years yrs|yrs\.? years|degrees °|° ?[CF] degrees))"), "A unit is given twice: “{}”.", None),
    _Slip(re.compile(r"(?<![\w’'-])([A-Z]{2}[a-z]{3,})(?![\w’'])"), "A word begins with two capitals: “{}”.", None),
    _Slip(re.compile(r"(?<![\w.$-])((?:\d+[lIO]\d*|[lO]\d{2,})(?![\w-]))"), "A letter is used for a digit: “{}”.", None),
    _Slip(re.compile(r"(?<![\w’'-])((?:did|does|do|is|are|was|were|could|would|should|have|has|had)nt|(?:they|you)re|youll|theyll|ive|youve|theyve|weve|thats|whats|theres|heres)(?![\w’'-])", re.I), "An apostrophe is missing: “{}”.", None),
    _Slip(re.compile(r"(?<![\w’'-])([Cc]ant|[Ww]ont)(?= (?:be|do|get|go|have|make|sell|find|take|use|work|see|say|help|wait|afford|keep|always|even|always|know|need|lift|pay|hire|last|come)\b)"), "An apostrophe is missing: “{}”.", None),
    _Slip(re.compile(r"(?<=[a-z])(‘|′|‛)(?=(?:s|t|re|ve|ll|d|m)\b)|(?<!\w)(‘)(?=\d0s\b)"), "“{}” is not an apostrophe.", "’"),
    _Slip(re.compile(r"(?<!\S)[“«‘]([ ]+)(?=\w)"), "There is a space after the quotation mark.", "", _ALL_BUT_FRENCH),
    _Slip(re.compile(r"(?<=[\w.,!?])([ ]+)”(?=\W|$)"), "There is a space before the quotation mark.", "", _ALL_BUT_FRENCH),
    _Slip(re.compile(r"(?<![\w$])\d[\d,]*(\$)(?!\w)"), "The dollar sign is after its amount.", None),
    _Slip(re.compile(r"(?<![\w.])((?:[A-Z] ){4,}[A-Z])(?![\w.])"), "The letters of a word are spaced out: “{}”.", None),
    _Slip(re.compile(r"(?<=[a-z)])([.?!])(?=(?:\(|The |In |For |This ))"), "A space is missing after “{}”.", None),
    _Slip(re.compile(r"(?<=\d)(\.)(?=[A-Z][a-z]+\s)"), "A space is missing after “{}”.", None),
    *(_Slip(re.compile(rf"(?<=[a-zß-ÿ]{{2}})(- )(?!(?:{words})\b)(?=[a-zß-ÿ]{{2,}}\b)"), "There is a space after a hyphen.", None, languages) for languages, words in _AFTER_SUSPENDED_HYPHEN),
    _Slip(re.compile(r"[$£]\d{1,4}(,)(?=\d\d(?![\d,.]))|(?<![\d.,])\d{1,3}(,)(?=\d{1,2}\s?(?:%|percent\b))|(?<![\d.,$€£/(\[-])(?:0(,)(?=\d{2,4}(?![\d,])|[1-9](?![\d,)\]]| (?:or|and)\b))|\d{1,3}(,)(?=\d{1,2}\s?(?:mm|cm|m|km|kg|g|ml|l|met(?:er|re)s?|kilos?|lit(?:er|re)s?|dioptres|million|billion)\b))"), "A comma is used for a decimal point.", None),
    _Slip(re.compile(r"(?<![\w’'-])([a-z]{1,12}[A-Z]{2,}[a-z]+)(?![\w’'-])"), "There are capitals within a word: “{}”.", None),
    _Slip(re.compile(r"(?<=[a-zà-ÿ,;])( {2,3})(?=[a-zà-ÿ])"), "There is more than one space before “{}”.", " ", _ALL),
    _Slip(re.compile(r"(?<=[a-z]{3})(\()(?=[a-z]{4,}[ ,])"), "A space is missing before “{}”.", None),
    _Slip(re.compile(r"(?<!\w)(l0|lO|O0|0O|I0)(?= )"), "A letter is used for a digit: “{}”.", None),
    _Slip(re.compile(r"\d ?(\?[CF])\b"), "A sign was lost: “{}”.", None),
    _Slip(re.compile(r"(\\)(?=[\s\\]|$)"), "There is a stray backslash.", None, _ALL),
    _Slip(re.compile(r"(,,+)"), "The comma is doubled.", ",", _ALL),
    _Slip(re.compile(r"(?<=[a-zß-ÿ])(\. \.)(?=\s+[A-ZÀ-Þ]|\s*$)"), "The period is doubled.", ".", _ALL),
    _Slip(re.compile(r"((?<!\.)\.\.(?!\.))"), "The period is doubled.", ".", _ALL),
    _Slip(re.compile(r"([,;]\.|;,|,;|:,|\?\.|,:|\.,(?=\s[A-Z]))(?=\s|$)"), "Two punctuation marks follow each other: “{}”.", None, _ALL),
    _Slip(re.compile(r"([!?]{3,}|!!)"), "“{}” shouts.", None),
    _Slip(re.compile(r"\(([ \xa0]+)(?=[^()\s][^()]*\))"), "There is a space after the parenthesis.", "", _ALL),
    _Slip(re.compile(r"(?<=[^(\s])([ \xa0]+)(?=\)(?:\W|$))"), "There is a space before the parenthesis.", "", _ALL),
    _Slip(re.compile(r"(?<=[A-Za-z])([´`])(?=(?:s|t|re|ll|ve|d|m)\b)"), "“{}” is not an apostrophe.", "’"),
    _Slip(re.compile(r"(?<![\w’'])(?:[cdjlmnst]|(?:qu|jusqu|lorsqu|puisqu|quoiqu|quelqu|presqu|aujourd))['’]([ \xa0]+)(?=[a-zà-ÿ])", re.I), "There is a space after the apostrophe.", "", frozenset({"fr"})),
    _Slip(re.compile(r"(?<![\w’'])(?:[cdjlmnst]|(?:qu|jusqu|lorsqu|puisqu|quoiqu|quelqu|presqu|aujourd))([ \xa0]+)(?=['’][a-zà-ÿ]{2})", re.I), "There is a space before the apostrophe.", "", frozenset({"fr"})),
    _Slip(re.compile(r"(?<![\w’'])d['’]([ \xa0]+)(?=[aeiouáéíóúâêô]\w)", re.I), "There is a space after the apostrophe.", "", frozenset({"pt"})),
    _Slip(re.compile(r"['’]( )(?:(?<=n['’] )(?=t\b)|(?:(?<=\b[Ii]t['’] )|(?<=\b[Tt]hat['’] )|(?<=\b[Hh]e['’] )|(?<=\b[Ss]he['’] )|(?<=\b[Tt]here['’] )|(?<=\b[Ww]hat['’] )|(?<=\b[Ww]ho['’] )|(?<=\b[Ll]et['’] ))(?=s\b)|(?:(?<=\b[Yy]ou['’] )|(?<=\b[Ww]e['’] )|(?<=\b[Tt]hey['’] ))(?=(?:re|ve|ll|d)\b)|(?<=\bI['’] )(?=(?:m|ve|ll|d)\b))"), "There is a space after the apostrophe.", ""),
    _Slip(re.compile(r"(?<=[a-z])([ ]+)(?=n['’]t\b|['’](?:s|re|ve|ll)\b(?!['’]))(?<!\ban\s)(?<!\ba\s)(?<!\bthe\s)(?<!\bwith\s)(?<!\bin\s)(?<!\bor\s)(?<!\band\s)(?<!\bof\s)"), "There is a space before the apostrophe.", ""),
    _Slip(re.compile(r"\$([ \xa0]+)(?=\d)"), "There is a space after the dollar sign.", ""),
)  # fmt: skip


def _slips(language: str, subject: Subject) -> Iterator[Alarm]:
    for slip in (slip for slip in _SLIPS if language in slip.languages):
        for block, match in subject.matches(slip.pattern, PROSE | LINES):
            wrong = match.lastindex or 0
            start, end = match.span(wrong)
            if _is_in_address(block, start) or (
                "apostrophe is missing" in slip.message and is_quoted(block.text, start, end)
            ):
                continue
            # Code that begins a sentence keeps its small letter.
            if any(match.end() == code.start for code in block.passage.spans_of("code")):
                continue
            # A message about a space shows the character after it.
            shown = match[wrong].strip() or block.text[end : end + 1]
            message = slip.message.format(shown)
            yield subject.alarm("G005", block, (start, end), message, "Correct it.", slip.new)


# “Werk- statt” is one word that was split at the end of a line, although “statt” is a small word;
# “Früh- statt Spätdienst” is right.
_SPLIT = {
    language: re.compile(rf"(?<![\w-])([^\W\d_]{{2,20}})- ({words})(?![\w-])")
    for languages, words in _AFTER_SUSPENDED_HYPHEN
    for language in languages
}


def _split_words(language: str, subject: Subject) -> Iterator[Alarm]:
    """Yield alarms for words that were split by a hyphen and a space."""
    for block, match in subject.matches(_SPLIT[language], PROSE | LINES):
        whole = match[1] + match[2]
        if is_word(whole, language):
            message = f"“{match[0]}” is one word, “{whole}”."
            yield subject.alarm("G005", block, match.span(), message, "Correct it.", whole)


_ADDRESS = re.compile(r"https?:|www\.|@|\.(?:com|org|gov|edu|net|mil)\b")


def _is_in_address(block: Block, offset: int) -> bool:
    """Return whether a character is part of a link or an address."""
    spans = block.passage.spans
    if any(span.kind == "link" and span.start <= offset < span.end for span in spans):
        return True
    start = block.text.rfind(" ", 0, offset) + 1
    end = block.text.find(" ", offset)
    return bool(_ADDRESS.search(block.text[start : end if end >= 0 else None]))


# Quotation marks.
_MARKS = re.compile(r"[“”„«»\"]")
# In English, « and » are arrows from a web site.
_MARKS_ENGLISH = re.compile(r"[“”\"]")
_PAIRS = {"“": "”", "«": "»", "„": "“", "»": "«"}
# German may quote like this: »Guten Tag«.
_OPENS_INWARD = re.compile(r"(?<![^\s(])»(?=\w)")
_NESTED = {"“": "«", "«": "“„"}


def _quotations(subject: Subject) -> Iterator[Alarm]:
    """Yield alarms for quotations that never close, or close with another kind of mark."""
    language = primary_language(subject.guide.language)
    for block, following in with_next(subject.blocks):
        if not block.is_prose or is_page_line(block.text):
            continue
        continues = following is not None and _continues_quotation(
            block.text, following.text, language
        )
        marks = _MARKS_ENGLISH if language == "en" else _MARKS
        for at, message in _unpaired_marks(block, marks, continues):
            yield subject.alarm("G005", block, (at, at + 1), message, "Close it with its partner.")


def _continues_quotation(before: str, text: str, language: str) -> bool:
    """Return whether a paragraph continues the quotation of the one before it, `before`.

    Outside English, a quotation after a question is an answer if it closes within the paragraph.
    """
    if text[:1] not in ("“", "«", "„", '"', "»"):
        return False
    if language == "en" or not before.rstrip().endswith("?"):
        return True
    closes = text.find(_PAIRS.get(text[0], '"'), 1)
    return closes < 0 or not re.search(r"\w", text[closes:])


def _unpaired_marks(
    block: Block, marks: re.Pattern[str], continues: bool
) -> Iterator[tuple[int, str]]:
    text = block.text
    for span in block.passage.spans_of("code"):
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    opened: tuple[int, str] | None = None
    nested = ""
    # »Guten Tag« closes with the mark that opens a quotation elsewhere.
    opens_inward = "«" in text
    for match in marks.finditer(text):
        mark, at = match[0], match.start()
        # Inches (6 feet by 8"), and characters in the wrong encoding.
        is_inch = mark == '"' and opened is None and text[:at].rstrip()[-1:].isdigit()
        if is_inch or text[max(at - 2, 0) : at] == "â€":
            continue
        if opened is not None and (nested or mark in _NESTED.get(opened[1], "")):
            # A nested quotation: « Qui a écrit “bonjour” ? ».
            nested = mark if not nested else ("" if mark == _PAIRS.get(nested) else nested)
            continue
        if at == 0 and mark == "»" and not opens_inward:
            # In Spanish, » continues the speech of the paragraph before.
            opened = (at, "«")
        elif opened is None and (
            mark not in "”»" or (opens_inward and _OPENS_INWARD.match(text, at))
        ):
            opened = (at, mark)
        elif opened is None:
            if text.count('"', 0, at) % 2 == 0 and at:
                yield at, f"“{mark}” closes a quotation that was never opened."
        else:
            partner = '"' if opened[1] == '"' else _PAIRS.get(opened[1], "”")
            if mark == partner or (opened[1] == "„" and mark == "”"):
                opened = None
            elif mark in '"”»“' and not (mark == "“" and opened[1] == "«") and mark != opened[1]:
                yield at, f"“{opened[1]}” is closed with “{mark}”."
                opened = None
    if opened is not None and not continues:
        yield opened[0], "This quotation never closes."


_ENDS_ONLY = re.compile(r"[?!][”»\")]*$")


def _unpaired_inverted_marks(subject: Subject) -> Iterator[Alarm]:
    """Yield alarms for Spanish questions and exclamations with only one of their two marks."""
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
    Rule(("G005",), _unpaired_inverted_marks, "es"),
    *rules_in(sorted(_ALL), ("G005",), _slips),
    *rules_in(sorted(_ALL), ("G005",), _split_words),
    Rule(("G005",), _quotations),
)
