"""Reads authors, date and subtitle from marked lines below a title, and from a page's head.

Programs mark such lines by the name of a style or a class: “Subtitle”, “Author”, “Date”.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from lxml.html import HtmlElement

from guidepub.importing.originals.escaping import spaced
from guidepub.importing.originals.original import Aside

MARKED = ("subtitle", "author", "date")
"""The classes that mark such lines, which are also the keys in front matter."""

# Notion's name for the table of a page's properties.
_PROPERTIES = "properties"
_LONGEST = 120
# Elements that end the lines below a title, and elements that contain others.
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_BLOCKS = ("p", "div", "ul", "ol", "table", "section", "h1", *_HEADINGS)
_BY = re.compile(r"^(?:(?:written )?by|von|par|por|autor(?:a|in)?|author)\s?:?\s+(?=\S)", re.I)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# The names that programs and sites give to unknown authors.
_NOBODY = frozenset("admin administrator owner user benutzer usuario utilisateur webmaster editor author microsoft python-docx".split())  # fmt: skip
_AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "citation_author")
_DESCRIPTIONS = ("description", "dc.description", "og:description")
_DATES = ("article:published_time", "dc.date", "dc.date.issued", "dcterms.created", "pubdate", "citation_publication_date", "dc.date.created", "dcterms.date", "citation_date", "publish_date", "publish-date", "created", "creation_date", "datepublished")  # fmt: skip
# Types of schema.org for texts; “NewsArticle” ends with one of them.
_ARTICLES = ("Article", "BlogPosting")
_LARGEST = 200_000
_MOST = 40


def take_bylines(body: HtmlElement) -> tuple[dict[str, object], list[Aside]]:
    """Remove marked lines from a text, and return their fields, and the lines themselves."""
    about: dict[str, object] = {}
    asides: list[Aside] = []
    for table in [each for each in body.iter("table") if each.get("class") == _PROPERTIES]:
        for row in table.iter("tr"):
            name, _, value = spaced(" | ".join(cell.text_content() for cell in row)).partition(
                " | "
            )
            about.setdefault(name.casefold(), value)
        words = spaced(" ".join(table.itertext()))
        asides.append(Aside(words, table.sourceline or 0, "metadata", "the page’s properties"))
        table.drop_tree()
    seen = 0
    for element in list(body.iter("p", "div", "h1", *_HEADINGS)):
        words = spaced(element.text_content())
        seen += bool(words)
        kind = next((name for name in (element.get("class") or "").split() if name in MARKED), "")
        if (element.tag in _HEADINGS and not kind) or seen > _MOST:
            break
        if (
            not kind
            or len(words) > _LONGEST
            or next(element.iterdescendants(*_BLOCKS), None) is not None
        ):
            continue
        if value := {"author": names_in_byline(words), "date": year_in(words)}.get(kind, words):
            about.setdefault(kind, value)
            asides.append(Aside(words, element.sourceline or 0, "metadata", f"the {kind}"))
            element.drop_tree()
    return about, asides


def fields_of_head(root: HtmlElement) -> dict[str, object]:
    """Return the authors, date and description in a page's head."""
    meta = {
        (element.get("name") or element.get("property") or "").lower(): element.get("content") or ""
        for element in root.iter("meta")
    }
    about: dict[str, object] = {}
    for data in _articles(root):
        about.setdefault("author", ", ".join(_names(data.get("author"))))
        about.setdefault("date", year_in(str(data.get("datePublished") or "")))
    for kind, keys, read in (("author", _AUTHORS, names_in_byline), ("date", _DATES, year_in)):
        if not about.get(kind):
            about[kind] = next((value for key in keys if (value := read(meta.get(key, "")))), "")
    if about["author"] and not about["date"]:
        # A date with an author belongs to the text; by itself it may be that of the last change.
        about["date"] = year_in(meta.get("date", ""))
    about["description"] = next((meta[key].strip() for key in _DESCRIPTIONS if meta.get(key)), "")
    return {key: value for key, value in about.items() if value}


def names_in_byline(words: str) -> str:
    """Return the names in a line such as “By Ann Lee”, or an empty string."""
    name = _BY.sub("", spaced(words)).strip(" ,.|")
    first = name.partition(" ")[0].casefold()
    is_name = name[:1].isupper() and "://" not in name and len(name) <= _LONGEST
    return name if is_name and not (first in _NOBODY and " " not in name.strip()) else ""


def year_in(words: str) -> str:
    """Return the year in a date, or an empty string."""
    found = _YEAR.search(words)
    return found[0] if found else ""


def _articles(root: HtmlElement) -> Iterator[Mapping[str, object]]:
    """Yield a page's data about its articles in JSON-LD (schema.org)."""
    for script in root.iter("script"):
        if (script.get("type") or "").strip() != "application/ld+json":
            continue
        try:
            data = json.loads((script.text or "")[:_LARGEST])
        except (ValueError, RecursionError):
            continue
        listed = data.get("@graph", [data]) if isinstance(data, dict) else data
        for each in listed[:_MOST] if isinstance(listed, list) else ():
            kind = str(each.get("@type", ""))[:_LONGEST] if isinstance(each, dict) else ""
            if any(name in kind for name in _ARTICLES):
                yield each


def _names(author: object) -> list[str]:
    found = author if isinstance(author, list) else [author]
    names = (each.get("name") if isinstance(each, dict) else each for each in found[:10])
    return [name for each in names if isinstance(each, str) and (name := names_in_byline(each))]
