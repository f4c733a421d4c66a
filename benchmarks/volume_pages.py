"""Hold each page number that a PDF prints in a link against the page that the link leads to.

    python -m benchmarks.volume_pages FILE.pdf

What guidepub says of its files is not asked: the file's links, its page labels and its text are
read with pikepdf and PDFium alone. A link is one of the contents or of a list where the words
before its number stand on the page that it leads to, of the index where it is a number alone, and
a reference where it ends “on page 12”.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pikepdf
import pypdfium2

_NUMBER = re.compile(r"(?P<words>.*?)[\s.…·]*\b(?P<page>\d+|[ivxlc]+)\W*\Z", re.S)
_REFERENCE = re.compile(r"\b(?:page|página|p\.)\s+(?:\d+|[ivxlc]+)\W*\Z")
_OTHER = re.compile(r"_(?:note|ref)_|^source-")
_LETTERS = re.compile(r"[\W_]+")


class PageLink(NamedTuple):
    """A link that prints the number of a page: on which page it stands and to which it leads."""

    kind: str
    words: str
    printed: str
    page: str
    leads_to: str
    is_named: bool
    """Whether the words stand on the page that it leads to."""


def page_links(file: Path) -> Iterator[PageLink]:
    """Yield the links of a PDF that print the number of a page."""
    with pikepdf.open(file) as pdf, pypdfium2.PdfDocument(file) as text:
        places = _places(pdf)
        labels = [page.label for page in pdf.pages]
        texts = [_letters(text[n].get_textpage().get_text_range()) for n in range(len(text))]
        for number, page in enumerate(pdf.pages):
            own = text[number].get_textpage()
            for words, name in _links(page, own):
                found = _NUMBER.match(words)
                # Calls of notes and marks of sources are numbers of these.
                if found is None or name not in places or _OTHER.search(name):
                    continue
                target = places[name]
                letters = _letters(found["words"])
                kind = "index" if not letters else "entry"
                if _REFERENCE.search(words):
                    kind, letters = "reference", _letters(_REFERENCE.sub("", words))
                yield PageLink(
                    kind,
                    words,
                    found["page"],
                    labels[number],
                    labels[target],
                    letters.removesuffix("on") in texts[target],
                )


def _links(page: pikepdf.Page, text: pypdfium2.PdfTextPage) -> Iterator[tuple[str, str]]:
    """Yield the text and the target of each link; one over two lines is one."""
    last, words = "", ""
    for annotation in page.get("/Annots", []):
        name = str(annotation.get("/Dest", ""))
        left, bottom, right, top = map(float, annotation.Rect)
        low, high = sorted((bottom, top))
        own = text.get_text_bounded(left - 0.5, low + 1, right + 0.5, high - 1)
        if name and name == last:
            words = f"{words} {own}"
        else:
            if last:
                yield words, last
            last, words = name, own
    if last:
        yield words, last


def _places(pdf: pikepdf.Pdf) -> dict[str, int]:
    """Return the pages, from 0, to which named places lie."""
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    named = pikepdf.NameTree(pdf.Root.Names.Dests)
    return {str(name): pages[target[0].objgen] for name, target in named.items()}


def _letters(text: str) -> str:
    return _LETTERS.sub("", text.replace("\N{SOFT HYPHEN}", "").replace("￾", "")).casefold()


def main() -> int:
    """Print how many numbers there are of each kind, and each that is wrong."""
    found = list(page_links(Path(sys.argv[1])))
    for kind, count in sorted(Counter(link.kind for link in found).items()):
        print(f"{kind}: {count}")
    wrong = [link for link in found if link.printed != link.leads_to]
    unnamed = [link for link in found if link.kind == "entry" and not link.is_named]
    for link in wrong:
        print(f"wrong: page {link.page}: {link.words!r} leads to page {link.leads_to}")
    for link in unnamed:
        print(f"not there: page {link.page}: {link.words!r} on page {link.leads_to}")
    return 1 if wrong or unnamed else 0


if __name__ == "__main__":
    sys.exit(main())
