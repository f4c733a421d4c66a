"""WeasyPrint, loaded: quietly, quickly, and with a clear word where Pango is missing.

All that is taken from it comes from here or after this: on import it looks for its libraries
and for the system's fonts, prints advice, and warns.
"""

from __future__ import annotations

import contextlib
import ctypes.util
import functools
import importlib
import io
import sys
import types
import warnings
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple
from xml.etree import ElementTree

from guidepub.findings.errors import GuidepubError
from guidepub.pdf.engine.pango import declarations_are_known
from guidepub.pdf.leaves.shells import Shell


@contextlib.contextmanager
def _by_name_alone() -> Iterator[None]:
    """Let libraries be found by the system's loader only.

    For each name that the loader does not know, `ctypes.util.find_library` starts a compiler
    and a linker; Linux's loader needs no such help, and they take longer than all the rest.
    """
    found = ctypes.util.find_library
    ctypes.util.find_library = lambda _name: None  # type: ignore[assignment]
    try:
        yield
    finally:
        ctypes.util.find_library = found


# Modules that WeasyPrint imports and does not use here: it is given documents that are parsed,
# fonts that are not packed, and HarfBuzz, which cuts them. That takes longer to load than Pango.
_UNUSED: Mapping[str, Collection[str]] = types.MappingProxyType(
    {
        "fontTools.subset": ("Options", "Subsetter"),
        "fontTools.ttLib": ("TTFont",),
        "fontTools.ttLib.ttFont": ("getTableClass", "getTableModule"),
        "fontTools.ttLib.woff2": ("decompress",),
        "fontTools.varLib.instancer": ("instantiateVariableFont",),
        "tinyhtml5": ("parse",),
    }
)


@contextlib.contextmanager
def _unused_libraries_wait() -> Iterator[None]:
    """Let libraries wait until one of their functions is called."""
    waiting = [module for module in _UNUSED if module not in sys.modules]
    for module in waiting:
        stand_in = types.ModuleType(module)
        for name in _UNUSED[module]:
            setattr(stand_in, name, _later(module, name))
        sys.modules[module] = stand_in
    if "fontTools.ttLib" in waiting:
        fonts: Any = sys.modules["fontTools.ttLib"]
        fonts.TTLibError = _NoTTLibError
        fonts.ttFont = sys.modules["fontTools.ttLib.ttFont"]
        fonts.woff2 = sys.modules["fontTools.ttLib.woff2"]
    try:
        yield
    finally:
        for module in waiting:
            del sys.modules[module]


class _NoTTLibError(Exception):
    """Stands for the error that fontTools raises, as long as none of it is loaded."""


def _later(module: str, name: str) -> Callable[..., Any]:
    def call(*arguments: Any, **options: Any) -> Any:
        found = importlib.import_module(module)
        if name == "TTFont":
            # From now on it may be raised where WeasyPrint catches it.
            embedded_fonts.TTLibError = found.TTLibError
        return getattr(found, name)(*arguments, **options)

    return call


with (
    warnings.catch_warnings(),
    contextlib.redirect_stdout(io.StringIO()),
    _unused_libraries_wait(),
    declarations_are_known(),
):
    warnings.simplefilter("ignore", UserWarning)
    if sys.platform == "linux":
        with _by_name_alone(), contextlib.suppress(OSError):
            importlib.import_module("weasyprint")
    try:
        import pydyf
        from cssselect2 import ElementWrapper
        from weasyprint import CSS, DEFAULT_OPTIONS, HTML, Document, stacking
        from weasyprint import css as styling
        from weasyprint import document as rendering
        from weasyprint import svg as drawn_svg
        from weasyprint.css import AnonymousStyle, ComputedStyle, Style, StyleFor, properties
        from weasyprint.css.targets import TargetCollector, TargetLookupItem
        from weasyprint.document import Page
        from weasyprint.draw import draw_background
        from weasyprint.draw import text as drawn_text
        from weasyprint.formatting_structure import build
        from weasyprint.formatting_structure.boxes import (
            BlockLevelBox,
            Box,
            FootnoteAreaBox,
            InlineBox,
            LineBox,
            PageBox,
            ParentBox,
            ReplacedBox,
            TableCellBox,
            TextBox,
        )
        from weasyprint.formatting_structure.build import create_anonymous_boxes
        from weasyprint.layout import LayoutContext, absolute, background, block, inline, preferred
        from weasyprint.layout import page as paging
        from weasyprint.layout import table as tabling
        from weasyprint.layout.absolute import AbsolutePlaceholder
        from weasyprint.layout.block import block_level_layout, block_level_page_break
        from weasyprint.pdf import VARIANTS, tags
        from weasyprint.pdf import fonts as embedded_fonts
        from weasyprint.pdf.anchors import add_outlines
        from weasyprint.text import line_break as line_breaking
        from weasyprint.text.ffi import ffi, fontconfig, gobject, pango
        from weasyprint.text.fonts import FontConfiguration
        from weasyprint.text.line_break import create_layout, line_size, strut
        from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse
    except OSError as error:
        raise GuidepubError(
            "A system library that draws text is missing. Install Pango (see “Installing it” "
            f"in README.md), then try again. The system says: {str(error).splitlines()[0]}"
        ) from error


class Pdf(pydyf.PDF):
    """A PDF that keeps the references of its pages, and the version of PDF that it is to have.

    pydyf makes them again each time that it is asked, which it is for each element of the
    tagged structure: in a book of 400 pages that takes a tenth of all time.
    """

    version = "1.7"
    _kept: tuple[bytes, ...] = ()

    @property
    def page_references(self) -> tuple[bytes, ...]:
        """The references of all pages, such as `12 0 R`."""
        if len(self._kept) != self.pages["Count"]:
            self._kept = super().page_references
        return self._kept


@contextlib.contextmanager
def page_references_are_kept() -> Iterator[None]:
    """Let WeasyPrint write PDFs of the kind above, which it has no option for."""
    before = pydyf.PDF
    pydyf.PDF = Pdf  # type: ignore[misc]
    try:
        yield
    finally:
        pydyf.PDF = before  # type: ignore[misc]


def has_faces(fonts: FontConfiguration) -> bool:
    """Return whether a configuration without the system's fonts has any face.

    Pango ends the process where it is to draw a text and has none.
    """
    return count_faces(fonts) > 0


def count_faces(fonts: FontConfiguration) -> int:
    """Return the number of faces in a configuration, without those of the system."""
    found = fontconfig.FcConfigGetFonts(fonts._config, fontconfig.FcSetApplication)
    return 0 if found == ffi.NULL else int(found.nfont)


class _Found(NamedTuple):
    """An element that was asked for by its name."""

    etree_element: ElementTree.Element


class _Wrapped(ElementWrapper):  # type: ignore[misc]
    """An element for the selectors of stylesheets. Those of the body are among leaves elsewhere.

    The leaves elsewhere are siblings to a selector, but no part of the document.
    """

    around: tuple[Sequence[ElementTree.Element], Sequence[ElementTree.Element]] = ((), ())
    _children: list[_Wrapped] | None = None

    @functools.cached_property
    def etree_children(self) -> list[ElementTree.Element]:
        """The element's children."""
        own = [each for each in self.etree_element if isinstance(each.tag, str)]
        if self.etree_element.tag != "body" or self.parent is None:
            return own
        before, after = self.parent.around
        return [*before, *own, *after]

    def query_all(self, *names: str) -> Iterator[_Found]:
        """Yield the elements of some names; WeasyPrint finds stylesheets and metadata so.

        It asks for names only, so no element need be wrapped and matched with selectors.
        """
        for element in self.etree_element.iter():
            if element.tag in names:
                yield _Found(element)

    def iter_children(self) -> Iterator[_Wrapped]:
        """Return the element's children. They stay the same until they are let go."""
        if self._children is None:
            self._children = list(super().iter_children())
        return iter(self._children)

    def iter_next_siblings(self) -> Iterator[_Wrapped]:
        """Yield the siblings after the element."""
        if self.parent is None:
            return iter(())
        return islice(self.parent.iter_children(), self.index + 1, None)

    def let_go(self) -> None:
        """Forget the children and all that is in them, which know their parents."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            waiting += element._children or ()
            element._children = None

    def iter_subtree(self) -> Iterator[_Wrapped]:
        """Yield the element and all that is in it and in the document, in the order of the text."""
        absent = {each for part in self.around for each in part}
        waiting = [self]
        while waiting:
            element = waiting.pop()
            if element.etree_element not in absent:
                yield element
                waiting += reversed(list(element.iter_children()))


class LayoutSource(HTML):  # type: ignore[misc]
    """A document for WeasyPrint whose elements stay where they are.

    WeasyPrint's own reader is one for HTML. It ends a paragraph where a block begins and a
    link where another begins, so a note's list, or all of a note from its first link on, would
    be printed in the midst of the text that calls it.
    """

    def __init__(
        self,
        xhtml: str,
        base_url: str,
        url_fetcher: URLFetcher,
        full_pages: Collection[tuple[str, int]] = (),
        around: tuple[Sequence[Shell], Sequence[Shell]] = ((), ()),
    ) -> None:
        """Take a document, and what `footnotes` is to know of its pages.

        `full_pages` are those that have no room for notes from the page before: each as its
        leaf's id, and which page of the leaf it is, from 0. `around` are the leaves
        before and after those of the document, for selectors.
        """
        self.full_pages = full_pages
        # The layout context that `footnotes` uses.
        self.continuing: Any = None
        self.context: Any = None
        # The rules that match the elements of documents like this one, where they are kept.
        self.kept_rules: Any = None
        self.base_url = base_url
        self.url_fetcher = url_fetcher
        self.media_type = "print"
        self.wrapper_element = _Wrapped.from_html_root(ElementTree.fromstring(xhtml))  # noqa: S314 - our own
        before, after = around
        self.wrapper_element.around = (_elements(before), _elements(after))
        self.etree_element = self.wrapper_element.etree_element


def _elements(shells: Sequence[Shell]) -> list[ElementTree.Element]:
    return [ElementTree.Element(tag, dict(attributes)) for tag, attributes in shells]


__all__ = [
    "CSS",
    "DEFAULT_OPTIONS",
    "VARIANTS",
    "AbsolutePlaceholder",
    "AnonymousStyle",
    "BlockLevelBox",
    "Box",
    "ComputedStyle",
    "Document",
    "FatalURLFetchingError",
    "FontConfiguration",
    "FootnoteAreaBox",
    "InlineBox",
    "LayoutContext",
    "LayoutSource",
    "LineBox",
    "Page",
    "PageBox",
    "ParentBox",
    "Pdf",
    "ReplacedBox",
    "Style",
    "StyleFor",
    "TableCellBox",
    "TargetCollector",
    "TargetLookupItem",
    "TextBox",
    "URLFetcher",
    "URLFetcherResponse",
    "absolute",
    "add_outlines",
    "background",
    "block",
    "block_level_layout",
    "block_level_page_break",
    "build",
    "count_faces",
    "create_anonymous_boxes",
    "create_layout",
    "draw_background",
    "drawn_svg",
    "drawn_text",
    "embedded_fonts",
    "ffi",
    "gobject",
    "has_faces",
    "inline",
    "line_breaking",
    "line_size",
    "page_references_are_kept",
    "paging",
    "pango",
    "preferred",
    "properties",
    "rendering",
    "stacking",
    "strut",
    "styling",
    "tabling",
    "tags",
]
