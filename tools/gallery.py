"""`python -m tools.gallery`: build samples, and write pictures of their pages for the docs.

A row of `SHOTS` is a picture in `docs/gallery/`; `docs/gallery.md` is written from the rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pypdfium2
from PIL import Image

from guidepub.editions import Production
from guidepub.model import Edition
from tools import ROOT
from tools.references.books import book_named

FOLDER = ROOT / "docs" / "gallery"
PAGE = ROOT / "docs" / "gallery.md"

# Pixels, and how much WebP may lose.
_HEIGHT, _QUALITY = 780, 82
_TURBINE, _NURSE, _DENTAL = "wind-turbine-technician", "registered-nurse", "asistente-dental"
_THERAPY = "pediatric-occupational-therapy-technician"


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture of the first page of a book that has some words; no words are its first page."""

    name: str
    book: str
    edition: Edition
    words: str
    alternative: str


@dataclass(frozen=True, slots=True)
class Group:
    """Pictures under a heading."""

    title: str
    about: str
    shots: tuple[Shot, ...]


GROUPS = (
    Group(
        "classic",
        "A book serif on 6 × 9 inches. The imprint’s colour is the accent.",
        (
            Shot("classic-cover", f"classic {_TURBINE}", "screen", "",
                 "The cover of “Wind Turbine Technician”: a pattern of blue and orange shapes above the title."),
            Shot("classic-opening", f"classic {_TURBINE}", "screen", "At a Glance",
                 "The first page of a section, with six figures at a glance above its text."),
            Shot("classic-drawing", f"classic {_TURBINE}", "screen", "Read the drawing",
                 "A page with a labelled drawing of a turbine’s gear, its caption, and text below."),
            Shot("classic-chart", f"classic {_TURBINE}", "screen", "The floor is fairly high",
                 "A page on pay with a bar chart of annual wages and the line that names its source."),
            Shot("classic-figures", f"classic {_NURSE}", "screen", "What the Work Pays",
                 "A page of figures: a strip of wages, pins of growth, and bars of jobs now and in ten years."),
            Shot("classic-workplaces", f"classic {_NURSE}", "screen", "Where People Work",
                 "The facing page: bars of openings, a hundred squares of workplaces, and one line of sources."),
            Shot("classic-related", f"classic {_TURBINE}", "screen", "Pay and preparation, side by side",
                 "A page with related occupations as dots by pay, in bands of preparation, and a table."),
            Shot("classic-interests", f"classic {_THERAPY}", "screen", "Interests of occupational",
                 "A page with six scores of interests as a hexagon, and an empty one to shade."),
            Shot("classic-notes", f"classic {_NURSE}", "screen", "The paths, defined",
                 "A page with a list of terms, and a footnote at its foot."),
            Shot("classic-programs", f"classic {_NURSE}", "screen", "The programs below include",
                 "A list of accredited programs as a table, by school, place, award and campus."),
            Shot("classic-worksheet", f"classic {_NURSE}", "screen", "Three programs side by side",
                 "A worksheet to compare three programs, with outlines to write in."),
            Shot("classic-sources", f"classic {_TURBINE}", "screen", "Retrieved November",
                 "The page of sources, numbered as the text cites them."),
            Shot("classic-notices", f"classic {_TURBINE}", "screen", "provided for information only",
                 "The page of notices, with the approved disclaimer."),
        ),
    ),
    Group(
        "school",
        "A bright sans for letter and A4, with wide margins next to the text.",
        (
            Shot("school-cover", f"school {_TURBINE}", "screen", "",
                 "The cover of “Wind Turbine Technician” on a light ground with the pattern below."),
            Shot("school-opening", f"school {_TURBINE}", "screen", "At a Glance",
                 "A section that opens with a band of colour, and cards of figures below it."),
            Shot("school-chart", f"school {_TURBINE}", "screen", "Keep both halves",
                 "A page with a bar chart of projected growth in seven occupations."),
            Shot("school-tip", f"school {_TURBINE}", "screen", "Questions to ask a program",
                 "A page with a tinted box of questions to ask a program, each with a box to tick."),
        ),
    ),
    Group(
        "school-large",
        "The same with no type under 18 points, for readers of large print.",
        (
            Shot("large-opening", f"school-large {_TURBINE}", "screen", "At a Glance",
                 "A section’s first page in large print."),
        ),
    ),
    Group(
        "illustrated",
        "Letter or A4, in the colours of the field of work, with its tools.",
        (
            Shot("illustrated-cover", f"illustrated {_NURSE}", "screen", "",
                 "The cover of “Registered Nurse”: a mosaic of tiles with tools of nursing, a stethoscope in the largest."),
            Shot("illustrated-opening", f"illustrated {_NURSE}", "screen", "At a Glance",
                 "A section that opens with a band, its number and an icon; figures at a glance are next to the text."),
            Shot("illustrated-figures", f"illustrated {_NURSE}", "screen", "What the Work Pays",
                 "A page of figures, with their captions in the column next to them."),
            Shot("illustrated-run-on", f"illustrated {_TURBINE}", "screen", "Read the drawing",
                 "A page with a drawing of a turbine’s gear, its caption next to it, and text."),
            Shot("illustrated-worksheet", f"illustrated {_NURSE}", "screen", "Three programs side by side",
                 "A page to write in: a table for three programs, and boxes to tick, below a box of questions."),
            Shot("illustrated-wrap", f"illustrated {_NURSE}", "print-cover", "",
                 "The sheet that wraps the book, in one deep colour, with the mosaic on its front."),
        ),
    ),
    Group(
        "Other languages",
        "A guide’s language brings its own words, quotation marks, figures and hyphens.",
        (
            Shot("spanish-opening", f"classic {_DENTAL}", "screen", "De un vistazo",
                 "The first page of a section in Spanish, with figures under “De un vistazo”."),
            Shot("spanish-chart", f"classic {_DENTAL}", "screen", "Salarios anuales de asistentes dentales",
                 "A page on pay in Spanish, with a bar chart."),
        ),
    ),
    Group(
        "For a press",
        "PDF/X-4 in process inks, with bleed and crop marks; the cover is a sheet of its own.",
        (
            Shot("press-page", f"classic {_NURSE}", "print", "At a Glance",
                 "A page for a press, with crop marks at its corners."),
            Shot("press-cover", f"classic {_NURSE}", "print-cover", "",
                 "The sheet that wraps a book: back with bar code, spine, and front."),
        ),
    ),
)  # fmt: skip


def main() -> None:
    """Write all pictures and the page; take away pictures that no row has."""
    FOLDER.mkdir(exist_ok=True)
    for path in FOLDER.glob("*.webp"):
        path.unlink()
    for shot in shots():
        picture_of(shot).save(path_of(shot), quality=_QUALITY, method=6)
        print(f"{path_of(shot).name}: {path_of(shot).stat().st_size:,} bytes", flush=True)
    PAGE.write_text(page(), "utf-8")


def shots() -> Iterator[Shot]:
    """Yield the rows of all groups."""
    for group in GROUPS:
        yield from group.shots


def path_of(shot: Shot) -> Path:
    """Return the file of a picture."""
    return FOLDER / f"{shot.name}.webp"


def picture_of(shot: Shot) -> Image.Image:
    """Return the page that a row asks for.

    Raises:
        LookupError: no page of the book has its words.
    """
    for sheet in _pages(shot.book, shot.edition):
        if shot.words.casefold() in _words(sheet):
            picture: Image.Image = sheet.render(scale=_HEIGHT / sheet.get_height()).to_pil()
            return picture.convert("RGB")
    raise LookupError(f"No page of {shot.book}, {shot.edition}, has the words “{shot.words}”")


def _words(sheet: pypdfium2.PdfPage) -> str:
    """Return the words of a page; small capitals are read as capitals."""
    return " ".join(sheet.get_textpage().get_text_range().casefold().split())


@cache
def _pages(book: str, edition: Edition) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(_production(book).file(edition))


@cache
def _production(book: str) -> Production:
    """Return what makes a book, which lays it out once for all editions that are shown."""
    return Production(book_named(book))


def page() -> str:
    """Return the page of the docs that shows the pictures."""
    parts = [
        "# Gallery\n\nPages of the sample guides in [`guides/`](../guides), as `guidepub build` "
        "makes them. `make gallery` makes the pictures again.\n"
    ]
    for group in GROUPS:
        parts.append(f"\n## {group.title}\n\n{group.about}\n\n")
        parts += [f"![{shot.alternative}](gallery/{shot.name}.webp)\n" for shot in group.shots]
    return "".join(parts)


if __name__ == "__main__":
    main()
