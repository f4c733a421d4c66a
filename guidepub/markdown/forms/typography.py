"""Typography that the parser's own typographer lacks: spaces, dashes, apostrophes, letters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from guidepub.words.leftward import has_leftward
from guidepub.words.typography import NO_BREAK_SPACE, Typography, bound, dashed

# Two short last words stay together, so that none is alone in a paragraph's last line.
_LAST_WORDS = re.compile(r"(?<=\s)(?=\S+ \S+$)(?=.{1,11}$)(\S+) (\S+)$")
_LAST_NUMBERS = re.compile(r"\d \d\S*$")
_LONG_ENOUGH = 60
# A cell with a word and its number, such as “Day 1”, which should stay in one line.
_COUNTED_CELL = re.compile(r"^([^\W\d_]{1,9}\.?) (\d{1,3}[.:]?)$")
_MOST_COLUMNS = 5

# An apostrophe in place of digits, which is not an opening quotation mark: the '90s.
_CENTURY = re.compile(r"(?<!\w)'(?=\d\d(?:s|ers?)?\b(?!'))")
# In place of letters: 'tis, get 'em, and on both sides of rock 'n' roll.
_CLIPPED = re.compile(r"(?<!\w)'(?=(?:tis|twas|twill|em|til)\b(?!'))", re.I)
_AND = re.compile(r"(?<!\w)'(n)'(?!\w)", re.I)
# Before a letter at the beginning of a word, where no quotation mark was paired with it.
_LONE = re.compile(r"(?:^|(?<=[\s(\[“„«–—]))'(?=[^\W\d_])")

# A letter in parentheses. The parser's own typographer turns (c) and (r) into © and ®.
_LETTER = re.compile(r"\(([abcqr])\)", re.I)
_SET_AS_SIGNS = re.compile(r"\([cr]\)", re.I)
# The letters before them in a list: (c) follows (a) and (b).
_EARLIER = {"c": frozenset("ab"), "r": frozenset("abq")}
# What comes before a letter that numbers a part of a law: 501(c), 12A(c), (1)(c), section (c).
_COUNTED = re.compile(
    r"(?:\d[A-Za-z]?|\)|§§?\s?"
    r"|\b(?:(?:sub)?(?:section|paragraph|clause)s?|article|rule|part|item|point|step|option"
    r"|inciso|apartado|párrafo|letra|punto|alínea|Buchstabe|Buchst\.|Absatz|Punkt|Nr\.|Ziffer"
    r"|alinéa|lettre|lettera|comma|litera|lit\.|punkt|pkt|ust\.)\s)$",
    re.I,
)
_COPYRIGHT = re.compile(r"copyright\s*$", re.I)
_NAMED = re.compile(r"\w$")
_YEAR = re.compile(r"\s?\d{4}\b")
# The owner of the right, or the word “copyright”: (c) Ann Miller, (c) Copyright 2024.
_OWNER = re.compile(r"\s?[“\"«„‘']?(?:copyright\b|(?P<letter>[^\W\d_]))", re.I)
_BESIDE = 24


def keep_letters(state: StateCore) -> None:
    """Keep letters in parentheses from becoming © or ®, as in 501(c)(3) or “degrees Celsius (C)”.

    A copyright sign comes before a year or a name, and a trademark sign directly after a name. A
    list such as “(a) …, (b) …, (c) …” continues through paragraphs, up to the next heading.
    """
    listed: set[str] = set()
    for token in state.tokens:
        if token.type == "heading_open":
            listed.clear()
        elif token.type == "inline" and token.children and _LETTER.search(token.content):
            own: set[str] = set()
            if _SET_AS_SIGNS.search(token.content):
                token.children = list(_with_letters(token.children, own, listed))
            else:
                own.update(found[1].lower() for found in _LETTER.finditer(token.content))
            listed |= own


def _with_letters(parts: list[Token], own: set[str], listed: set[str]) -> Iterator[Token]:
    """Yield a block's parts with letters kept; add to `own` those that it lists."""
    before = ""
    for index, part in enumerate(parts):
        text, start = _words_of(part), 0
        for found in _LETTER.finditer(text) if part.type == "text" else ():
            letter, at = found[1].lower(), found.start()
            head = (before + text[max(at - _BESIDE, 0) : at])[-_BESIDE:]
            if letter not in _EARLIER:
                # The letter of 403(b) begins no list.
                own.update(() if _COUNTED.search(head) else letter)
            elif _is_letter(letter, head, _text_behind(parts, index, found.end()), own, listed):
                own.add(letter)
                yield replace(part, content=text[start:at])
                yield Token("text_special", "", 0, level=part.level, content=found[0])
                start = found.end()
        yield replace(part, content=text[start:]) if start else part
        if part.type.startswith("text") or part.type.endswith("break"):
            before = (before + text)[-_BESIDE:]


def _words_of(part: Token) -> str:
    return part.content if part.type.startswith("text") else " "


def _text_behind(parts: Sequence[Token], index: int, start: int) -> str:
    """Return some of the text after a place of a part, including text in links and marked words."""
    tail = parts[index].content[start : start + _BESIDE]
    # Tokens that open or close marked words have no text.
    following = "".join(map(_words_of, parts[index + 1 : index + 5]))
    return " ".join(f"|{tail}{following}".split())[1 : _BESIDE + 1]


def _is_letter(letter: str, head: str, tail: str, own: set[str], listed: set[str]) -> bool:
    """Return whether a letter is not a sign, by the text around it and by the list so far."""
    if _COPYRIGHT.search(head):
        return False
    if tail.startswith("(") or _COUNTED.search(head):
        return True
    # A trademark sign follows its name directly: O*NET(r). A list has each letter once.
    if _NAMED.search(head) or (_YEAR.match(tail) and letter in own):
        return False
    if letter == "r" or not (_YEAR.match(tail) or _names_owner(tail)):
        return True
    return bool(own & _EARLIER[letter]) or (
        bool(listed & _EARLIER[letter]) and not _YEAR.match(tail)
    )


def _names_owner(tail: str) -> bool:
    owner = _OWNER.match(tail)
    return owner is not None and not (owner["letter"] or "").islower()


def set_apostrophes(state: StateCore) -> None:
    """Set apostrophes that look like opening quotation marks, before those are paired."""
    for part in _texts_with_apostrophes(state):
        content = _CENTURY.sub("’", part.content)
        part.content = _AND.sub(r"’\1’", _CLIPPED.sub("’", content))


def set_lone_apostrophes(state: StateCore) -> None:
    """Set apostrophes that begin a word, once quotation marks are paired: 'cause, 'round."""
    if "'" in state.md.options["quotes"]:
        return
    for part in _texts_with_apostrophes(state):
        part.content = _LONE.sub("’", part.content)


def _texts_with_apostrophes(state: StateCore) -> Iterator[Token]:
    for token in state.tokens:
        for part in token.children or () if token.type == "inline" else ():
            if part.type == "text" and "'" in part.content:
                yield part


def set_dashes(typography: Typography, state: StateCore) -> None:
    """Set the dashes that the parser's own typographer lacks, before it sets the others."""
    for token in state.tokens:
        for part in token.children or () if token.type == "inline" else ():
            if part.type == "text" and "--" in part.content:
                part.content = dashed(part.content, typography)


def _is_in_a_wide_cell(tokens: Sequence[Token], index: int) -> bool:
    """Return whether a token is in a cell of a table with few columns, which are wide enough."""
    if index == 0 or tokens[index - 1].type != "td_open":
        return False
    behind = (tokens[at].type for at in range(index, len(tokens)))
    before = (tokens[at].type for at in range(index - 1, -1, -1))
    row = [
        *takewhile(lambda kind: kind != "tr_open", before),
        *takewhile(lambda kind: kind != "tr_close", behind),
    ]
    return row.count("td_open") <= _MOST_COLUMNS


def bind_words(typography: Typography, state: StateCore) -> None:
    """Put non-breaking spaces between words that belong together, and before a short last word."""
    for index, token in enumerate(state.tokens):
        if token.type != "inline" or not token.children:
            continue
        texts = [child for child in token.children if child.type == "text"]
        for before, child in pairwise(token.children):
            # A superscript mark follows its word without a space.
            if child.type == "citation" and before.type == "text":
                kept = before.content.rstrip(" ")
                if kept != before.content:
                    before.content = kept
                    citation = replace(child.meta["citation"], is_apart=True)
                    child.meta = {**child.meta, "citation": citation}
        for child in texts:
            child.content = bound(child.content, typography)
        if texts == token.children and _is_in_a_wide_cell(state.tokens, index):
            texts[0].content = _COUNTED_CELL.sub(rf"\1{NO_BREAK_SPACE}\2", texts[0].content)
        in_paragraph = index > 0 and state.tokens[index - 1].type == "paragraph_open"
        if in_paragraph and len(token.content) > _LONG_ENOUGH and token.children[-1] in texts:
            last = token.children[-1]
            # Two numbers next to it would run from left to right (UAX #9, W4).
            if not (has_leftward(last.content) and _LAST_NUMBERS.search(last.content)):
                last.content = _LAST_WORDS.sub(rf"\1{NO_BREAK_SPACE}\2", last.content)
