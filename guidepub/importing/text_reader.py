"""A plain text to blocks: headings, lists and paragraphs by how their lines look."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from guidepub.importing.citations import BARE, Citations
from guidepub.importing.escaping import escaped, escaped_line, pieces, spaced
from guidepub.importing.headings import known_section
from guidepub.importing.originals import Block, Original, Residue, bounded
from guidepub.importing.residues import TOKEN, lift

_ITEM = re.compile(r"\s{0,12}(?:[-*+•·▪◦‣–—]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s{1,8}(?=\S)")
_NUMBER = re.compile(r"\s{0,12}\(?\d{1,3}[.)]\s")
_RULE = re.compile(r"\s*(?:[=\-_*~#]\s?){3,}\s*")
_END = re.compile(r"[.!?;,…”\"')\]]$")
_LONGEST_HEADING = 90
# Lines that are this long were broken by an editor, not by an author.
_WRAPPED = 45

_Line = tuple[int, str]


def read_text(text: str, path: str, citations: Citations) -> Original:
    """Return the blocks of a plain text. Its first line is its title if it looks like one.

    Raises:
        InputError: it has more paragraphs than a definition could hold (I003).
    """
    residues: list[Residue] = []
    lines = list(enumerate(lift(text, 1, residues).split("\n"), 1))
    blocks = bounded(_blocks(lines, residues, citations), path)
    title = ""
    if blocks and blocks[0].kind == "heading" and not known_section(blocks[0].text):
        title = blocks[0].text
    return Original(blocks, title, residues=tuple(residues))


def _blocks(
    lines: list[_Line], residues: Sequence[Residue], citations: Citations
) -> Iterator[Block]:
    first = True
    for group in _groups(lines):
        rest = group
        while rest and (heading := _heading(rest, first)):
            used, block = heading
            yield block
            rest, first = rest[used:], False
        for part in _parts(rest):
            first = False
            yield from _block(part, residues, citations)


def _groups(lines: list[_Line]) -> Iterator[list[_Line]]:
    """Part lines at blank ones; where none is blank, each long line is a paragraph."""
    group: list[_Line] = []
    filled = [text for _, text in lines if text.strip()]
    alone = len(filled) == len(lines) or sum(map(len, filled)) > 300 * max(len(filled), 1)
    for number, text in lines:
        if not text.strip():
            if group:
                yield group
            group = []
        else:
            group.append((number, text))
            if alone and len(text) > 2 * _LONGEST_HEADING:
                yield group
                group = []
    if group:
        yield group


def _heading(group: list[_Line], first: bool) -> tuple[int, Block] | None:
    """Return how many lines a heading at the beginning of a group takes, and the heading."""
    number, text = group[0]
    words = spaced(text.strip().strip("#*=_").strip())
    if not words or len(words) > _LONGEST_HEADING or TOKEN.search(text) or BARE.search(text):
        return None
    underlined = len(group) > 1 and _RULE.fullmatch(group[1][1]) is not None
    marked = re.match(r"\s*(#{1,6})\s", text)
    known = bool(known_section(words))
    looks = not _END.search(words) and not _ITEM.match(text) and len(words.split()) <= 12
    alone = len(group) == 1 or underlined
    if not (underlined or marked or (known and looks) or (alone and looks and _is_titled(words))):
        return None
    level = len(marked[1]) + 1 if marked else 2
    if first and not known:
        level = 1
    elif not known and not marked and not underlined:
        level = 3
    return 1 + underlined, Block(
        "heading", words.rstrip(":"), escaped(words.rstrip(":")), number, level=level
    )


def _is_titled(words: str) -> bool:
    """Tell whether words are written as a title is: large letters, or a colon at the end."""
    long = re.findall(r"[^\W\d_]{4,}", words)
    large = sum(word[0].isupper() for word in long)
    return bool(long) and (words.isupper() or large >= 0.6 * len(long) or words.endswith(":"))


def _parts(group: list[_Line]) -> Iterator[list[_Line]]:
    """Part a group into its lists, its runs of code and the rest."""
    part: list[_Line] = []
    kind = ""
    for number, text in group:
        if _RULE.fullmatch(text):
            continue
        now = "code" if not re.search(r"\w", TOKEN.sub("", text)) and TOKEN.search(text) else ""
        now = now or ("item" if _ITEM.match(text) else "")
        # A line below an item that is not one itself goes on with it.
        continues = not now and kind == "item" and text[:1].isspace()
        if part and now != kind and not continues:
            yield part
            part = []
        if not continues:
            kind = now
        part.append((number, text))
    if part:
        yield part


def _block(part: list[_Line], residues: Sequence[Residue], citations: Citations) -> Iterator[Block]:
    number = part[0][0]
    joined = "\n".join(text for _, text in part)
    found = tuple(residues[int(n)] for n in TOKEN.findall(joined))
    if found and not re.search(r"\w", TOKEN.sub("", joined)):
        yield Block("script", "", "", number, residues=found)
    elif _ITEM.match(part[0][1]):
        yield _list(part, found, citations)
    else:
        for start, words in _paragraphs(part):
            own = tuple(residues[int(n)] for n in TOKEN.findall(words))
            for piece in pieces(words):
                plain = spaced(TOKEN.sub(" ", piece))
                yield Block(
                    "paragraph", plain, escaped_line(_cited(piece, citations)), start, residues=own
                )
                own = ()


def _paragraphs(part: list[_Line]) -> Iterator[_Line]:
    """Yield paragraphs: lines that an editor broke are joined, short ones that end are not."""
    short = sum(len(text) for _, text in part) / len(part) > 2 * _LONGEST_HEADING
    if short:
        yield from ((number, spaced(text)) for number, text in part)
        return
    yield part[0][0], spaced(" ".join(text for _, text in part))


def _list(part: list[_Line], found: tuple[Residue, ...], citations: Citations) -> Block:
    items: list[str] = []
    ordered = _NUMBER.match(part[0][1]) is not None
    for _, text in part:
        if _ITEM.match(text) or not items:
            items.append(spaced(_ITEM.sub("", text, count=1)))
        else:
            items[-1] = spaced(f"{items[-1]} {text}")
    items = [piece for item in items for piece in pieces(item)]
    marks = [f"{n}." if ordered else "-" for n in range(1, len(items) + 1)]
    lines = [
        f"{mark} {escaped_line(_cited(item, citations))}"
        for mark, item in zip(marks, items, strict=True)
    ]
    text = " ".join(spaced(TOKEN.sub(" ", item)) for item in items)
    return Block("list", text, "\n".join(lines), part[0][0], residues=found)


def _cited(words: str, citations: Citations) -> str:
    """Return words as Markdown, each web address as a citation of what stands there."""
    parts, start = [], 0
    for match in BARE.finditer(words):
        key = citations.cited(match[0], "")
        parts.append(escaped(words[start : match.start()]))
        parts.append(f"[@{key}]" if key else escaped(match[0]))
        start = match.end()
    return "".join([*parts, escaped(words[start:])])
