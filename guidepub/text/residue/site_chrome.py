"""The chrome of web sites around their texts, and phrases by which a text refers to its web page."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection

from guidepub.text.vocabulary import either, vocabulary

_LONGEST = 160
_OF_THE_WEB = re.compile(
    r"\b(?:web\w*|social media|seo|search|blog\w*|ux|ui|user|content|digital|online|internet|apps?|copywriters?|e-?commerce|moderators?|redes sociales|contenidos?)\b",
    re.IGNORECASE,
)
_OF_SCREENS = re.compile(
    r"\b(?:software|(?<!property )(?<!estate )(?<!land )developers?|front-?end|back-?end|databases?|desarrollador\w*|entwickler\w*|desenvolvedor\w*|programm\w+|computers?|help desk|technical writers?|typesetters?|desktop publish\w+|graphic|podcasters?|influencers?|youtubers?|streamers?|informátic\w+|développeu\w+)\b",
    re.IGNORECASE,
)
_GUILLEMETS = re.compile(r"«([^«»]*)»")
# A sentence about a link, whose words it quotes: “Skip to content” is a link.
_QUOTES_LINK = re.compile(r"\W*[\"“«][^\"”»]{1,60}[\"”»](?:\s+[\w’'-]+){3,}")
# A label and a sentence in lower case: “Tags: each tray has one.” Not for disclosures and lines about
# an author, which are chrome even as sentences.
_LABELLED = re.compile(
    r"\W*(?!(?:[\w ]+ )?(?:disclosure|about|bio|note|cookies?|captcha)\b)(?:\w+[ ’'-]){0,3}\w+ ?: (?P<text>(?-i:[a-zß-ÿœ]).{20,}[^.]\.)[”\"’)]*",
    re.IGNORECASE,
)
_FEWEST_LISTED, _FEWEST_TOGETHER = 6, 5
_MOST_BUTTONS = 12


@functools.cache
def _whole(grade: str) -> re.Pattern[str]:
    forms = either(vocabulary("site")[grade])
    # Only as a whole: a paragraph that goes on is part of the text.
    return re.compile(rf"\W*{forms}\W*", re.IGNORECASE)


def is_of_the_web(title: str) -> bool:
    """Return whether an occupation makes web pages, so that its guide is about them."""
    return _OF_THE_WEB.search(title) is not None


def works_on_screens(title: str) -> bool:
    """Return whether an occupation makes web pages or software, so that its guide is about screens."""
    return is_of_the_web(title) or _OF_SCREENS.search(title) is not None


def is_labelled_sentence(text: str) -> bool:
    """Return whether a line is a label and a sentence, not a label and a list of names or dates.

    “Tags: the cook ties them to each tray.” is such a sentence.
    """
    found = _LABELLED.fullmatch(text[:_LONGEST])
    if found is None or len(found["text"].split()) < _FEWEST_LISTED:
        return False
    return any(len(part.split()) >= _FEWEST_TOGETHER for part in re.split("[,;|·]", found["text"]))


def is_chrome(text: str) -> bool:
    """Return whether a whole paragraph is chrome."""
    if len(text) > _LONGEST or _QUOTES_LINK.match(text) or is_labelled_sentence(text):
        return False
    # Pairs of guillemets are quotation marks, not arrows: « Oui », répond-elle.
    return _whole("chrome").fullmatch(_GUILLEMETS.sub(r"“\1”", text)) is not None


# The part of a pattern of chrome that matches any words.
_OPEN_TAIL = re.compile(r"(?:\.|\[\^?[^\]]+\]|\(\?: \\w\+\))\{(?P<least>\d+),\d+\}\??")


@functools.cache
def _closed() -> re.Pattern[str]:
    """Return the pattern of chrome without the parts that match any words."""
    forms = (
        _OPEN_TAIL.sub(lambda tail: "" if tail["least"] == "0" else "(?!)", form)
        for form in vocabulary("site")["chrome"]
    )
    return re.compile(rf"\W*{either(forms)}\W*", re.IGNORECASE)


@functools.cache
def _reads_on() -> re.Pattern[str]:
    return re.compile(rf"\b{either(vocabulary('site')['reads_on'])}\b", re.IGNORECASE)


def is_chrome_sentence(text: str) -> bool:
    """Return whether a sentence within a paragraph is chrome.

    “Photo by the door: the staff of 1954.” and “Reply to each letter within two days.” begin like
    chrome, but are not.
    """
    if not is_chrome(text):
        return False
    goes_on = text.endswith(".") and _reads_on().search(text) is not None
    return not goes_on or _closed().fullmatch(text) is not None


@functools.cache
def _buttons() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = vocabulary("site")
    button, between = (table[name] for name in ("buttons", "between_buttons"))
    return (
        re.compile(rf"(?:{button})", re.IGNORECASE),
        re.compile(rf"(?:{button}|{between}|\W+)", re.IGNORECASE),
    )


def is_row_of_buttons(text: str) -> bool:
    """Return whether a short paragraph consists of the labels of buttons, at least two."""
    words = [word.strip(".,:;!?()[]|·•") for word in text.split()]
    words = [word for word in words if word]
    if not 2 <= len(words) <= _MOST_BUTTONS:
        return False
    button, allowed = _buttons()
    named = {word.casefold() for word in words if button.fullmatch(word)}
    return len(named) > 1 and all(allowed.fullmatch(word) for word in words)


# A row of a menu or a breadcrumb trail.
_MENU = re.compile(r"[^|\n]{1,60}(?: [|›»] [^|\n]{1,60}){1,12}")
_ADDRESS = re.compile(
    r"\d{1,4}\s+(?:https?://|www\.)\S{3,200}"
    # An address with a page number or the date of printing.
    r"|(?:(?:https?://|www\.)\S{3,200}|[a-z\d-]{1,60}(?:\.[a-z\d-]{1,40}){1,5}/\S{0,200})\s+\d{1,4}(?:\s?[/.-]\s?\d{1,4}){0,2}(?:,? \d{1,2}:\d\d(?: [AaPp][Mm])?)?"
)


@functools.cache
def _entry() -> re.Pattern[str]:
    return re.compile(either(vocabulary("site")["entries"]), re.IGNORECASE)


@functools.cache
def _common_word() -> re.Pattern[str]:
    return re.compile(either(vocabulary("site")["common_entries"]), re.IGNORECASE)


def is_menu(text: str) -> bool:
    """Return whether a line is a row of a site's menu, or from an address bar.

    Rows of a table may have bars as well, “Welding I | Room 214 | Certificate”, but have no typical
    entry of a menu, or at most one ambiguous word: “Print | Radio”.
    """
    if _ADDRESS.fullmatch(text):
        return True
    # A sentence with bars is not a menu.
    if not _MENU.fullmatch(text) or re.search(r"[a-z]{2}[.!]$", text):
        return False
    parts = [part.strip(" →←»«·•") for part in re.split(r"[|›»]", text)]
    entries = [
        part
        for part in parts
        if _entry().fullmatch(part) or is_row_of_buttons(part) or is_chrome(part)
    ]
    return len(entries) > 1 or any(not _common_word().fullmatch(part) for part in entries)


def is_menu_entry(line: str, *, may_be_common: bool = True) -> bool:
    """Return whether a line is an entry of a site's menu, such as “Site map”.

    Common words, such as “Contact” and “Press”, are entries as well, but may be other things.
    """
    entry = line.strip(" →←»«·•|")
    is_common = _common_word().fullmatch(entry) is not None
    return _entry().fullmatch(entry) is not None and (may_be_common or not is_common)


# Page numbers: “Page 3 of 12”, “pág. 7”, “Seite 3 von 12”, “3/12”.
_OF = r"(?:of|sur|von|de|di|/)"
_PAGE = r"(?:pages?|págs?\.?|páginas?|pagina|seite|pp?\.|pg\.?|s\.)"
_PAGE_NUMBER = re.compile(
    rf"{_PAGE}\s*\|?\s*\d{{1,4}}(?:\s*{_OF}\s*\d{{1,4}})?|\d{{1,4}}\s*{_OF}\s*\d{{1,4}}",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s+[|–—·•-]\s+|\t+")
_LONGEST_PART = 8


def _has_page_number(text: str) -> bool:
    """Return whether a line is a page number, alone or with a running head."""
    plain = text.strip(" –—-|·•")
    if len(text) > _LONGEST or plain.endswith((".", "!", "?")) or not text.strip():
        return False
    parts = _BETWEEN.split(plain)
    is_head = all(len(part.split()) <= _LONGEST_PART for part in parts)
    numbers = (plain, parts[0], parts[-1])
    return is_head and any(_PAGE_NUMBER.fullmatch(part) is not None for part in numbers)


# Running heads: a title or a chapter, with the page number after or before it.
_NUMBER_AFTER = re.compile(r"(?P<head>.{3,80}?)(?P<bar>\s*[|·•–—\t]\s*|\s+)(?P<number>\d{1,4})")
_NUMBER_BEFORE = re.compile(r"(?P<number>\d{1,4})(?P<bar>\s*[|·•–—\t]\s*|\s+)(?P<head>.{3,80})")
_CHAPTER = re.compile(
    r"(?:chapter|part|unit|capítulo|chapitre|kapitel|teil|parte|unidad|unidade) [\divxlc]{1,6}\b.*",
    re.IGNORECASE,
)
_LONGEST_HEAD = 7
_YEARS = range(1800, 2101)


def is_running_head(text: str, names: Collection[str]) -> bool:
    """Return whether a line is a running head with a page number: “Plumber’s Handbook 47”.

    `names` are the titles of the text and of its parts.
    """
    line = text.strip()
    match = _NUMBER_AFTER.fullmatch(line) or _NUMBER_BEFORE.fullmatch(line)
    if match is None or any(mark in line for mark in ".!?:;,"):
        return False
    head = match["head"].strip(" |·•–—-")
    words = _stems(head)
    has_bar = bool(match["bar"].strip())
    is_year = not has_bar and int(match["number"]) in _YEARS
    if is_year or not 0 < len(words) <= _LONGEST_HEAD:
        return False
    is_known = (head.isupper() and len(words) > 1) or (has_bar and _CHAPTER.fullmatch(head))
    named = [_stems(name) for name in names]
    # “Manual del fontanero | 23”
    return bool(is_known) or any(
        name == words or (has_bar and name and set(name) <= set(words)) for name in named
    )


def _stems(text: str) -> list[str]:
    """Return the words of a line without plural and possessive endings."""
    words = (word.strip('()“”"') for word in text.casefold().split())
    return [re.sub(r"(?:['’]?s['’]?|['’])$", "", word) for word in words if re.search(r"\w", word)]


def is_page_line(text: str) -> bool:
    """Return whether a paragraph is chrome, including words that are chrome only on their own."""
    return (
        is_chrome(text)
        or _has_page_number(text)
        or is_row_of_buttons(text)
        or _whole("lines").fullmatch(text[:_LONGEST]) is not None
    )


@functools.cache
def page_words() -> re.Pattern[str]:
    """Return the pattern of phrases about a web page within a sentence."""
    return re.compile(either(vocabulary("site")["phrases"]), re.IGNORECASE)
