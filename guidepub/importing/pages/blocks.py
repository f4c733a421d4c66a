"""Reads the blocks of a page's text, in the order in which they are shown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from lxml.html import HtmlElement

from guidepub.findings import Finding, Place, Severity
from guidepub.importing.originals.captions import figure_blocks
from guidepub.importing.originals.citations import Citations
from guidepub.importing.originals.escaping import (
    LONGEST,
    escaped,
    escaped_line,
    pieces,
    prints_words,
    spaced,
    verified_markdown,
)
from guidepub.importing.originals.grids import grid_of, guessed_head, is_layout, take_loose_words
from guidepub.importing.originals.inline import (
    BLOCKS,
    BREAK,
    InlineText,
    add_element,
    add_text,
    line_of,
    lines_of,
)
from guidepub.importing.originals.lists import LISTS, list_markdown
from guidepub.importing.originals.original import OriginalBlock, Residue, limited_blocks
from guidepub.importing.originals.residues import (
    TOKEN,
    extract_code,
    restored,
    tokens_of,
    without_tokens,
)
from guidepub.importing.pages.abbreviations import MOST_ABBREVIATIONS
from guidepub.importing.pages.charts import chart_of
from guidepub.importing.pages.elements import HEADINGS
from guidepub.importing.pages.footnotes import Footnotes
from guidepub.importing.pages.furniture import left_out_text
from guidepub.importing.pages.terms import terms_markdown
from guidepub.words.characters import is_blank

_LEVELS = {name: level for level, name in enumerate(HEADINGS, 1)}
_NEVER_SHOWN = frozenset({"script", "style", "template", "noscript", "head", "title"})
_LISTS = frozenset(LISTS)
_LETTERS = frozenset("aAiI")
_CAPTION = re.compile(r"(?:^|[-_ ])caption(?:$|[-_ ]|text)", re.I)
_SPACER = re.compile(r"(?:^|[/_-])(?:spacer|blank|pixel|clear|transparent|trans|shim|dot)(?:[_-]?\w{1,8})?\.(?:gif|png)(?:\?|$)", re.I)  # fmt: skip
# The depth to which a page is read as blocks; anything deeper is read as words.
_DEEPEST = 150


class PageBlocks:
    """Reads the elements of one page, and implements `Surroundings` for its inline content.

    `findings` are on what could not be imported unchanged; `abbreviations` are the meanings of
    short forms.
    """

    def __init__(
        self,
        citations: Citations,
        residues: list[Residue],
        left_out: Mapping[HtmlElement, str],
        body: HtmlElement,
        path: str,
    ) -> None:
        self._path = path
        self._citations, self._residues, self._left_out = citations, residues, left_out
        self._footnotes = Footnotes(body)
        self._pictures: list[HtmlElement] = []
        self.findings: list[Finding] = []
        self.abbreviations: dict[str, str] = {}
        self._holders = _holders(body)

    # Methods for inline content (`Surroundings`).

    def is_left_out(self, element: HtmlElement) -> bool:
        """Return whether an element is furniture, or a note, which is read where it is called."""
        if element.tag in _NEVER_SHOWN or element in self._left_out:
            return True
        return self._footnotes.is_note(element)

    def note_of(self, element: HtmlElement) -> str:
        """Return the label of the footnote that an element calls, or ""."""
        return self._footnotes.called_by(element)

    def linked(self, markdown: str, words: str, target: str) -> str:
        """Return a link's Markdown."""
        return self._citations.linked(markdown, words, without_tokens(target))

    def record_unnamed_link(self, target: str) -> None:
        """Record the target of a link without words, which is reported."""
        self._citations.record_unnamed_link(without_tokens(target))

    def record_picture(self, element: HtmlElement) -> None:
        """Record an image, which follows the block that it is in."""
        self._pictures.append(element)

    def record_abbreviation(self, short: str, meaning: str) -> None:
        """Record the long form of an abbreviation, if it is the first."""
        if short and meaning and short != meaning and len(self.abbreviations) < MOST_ABBREVIATIONS:
            self.abbreviations.setdefault(short, meaning)

    def extract_code(self, text: str, line: int) -> str:
        """Return a text with its page-script code as tokens."""
        return extract_code(text, line, self._residues)

    @property
    def notes(self) -> Mapping[str, str]:
        """The footnotes that the text calls, by label, as Markdown."""
        return {label: self._note(label, note) for label, note in self._footnotes.notes.items()}

    # The blocks.

    def blocks(self, element: HtmlElement) -> Iterator[OriginalBlock]:
        """Yield the blocks of an element."""
        yield from self._children(element, 0)

    def _children(self, element: HtmlElement, depth: int) -> Iterator[OriginalBlock]:
        line = InlineText()
        add_text(line, element.text, line_of(element), self)
        for child in element:
            if isinstance(child.tag, str) and not self.is_left_out(child):
                if child.tag in BLOCKS or child in self._holders:
                    yield from self._run(line)
                    line = InlineText()
                    yield from self._block(child, depth + 1)
                else:
                    add_element(line, child, self)
            add_text(line, child.tail, line_of(child), self)
        yield from self._run(line)

    def _block(self, element: HtmlElement, depth: int) -> Iterator[OriginalBlock]:
        tag, number = element.tag, line_of(element)
        if depth > _DEEPEST:
            flat = InlineText()
            add_text(flat, element.text_content(), number, self)
            yield from self._run(flat)
        elif tag in _LEVELS:
            yield from self._heading(element, number)
        elif tag in _LISTS and next(element.iter("li"), None) is not None:
            yield from self._list(element, number)
        elif tag == "dl" and not chart_of(element, self.is_left_out):
            yield from self._terms(element, number, depth)
        elif tag == "table" and not is_layout(element):
            yield from self._table(element, number, depth)
        elif tag in ("pre", "listing"):
            yield from self._code(element, number)
        elif tag == "figcaption" or _CAPTION.search(element.get("class") or ""):
            yield from self._caption(element, number)
        elif tag == "blockquote":
            yield from self._quote(element, depth)
        elif chart := chart_of(element, self.is_left_out):
            yield replace(chart, line=number)
        elif tag == "figure":
            yield from figure_blocks(self._children(element, depth))
        else:
            yield from self._children(element, depth)

    def _run(self, line: InlineText) -> Iterator[OriginalBlock]:
        """Yield the paragraphs of inline content, then the images in it."""
        for words, markdown in lines_of(line):
            residues = tuple(self._residues[int(n)] for n in TOKEN.findall(words))
            text = spaced(TOKEN.sub(" ", words.replace(BREAK, " ")))
            if residues and not re.search(r"\w", text):
                yield OriginalBlock("script", text, "", residues[0].line, residues=residues)
            elif text:
                yield from _paragraphs(text, words, markdown, line.number, residues)
        yield from self._images()

    def _report(self, code: str, message: str, remedy: str, line: int) -> None:
        place = Place(self._path, line)
        self.findings.append(Finding(place, code, message, remedy, Severity.WARNING))

    def _images(self) -> Iterator[OriginalBlock]:
        pictures, self._pictures = self._pictures, []
        for image in pictures:
            target = without_tokens(image.get("src") or image.get("data-src") or "")
            words = spaced(image.get("alt") or "")
            if (target or words) and not _is_spacer(image, target):
                shown = target if len(target) < 300 and not target.startswith("data:") else ""
                yield OriginalBlock("image", words, "", _marked_line(image), target=shown)

    def _heading(self, element: HtmlElement, number: int) -> Iterator[OriginalBlock]:
        line = InlineText()
        self._inline_children(line, element)
        text = spaced(TOKEN.sub(" ", line.text))
        residues = tuple(self._residues[int(n)] for n in TOKEN.findall(line.text))
        # Some formats, such as Word, mark the title as such.
        level = 0 if element.get("class") == "guide-title" else _LEVELS[element.tag]
        if not is_blank(text):
            yield OriginalBlock("heading", text, escaped(text), number, level=level)
        if residues:
            yield OriginalBlock("script", "", "", number, residues=residues)
        yield from self._images()

    def _terms(self, element: HtmlElement, number: int, depth: int) -> Iterator[OriginalBlock]:
        limited_blocks(
            (OriginalBlock("list", "", "") for _ in element.iter("dt", "dd")), self._path
        )
        found = terms_markdown(element, self._item, self.is_left_out)
        if found is None:
            yield from self._children(element, depth)
        else:
            yield from self._listed(*found, number)

    def _list(self, element: HtmlElement, number: int) -> Iterator[OriginalBlock]:
        limited_blocks((OriginalBlock("list", "", "") for _ in element.iter("li")), self._path)
        kinds = (part.get("type") for part in element.iter("ol", "li"))
        if letters := next((kind for kind in kinds if kind in _LETTERS), ""):
            message = f"A list is numbered with letters, as {letters}; it was given numbers."
            self._report("I057", message, "Check whether anything refers to its letters.", number)
        yield from self._listed(*list_markdown(element, self._item, self.is_left_out), number)

    def _listed(self, text: str, markdown: str, number: int) -> Iterator[OriginalBlock]:
        residues = tuple(self._residues[int(n)] for n in TOKEN.findall(markdown))
        if text:
            yield OriginalBlock("list", text, markdown, number, residues=residues)
        elif residues:
            yield OriginalBlock("script", "", "", number, residues=residues)
        yield from self._images()

    def _item(self, element: HtmlElement) -> tuple[str, str]:
        """Return the words and the Markdown of one line of a list or a cell."""
        line = InlineText()
        self._inline_children(line, element, within=_LISTS)
        words = line.text
        markdown = line.markdown.replace(BREAK, " ")
        plain = spaced(TOKEN.sub(" ", words))
        if TOKEN.search(words):
            return plain, escaped_line(spaced(markdown))
        return plain, verified_markdown(escaped_line(spaced(markdown)), plain) if plain else ""

    def _inline_children(
        self, line: InlineText, element: HtmlElement, within: frozenset[str] = frozenset()
    ) -> None:
        """Add the content of an element except the blocks in `within`, with its blocks as one line."""
        add_text(line, element.text, line_of(element), self)
        for child in element:
            if isinstance(child.tag, str) and child.tag not in within:
                apart = " " if child.tag in BLOCKS else ""
                line.add(apart, apart)
                add_element(line, child, self)
                line.add(apart, apart)
            add_text(line, child.tail, line_of(child), self)

    def _table(self, element: HtmlElement, number: int, depth: int) -> Iterator[OriginalBlock]:
        # Words between the cells go before the table, as in every browser (HTML 13.2.6.4.9).
        yield from self._children(take_loose_words(element), depth)
        grid = grid_of(element, self._item, self.is_left_out)
        self._pictures.clear()
        if grid is None:
            yield from self._children(element, depth)
            return
        if grid.guessed:
            self.findings.append(guessed_head(grid, Place(self._path, number)))
        parts = [part for part in element if isinstance(part.tag, str) and part.tag != "tfoot"]
        words = " ".join(word for part in parts for word in left_out_text(part))
        text = spaced(TOKEN.sub(" ", words))
        residues = tuple(self._residues[int(n)] for n in tokens_of(grid))
        yield OriginalBlock("table", text, "", number, grid=grid, residues=residues)
        for foot in element.iter("tfoot"):
            below, markdown = self._item(foot)
            if below:
                yield OriginalBlock("paragraph", below, markdown, foot.sourceline or number)

    def _code(self, element: HtmlElement, number: int) -> Iterator[OriginalBlock]:
        if (run := _run_code(element)) is not None:
            source = restored(element.text_content().strip("\n"), self._residues)
            residue = Residue(source, line_of(run))
            self._residues.append(residue)
            yield OriginalBlock("script", "", "", residue.line, residues=(residue,))
            return
        words = self.extract_code(element.text_content().strip("\n"), number)
        if words.strip():
            residues = tuple(self._residues[int(n)] for n in TOKEN.findall(words))
            if residues and not TOKEN.sub("", words).strip():
                yield OriginalBlock("script", "", "", number, residues=residues)
                return
            # In a code block, page-script code is part of the text.
            words = restored(words, self._residues)
            longest = max(map(len, re.findall(r"`+", words)), default=0)
            fence = "`" * max(longest + 1, 3)
            yield OriginalBlock("code", spaced(words), f"{fence}\n{words}\n{fence}", number)

    def _quote(self, element: HtmlElement, depth: int) -> Iterator[OriginalBlock]:
        inner = list(self._children(element, depth))
        if inner and all(block.kind == "paragraph" for block in inner):
            text = " ".join(block.text for block in inner)
            lines = "\n\n".join(block.markdown for block in inner).split("\n")
            markdown = "\n".join(f"> {line}".rstrip() for line in lines)
            residues = tuple(residue for block in inner for residue in block.residues)
            yield OriginalBlock("quote", text, markdown, inner[0].line, residues=residues)
        else:
            yield from inner

    def _caption(self, element: HtmlElement, number: int) -> Iterator[OriginalBlock]:
        """Yield a caption, which stays with its image."""
        line = InlineText()
        self._inline_children(line, element)
        if line.text:
            residues = tuple(self._residues[int(n)] for n in TOKEN.findall(line.text))
            text = spaced(TOKEN.sub(" ", line.text))
            markdown = escaped_line(spaced(TOKEN.sub(" ", line.markdown.replace(BREAK, " "))))
            markdown = verified_markdown(markdown, text)
            yield OriginalBlock("image", "", markdown, number, caption=text, residues=residues)
        yield from self._images()

    def _note(self, label: str, element: HtmlElement) -> str:
        words, markdown = (
            self._footnotes.without_number(label, text) for text in self._item(element)
        )
        return markdown if TOKEN.search(markdown) else verified_markdown(markdown, words)


def _is_spacer(image: HtmlElement, target: str) -> bool:
    """Return whether an image is invisible, as a spacer or a tracking pixel."""
    sizes = [image.get(side) or "" for side in ("width", "height")]
    is_dot = any(size.removesuffix("px") in ("0", "1", "2") for size in sizes)
    return not image.get("alt") and (is_dot or _SPACER.search(target) is not None)


def _marked_line(element: HtmlElement) -> int:
    """Return the line of the file that an element, or one around it, is marked with."""
    holders = (each for each in (element, *element.iterancestors()) if each.get("data-line"))
    return line_of(next(holders, element))


def _run_code(element: HtmlElement) -> HtmlElement | None:
    """Return the code of a block that Quarto or R Markdown executes: ```{r}, ```{python}."""
    code = element.find("code")
    return code if code is not None and (code.get("class") or "").startswith("language-{") else None


def _paragraphs(
    text: str, words: str, markdown: str, line: int, residues: tuple[Residue, ...]
) -> Iterator[OriginalBlock]:
    lines = [escaped_line(part.strip()) for part in markdown.split(BREAK)]
    marked = "\\\n".join(part for part in lines if part)
    # The tokens of code within a line are kept until the definition is written.
    if len(text) <= LONGEST and prints_words(TOKEN.sub(" ", marked), text):
        yield OriginalBlock("paragraph", text, marked, line, residues=residues)
        return
    for piece in pieces(spaced(words.replace(BREAK, " "))):
        plain = spaced(TOKEN.sub(" ", piece))
        own = tuple(r for n, r in enumerate(residues) if n < len(TOKEN.findall(piece)))
        yield OriginalBlock("paragraph", plain, escaped_line(escaped(piece)), line, residues=own)
        residues = residues[len(own) :]


def _holders(body: HtmlElement) -> frozenset[HtmlElement]:
    """Return inline elements that contain blocks, such as a link around a heading."""
    found: set[HtmlElement] = set()
    for block in body.iter(*BLOCKS):
        for ancestor in block.iterancestors():
            if ancestor in found or ancestor.tag in BLOCKS:
                break
            found.add(ancestor)
    return frozenset(found)
