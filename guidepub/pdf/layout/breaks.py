"""The starts of the printed book's pages in its leaves, read from the finished layout.

WeasyPrint knows which elements lie on a page. Where a paragraph runs over, the page's own
boxes show at which word.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from lxml import etree

from guidepub.model import Book
from guidepub.pdf.engine.weasyprint import Page, TextBox
from guidepub.pdf.leaves.document import block_name, leaf_element
from guidepub.themes.leaves import PageStart, blocks, letters, own_texts

# Fewer letters than these may be on a page by chance.
_FEWEST_LETTERS = 16


class _Block(NamedTuple):
    """A block's place, and the letters of its own text: for a row of a table, cell by cell."""

    leaf: str
    number: int
    parts: tuple[str, ...]


def page_starts(
    book: Book, names: Sequence[Iterable[str]], texts: Sequence[str], labels: Sequence[str]
) -> list[PageStart]:
    """Return the start of each page that holds anything, in the order of the pages.

    `names` are the ids of the elements on each page, `texts` the pages' text, and `labels`
    what the pages are called.
    """
    known = _blocks(book)
    order = {name: place for place, name in enumerate(known)}
    on_page = [sorted(order.keys() & set(found), key=order.__getitem__) for found in names]
    first = {name: page for page in reversed(range(len(names))) for name in on_page[page]}
    begun = [[name for name in found if first[name] == page] for page, found in enumerate(on_page)]
    left = {name: [len(part) for part in block.parts] for name, block in known.items()}
    starts: list[PageStart] = []
    # From the end: what of a paragraph is on later pages is then known.
    for page in reversed(range(len(names))):
        on_the_page = letters(texts[page])
        running = [name for name in on_page[page] if first[name] < page]
        label = labels[page]
        for name in running:
            block = known[name]
            if (passed := _passed(block.parts, left[name], on_the_page)) is not None:
                starts.append(PageStart(label, block.leaf, block.number, passed))
                break
        else:
            if begun[page]:
                block = known[begun[page][0]]
                starts.append(PageStart(label, block.leaf, block.number, 0))
            elif running and starts:
                # Nothing to hold on to, such as a picture that runs over: the next page's place.
                starts.append(starts[-1]._replace(page=label))
    new_on = {label: [known[n] for n in own] for label, own in zip(labels, begun, strict=True)}
    return _rising(starts[::-1], new_on, {(b.leaf, b.number): order[n] for n, b in known.items()})


def _rising(
    starts: Iterable[PageStart],
    new_on: Mapping[str, Sequence[_Block]],
    order: Mapping[tuple[str, int], int],
) -> list[PageStart]:
    """Return the pages' starts such that each lies after the one before it in the text.

    `new_on` holds the blocks that begin on each page. A figure that had no room on its page
    is on a later one, which begins in the text where the first block after that of the page
    before does.
    """
    rising: list[PageStart] = []
    for start in starts:
        last = rising[-1] if rising else start
        least = order[last.leaf, last.block], last.letters
        if (order[start.leaf, start.block], start.letters) < least:
            later = [b for b in new_on[start.page] if order[b.leaf, b.number] > least[0]]
            place = (later[0].leaf, later[0].number, 0) if later else last[1:]
            rising.append(PageStart(start.page, *place))
        else:
            rising.append(start)
    return rising


def text_on(page: Page) -> str:
    """Return the text of a laid-out page, in the order of its boxes."""
    boxes = page._page_box.descendants(placeholders=True)
    return "".join(box.text for box in boxes if isinstance(box, TextBox))


def _passed(parts: Sequence[str], left: list[int], on_the_page: str) -> int | None:
    """Return the number of letters of a block before a page on which it continues, or None.

    `left` are the letters of each part that are on this page and on earlier ones; those on
    this page are taken off. Cells run on side by side: the first that does begins the page.
    """
    passed, before = None, 0
    for number, part in enumerate(parts):
        shared = _shared(part[: left[number]], on_the_page)
        # A table's head is whole on every page that the table runs over.
        if _FEWEST_LETTERS <= shared < len(part):
            left[number] -= shared
            passed = before + left[number] if passed is None else passed
        before += len(part)
    return passed


def _blocks(book: Book) -> dict[str, _Block]:
    """Return the blocks of all leaves on paper by the names that the layout gives them."""
    found = {}
    for leaf in book.leaves:
        if leaf.kind == "cover":
            continue
        for number, element in enumerate(blocks(leaf_element(leaf.xhtml))):
            name = block_name(leaf.id, number, element)
            parts = element.iterchildren("td", "th") if element.tag == "tr" else (element,)
            texts = tuple(letters(_own_text(part)) for part in parts)
            found[name] = _Block(leaf.id, number, texts)
    return found


def _own_text(block: etree._Element) -> str:
    parts = ((at.tail if tail else at.text) or "" for at, tail in own_texts(block))
    return "".join(parts)


def _shared(text: str, page: str) -> int:
    """Return the number of letters at a text's end that are on a page in one run."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if text[len(text) - middle :] in page:
            low = middle
        else:
            high = middle - 1
    return low
