"""What a page costs in short and in long books: of notes, of cited sources, and of plain text.

Run as `python -m benchmarks.lengths KIND SECTIONS` for one book: prints as JSON its pages, and
the processor's seconds for making its four files and for reading them back.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Callable
from time import process_time

import guidepub
from benchmarks.commands import output_of, python
from benchmarks.ground import Ground
from benchmarks.tables import Part, Table, under
from benchmarks.timing import Sample
from guidepub.checks.proof import proof_findings
from guidepub.editions import SharedParts, manuscript, unproved_file
from guidepub.model import EDITIONS, Book

# Sections of each book.
_SECTIONS = (2, 10, 40)
_WANTED = 1.15
_NOTICE = (
    "Processor time for all four editions, in a process that makes this book alone. The plain "
    "text is 62 paragraphs a section; the others have a note, or a citation of one of 13 sources "
    "of their own, in each of 50 paragraphs.",
    "A section that ends with a few lines on a page is laid out anew, alone: chance decides how many "
    "of a book's sections do.",
)
_WORDS = (
    "the shop opens early and workers set their tools out before a shift begins while an "
    "apprentice keeps count of what each oven needs"
).split()


def lengths(ground: Ground) -> Part:
    """Time books of three kinds in three lengths."""
    found = {
        (kind, sections): [_timed(kind, sections) for _ in range(ground.turns.rounds)]
        for kind in _KINDS
        for sections in _SECTIONS
    }
    targets = []
    for kind in _KINDS:
        short, *_, long = (_page_of(found[kind, sections], "made") for sections in _SECTIONS)
        label = f"A page of {_SECTIONS[-1]} sections against one of {_SECTIONS[0]}, {kind}"
        targets.append(under(label, long.over(short), _WANTED))
    rows = tuple(
        (
            kind,
            str(sections),
            f"{taken[0]['pages']:.0f}",
            *(f"{1000 * _page_of(taken, part).median:.0f}" for part in ("made", "proved")),
        )
        for (kind, sections), taken in found.items()
    )
    columns = ("", "sections", "pages", "made, ms a page", "read back, ms a page")
    table = Table("Pages of long books", columns, rows, _NOTICE)
    return Part((table,), tuple(targets))


def _timed(kind: str, sections: int) -> dict[str, float]:
    taken: dict[str, float] = json.loads(
        output_of(python("benchmarks.lengths", kind, str(sections)))
    )
    return taken


def _page_of(taken: list[dict[str, float]], part: str) -> Sample:
    return Sample(tuple(each[part] / each["pages"] for each in taken))


def main(kind: str, sections: int) -> None:
    """Make one book, and print what it took."""
    # Processes load their libraries with the first book that they make.
    unproved_file(SharedParts(_book(_plain, 1)), "epub")
    book = _book(_KINDS[kind], sections)
    shared = SharedParts(book)
    making = proving = 0.0
    for edition in EDITIONS:
        begin = process_time()
        data = unproved_file(shared, edition)
        middle = process_time()
        found = list(proof_findings(book, edition, manuscript(book, edition), data))
        making += middle - begin
        proving += process_time() - middle
        if found:
            sys.exit("\n".join(map(str, found)))
    pages = len(shared.pages("print").page_starts())
    json.dump({"pages": pages, "made": making, "proved": proving}, sys.stdout)


def plain_definition(sections: int) -> str:
    """Return the definition of a guide of plain text, as Markdown: some nine pages a section."""
    parts = ["---\ntitle: Baker\npublished: 2026-11-24\n---"]
    for number in range(1, sections + 1):
        paragraphs = _plain(random.Random(number), number).split("\n\n")
        parts += [f"# Section {number}", *(text[0].upper() + text[1:] for text in paragraphs)]
    return "\n\n".join(parts) + "\n"


def _book(body: Callable[[random.Random, int], str], sections: int) -> Book:
    made_of = [
        {"title": f"Section {number}", "body": body(random.Random(number), number)}
        for number in range(1, sections + 1)
    ]
    sources = {
        f"s{section}-{number}": {"title": f"Statistics {section}.{number}", "publisher": "Bureau"}
        for section in range(1, sections + 1)
        for number in range(13)
    }
    fields = {"title": "Baker", "published": "2026-11-24", "sections": made_of, "sources": sources}
    guide = guidepub.Guide.model_validate(fields)
    return guidepub.assemble(guide, guidepub.Catalog.of(guide))


def _noted(chance: random.Random, _section: int) -> str:
    paragraphs = [f"{_text(chance)}[^{n}] {_text(chance)}." for n in range(50)]
    notes = [f"[^{n}]: {_text(chance)}." for n in range(50)]
    return "\n\n".join(paragraphs + notes)


def _cited(chance: random.Random, section: int) -> str:
    return "\n\n".join(f"{_text(chance)}[@s{section}-{n % 13}] {_text(chance)}." for n in range(50))


def _plain(chance: random.Random, _section: int) -> str:
    return "\n\n".join(f"{_text(chance)}, {_text(chance)}." for _ in range(62))


def _text(chance: random.Random) -> str:
    return " ".join(chance.choices(_WORDS, k=chance.randint(8, 40)))


_KINDS = {"notes": _noted, "sources": _cited, "plain": _plain}


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
