"""X: remains of a web site or a program: page code, template tags, HTML, placeholders.

To add a kind, add a row to `_ROWS`. Unfinished sentences are in `breaks`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from guidepub.linting.texts.alarms import Alarm, Edit
from guidepub.linting.texts.blocks import LINES, PROSE, Block
from guidepub.linting.texts.parts import shown
from guidepub.linting.texts.rules import Rule
from guidepub.linting.texts.subjects import Subject
from guidepub.markdown import Origin
from guidepub.text.punctuation.note_marks import LEFT_BEHIND
from guidepub.text.punctuation.quoting import is_quoted
from guidepub.text.residue.drafts import left_to_do
from guidepub.text.residue.page_code import page_code
from guidepub.text.residue.program_output import program_output
from guidepub.text.residue.site_chrome import (
    is_chrome,
    is_chrome_sentence,
    is_menu,
    is_page_line,
    is_running_head,
    page_words,
    works_on_screens,
)

_EVERYWHERE = PROSE | LINES
_WITH_CODE = _EVERYWHERE | {"code"}


@dataclass(frozen=True, slots=True)
class _Residue:
    """A kind of remains: its code, its pattern and its message."""

    code: str
    pattern: re.Pattern[str]
    message: str
    remedy: str
    kinds: frozenset[str] = _WITH_CODE


_ELEMENTS = (
    "a|abbr|acronym|address|area|article|aside|audio|b|base|bdi|bdo|big|blockquote|body|br|button|canvas|caption|center|cite|code"
    "|col|colgroup|data|datalist|dd|del|details|dfn|dialog|dir|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|form|frame|frameset"
    "|h[1-6]|head|header|hgroup|hr|html|i|iframe|img|input|ins|kbd|label|legend|li|link|main|map|mark|marquee|menu|meta|meter|nav"
    "|nobr|noframes|noscript|object|ol|optgroup|option|output|p|param|picture|pre|progress|q|rp|rt|ruby|s|samp|script|section|select"
    "|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|time|title|tr|track|tt"
    "|u|ul|var|video|wbr|ref|references|nowiki|noinclude|includeonly|syntaxhighlight"
)
# “Dear {first_name}”, but not a role, which is followed by backticks.
_FIELD = re.compile(
    r"(?<![\w\\$#{%])\{(?:[a-z][a-z_]{1,30}(?:\.[a-z_]{2,20})?"
    r"|[a-z]{2,20} (?:name|title|date|year|number|address|code|city|state|phone|e-?mail|company))\}(?![`}\w\s]*`)"
)
_HTML = re.compile(
    # “If a<b and b>c” is a comparison.
    rf"(?=[<‹-])(?:(?!<[abipqsu]\s[^<>=]*>)</?(?:{_ELEMENTS})(?:\s[^<>]*)?/?>|<\s?(?:{_ELEMENTS})\s+[\w-]+\s?=|<!--[^<>]{{0,300}}-->|<!--|-->|<!DOCTYPE\b"
    # Closing tags of any name, and tags in other brackets or without any.
    r"|<\s?/\s?[a-z][\w:-]{0,30}\s?>|<[a-z][\w-]{1,30}>(?=[^<\n]{0,400}</)"
    rf"|‹(?:/\s?(?:{_ELEMENTS})|(?:{_ELEMENTS})\s[^‹›=]{{0,60}}=[^‹›]{{0,200}})›"
    # Tags of any markup language: “<mrk mtype="seg">”, “<ac:image ac:width="3"/>”, “</w:p>”.
    r"|<[a-z][\w.:-]{0,40}\s+[\w.:-]{1,40}\s?=\s?[\"'“”«][^<>]{0,400}>|</?[a-z][\w-]{0,20}:[a-z][\w-]{0,40}\s?/?>)"
    r"|(?<![\w<‹\[{])(?:div|span|section)\s(?:class|id|style)\s?=\s?[\"“]",
    re.IGNORECASE,
)
_MOJIBAKE = re.compile(
    "â€[™œ\u009d\u0080-\u00bf“”˜¦]?|Ã[\u00a0-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ€™š›œžŸ¡-¿]|Â[\u00a0-\u00bf]|ï»¿|ï¿½|\ufffd|\u00ad\u00ad"
    # “=E2=80=99”: quoted-printable, from mail.
    "|(?:=[C-F][0-9A-F](?:=[89AB][0-9A-F]){1,3})+"
)
# Not after a word, as in print().
_EMPTY = re.compile(r"(?<!\w)\(\s*[,;.:–—-]?\s*\)|\(\s+\)|\[\](?![(\[:])|\{\s*\}(?!`)|“\s*”")

_ROWS = (
    _Residue("X001", page_code("script"), "The text contains page code: “{}”.", "Delete it; for a list of programs write :::{programs}."),
    _Residue("X002", page_code("template"), "The text contains a template’s tag: “{}”.", "Write the text that was meant, or delete it."),
    _Residue("X002", _FIELD, "The text contains a template’s tag: “{}”.", "Write the text that was meant, or delete it.", _EVERYWHERE),
    _Residue("X003", _HTML, "The text contains HTML: “{}”.", "Write it in Markdown, or delete it: it would be printed as it is.", _EVERYWHERE),
    _Residue("X005", page_code("shortcode"), "The text contains a shortcode: “{}”.", "Write its directive, or delete it."),
    _Residue("X006", page_words(), "“{}” is about a web page, not a book.", "Name the section or the source instead.", _EVERYWHERE),
    _Residue("X007", _EMPTY, "Brackets are empty: “{}”.", "Fill them, or delete them.", _EVERYWHERE),
    _Residue("X011", left_to_do(), "A placeholder has not been filled in: “{}”.", "Write the text, or delete it."),
    _Residue("X015", _MOJIBAKE, "A character was read in the wrong encoding: “{}”.", "Write the character that was meant.", _WITH_CODE),
    _Residue("X017", program_output(), "The text contains output of a program: “{}”.", "Delete it, or write what was meant."),
    _Residue("X016", LEFT_BEHIND, "The mark of a note leads nowhere: “{}”.", "Cite the source, [@key], or write a footnote, [^1].", _EVERYWHERE),
)  # fmt: skip
_NOT_PROSE = frozenset({"X001", "X002", "X011"})
# The name of a line with the credit of a picture.
_CREDIT = "credit"
# Remains that a text may quote in order to mention them.
_MAY_BE_MENTIONED = frozenset({"X006", "X011", "X017"})
# “Save it as scan-01.tif” names a file.
_NAMES_FILE = re.compile(
    r"\b(?:files?|named|called|names?|sav(?:e|es|ed|ing)|opens?|edits?|uploads?|as|such\s+as|instance|like)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
# “Users click on the button” describes work; “click on the map” addresses the reader.
_OTHER_PEOPLE = re.compile(
    r"\b(?:users?|people|they|he|she|who|staff|\w{3,}(?:ers?|ors?|ists?|ians?|ants?|ents))\s+(?:\w+\s+){0,2}$|\b(?:has|have|needs?|wants?|tries|try)\s+to\s+$",
    re.IGNORECASE,
)
_ACTIONS = re.compile(
    r"(?:click|scroll|log|share|like|download|hover|tap|sign|subscri|fill|select|enter|choose|bookmark|print|visit|watch|press|read|leav|post|browse)",
    re.IGNORECASE,
)
_PLACE_OF_WORK = re.compile(
    r"\b(?:construction|building|dig|excavat\w+|archaeolog\w+|crews?|cranes?|concrete|trench\w*|hard hats?|helmets?|contractors?|scaffold\w*|soil|burial"
    r"|landfill|quarry|drill\w*|demolition|acres|camp\w*|clinical|nuclear|launch|masons?|bricks?|superintendent|guards?|tents?|toilets?|trucks?"
    r"|departments?|shifts?|nights?|parking|refiner(?:y|ies)|plants?|foreman|foremen|boots|workers?|work(?:s|ing)? (?:on|at|starts?|begins?|stops?))\b",
    re.IGNORECASE,
)
# A post that somebody holds is not a blog post.
_POSITION = re.compile(
    r"\b(?:start(?:s|ed)?|beg[ai]ns?|begun|serv(?:e|es|ed|ing)|stay(?:s|ed)?|remain(?:s|ed)?|retir\w+|work(?:s|ed)?|appoint\w+|employ\w+|held|years?|months?)"
    r" (?:(?!with|by)\w+ )?in this post\b",
    re.IGNORECASE,
)


def _is_mentioned(text: str, match: re.Match[str]) -> bool:
    """Return whether a match is only mentioned, or will be reported with its whole block as chrome."""
    return is_chrome(text) or _has_other_meaning(text, match) or is_quoted(text, *match.span())


# Words about forms and transcripts, in which blanks and time stamps belong.
_FORM_WORDS = re.compile(
    r"\b(?:templates?|placeholders?|brackets?|blanks?|blank line|time ?stamps?|forms? reads?|plantillas?|corchetes?)\b[^.]{0,160}$",
    re.IGNORECASE,
)


# “They fill a layout with lorem ipsum”: dummy text that is mentioned, not used.
_MENTIONED_DUMMY = re.compile(
    r"(?<=\w)\s+(?:with|of|as|in|the|use[sd]?|using|or|and|into|called|than|con|de|del|en|como|mit|als|avec|du)\s+(?:some\s+|dummy\s+|plain\s+|el\s+|the\s+)?$",
    re.IGNORECASE,
)
# “They mark missing words with TK”.
_MENTIONED_LETTERS = re.compile(
    r"\b(?:with|as|by|writes?|write|letters|code|sign|word|initials|abbreviation)\s+(?:an?\s+|the\s+)?$",
    re.IGNORECASE,
)
# “The lock gives a click here”: a sound, unless it is the means (“with a click”).
_SOUND = re.compile(
    r"(?<!\bwith )(?<!\bby )(?<!\bcom )(?<!\bcon )(?<!\bavec )(?<!\bpar )\b(?:an?|the|each|every|another|no|um|outro|o|cada|un|otro|el|le|chaque)\s+$"
    r"|\w\s+(?:faz|fazem|fez|makes|goes)\s+$",
    re.IGNORECASE,
)
# Words that address the reader of a web page, whatever the guide is about.
_TO_THE_READER = re.compile(
    r"\b(?:this|our|my|here|below|above|right|left|your|us|este|esta|nuestr[oa]|aquí)\b",
    re.IGNORECASE,
)
# Words next to which a tag may be mentioned.
_NAMES_TAGS = re.compile(
    r"\b(?:tags?|elements?|html|markup|code|etiquetas?|balises?)\b", re.IGNORECASE
)

_ARTICLE = re.compile(
    r"(?:the|an?|el|la|los|las|una?|le|les|une|der|die|das|eine?|os?|as?|uma?)\s", re.I
)


def _is_about_the_work(subject: Subject, block: Block, match: re.Match[str]) -> bool:
    """Return whether words about a page describe the occupation's work: “the menus and search box”."""
    if not works_on_screens(subject.guide.title):
        return False
    begins = any(start <= match.start() <= start + 1 for start, _ in block.bounds)
    # A sentence about the home page may begin with these words, but not a call to click.
    calls = begins and not _ARTICLE.match(match[0])
    return not (calls or _TO_THE_READER.search(match[0]) or block.passage.kind == "heading")


def _is_mentioned_tag(subject: Subject, block: Block, match: re.Match[str]) -> bool:
    """Return whether a tag is written as `&lt;b&gt;` in a sentence about tags."""
    if not _NAMES_TAGS.search(block.text):
        return False
    _, index, field = block.passage.origin
    text = str(getattr(subject.guide.sections[int(index)], str(field)))
    line = text.split("\n")[block.passage.place(match.start())[0] - 1]
    return "&lt;" in line and match[0] not in line


def _has_other_meaning(text: str, match: re.Match[str]) -> bool:
    """Return whether words like “site” and “post” have another meaning, or are about other people."""
    if re.search(r"\bsite", match[0], re.IGNORECASE) and _PLACE_OF_WORK.search(text):
        return not re.search(r"web", match[0], re.IGNORECASE)
    if re.search(r"\bpost$", match[0], re.IGNORECASE) and _POSITION.search(text):
        return True
    before = text[: match.start()]
    return any(
        words.search(match[0]) and around.search(before) for words, around in _MENTIONED_AFTER
    )


# Words that are not remains after certain others.
_MENTIONED_AFTER = (
    (re.compile(r"\.\w{2,5}$"), _NAMES_FILE),
    (re.compile(r"^lorem\s+ipsum$", re.IGNORECASE), _MENTIONED_DUMMY),
    (re.compile(r"^TK$"), _MENTIONED_LETTERS),
    (re.compile(r"^[\[_]"), _FORM_WORDS),
    (re.compile(rf"^(?:{_ACTIONS.pattern})", re.IGNORECASE), _OTHER_PEOPLE),
    (re.compile(r"^cli(?:ck|c|que)\b", re.IGNORECASE), _SOUND),
)


def _rows(subject: Subject, first: bool) -> Iterator[Alarm]:
    for row in _ROWS:
        if (row.code in _NOT_PROSE) != first:
            continue
        reported: set[tuple[Block, int]] = set()
        # Whoever writes pages is shown their code.
        shows_code = works_on_screens(subject.guide.title)
        kinds = row.kinds - {"code"} if shows_code else row.kinds
        in_code = row.code == "X011" and not shows_code
        for block, match in subject.matches(row.pattern, kinds, in_code=in_code):
            if row.code in _MAY_BE_MENTIONED and _is_mentioned(block.text, match):
                continue
            if row.code == "X006" and (
                block.passage.line_name == _CREDIT
                or _is_in_chrome(block, match.start())
                or _is_about_the_work(subject, block, match)
            ):
                continue
            if row.code == "X003" and _is_mentioned_tag(subject, block, match):
                continue
            line = block.passage.place(match.start())[0]
            # A line of code is reported only once.
            if first and (block, line) in reported:
                continue
            reported.add((block, line))
            shown = " ".join(match[0].split())[:60]
            new = _redecoded(match[0]) if row.code == "X015" else None
            message = row.message.format(shown)
            yield subject.alarm(row.code, block, match.span(), message, row.remedy, new)


def _chrome(subject: Subject) -> Iterator[Alarm]:
    """Yield alarms for paragraphs and sentences from around the text of a web or printed page."""
    names = [subject.guide.title, *(section.title for section in subject.guide.sections)]
    for block in subject.blocks:
        is_line = block.passage.kind == "paragraph"
        is_left = is_line and (
            is_menu(block.text.strip())
            or is_page_line(block.text)
            or is_running_head(block.text, names)
        )
        if block.passage.line_name == _CREDIT:
            continue
        if block.passage.kind in _EVERYWHERE and (is_left or is_chrome(block.text)):
            yield _chrome_alarm(subject, block, (0, len(block.text)))
        elif is_line:
            yield from (_chrome_alarm(subject, block, span) for span in _chrome_sentences(block))


def _chrome_alarm(subject: Subject, block: Block, span: tuple[int, int]) -> Alarm:
    message = f"“{shown(block.text[slice(*span)], 60)}” is left from the page around the text."
    return subject.alarm("X006", block, span, message, "Delete it.")


def _chrome_sentences(block: Block) -> Iterator[tuple[int, int]]:
    """Yield the bounds of the sentences of a paragraph that belong to a web site's chrome."""
    for start, end in block.bounds if len(block.bounds) > 1 else ():
        text = block.text[start:end]
        is_link = any(span.start <= start < span.end for span in block.passage.spans_of("link"))
        if is_chrome_sentence(text) and not is_link and not is_quoted(block.text, start, end):
            yield start, end


def _is_in_chrome(block: Block, at: int) -> bool:
    """Return whether an offset is inside a sentence of chrome, which is reported as a whole."""
    if block.passage.kind != "paragraph":
        return False
    return any(start <= at < end for start, end in _chrome_sentences(block))


# A citation without its @, perhaps with “see” before the key and a page after it.
_IN_BRACKETS = re.compile(
    r"\[(?P<before>(?:see|e\.g\.|cf\.|véase|vgl\.|voir|ver)\s+)?(?P<key>[\w:.#$%&+?<>~/-]{1,80})"
    r"(?P<behind>,[^\]@]{1,60})?\](?![(\[:])"
)


def _bare_keys(subject: Subject) -> Iterator[Alarm]:
    """Yield alarms for keys of sources in brackets without @, which would be printed as text."""
    keys = {*subject.guide.sources, *subject.catalog.sources}
    for block, match in subject.matches(_IN_BRACKETS, _EVERYWHERE):
        if match["key"] in keys:
            cited = f"[{match['before'] or ''}@{match['key']}{match['behind'] or ''}]"
            message = f"“{match[0]}” is printed as text, and cites nothing."
            remedy = f"Write {cited} to cite the source."
            yield subject.alarm("X016", block, match.span(), message, remedy, cited)


def _code_and_placeholders(subject: Subject) -> Iterator[Alarm]:
    return _rows(subject, first=True)


def _remains(subject: Subject) -> Iterator[Alarm]:
    return _rows(subject, first=False)


def _redecoded(text: str) -> str | None:
    """Return text that was decoded as Windows-1252 or quoted-printable, decoded as UTF-8, or None."""
    try:
        if text.startswith("="):
            return bytes.fromhex(text.replace("=", "")).decode("utf-8")
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return None


# Entities that would be printed as text: escaped twice, or without a semicolon.
_SHOWN_ENTITY = re.compile(
    r"&(?:amp|nbsp|quot|apos|lt|gt|[lr][sd]quo|[mn]dash|hellip|copy|reg|trade|bull|middot|eacute"
    r"|#\d{2,6}|#x[0-9a-f]{2,5})(?:;|\b(?=[\s,.;:]|$))",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:([A-Za-z][A-Za-z0-9]{1,31})|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")
# Entities of these may be intended, to escape Markdown.
_ON_PURPOSE = frozenset("<>*_`[]\\|~#")


def _entities(subject: Subject) -> Iterator[Alarm]:
    for block, match in subject.matches(_SHOWN_ENTITY, _EVERYWHERE):
        message = f"The book would print “{match[0]}”."
        yield subject.alarm("X004", block, match.span(), message, "Write the character itself.")
    for index, section in enumerate(subject.guide.sections):
        for field, text in (("title", section.title), ("body", section.body)):
            yield from _named_characters(subject, ("sections", index, field), text)


def _named_characters(subject: Subject, origin: Origin, text: str) -> Iterator[Alarm]:
    code = {
        line
        for block in subject.blocks
        if block.passage.origin == origin
        for line in _lines_of_code(block)
    }
    for number, line in enumerate(text.split("\n"), 1):
        for match in _ENTITY.finditer(line) if number not in code else ():
            sign = unescape(match[0])
            if sign in _ON_PURPOSE or sign == match[0] or _ENTITY.match(sign + line[match.end() :]):
                continue
            place = subject.document.place_in(origin, number, match.start() + 1)
            # A quotation mark might end the string in YAML or JSON.
            safe = sign.isprintable() and sign not in "\"'"
            edit = Edit(place.line, place.column, match[0], sign) if safe else None
            message = f"“{match[0]}” is HTML’s name for a character."
            yield Alarm("X004", place, message, "Write the character itself.", edit)


def _lines_of_code(block: Block) -> Iterator[int]:
    if block.passage.kind == "code":
        yield from (line for _, line, _ in block.passage.runs)
    else:
        yield from (block.passage.place(span.start)[0] for span in block.passage.spans_of("code"))


RULES = (
    Rule(tuple(sorted(_NOT_PROSE)), _code_and_placeholders, first=True),
    Rule(tuple(row.code for row in _ROWS if row.code not in _NOT_PROSE), _remains),
    Rule(("X006",), _chrome),
    Rule(("X016",), _bare_keys),
    Rule(("X004",), _entities),
)
