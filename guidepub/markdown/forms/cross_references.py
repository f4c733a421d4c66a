"""References to other places of a book, in the form of MyST, and the labels of such places.

`` {ref}`map` ``, `` {numref}`map` ``, `` {pageref}`map` `` and `` {guide}`welder` `` become tokens
of the type `reference`, and so do links without words inside the guide or to another guide:
`[](#map)`, `[](guide:welder)`. A reference with its own words, `` {ref}`the map <map>` ``, is a
link. A line `(map)=` gives a label to the heading or the directive below it. What has a label is
not known here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, cast
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

Role = Literal["ref", "numref", "pageref", "guide"]

ROLES: tuple[Role, ...] = ("ref", "numref", "pageref", "guide")
"""The roles that refer to places of the book, and to other guides of the catalogue."""

OTHER_GUIDE = "guide:"
"""The prefix of a link to another guide of the catalogue, before its slug."""

LABEL = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:-]{0,79}")
"""The form of a label."""

_LABEL_LINE = re.compile(rf"\((?P<label>{LABEL.pattern})\)=")
_TITLED = re.compile(r"(?P<words>[^<>]*[^<>\s])\s*<(?P<target>[^<>]+)>\s*")
# The placeholders of a form: Sphinx's `%s`, `{number}` and `{name}`.
_PLACEHOLDER = re.compile(r"%s|\{number\}|\{name\}")
_SENTENCE_END = re.compile(r"(?:^|[.!?…:][”»\"')\]]*\s+|\n)\Z")


@dataclass(frozen=True, slots=True)
class CrossReference:
    """A reference without its own words.

    Attributes:
        role: what it prints: name and page, the number only, or the page only.
        target: a label, the words of a heading, or the slug of another guide.
        form: the words around a number, with `{number}` and `{name}`; empty for the default.
        written: its Markdown.
        begins: whether it begins a sentence.
        inside: whether it is inside a link, and so cannot be a link itself.
    """

    role: Role
    target: str
    form: str = ""
    written: str = ""
    begins: bool = False
    inside: bool = False

    def filled(self, number: str, name: str) -> str:
        """Return the form with a number and a name in place of its placeholders."""
        values = {"%s": number, "{number}": number, "{name}": name}
        return _PLACEHOLDER.sub(lambda found: values[found[0]], self.form)


def reference_of(token: Token) -> CrossReference | None:
    """Return the reference of an inline token, or None."""
    return token.meta["reference"] if token.type == "reference" else None


def label_of(token: Token) -> str:
    """Return the label that a token gives to the block after it, or an empty string."""
    return str(token.meta["label"]) if token.type == "label" else ""


def add_cross_references(parser: MarkdownIt) -> None:
    """Add labels and references to a parser."""
    parser.block.ruler.before(
        "paragraph", "label", _label_line, {"alt": ["paragraph", "reference", "blockquote"]}
    )
    parser.core.ruler.after("inline", "cross_references", _take_references)


def _label_line(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    first = state.bMarks[start] + state.tShift[start]
    match = _LABEL_LINE.fullmatch(state.src[first : state.eMarks[start]].rstrip())
    if match is None:
        return False
    if not silent:
        state.line = start + 1
        token = state.push("label", "", 0)
        token.map, token.meta = [start, start + 1], {"label": match["label"]}
    return True


def _take_references(state: StateCore) -> None:
    """Replace roles and links without words by reference tokens."""
    for token in state.tokens:
        if token.type == "inline" and token.children and _may_refer(token.content):
            token.children = list(_taken(token.children))


def _may_refer(content: str) -> bool:
    return any(sign in content for sign in ("ref}`", "{guide}`", "](#", "](guide:", "](<guide:"))


def _taken(tokens: Sequence[Token], inside: bool = False) -> Iterator[Token]:
    before = ""
    waiting: Token | None = None
    for token in tokens:
        if waiting is not None and token.type == "link_close":
            yield _from_empty_link(waiting, _begins(before))
            before, waiting = "x", None
            continue
        if waiting is not None:
            yield waiting
            waiting, inside = None, True
        if token.type == "link_open" and str(token.attrs["href"]).startswith(("#", OTHER_GUIDE)):
            waiting = token
            continue
        if token.type in ("link_open", "link_close"):
            inside = token.type == "link_open"
        if token.type == "image" and token.children:
            token.children = list(_taken(token.children, inside=True))
        if token.type == "myst_role" and token.meta["name"] in ROLES:
            yield from _from_role(token, inside, _begins(before))
        else:
            yield token
        before = "\n" if token.type.endswith("break") else before + token.content


def _begins(before: str) -> bool:
    """Return whether a sentence begins after some words of a block."""
    return bool(_SENTENCE_END.search(before[-20:])) if before.strip() else True


def _from_empty_link(token: Token, begins: bool) -> Token:
    address = unquote(str(token.attrs["href"]))
    role: Role = "ref" if address.startswith("#") else "guide"
    target = address.removeprefix("#").removeprefix(OTHER_GUIDE)
    meant = CrossReference(role, target, written=f"[]({address})", begins=begins)
    return _token(meant, token.level)


def _from_role(token: Token, inside: bool, begins: bool) -> Iterator[Token]:
    role = cast(Role, token.meta["name"])
    written = f"{{{role}}}`{token.content}`"
    titled = _TITLED.fullmatch(token.content)
    words, target = (titled["words"], titled["target"]) if titled else ("", token.content)
    target = target.strip()
    if words and role in ("ref", "guide"):
        address = f"#{target}" if role == "ref" else f"{OTHER_GUIDE}{target}"
        yield from _link(words, address, written, token.level, inside)
        return
    meant = CrossReference(role, target, words, written, begins, inside)
    yield _token(meant, token.level)


def _token(meant: CrossReference, level: int) -> Token:
    content = meant.written
    return Token("reference", "", 0, level=level, content=content, meta={"reference": meant})


def _link(words: str, address: str, written: str, level: int, inside: bool) -> Iterator[Token]:
    text = Token("text", "", 0, level=level + (not inside), content=words)
    if inside:
        yield text
        return
    meta = {"written": written}
    yield Token("link_open", "a", 1, {"href": address}, level=level, meta=meta)
    yield text
    yield Token("link_close", "a", -1, level=level, meta=meta)
