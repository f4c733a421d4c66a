"""The numbers of figures and tables in their captions, and the ids by which references find them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from html import escape

from guidepub.markdown import RichText
from guidepub.words.markup import quoteattr

_TAG = re.compile(r"\A\s*<[a-z][a-z0-9]*(?P<attributes>[^<>]*)>")
_PARAGRAPH = re.compile(r"\A\s*<p(?P<attributes>[^<>]*)>")


def caption_number(number: str) -> str:
    """Return a number as it is before a caption: with a full stop."""
    return f"{number}." if number else ""


def captioned_text(caption: str, number: str) -> str:
    """Return a caption, which is XHTML, after its number."""
    if not number:
        return caption
    marked = f'<b class="caption-number">{escape(caption_number(number))}</b>'
    return f"{marked} {caption}" if caption else marked


def captioned(lines: Mapping[str, RichText], number: str) -> Mapping[str, RichText]:
    """Return the lines of a directive, its title after its number.

    Its plain words stay without it: text alternatives describe what is shown, not where.
    """
    if not number:
        return lines
    title = lines.get("title", RichText())
    return {**lines, "title": replace(title, xhtml=captioned_text(title.xhtml, number))}


def captioned_body(body: str, number: str) -> str:
    """Return a caption of paragraphs, the first of them after the number."""
    if not number:
        return body
    match = _PARAGRAPH.match(body)
    if match is None:
        return f"<p>{captioned_text('', number)}</p>\n{body}"
    return f"{body[: match.end()]}{captioned_text(body[match.end() :], number)}"


def with_id(xhtml: str, name: str) -> str:
    """Return a block whose first element has an id, if a theme's template gave it none."""
    match = _TAG.match(xhtml)
    if match is None or f"id={quoteattr(name)}" in xhtml:
        return xhtml
    at = match.start("attributes")
    if re.search(r"\sid=", match["attributes"]):
        return f"<div id={quoteattr(name)}>{xhtml}</div>"
    return f"{xhtml[:at]} id={quoteattr(name)}{xhtml[at:]}"
