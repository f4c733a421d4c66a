"""Conversion between items of CSL-JSON and the data of sources."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import get_args

from guidepub.bibliography.entries import Item
from guidepub.model import Contributor, Source
from guidepub.model.guides.facts import SourceType

_TYPES = frozenset(get_args(SourceType))
# Older names of types, and types that are stored as another one.
_OTHER_TYPES: Mapping[str, str] = {"article": "document", "post": "webpage", "thesis": "thesis"}
_TEXTS: Mapping[str, str] = {
    "title": "title",
    "publisher": "publisher",
    "publisher-place": "place",
    "container-title": "within",
    "volume": "volume",
    "issue": "issue",
    "number": "number",
    "page": "pages",
    "edition": "edition",
}
_LANGUAGES: Mapping[str, str] = {
    "english": "en", "american": "en-US", "usenglish": "en-US", "british": "en-GB",
    "ukenglish": "en-GB", "german": "de", "ngerman": "de", "austrian": "de-AT", "french": "fr",
    "spanish": "es", "italian": "it", "polish": "pl", "portuguese": "pt", "brazilian": "pt-BR",
    "vietnamese": "vi",
}  # fmt: skip
_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_HOST = re.compile(r"https?://(?:www\.)?([^/?#\s]{1,200})")
_DOI = re.compile(r"10\.[0-9]{4,9}/[!-~]+")
_MARKUP = re.compile(r"</?(?:i|b|sup|sub|sc|span)(?: [^<>]{0,80})?>")
_YEAR = re.compile(r"\b(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


def source_data(item: Item) -> dict[str, object]:
    """Return a work as a definition would have it under `sources`, as plain data."""
    found: dict[str, object] = {
        name: text for variable, name in _TEXTS.items() if (text := _text(item.get(variable)))
    }
    kind = _text(item.get("type"))
    kind = _OTHER_TYPES.get(kind, kind)
    if kind in _TYPES:
        found["type"] = kind
    for variable, name in (("author", "authors"), ("editor", "editors")):
        if people := list(_people(item.get(variable))):
            found[name] = people
    if address := _text(item.get("URL")):
        found["url"] = address
    if doi := _DOI.search(_text(item.get("DOI"))):
        found["doi"] = doi[0]
    found |= _dates(item)
    host = _HOST.match(str(found.get("url", "")))
    if host and not {"publisher", "authors", "within"} & found.keys():
        # Programs that save web pages often record no more of them.
        found["publisher"] = host[1]
    language = _text(item.get("language"))
    tag = _LANGUAGES.get(language.lower(), language)
    if _TAG.fullmatch(tag):
        found["language"] = tag
    return found


def _text(value: object) -> str:
    """Return a text or a number as plain text in one line, without the markup of CSL-JSON."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return " ".join(_MARKUP.sub("", str(value)).split())


def _people(value: object) -> Iterator[object]:
    for person in value if isinstance(value, Sequence) and not isinstance(value, str) else ():
        if not isinstance(person, Mapping):
            continue
        particles = (person.get("dropping-particle"), person.get("non-dropping-particle"))
        family = " ".join(filter(None, (*map(_text, particles), _text(person.get("family")))))
        given, literal = _text(person.get("given")), _text(person.get("literal"))
        if family and given:
            suffix = _text(person.get("suffix"))
            yield {"family": family, "given": given} | ({"suffix": suffix} if suffix else {})
        elif name := literal or family or given:
            yield name


def _dates(item: Item) -> dict[str, object]:
    found: dict[str, object] = {}
    year, month, day = _parts(item.get("issued"))
    if year:
        found["year"] = year
        if month:
            found["date"] = f"{year:04}-{month:02}" + (f"-{day:02}" if day else "")
    year, month, day = _parts(item.get("accessed"))
    if year and month and day:
        found["retrieved"] = f"{year:04}-{month:02}-{day:02}"
    return found


def _parts(value: object) -> tuple[int, int, int]:
    """Return the year, month and day at which a date of CSL-JSON begins; 0 for a missing part.

    Programs write them as numbers or as texts, in parts or in one piece.
    """
    if not isinstance(value, Mapping):
        return 0, 0, 0
    dates = value.get("date-parts")
    first = dates[0] if isinstance(dates, list) and dates else ()
    parts = [_text(part) for part in first] if isinstance(first, list) else []
    if not parts or not parts[0]:
        raw = _text(value.get("raw")) or _text(value.get("literal"))
        match = _YEAR.search(raw)
        parts = [part or "" for part in match.groups()] if match else []
    numbers = [int(part) if part.isdecimal() and len(part) < 5 else 0 for part in parts]
    year, month, day = (*numbers, 0, 0, 0)[:3]
    if not 0 < month < 13:
        month = day = 0
    return year, month, day if 0 < day < 32 else 0


def item_of(key: str, source: Source) -> dict[str, object]:
    """Return a source as an item of CSL-JSON.

    If its authors are unknown, its publisher is the author, and is not repeated as publisher.
    """
    found: dict[str, object] = {"id": key, "type": source.type or _likely_type(source)}
    for variable, name in _TEXTS.items():
        if text := getattr(source, name):
            found[variable] = text
    if source.authors:
        found["author"] = [_person(author) for author in source.authors]
    elif not source.editors and source.publisher:
        found["author"] = [{"literal": source.publisher}]
        del found["publisher"]
    if source.editors:
        found["editor"] = [_person(editor) for editor in source.editors]
    if source.url:
        found["URL"] = source.url
    if source.doi:
        found["DOI"] = source.doi
    if source.date or source.year:
        date = source.date or str(source.year)
        found["issued"] = {"date-parts": [[int(part) for part in date.split("-")]]}
    if source.retrieved:
        day = source.retrieved
        found["accessed"] = {"date-parts": [[day.year, day.month, day.day]]}
    if source.language:
        found["language"] = source.language
    return found


def _likely_type(source: Source) -> str:
    """Return the likely type of a work that has none: a web page, or a book."""
    if source.within:
        return "chapter" if source.publisher else "article-journal"
    return "webpage" if source.url else "book"


def _person(contributor: Contributor) -> dict[str, str]:
    if contributor.name:
        return {"literal": contributor.name}
    parts = {part: getattr(contributor, part) for part in ("family", "given", "suffix")}
    return {part: words for part, words in parts.items() if words}
