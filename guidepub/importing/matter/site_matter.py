"""Finds words of a site, a sender or a printer among the blocks of a text.

Position is considered first: above the title, below a heading of the site itself, at either end.
Then words are (`knowledge/furniture.toml`). A longer paragraph is removed only if there is much
evidence, and a sentence never for a single word, since guides have such words too.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from guidepub.importing.headings.known import is_furniture_heading, known_section, plain_heading
from guidepub.importing.headings.title_names import folded, pattern_of
from guidepub.importing.knowledge import knowledge
from guidepub.importing.matter.announcements import is_announcement
from guidepub.importing.matter.calls import is_call
from guidepub.importing.originals.original import OriginalBlock
from guidepub.text.punctuation.sentences import sentences
from guidepub.text.residue.site_chrome import (
    is_labelled_sentence,
    is_menu_entry,
    is_of_the_web,
    is_row_of_buttons,
)

# The most words of a line for which one sign is enough anywhere, of one at an end of a text, and
# of a paragraph with several signs.
_LINE, _AT_END, _LONGEST = 12, 30, 45
# How many blocks are an end of a text.
_FIRST, _LAST = 5, 6
_MOST_SHARE = 1 / 3
_FEWEST_MAIL_LINES = 2
# The most blocks and words after a mail's last greeting.
_MOST_IN_TAIL, _LONGEST_TAIL = 8, 200
_MOST_BELOW = 6
_CALLING = ("paragraph", "quote", "heading")
# Characters that divide a pattern, unless they are escaped.
_SIGN = re.compile(r"\\.|[(|)]")
# Parts of a pattern that match no letters, or optional ones.
_ESCAPED, _CLASS, _GROUP = re.compile(r"\\."), re.compile(r"\[[^\]]*\]"), re.compile(r"\([^()]*\)")
_OPTIONAL, _LETTERS, _GAP = re.compile(r".(?:[?*]|\{[\d,]*\})"), re.compile(r"[^\W\d_]+"), "\0"
# Markdown before and around the words of an item.
_MARKS = re.compile(r"^\s*- |[*_\\]")
# Punctuation around words that announce a future text.
_CLOSING = "”\"’'»)] "
# The fewest words of a sentence, and of one that ends with a figure.
_SHORTEST_SENTENCE, _LONGER = 3, 6
_SEVERAL = 3
# The file of a logo, which pages have above their text.
_LOGO = re.compile(
    r"(?:^|[/_-])(?:site-?)?(?:logo|masthead|banner)(?:[_-]?\w{1,20})?\.\w{3,4}(?:\?|$)", re.I
)
# Words that only the text of a guide has.
_STATES = re.compile(
    r"(?i)\b(?:median|average|mean|percentile|salario|sueldo|salaire|gehalt|salário|per (?:year|hour)|a year)\b.{0,60}\d|\d.{0,40}\b(?:percent|per cent)\b"
)


def site_matter(
    blocks: Sequence[OriginalBlock], title: str, is_mail: bool = False
) -> Iterator[tuple[list[OriginalBlock], str]]:
    """Yield blocks that are not part of a text, with the reason. `title` is the text's.

    `is_mail` means that the text came by mail.
    """
    name = pattern_of(title)
    every = sum(len(block.text) for block in blocks) or 1
    mail = mail_head(blocks)
    if mail:
        yield mail, "the header of a mail"
    gone = set(range(len(mail)))
    if is_mail and (tail := mail_tail(blocks)):
        yield tail, "of the mail"
        gone |= set(range(len(blocks) - len(tail), len(blocks)))
    is_web = is_of_the_web(title)
    for number, block in enumerate(blocks):
        if number in gone:
            continue
        below = _below(blocks, number) if _is_site_heading(block) else 0
        part = list(blocks[number : number + 1 + below]) if below else []
        if part and sum(len(each.text) for each in part) < _MOST_SHARE * every:
            gone |= set(range(number, number + 1 + below))
            yield part, "below a heading of the site itself"
        elif is_mail and len(block.text.split()) <= _LINE and _letters().match(block.text):
            yield [block], "of the mail"
        elif _is_mark(block):
            yield [block], "a mark of a tool"
        elif block.kind == "paragraph" and is_announcement(block.text):
            yield [block], "an announcement of a future text"
        elif not is_web and block.kind in ("list", "paragraph") and is_row_of_buttons(block.text):
            yield [block], "a row of buttons"
        elif block.kind in _CALLING and is_call(block.text):
            yield [block], "an appeal to the site’s readers"
        elif _is_site_line(block, name, is_end=number < _FIRST or number >= len(blocks) - _LAST):
            yield [block], "from the site, the sender or the printer"


def logos_and_menu(blocks: Sequence[OriginalBlock], title: str) -> list[OriginalBlock]:
    """Return the site's logos above a text, and the last paragraphs if they are entries of a menu.

    Cells of a page that is laid out as a table become such paragraphs. `title` is the text's.
    """
    logos = list(takewhile(_is_logo, blocks))
    menu = list(takewhile(_has_only_entries, reversed(blocks)))
    lines = [line for block in menu for line in _lines_of(block)]
    is_menu = len(lines) > 1 and any(is_menu_entry(each, may_be_common=False) for each in lines)
    return logos + (menu if is_menu and not is_of_the_web(title) else [])


def _is_logo(block: OriginalBlock) -> bool:
    return block.kind == "image" and _LOGO.search(block.target) is not None


def _has_only_entries(block: OriginalBlock) -> bool:
    return block.kind == "paragraph" and all(map(is_menu_entry, _lines_of(block)))


def _lines_of(block: OriginalBlock) -> list[str]:
    return block.markdown.split("\\\n")


def mail_head(blocks: Sequence[OriginalBlock]) -> list[OriginalBlock]:
    """Return the paragraphs at the beginning of a text that are the header of a mail."""
    head = list(takewhile(_is_of_mail_head, blocks))
    lines = sum(len(_mail().findall(block.text[:600])) for block in head)
    return head if lines >= _FEWEST_MAIL_LINES else []


def mail_tail(blocks: Sequence[OriginalBlock]) -> list[OriginalBlock]:
    """Return the paragraphs from a mail's closing on: its sender, and an office's additions."""
    tail: list[OriginalBlock] = []
    for block in reversed(blocks[-_MOST_IN_TAIL:]):
        tail.insert(0, block)
        is_long = sum(len(each.text.split()) for each in tail) > _LONGEST_TAIL
        if block.kind not in ("paragraph", "list", "quote", "heading") or is_long:
            break
        if len(block.text.split()) <= _LINE and _closing().match(block.text):
            return tail
    return []


def _is_of_mail_head(block: OriginalBlock) -> bool:
    """Return whether a block, or each of its items or rows, begins like a mail's header line."""
    if block.kind in ("paragraph", "heading"):
        return _mail().match(block.text) is not None
    rows = [" ".join(row) for row in block.grid.words] if block.grid else []
    if block.kind == "list":
        rows = [_MARKS.sub("", line) for line in block.markdown.split("\n")]
    return bool(rows) and all(_mail().match(row) for row in rows)


def is_sentence(text: str) -> bool:
    """Return whether a text is a sentence: “It pays well.” is, “Vol. 3, No. 2.” is not."""
    words = text.split()
    bare = text.rstrip().rstrip(_CLOSING)
    fewest = _SHORTEST_SENTENCE if bare[-2:-1].isalpha() else _LONGER
    begins = next((sign for sign in text if sign.isalnum()), "")
    return bare.endswith((".", "…")) and len(words) >= fewest and not begins.islower()


def _is_site_heading(block: OriginalBlock) -> bool:
    """Return whether a heading, or a short line, is above a part of the site."""
    text = block.text
    if block.kind not in ("heading", "paragraph") or known_section(text):
        return False
    is_head = _heads().fullmatch(plain_heading(text)) is not None
    return is_head or (block.kind == "heading" and is_furniture_heading(text))


def _below(blocks: Sequence[OriginalBlock], number: int) -> int:
    """Return the number of blocks below a site's heading, up to the next heading of its level.

    Below a line that is not marked as a heading, only a list or short lines count.
    """
    count = 0
    level = blocks[number].level if blocks[number].kind == "heading" else 0
    for block in blocks[number + 1 :]:
        is_short = block.kind == "list" or len(block.text.split()) <= _LINE
        if block.kind == "heading" and (not level or block.level <= level):
            break
        if not level and not (is_short and count < _MOST_BELOW):
            break
        count += 1
    return count


def _is_mark(block: OriginalBlock) -> bool:
    is_short = block.kind in ("paragraph", "list", "heading", "code") and len(block.text) < 400
    return is_short and _marks().fullmatch(block.text.strip()) is not None


def _is_site_line(block: OriginalBlock, name: re.Pattern[str], is_end: bool) -> bool:
    """Return whether a short block has words of a site, and does not mention the occupation."""
    count = len(block.text.split())
    if block.kind not in ("paragraph", "quote", "list", "heading") or count > _LONGEST:
        return False
    is_named = block.kind == "heading" and known_section(block.text)
    if is_named or is_labelled_sentence(block.text):
        return False
    # Two patterns that match the same words count once.
    signs = len(set(_signs(block.text)))
    if not signs or (block.kind == "list" and not _is_list_of_site(block)):
        return False
    speaks = name.search(folded(block.text)) is not None
    # “They help keep the public safe.”, and a list of duties: “Subscribe to wires”.
    is_prose = block.kind == "list" or is_sentence(block.text)
    is_doubtful = signs == 1 and is_prose and not _certain().search(block.text)
    if is_doubtful or (block.kind != "list" and _is_mostly_prose(block.text)):
        return False
    most = _LONGEST if signs > 1 else _AT_END if is_end and not speaks else _LINE
    if count > most:
        return False
    return count <= _LINE or _STATES.search(block.text) is None


def _is_mostly_prose(text: str) -> bool:
    """Return whether a paragraph has several sentences, at least half without words of a site."""
    parts = [text[start:end] for start, end in sentences(text)]
    plain = sum(is_sentence(each) and next(_signs(each), None) is None for each in parts)
    return len(parts) >= _SEVERAL and 2 * plain >= len(parts)


def _is_list_of_site(block: OriginalBlock) -> bool:
    """Return whether at least half of a list's items have words of a site; a duty may have some."""
    items = [_MARKS.sub("", line) for line in block.markdown.split("\n")]
    signed = sum(next(_signs(item), None) is not None for item in items)
    return 2 * signed >= len(items)


def _signs(text: str) -> Iterator[int]:
    """Yield the positions of a site's words in a text, for each pattern of such words."""
    plain = text.casefold()
    for letters, pattern in _lines():
        # Letters that the text does not have rule out nearly all patterns.
        if letters in plain and (match := pattern.search(text)):
            yield match.start()


@functools.cache
def _lines() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the patterns of a site's words, each with letters that all its matches have."""
    forms = [form for row in knowledge("furniture")["lines"] for form in _forms(row)]
    return tuple(
        (
            required_letters(form).casefold(),
            re.compile(form.replace(" ?", r"\s*").replace(" ", r"\s+"), re.I),
        )
        for form in forms
    )


def required_letters(form: str) -> str:
    """Return the longest run of letters in all matches of a pattern without `|`, or ""."""
    plain = _CLASS.sub(_GAP, _ESCAPED.sub(_GAP, form))
    while plain != (shorter := _GROUP.sub(_GAP, plain)):
        plain = shorter
    return max(_LETTERS.findall(_OPTIONAL.sub(_GAP, plain)), key=len, default="")


def _forms(row: str) -> list[str]:
    """Return the alternatives of a row; each is a sign by itself."""
    forms, depth, start = [], 0, 0
    for sign in _SIGN.finditer(row):
        depth += (sign[0] == "(") - (sign[0] == ")")
        if sign[0] == "|" and depth == 0:
            forms.append(row[start : sign.start()])
            start = sign.end()
    return [*forms, row[start:]]


@functools.cache
def _certain() -> re.Pattern[str]:
    return re.compile(
        "|".join(knowledge("furniture")["certain"]).replace(" ?", r"\s*").replace(" ", r"\s+"), re.I
    )


@functools.cache
def _marks() -> re.Pattern[str]:
    return re.compile("|".join(knowledge("furniture")["marks"]), re.I)


@functools.cache
def _letters() -> re.Pattern[str]:
    return re.compile(
        "|".join(knowledge("furniture")["letters"]).replace(" ?", r"\s*").replace(" ", r"\s+"), re.I
    )


@functools.cache
def _closing() -> re.Pattern[str]:
    return re.compile(knowledge("furniture")["letters"][0].replace(" ", r"\s+"), re.I)


@functools.cache
def _heads() -> re.Pattern[str]:
    heads = "|".join(knowledge("furniture")["heads"]).replace("{x}", r"[^|]{1,80}?")
    return re.compile(f"(?:{heads})", re.I)


@functools.cache
def _mail() -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<=\s)){knowledge('furniture')['mail']}", re.I)
