"""Reads a page's metadata: title, language, address, dates of last change and of retrieval."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from guidepub.importing.originals.escaping import spaced

_VISITED = re.compile(r"(?:visited|retrieved|accessed)(?: on)?:?\s{1,3}(\w{3,9}\.? \d{1,2}, \d{4}|\d{4}-\d\d-\d\d)", re.I)  # fmt: skip
_CHANGED = re.compile(r"(?:last (?:modified|updated|reviewed)|updated)(?: date)?(?: on)?:?\s{1,3}(?:\w{6,9}, )?(\w{3,9}\.? \d{1,2}, \d{4}|\d{4}-\d\d-\d\d)", re.I)  # fmt: skip
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """The metadata of a page; what it does not state is empty."""

    title: str
    language: str
    address: str
    visited: datetime.date | None
    changed: datetime.date | None


def metadata_of(root: HtmlElement) -> PageMetadata:
    """Return the metadata in a page's head and in its lines on how to cite it and when it changed."""
    meta = {
        (
            element.get("name") or element.get("property") or element.get("http-equiv") or ""
        ).lower(): element.get("content") or ""
        for element in root.iter("meta")
    }
    canonical = next(
        (e.get("href") or "" for e in root.iter("link") if e.get("rel") == "canonical"), ""
    )
    address = canonical or meta.get("og:url", "")
    text = spaced(root.text_content()) if len(root) else ""
    title = next((e.text_content() for e in root.iter("title")), "")
    changed = as_date(meta.get("date", "") or meta.get("article:modified_time", "")[:10])
    return PageMetadata(
        title=spaced(meta.get("og:title", "") or title),
        language=_language(root.get("lang") or "", meta),
        address=address if urlsplit_or_none(address) else "",
        visited=_found(_VISITED, text),
        changed=changed or _found(_CHANGED, text),
    )


def _language(named: str, meta: Mapping[str, str]) -> str:
    """Return the language that a page states, or an empty string if it states two."""
    other = language_tag(meta.get("og:locale") or meta.get("content-language") or "")
    own = language_tag(named)
    return own if not other or other[:2].lower() == own[:2].lower() else "" if own else other


def urlsplit_or_none(address: str) -> str:
    """Return the host of a web address, or an empty string for anything else."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return parts.hostname or "" if parts.scheme in ("http", "https") else ""


def language_tag(text: str) -> str:
    """Return a BCP 47 tag for the language as a page or a front matter states it."""
    found = _LANGUAGE.fullmatch(text.strip())
    return found[0].replace("_", "-") if found else ""


def as_date(text: str) -> datetime.date | None:
    """Return the date in a text such as `January 31, 2026` or `2026-01-31`, or None."""
    try:
        return datetime.date.fromisoformat(text.strip()[:10])
    except ValueError:
        pass
    found = re.fullmatch(r"([A-Za-z]{3})\w{0,6}\.? (\d{1,2}), (\d{4})", text.strip())
    if found and found[1].lower() in _MONTHS:
        try:
            month = _MONTHS.index(found[1].lower()) + 1
            return datetime.date(int(found[3]), month, int(found[2]))
        except ValueError:
            pass
    return None


def _found(pattern: re.Pattern[str], text: str) -> datetime.date | None:
    match = pattern.search(text)
    return as_date(match[1]) if match else None
