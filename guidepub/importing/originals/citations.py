"""Turns a text's links, its own address and the publishers it names into sources with keys."""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote, unquote, urljoin, urlsplit

from guidepub.importing.knowledge import knowledge
from guidepub.importing.originals.escaping import spaced
from guidepub.importing.originals.inline import wrapped
from guidepub.importing.originals.page_metadata import urlsplit_or_none
from guidepub.words.names import slugify

# Characters that would end a link's Markdown, or its address.
_SAFE = "/:?#[]@!$&'*+,;=%~-._"
_MOST = 300
_LONGEST = 1000
_ABBREVIATION = 6
_LETTERS = re.compile(r"[^\W\d_]+")
# The most letters of a word that titles write without a capital.
_SMALL = 3
_TRACKING = re.compile(r"(?:^|&)(?:utm_\w+|fbclid|gclid|mc_[ce]id)=[^&]*")
_NOWHERE = re.compile(r"#|(?:javascript|data|vbscript):", re.I)
_PICTURE = re.compile(r"\.(?:avif|gif|jpe?g|png|svg|webp)(?:[?#]|$)", re.I)
BARE = re.compile(r"https?://[^\s<>\"'()\[\]{}]{4,300}[^\s<>\"'()\[\]{}.,;:!?]")
"""A web address in plain text."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A source as it was found. `named_only` means that the text names only its publisher."""

    key: str
    title: str
    publisher: str
    url: str = ""
    retrieved: datetime.date | None = None
    year: int | None = None
    named_only: bool = False


class Citations:
    """Gathers the sources of one text. A work that is cited twice is one source."""

    def __init__(self) -> None:
        self._by_url: dict[str, Cited] = {}
        self._others: dict[str, Cited] = {}
        self._address = ""
        self.lost: list[str] = []
        """Addresses of links within the site that the page came from."""
        self.unnamed: list[str] = []
        """Addresses of links without words."""

    @property
    def sources(self) -> tuple[Cited, ...]:
        """All sources, in the order in which the text cites them."""
        return (*self._others.values(), *self._by_url.values())

    def set_address(self, address: str) -> None:
        """Set the address of the text itself, so that links within its site are recognised."""
        self._address = _clean(address) if urlsplit_or_none(address) else ""

    def own_source(
        self, title: str, visited: datetime.date | None, changed: datetime.date | None
    ) -> str:
        """Return the key of the text itself if its publisher's figures are the publisher's own."""
        publisher = _publisher_at(self._address)
        if publisher is None or not publisher.get("statistics"):
            return ""
        cited = self._cited_by_address(self._address, title)
        year = changed.year if changed else None
        self._others[cited.key] = replace(cited, retrieved=visited, year=year)
        return cited.key

    def source_named(self, text: str) -> str:
        """Return the key of the source that some words name, or ""."""
        for publisher in knowledge("publishers")["publishers"]:
            match = _pattern(publisher["pattern"]).search(text)
            if match is None:
                continue
            for work in publisher.get("works", ()):
                if "pattern" in work and _pattern(work["pattern"]).search(text):
                    return self._work(publisher, work)
            if not publisher.get("statistics"):
                continue
            key: str = publisher["key"]
            if any(
                cited.publisher == publisher["name"] for cited in self.sources if cited.key == key
            ):
                return key
            # An abbreviation by itself would say little in a list of sources.
            title = spaced(match[0]) if len(match[0]) > _ABBREVIATION else publisher["name"]
            cited = Cited(key, title, publisher["name"], named_only=True)
            self._others.setdefault(key, cited)
            return key
        return ""

    def linked(self, markdown: str, words: str, target: str) -> str:
        """Return the Markdown of a link with the text `words`.

        A link to another site becomes a citation. One to the page's own site stays a link if its
        whole address is known. Of any other link only the words are kept.
        """
        target = spaced(target)
        if target.startswith(("mailto:", "tel:")) and len(target) < 200:
            return wrapped(markdown, "[", f"]({_clean(target)})")
        if not target or target.startswith("#") or len(target) > _LONGEST:
            return markdown
        address = self._absolute(target)
        if not address:
            if not _NOWHERE.match(target):
                self.lost.append(target)
            return markdown
        if _is_one_site(_host(address), _host(self._address)):
            return wrapped(markdown, "[", f"]({address})")
        key = self.cited(address, words)
        return wrapped(markdown, "", f" [@{key}]") if key else markdown

    def record_unnamed_link(self, target: str) -> None:
        """Record the target of a link without words, such as one around a picture or of a button.

        Links within the page are ignored, and so are those to a picture, which is imported itself.
        """
        target = spaced(target)
        if target and not _NOWHERE.match(target) and not _PICTURE.search(target):
            self.unnamed.append(target[:_LONGEST])

    def cited(self, address: str, words: str) -> str:
        """Return the key of the source at an address, or "" if there are too many sources."""
        address = _clean(address)
        if address not in self._by_url:
            if len(self._by_url) >= _MOST:
                self.lost.append(address)
                return ""
            cited = self._cited_by_address(address, words)
            self._by_url[address] = replace(cited, key=self._unused(cited.key))
        return self._by_url[address].key

    def _absolute(self, target: str) -> str:
        try:
            address = urljoin(self._address, target) if self._address else target
            return _clean(address) if urlsplit_or_none(address) else ""
        except ValueError:
            return ""

    def _cited_by_address(self, address: str, words: str) -> Cited:
        publisher = _publisher_at(address)
        title = spaced(words)[:200] if _is_title(words) else ""
        path = urlsplit(address).path
        if publisher is None:
            host = _host(address)
            key = slugify(host.rpartition(".")[0])[:40] or "source"
            return Cited(key, title or _named_by(path) or host, host, address)
        for work in publisher.get("works", ()):
            if "path" in work and re.match(work["path"], path):
                if not title or ("pattern" in work and _pattern(work["pattern"]).fullmatch(title)):
                    title = _page_name(path)
                named = work["title"].replace("{title}", title)
                return Cited(work["key"], named, publisher["name"], address)
        title = title or _named_by(path) or publisher["name"]
        return Cited(publisher["key"], title, publisher["name"], address)

    def _work(self, publisher: Mapping[str, Any], work: Mapping[str, Any]) -> str:
        key: str = work["key"]
        title = work["title"].replace(": {title}", "")
        if key not in self._others:
            self._others[key] = Cited(key, title, publisher["name"])
        return key

    def _unused(self, key: str) -> str:
        taken = {cited.key for cited in self.sources}
        number, name = 1, key
        while name in taken:
            number += 1
            name = f"{key}-{number}"
        return name


def _page_name(path: str) -> str:
    """Return a name for a page, made from the end of its address."""
    stem = path.rstrip("/").rpartition("/")[2].partition(".")[0]
    return " ".join(stem.replace("-", " ").replace("_", " ").split()).title()[:80]


def _named_by(path: str) -> str:
    """Return the name of a page if the end of its address has several words, or ""."""
    name = unquote(_page_name(path)).capitalize()
    words = [word for word in name.split() if word.isalpha()]
    return name if len(words) > 1 and words[0] == name.split()[0] else ""


def _publisher_at(address: str) -> Mapping[str, Any] | None:
    host = _host(address)
    for publisher in knowledge("publishers")["publishers"]:
        if any(host == known or host.endswith(f".{known}") for known in publisher["hosts"]):
            found: Mapping[str, Any] = publisher
            return found
    return None


def _is_one_site(host: str, own: str) -> bool:
    return host == own or (bool(own) and host.endswith(f".{own}"))


def _is_address(words: str) -> bool:
    return bool(BARE.search(words) or re.fullmatch(r"(?:[\w-]+\.)+[a-z]{2,10}/?", words.strip()))


def _is_title(words: str) -> bool:
    """Return whether a link's text is a title, like “Annual Survey of Florists”, and not a phrase.

    A title begins with a capital, and so do most of its longer words.
    """
    if _is_address(words) or is_empty_link(words):
        return False
    letters = _LETTERS.findall(spaced(words))
    if not letters or not letters[0][0].isupper():
        return False
    if len(letters) == 1:
        return any(letter.isupper() for letter in letters[0][1:])
    longer = [word for word in letters if len(word) > _SMALL]
    capital = sum(word[0].isupper() for word in longer)
    return not longer or capital > len(longer) / 2


def is_empty_link(words: str) -> bool:
    """Return whether a link's words say nothing about its target, such as “here”."""
    return plain_words(words) in knowledge("furniture")["empty_links"]


def plain_words(words: str) -> str:
    """Return a link's words for comparison: in lower case, without punctuation at the end."""
    return spaced(words).casefold().strip(" .:»›>→")


def _host(address: str) -> str:
    return urlsplit_or_none(address).removeprefix("www.")


def _clean(address: str) -> str:
    """Return an address without tracking parameters, escaped for Markdown and definitions."""
    try:
        parts = urlsplit(address)
        query = _TRACKING.sub("", parts.query).lstrip("&")
        address = parts._replace(query=query).geturl()
    except ValueError:
        return ""
    return quote(address, safe=_SAFE).replace("'", "%27").replace("[", "%5B").replace("]", "%5D")


@functools.lru_cache(maxsize=256)
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.I)
