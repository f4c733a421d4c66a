"""Reads a Word file as blocks, by way of mammoth, which interprets Word's styles."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from lxml import etree

from guidepub.findings import Finding, Place, Severity
from guidepub.importing.originals.citations import Citations
from guidepub.importing.originals.escaping import spaced
from guidepub.importing.originals.inline import INDEX_MARK
from guidepub.importing.originals.original import Aside, Original
from guidepub.importing.originals.refusals import lacking_library, refusal
from guidepub.importing.pages.bylines import names_in_byline, year_in
from guidepub.importing.pages.generated_pages import read_generated
from guidepub.importing.word.index import INDEX
from guidepub.importing.word.parts import Parts, unpacked
from guidepub.importing.word.visible_text import NUMBER, Unseen, rewrite_as_shown

_STYLES = """
p[style-name='Title'] => h1.guide-title:fresh
p[style-name='Subtitle'] => p.subtitle:fresh
p[style-name='Author'] => p.author:fresh
p[style-name='Date'] => p.date:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Caption'] => p.caption:fresh
p[style-name='Table Caption'] => p.caption:fresh
p[style-name='Image Caption'] => p.caption:fresh
"""
# The bookmark with a list item's number, after mammoth's own item if there is one.
_NUMBERED = re.compile(rf'(<li>)?<a id="{NUMBER}(\d{{1,9}})-([1aAiI])"></a>')
_INDEXED = re.compile(rf'<a id="{INDEX}(\d{{1,9}})"></a>')
_CORE = "docprops/core.xml"
# Word's titles for files without one.
_NO_TITLE = re.compile(r"^(?:document|dokument|documento|microsoft word)\b|\.docx?$|^$", re.I)
_MOST_REPORTED = 12


def read_word(data: bytes, path: str, citations: Citations) -> Original:
    """Return the blocks of a Word file.

    Raises:
        InputError: it is not a Word file, too large, or damaged (I001 to I004), or mammoth is not
            installed (I005).
    """
    parts = unpacked(data, path)
    try:
        import mammoth
    except ImportError as error:
        raise lacking_library(path, "Word files") from error
    unseen = rewrite_as_shown(parts)
    pictures: dict[str, bytes] = {}
    try:
        result = mammoth.convert_to_html(
            io.BytesIO(parts.packed()),
            style_map=_STYLES,
            convert_image=mammoth.images.img_element(_naming(pictures)),
        )
    except RecursionError:
        raise refusal(path, "I003", "The file is nested too deeply.") from None
    except Exception as error:
        message = f"The Word file cannot be read to its end: {type(error).__name__}."
        raise refusal(path, "I004", message, "Save it again in Word.") from error
    page = _NUMBERED.sub(_item, result.value)
    page = _INDEXED.sub(lambda mark: _index_mark(unseen.entries[int(mark[1])]), page)
    original = read_generated(unseen.places.in_page(page), path, citations)
    metadata = _metadata(parts)
    return replace(
        original,
        title=original.title or metadata.pop("title", ""),
        about={**metadata, **original.about},
        asides=(*original.asides, *_asides(unseen)),
        findings=(*original.findings, *_findings(unseen, path)),
        picture_of=pictures.get,
    )


def _metadata(parts: Parts) -> dict[str, str]:
    """Return the metadata of a file (ECMA-376 Part 2, 11): its title, author and year."""
    name = next((name for name in parts.texts if name.lower() == _CORE), "")
    core = parts.tree(name) if name else None
    found = (
        {} if core is None else {etree.QName(e).localname: e.text or "" for e in core.iter("{*}*")}
    )
    title = spaced(found.get("title", ""))
    metadata = {
        "title": "" if _NO_TITLE.search(title) else title,
        "author": names_in_byline(found.get("creator", "")),
        "date": year_in(found.get("created", "")),
        "tags": spaced(found.get("keywords", "").replace(";", ",")),
    }
    return {key: value for key, value in metadata.items() if value}


def _index_mark(entry: str) -> str:
    return f'<span class="{INDEX_MARK}" title="{html.escape(entry)}"></span>'


def _item(mark: re.Match[str]) -> str:
    """Return an item with its number, or an empty string if the number is not an item's."""
    return f'<li value="{mark[2]}" type="{mark[3]}">' if mark[1] else ""


def _naming(pictures: dict[str, bytes]) -> Callable[[Any], Mapping[str, str]]:
    """Return a function that stores pictures under generated names, since mammoth has none."""

    def named(picture: Any) -> Mapping[str, str]:
        kind = str(picture.content_type).rpartition("/")[2].partition("+")[0]
        name = f"picture-{len(pictures) + 1}.{kind}"
        with picture.open() as stream:
            pictures[name] = stream.read()
        return {"src": name}

    return named


def _asides(unseen: Unseen) -> Iterator[Aside]:
    for texts, reason in (
        (unseen.hidden, "hidden in Word"),
        (unseen.deleted, "marked as deleted in Word"),
        (unseen.comments, "a comment in Word"),
    ):
        yield from (Aside(text, 0, "left out", reason) for text in texts if text)
    yield from (Aside(text, 0, "furniture", "a header or a footer") for text in unseen.margins)
    contents = filter(None, unseen.contents)
    yield from (Aside(text, 0, "furniture", "the table of contents") for text in contents)


def _findings(unseen: Unseen, path: str) -> Iterator[Finding]:
    """Yield warnings about what Word does not print, and what could not be imported."""
    for texts, message in (
        (unseen.hidden, "Hidden text was left out"),
        (unseen.deleted, "Text that is marked as deleted was left out"),
        (unseen.comments, "A comment was left out"),
    ):
        remedy = "Make it visible in Word first if it belongs to the guide."
        yield from _reports(
            path, "I053", [f"{message}: “{text}”" for text in texts if text], remedy
        )
    messages = [f"A part of the Word file was not imported as it is: {o}" for o in unseen.others]
    yield from _reports(path, "I056", messages, "Check what is missing in the guide.")


def _reports(path: str, code: str, messages: Sequence[str], remedy: str) -> Iterator[Finding]:
    kept = list(dict.fromkeys(messages))
    for message in kept[:_MOST_REPORTED]:
        yield Finding(Place(path), code, f"{message}.", remedy, Severity.WARNING)
    if len(kept) > _MOST_REPORTED:
        message = f"The same goes for {len(kept) - _MOST_REPORTED} more; see the report."
        yield Finding(Place(path), code, message, remedy, Severity.WARNING)
