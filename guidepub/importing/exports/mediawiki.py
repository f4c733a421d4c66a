"""Reads the articles of a MediaWiki export, each as a text in its latest revision."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from guidepub.findings import Finding, InputError, Place, Severity
from guidepub.importing.exports.site_exports import elements_of, free, line_in, local_name
from guidepub.importing.originals.citations import Citations
from guidepub.importing.originals.foreign import FilePart, distinct_key
from guidepub.importing.originals.original import Original, with_mapped_lines
from guidepub.importing.originals.page_metadata import language_tag
from guidepub.importing.originals.refusals import refusal
from guidepub.importing.wiki.reader import read_wiki

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_MOST_PAGES = 20_000
_MOST_NAMED = 12
_ARTICLES = "0"
# The part of a title that distinguishes it from others of the same name: “Calker (profession)”.
_ASIDE = re.compile(r"\s\((?:profession|occupation|job|trade|profesión|oficio|ocupación|profissão|ofício|métier|profession|beruf|handwerk)\)$", re.I)  # fmt: skip


@dataclass(frozen=True, slots=True)
class WikiArticle:
    """A page of an export in its latest revision; `line` is where its text begins, or 0.

    `left_out` is why it is not a guide, as in “only redirect to others”, or empty if it is one.
    """

    title: str
    text: str
    line: int
    left_out: str = ""


class WikiExport:
    """The articles of one export. `findings` name the pages that were left out."""

    def __init__(self, text: str, path: str) -> None:
        self._path = path
        self._language = ""
        every = list(self._articles(text))
        if not every:
            raise refusal(path, "I002", "The export contains no pages.")
        taken: dict[str, int] = {}
        self._pages = {distinct_key(page.title, taken): page for page in every if not page.left_out}
        self.parts = tuple(FilePart(key, path) for key in self._pages)
        self.findings = tuple(_left_out(every, path))

    def original(self, part: FilePart, citations: Citations, language: str) -> Original:
        """Return the text of one article.

        Raises:
            InputError: it contains no text (I002), or mwparserfromhell is not installed (I005).
        """
        page = self._pages[part.key]
        try:
            read = read_wiki(page.text, self._path, citations, language)
        except InputError as error:
            faults = [replace(f, place=Place(self._path, page.line)) for f in error.findings]
            raise InputError(faults) from error
        read = replace(
            read, title=_ASIDE.sub("", page.title) or read.title, language=self._language, line=1
        )
        return with_mapped_lines(
            read, lambda line: line + page.line - 1 if line and page.line else 0
        )

    def _articles(self, text: str) -> Iterator[WikiArticle]:
        for number, (element, parent) in enumerate(_pages_of(text, self._path)):
            if number == _MOST_PAGES:
                raise refusal(self._path, "I003", f"The export has over {_MOST_PAGES:,} pages.")
            self._language = self._language or language_tag(parent.get(_LANGUAGE) or "")
            yield _article(element)
            free(element)


def _pages_of(text: str, path: str) -> Iterator[tuple[etree._Element, etree._Element]]:
    return (
        (element, parent)
        for element, parent in elements_of(text, path, "mediawiki")
        if local_name(element.tag) == "page"
    )


def _article(page: etree._Element) -> WikiArticle:
    fields = {local_name(child.tag): child for child in page}
    title = " ".join((fields["title"].text or "").split()) if "title" in fields else ""
    # Revisions are in chronological order; all but the last are the page's history.
    versions = [child for child in page if local_name(child.tag) == "revision"]
    texts = [part for part in (versions[-1] if versions else ()) if local_name(part.tag) == "text"]
    words = "".join(map(str, texts[0].itertext())) if texts else ""
    space = (fields["ns"].text or _ARTICLES).strip() if "ns" in fields else _ARTICLES
    left_out = ""
    if "redirect" in fields:
        left_out = "only redirect to others"
    elif space != _ARTICLES:
        left_out = "are no articles"
    elif not words.strip():
        left_out = "have no text"
    return WikiArticle(title, words, line_in(texts[0]) if texts else 0, left_out)


def _left_out(pages: list[WikiArticle], path: str) -> Iterator[Finding]:
    """Yield a finding for each reason why pages were not imported."""
    kinds: dict[str, list[WikiArticle]] = {}
    for page in pages:
        if page.left_out:
            kinds.setdefault(page.left_out, []).append(page)
    for why, left in kinds.items():
        named = ", ".join(f"“{page.title[:80]}”" for page in left[:_MOST_NAMED])
        more = f" and {len(left) - _MOST_NAMED:,} more" if len(left) > _MOST_NAMED else ""
        message = f"Pages that {why} were not imported: {named}{more}."
        yield Finding(Place(path, left[0].line), "I018", message, "", Severity.WARNING)
