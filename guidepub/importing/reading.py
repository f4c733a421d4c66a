"""Chooses the reader for a file, and limits the file's size."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import partial
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Protocol

from guidepub.files import read_bytes, stamp
from guidepub.findings import Finding, Place
from guidepub.importing.epub.chapters import GuideBook
from guidepub.importing.exports.mediawiki import WikiExport
from guidepub.importing.exports.wordpress import WordPressExport
from guidepub.importing.markdown.confluence_marks import is_confluence
from guidepub.importing.markdown.folds import heading_element, with_fold_lines, with_fold_titles
from guidepub.importing.markdown.lightweight_markup import in_markdown
from guidepub.importing.markdown.reader import head_of_lines, read_markdown
from guidepub.importing.markdown.wiki_dialects import has_title_block, is_of_other_wiki
from guidepub.importing.odt.reader import read_odt
from guidepub.importing.originals.citations import Citations
from guidepub.importing.originals.decoding import decode, without_forbidden
from guidepub.importing.originals.foreign import FilePart, ForeignText, distinct_key
from guidepub.importing.originals.original import Original, no_picture
from guidepub.importing.originals.page_metadata import language_tag
from guidepub.importing.originals.picture_files import picture_reader
from guidepub.importing.originals.refusals import refusal, refusal_of_several
from guidepub.importing.originals.spoken_language import (
    is_in_another_language,
    likely_language,
    spoken_language,
)
from guidepub.importing.pages.design_pages import as_page_of_indesign
from guidepub.importing.pages.google_docs import as_page_of_google_docs
from guidepub.importing.pages.page_archives import PageArchive
from guidepub.importing.pages.reader import read_html
from guidepub.importing.pages.word_pages import as_page_of_word
from guidepub.importing.pdf.reader import read_pdf
from guidepub.importing.plain.divided_words import with_whole_words
from guidepub.importing.plain.quoted_lines import without_quote_marks
from guidepub.importing.plain.reader import read_text
from guidepub.importing.plugins import page_of, plugged_in
from guidepub.importing.rtf.reader import read_rtf
from guidepub.importing.titles.guides_within import (
    GuideWithin,
    finding_on_other_text,
    guide_original,
    guides_within,
)
from guidepub.importing.unread_kinds import REMEDIES
from guidepub.importing.wiki.reader import is_wiki, read_wiki
from guidepub.importing.word.reader import read_word
from guidepub.words.languages import primary_language

_MEGABYTE = 1024 * 1024
_FOREIGN_LIMIT = 24 * _MEGABYTE
_PAGE = re.compile(r"\s*(?:<!--.{0,2000}?-->\s*)?<(?:!doctype html|html|head|body)\b", re.I | re.S)
_WIKI = re.compile(r"<mediawiki[\s>]")
_HEAD = 4096
_MARKDOWN = (".md", ".markdown", ".qmd", ".rmd", ".mdx", ".mdown", ".mkd")

Read = Callable[[str, str, Citations, str], Original]
"""Returns the blocks of a text, given its path, the citations and its likely language."""


class TextCollection(Protocol):
    """An open file that holds several texts. `findings` report its parts that are not texts."""

    parts: tuple[FilePart, ...]
    findings: tuple[Finding, ...]

    def original(self, part: FilePart, citations: Citations, language: str) -> Original:
        """Return the text of one of the parts."""


@dataclass(frozen=True, slots=True)
class Importer:
    """A reader for files with certain suffixes, and the largest size of a file in bytes.

    `read` takes decoded text, and `read_data` a binary format. `opened` opens a file of several
    texts, though in some formats a file usually holds only one.
    """

    suffixes: tuple[str, ...]
    limit: int
    read: Read | None = None
    read_data: Callable[[bytes, str, Citations, str], Original] | None = None
    opened: Callable[[bytes, Path], TextCollection] | None = None
    is_usually_one: bool = False


def _page(text: str, path: str, citations: Citations, _language: str) -> Original:
    text = with_fold_titles(text, heading_element)
    for as_page in (as_page_of_google_docs, as_page_of_word, as_page_of_indesign):
        text = as_page(text)
    return read_html(text, path, citations)


def _plain(text: str, path: str, citations: Citations, language: str) -> Original:
    """Return a plain text's blocks, or those of a text with the marks of a writer's tool."""
    text = without_quote_marks(text)
    made = in_markdown(text)
    if made is None:
        about, text = head_of_lines(text)
        read = read_text(with_fold_lines(text), path, citations, language)
        named = language_tag(str(about.get("language") or about.get("lang") or ""))
        title = str(about.get("title") or read.title)
        return replace(
            read, about={**read.about, **about}, title=title, language=named or read.language
        )
    markdown, left_out = made
    read = read_markdown(markdown, path, citations, language)
    return replace(read, asides=(*read.asides, *left_out))


def _markdown(text: str, path: str, citations: Citations, language: str) -> Original:
    if not (is_confluence(text) or has_title_block(text)):
        return read_markdown(text, path, citations, language)
    return _plain(text, path, citations, language)


def _word(data: bytes, path: str, citations: Citations, _language: str) -> Original:
    return read_word(data, path, citations)


def _odt(data: bytes, path: str, citations: Citations, _language: str) -> Original:
    return read_odt(data, path, citations)


def _pages(data: bytes, path: Path) -> TextCollection:
    return PageArchive(data, str(path), _is_text, _read_entry)


def _export(data: bytes, path: Path) -> TextCollection:
    text, findings = decode(data, path)
    is_wiki = _WIKI.search(text[:_HEAD]) is not None
    export = WikiExport(text, str(path)) if is_wiki else WordPressExport(text, str(path))
    export.findings = (*findings, *export.findings)
    return export


IMPORTERS = (
    Importer((".txt", ".text"), 2 * _MEGABYTE, _plain),
    Importer(_MARKDOWN, 2 * _MEGABYTE, _markdown),
    Importer((".html", ".htm", ".xhtml", ".php"), 24 * _MEGABYTE, _page),
    Importer((".wiki", ".mediawiki", ".wikitext"), 2 * _MEGABYTE, read_wiki),
    Importer((".docx",), 24 * _MEGABYTE, read_data=_word),
    Importer((".odt",), 24 * _MEGABYTE, read_data=_odt),
    Importer((".rtf",), 24 * _MEGABYTE, read_data=read_rtf),
    Importer((".epub",), 64 * _MEGABYTE, opened=GuideBook, is_usually_one=True),
    Importer((".pdf",), 64 * _MEGABYTE, read_data=read_pdf),
    Importer((".zip",), 128 * _MEGABYTE, opened=_pages),
    Importer((".xml",), 64 * _MEGABYTE, opened=_export),
)
"""The readers of all formats that can be imported."""

SUFFIXES = tuple(suffix for importer in IMPORTERS for suffix in importer.suffixes)
"""The suffixes of files that guidepub can import without plugins."""

SEVERAL = tuple(
    suffix
    for each in IMPORTERS
    if each.opened and not each.is_usually_one
    for suffix in each.suffixes
)
"""The suffixes of files that usually hold several texts."""


class HoldsGuides(Exception):  # noqa: N818 - no fault of the file
    """A document holds several guides, the `parts`; `findings` are on what belongs to none of them."""

    def __init__(self, parts: tuple[FilePart, ...], findings: tuple[Finding, ...]) -> None:
        super().__init__(f"{len(parts)} guides")
        self.parts, self.findings = parts, findings


def read_original(source: ForeignText, language: str) -> tuple[Original, Citations]:
    """Return the blocks and metadata of a text, and its citations.

    `language` is its likely language.

    Raises:
        InputError: the file cannot be read, is too large, holds no text or several texts, or
            needs a library that is not installed.
        HoldsGuides: it is a document that holds several guides.
    """
    part = source.part
    if part is not None and part.guide is not None:
        document = replace(source, part=part.document)
        original, citations, guides = _with_guides_within(document, language, stamp(source.path))
        # Each guide adds its own citations.
        return guide_original(original, guides, part.guide), deepcopy(citations)
    citations = Citations()
    original = _read_document(source, citations, language)
    if guides := guides_within(original):
        taken: dict[str, int] = {}
        holder = part.key if part else None
        parts = (
            FilePart(distinct_key(guide.title, taken), source.place, number, holder)
            for number, guide in enumerate(guides)
        )
        raise HoldsGuides(tuple(parts), finding_on_other_text(original, guides, source.place))
    return original, citations


@functools.lru_cache(maxsize=1)
def _with_guides_within(
    document: ForeignText, language: str, _stamp: str | None
) -> tuple[Original, Citations, tuple[GuideWithin, ...]]:
    """Return a document and the guides within it, which are asked for one after another.

    The result is cached until the file's stamp changes or another document is asked for.
    """
    citations = Citations()
    original = _read_document(document, citations, language)
    return original, citations, guides_within(original)


def _read_document(source: ForeignText, citations: Citations, language: str) -> Original:
    path = source.path
    importer = _importer(path)
    if importer.opened is not None:
        holding = _opened(path, stamp(path))
        part = source.part or _only_part(holding, path)
        return _completed(holding.original(part, citations, language), source.place)
    data = read_bytes(path, importer.limit)
    original = _read(importer, data, str(path), citations, language)
    is_alone = original.picture_of is no_picture
    folder = source.folder or path.parent
    original = replace(original, picture_of=picture_reader(path, folder)) if is_alone else original
    return _completed(original, source.place)


def _completed(original: Original, place: str) -> Original:
    return with_whole_words(_with_language(original), place)


def _with_language(original: Original) -> Original:
    """Return a text with the language that its words are in, if it states none or a template's."""
    words = "\n".join(block.text for block in original.blocks)
    if not original.language:
        return replace(original, language=spoken_language(words))
    if is_in_another_language(words, primary_language(original.language)):
        return replace(original, language=likely_language(words, original.language))
    return original


def _read(
    importer: Importer, data: bytes, path: str, citations: Citations, language: str
) -> Original:
    if importer.read_data is not None:
        return importer.read_data(data, path, citations, language)
    text, findings = decode(data, Path(path))
    read = _reader(importer, text)
    likely = language if read is _page else likely_language(text, language)
    original = read(text, path, citations, likely)
    return replace(original, findings=(*findings, *original.findings))


def _read_entry(name: str, data: bytes, path: str, citations: Citations, language: str) -> Original:
    return _read(_importer(Path(name)), data, path, citations, language)


def _is_text(name: str) -> bool:
    """Return whether a file in an archive is a single text."""
    suffix = Path(name).suffix.lower()
    return suffix in SUFFIXES and suffix not in SEVERAL


def _reader(importer: Importer, text: str) -> Read:
    """Return the function that reads a text, by its content if its suffix is another format's."""
    if importer.read is None or _PAGE.match(text):
        return _page
    is_media_wiki = importer.read is _plain and is_wiki(text) and not is_of_other_wiki(text)
    return read_wiki if is_media_wiki else importer.read


def holds_several_guides(source: ForeignText) -> bool:
    """Return whether a file of a kind that usually holds one text holds several.

    False if one of its texts is asked for.

    Raises:
        InputError: the file cannot be read, or is too large.
    """
    if source.part is not None or not _importer(source.path).is_usually_one:
        return False
    return len(_opened(source.path, stamp(source.path)).parts) > 1


def read_parts(path: Path) -> tuple[tuple[FilePart, ...], tuple[Finding, ...]]:
    """Return the texts in a file of several, and findings on the rest of the file.

    Raises:
        InputError: the file cannot be read, or is too large.
    """
    holding = _opened(path, stamp(path))
    return holding.parts, holding.findings


@functools.lru_cache(maxsize=1)
def _opened(path: Path, _stamp: str | None) -> TextCollection:
    """Return an open file of several texts, which are asked for one after another.

    The result is cached until the file's stamp changes or another file is asked for.
    """
    importer = _importer(path)
    assert importer.opened is not None
    return importer.opened(read_bytes(path, importer.limit), path)


def _only_part(holding: TextCollection, path: Path) -> FilePart:
    if len(holding.parts) == 1:
        return holding.parts[0]
    if not holding.parts:
        raise refusal(str(path), "I002", "The file contains no text to import.")
    raise refusal_of_several(str(path), len(holding.parts))


def _importer(path: Path) -> Importer:
    suffix = path.suffix.lower()
    importer = next((importer for importer in IMPORTERS if suffix in importer.suffixes), None)
    if importer is None and suffix in plugged_in():
        read = partial(_foreign, plugged_in()[suffix])
        return Importer((suffix,), _FOREIGN_LIMIT, read_data=read)
    if importer is None:
        kind = f"of the type “{suffix}”" if suffix else "without a suffix"
        message = f"Files {kind} cannot be imported."
        remedy = REMEDIES.get(suffix, f"Files that can be imported: {', '.join(known_suffixes())}.")
        raise refusal(str(path), "I001", message, remedy)
    return importer


def _foreign(
    entry: EntryPoint, data: bytes, path: str, citations: Citations, _language: str
) -> Original:
    page, findings = without_forbidden(page_of(entry, data, path), Place(path))
    read = read_html(page, path, citations)
    return replace(read, findings=(*findings, *read.findings))


def known_suffixes() -> tuple[str, ...]:
    """Return the suffixes of files that can be imported, including those that plugins read."""
    return tuple(dict.fromkeys((*SUFFIXES, *plugged_in())))
