"""Manuscripts of parsed prose: the passages, notes and links that it must print.

They are made from the tokens and not from the XHTML, so that finished files can be compared with
them whatever happened to the XHTML.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count
from typing import Protocol

from markdown_it.token import Token

from guidepub.markdown.forms.citing import citation_of, with_citations
from guidepub.markdown.forms.cross_references import CrossReference, reference_of
from guidepub.markdown.forms.directives import FORMS, Directive
from guidepub.markdown.parsed.headings import heading_name
from guidepub.markdown.parsed.prose import Prose, directive_of, lines_of, note_of
from guidepub.markdown.printed.renderers import InlineRenderer
from guidepub.words.manuscript import (
    BlockText,
    LeafManuscript,
    Link,
    Note,
    PageNumber,
    Passage,
    PassageKind,
)

_HOLDERS: Mapping[str, PassageKind] = {
    "list_item_open": "item",
    "heading_open": "heading",
    "blockquote_open": "quotation",
    "dt_open": "term",
    "dd_open": "definition",
    "th_open": "head",
    "td_open": "cell",
}


class PlainTextRenderer(InlineRenderer, Protocol):
    """What prose needs from its book for a manuscript. All texts that it returns are plain."""

    def glossary(self) -> str:
        """Return `#` and the id of the leaf that explains terms."""

    def block(self, directive: Directive) -> BlockText:
        """Return the text that a directive's block prints besides its body and its own texts."""


def manuscript_of(
    prose: Prose,
    text_renderer: PlainTextRenderer,
    leaf: str,
    opening: Sequence[Passage] = (),
    prefix: str = "",
) -> LeafManuscript:
    """Return the manuscript of a section, as that of a leaf.

    Its title comes first, then `opening`, then its prose. `prefix` begins the ids of its headings,
    as in `prose_xhtml`.
    """
    section = _Section(text_renderer, prefix)
    if prose.title is not None:
        _TokenReader(section, prose.title).read_line("title")
    section.passages += opening
    _TokenReader(section, prose).read()
    return LeafManuscript(
        leaf,
        True,
        tuple(section.passages),
        tuple(section.notes),
        tuple(section.alternatives),
        tuple(section.links),
    )


class _Section:
    """The manuscript of a section while it is being collected."""

    def __init__(self, text_renderer: PlainTextRenderer, prefix: str) -> None:
        self.text_renderer, self.prefix = text_renderer, prefix
        self.passages: list[Passage] = []
        self.notes: list[Note] = []
        self.alternatives: list[Passage] = []
        self.links: list[Link] = []
        self.rows = count(1)


class _TokenReader:
    """Reads the tokens of one text of a section.

    `passages` collects its passages: those of the section, or of a note.
    """

    def __init__(
        self, section: _Section, prose: Prose, passages: list[Passage] | None = None
    ) -> None:
        self._section, self._prose = section, prose
        self._passages = section.passages if passages is None else passages
        self._holders: list[PassageKind] = []
        # The next number of each list around, or -1 for a bullet list.
        self._lists: list[int] = []
        self._number = ""
        self._row = 0
        self._line = prose.line
        self._calls: list[tuple[int, str]] = []
        self._pages: list[PageNumber] = []
        self._name = ""
        self._marks: list[tuple[int, int]] = []

    def read(self, kind: PassageKind = "paragraph") -> None:
        """Collect all blocks of the text in order; `kind` is the kind of its paragraphs."""
        for token in self._prose.tokens:
            if token.map:
                self._line = self._prose.line + token.map[0]
            self._follow(token)
            if token.type == "heading_open" and self._section.prefix:
                self._name = f"{self._section.prefix}_{heading_name(token)}"
            if found := directive_of(token):
                self._block(token, *found)
            elif (note := note_of(token)) is not None:
                self._note(str(token.meta["number"]), note)
            elif token.type == "inline":
                holder = self._holders[-1] if self._holders else kind
                is_paged = holder != "heading"
                words = self._words(token.children or (), not self._row, is_paged)
                self._put(holder, words)
            elif token.type in ("fence", "code_block"):
                self._put("code", token.content)

    def read_line(self, kind: PassageKind, marked: bool = False) -> None:
        """Collect a text of one line. Its facts cite their sources only if it is `marked`."""
        self._put(kind, self._words(self._prose.words, marked))

    def _block(self, token: Token, directive: Directive, body: Prose | None) -> None:
        section, lines = self._section, lines_of(token)
        text = section.text_renderer.block(directive)
        self._name = text.name
        if text.label:
            self._put("label", text.label)
        # The directive of a package has its title above.
        form = FORMS.get(directive.name)
        title, is_below = lines.get("title"), form is not None and form.title_below
        if title is not None and not is_below:
            self._title(title)
        self._passages += text.before
        if body is not None:
            _TokenReader(section, body, self._passages).read()
        if title is not None and is_below:
            self._title(title)
        for name in ("note", "credit"):
            if line := lines.get(name):
                _TokenReader(section, line, self._passages).read_line("caption", marked=True)
        self._passages += text.after
        if alternative := lines.get("alt"):
            text_of_alternative = "".join(_alternative(alternative.words, section.text_renderer))
            section.alternatives.append(
                Passage("alternative", text_of_alternative.strip(" "), self._line)
            )
        section.alternatives += text.alternatives
        section.links += text.links

    def _title(self, title: Prose) -> None:
        reader = _TokenReader(self._section, title, self._passages)
        reader._name, self._name = self._name, ""
        reader.read_line("caption")

    def _note(self, number: str, prose: Prose) -> None:
        passages: list[Passage] = []
        _TokenReader(self._section, prose, passages).read("note")
        line = passages[0].line if passages else prose.line
        kept = tuple(passage for passage in passages if passage.text)
        self._section.notes.append(Note(number, kept, line))

    def _follow(self, token: Token) -> None:
        """Keep track of the blocks around the next texts."""
        kind = token.type
        if holder := _HOLDERS.get(kind):
            self._holders.append(holder)
        elif kind.removesuffix("_close") + "_open" in _HOLDERS:
            self._holders.pop()
        if kind == "ordered_list_open":
            self._lists.append(int(token.attrs.get("start", 1)))
        elif kind == "bullet_list_open":
            self._lists.append(-1)
        elif kind in ("ordered_list_close", "bullet_list_close"):
            self._lists.pop()
        elif kind == "list_item_open" and self._lists[-1] >= 0:
            self._number = str(self._lists[-1])
            self._lists[-1] += 1
        elif kind == "list_item_close":
            # The number of an item without words is not printed.
            self._number = ""
        elif kind in ("tr_open", "tr_close"):
            self._row = next(self._section.rows) if kind == "tr_open" else 0

    def _put(self, kind: PassageKind, text: str) -> None:
        calls, self._calls = tuple(self._calls), []
        pages, self._pages = tuple(self._pages), []
        name, self._name = self._name, ""
        marks, self._marks = tuple(self._marks), []
        passage = Passage(kind, text, self._line, self._number, self._row, calls=calls, marks=marks)
        if pages or name:
            passage = replace(passage, pages=pages, name=name)
        self._passages.append(passage)
        self._number = ""

    def _words(self, tokens: Sequence[Token], marked: bool, is_paged: bool = False) -> str:
        """Return the text of inline tokens, and collect their pictures, links and page numbers."""
        section = self._section
        source_of = section.text_renderer.fact_source if marked else None
        parts: list[str] = []
        for token in with_citations(tokens, source_of):
            if token.type == "image":
                alternative = "".join(_alternative(token.children or (), section.text_renderer))
                section.alternatives.append(Passage("alternative", alternative, self._line))
            elif token.type == "link_open":
                target = section.text_renderer.link(str(token.attrs["href"]))
                # Another guide may have no URL.
                section.links += [Link(target, self._line)] if target else []
            elif asked := reference_of(token):
                parts.append(self._referred(asked, sum(map(len, parts)), is_paged))
            else:
                if "number" in token.meta and token.type in ("index_open", "index"):
                    self._marks.append((sum(map(len, parts)), token.meta["number"]))
                elif token.type == "term_open" and token.meta.get("first"):
                    section.links.append(
                        Link(section.text_renderer.glossary(), self._line, within=True)
                    )
                if token.type == "footnote_ref":
                    self._calls.append((sum(map(len, parts)), str(token.meta["number"])))
                parts.append(self._word(token))
        return "".join(parts)

    def _referred(self, asked: CrossReference, offset: int, is_paged: bool) -> str:
        """Return the words of a reference, and collect where it leads; `offset` is their place."""
        shown = self._section.text_renderer.reference(asked)
        if shown.target and not asked.inside:
            self._section.links.append(Link(shown.target, self._line))
            if is_paged and shown.page is not None:
                dropped = len(shown.words) if shown.is_page_alone else 0
                end = offset + len(shown.words)
                number = PageNumber(end, *shown.page, shown.target.lstrip("#"), dropped)
                self._pages.append(number)
        return shown.words

    def _word(self, token: Token) -> str:
        """Return the text of one inline token, or an empty string for a mark."""
        text_renderer = self._section.text_renderer
        if token.type in ("softbreak", "hardbreak"):
            return "\n"
        if token.type == "myst_role":
            return text_renderer.fact(token.content)
        if citation := citation_of(token):
            return text_renderer.citation(citation)
        if token.type == "source_name":
            return text_renderer.source_name(token.meta["key"])
        if token.type == "footnote_ref":
            return str(token.meta["number"])
        return token.content


def plain_words(tokens: Sequence[Token], text_renderer: PlainTextRenderer) -> str:
    """Return the text of inline tokens without marks, in one line."""
    return "".join(_alternative(tokens, text_renderer)).strip(" ")


def _alternative(tokens: Sequence[Token], text_renderer: PlainTextRenderer) -> Iterator[str]:
    """Yield the texts of a picture's alternative, which can have no marks."""
    for token in tokens:
        if token.type == "myst_role":
            yield text_renderer.fact(token.content)
        elif token.type == "source_name":
            yield text_renderer.source_name(token.meta["key"])
        elif asked := reference_of(token):
            yield text_renderer.reference(asked).words
        elif token.type == "image":
            yield from _alternative(token.children or (), text_renderer)
        elif token.type in ("softbreak", "hardbreak"):
            yield " "
        elif token.type not in ("citation", "footnote_ref"):
            yield token.content
