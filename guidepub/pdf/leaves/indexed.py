"""The page numbers of an index, which the laid-out pages show.

A leaf's XHTML has a link to each place, called by its number among those of its entry. On paper
each is called by its page: a page stands once, and three or more that follow each other, or those
of a range, are joined (12–14).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from itertools import pairwise

from lxml import etree

from guidepub.words.digits import in_digits
from guidepub.words.numerals import BEFORE_BODY, page_label

PageOf = Callable[[str], int]
"""Returns the number of the page on which what has an id begins; 0 while that is not known."""

_JOINED = "\N{EN DASH}"
_LOCATORS, _LOCATOR = "locators", "locator"
# Pages in a row that are joined though each is a place of its own.
_MANY = 3
_MOST_PAGES = 5000
_NONE = -10 * BEFORE_BODY


def number_places(
    leaf: etree._Element,
    page_of: PageOf,
    roman_files: frozenset[str] = frozenset(),
    digits: str = "",
) -> None:
    """Call the places of an index by their pages. Its links lead to ids already.

    Those in `roman_files` are before the body, on pages that count i, ii, iii. Others are
    called in `digits` of a style, if one is given.
    """

    def page_at(address: str) -> int:
        page = page_of(_name(address))
        is_before = address.partition("#")[0] in roman_files
        return page - BEFORE_BODY if page and is_before else page

    for group in leaf.iter("span"):
        if group.get("class") == _LOCATORS:
            links = [link for link in group.iter("a") if link.get("class") == _LOCATOR]
            pages, joined = _pages(links, page_at)
            _write(group, list(_runs(pages, joined)), pages)
            for link in group.iter("a") if digits else ():
                link.text = in_digits(link.text or "", digits)


def _pages(
    links: Sequence[etree._Element], page_at: Callable[[str], int]
) -> tuple[dict[int, etree._Element], set[int]]:
    """Return a link to each page by its number, and the pages that a range joins to the next."""
    pages: dict[int, etree._Element] = {}
    joined: set[int] = set()
    for link in links:
        until = link.get("data-until")
        first = page_at(link.get("href") or "")
        pages.setdefault(first, link)
        if until is None:
            continue
        del link.attrib["data-until"]
        last = page_at(until)
        joined.update(range(first, min(last, first + _MOST_PAGES)))
        if last > first and last not in pages:
            pages[last] = deepcopy(link)
            pages[last].set("href", f"#{_name(until)}")
    return pages, joined


def _runs(pages: Mapping[int, etree._Element], joined: set[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last page of each number, or of each joined pair of numbers."""
    every = sorted({*pages, *joined})
    begun: list[int] = []
    for page, behind in pairwise([*every, _NONE]):
        begun.append(page)
        if behind == page + 1:
            continue
        yield from _parted(begun, joined)
        begun = []


def _parted(row: Sequence[int], joined: set[int]) -> Iterator[tuple[int, int]]:
    """Yield pages that follow each other as one, or as two numbers that nothing joins."""
    if len(row) >= _MANY or len(row) == 1 or row[0] in joined:
        yield row[0], row[-1]
    else:
        yield from ((page, page) for page in row)


def _write(
    group: etree._Element,
    runs: Sequence[tuple[int, int]],
    pages: Mapping[int, etree._Element],
) -> None:
    for link in list(group):
        group.remove(link)
    group.text = None
    for number, (first, last) in enumerate(runs):
        if number:
            group[-1].tail = ", "
        group.append(_with_label(pages[first], first))
        if last > first:
            group[-1].tail = _JOINED
            group.append(_with_label(pages[last], last))


def _with_label(link: etree._Element, page: int) -> etree._Element:
    link.text, link.tail = page_label(page), None
    return link


def _name(address: str | None) -> str:
    return (address or "").rpartition("#")[2]
