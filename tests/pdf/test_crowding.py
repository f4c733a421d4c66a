"""Covers and title pages: words of any length have room, or the book is not made."""

from __future__ import annotations

import re
from itertools import combinations

import pypdfium2
import pytest
from definitions import DAY, write
from pypdfium2.raw import FPDF_PAGEOBJ_PATH

import guidepub
from guidepub import Book, Catalog, Imprint
from guidepub.assembly import assemble
from guidepub.findings import RenderError
from guidepub.model import Defaults, Guide, Isbns, Person, Press, Section

TITLE = (
    "Electrical and Electronics Installers and Repairers of Transportation Equipment in the "
    "Shops, Yards, Depots, Hangars and Docks Where Ships and Aircraft Are Kept Running"
)
COMPOUND = "Donaudampfschifffahrtselektrizitätengesellschaft"
BLURB = (
    "What does a welder do all day, what does the work pay, and how does a beginner get through "
    "the door of a shop? This guide answers with figures from public sources, each named and "
    "dated, and with the plain account of people who have done the work. "
)
THEMES = [
    ("classic", "us-trade"),
    ("classic", "a5"),
    ("school", "digest"),
    ("school-large", "a4"),
    ("illustrated", "us-letter"),
]


def book(theme: str, trim: str, title: str, blurb: int = 0, caliper: float = 0.324) -> Book:
    """Return a book with a subtitle as long as its title, and so many characters on its back."""
    guide = Guide(
        title=title,
        subtitle=title,
        slug="baker",
        authors=[Person(name="Margaret Featherstonehaugh-Cholmondeley")],
        published=DAY,
        description=(BLURB * 9)[:blurb].strip() or None,
        isbn=Isbns(print="978-0-306-40615-7"),
        price="USD 14.95",
        sections=[Section(title="Overview", body="Bread.")],
    )
    imprint = Imprint(name="Harbor Lane Press of the Northern Lakes", url="https://a.example")
    catalog = Catalog.of(guide, imprint=imprint)
    changes = {
        "defaults": Defaults(theme=theme, trim=trim),
        "print": Press(caliper=f"{caliper}pt", signature=16),
    }
    return assemble(guide, catalog.model_copy(update=changes))


def lines(data: bytes, page: int = 0) -> list[tuple[str, float, float, float, float]]:
    """Return the runs of type on a page, each with its left, top, right and bottom in points."""
    sheet = pypdfium2.PdfDocument(data)[page]
    text, height = sheet.get_textpage(), sheet.get_height()
    found = []
    for number in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(number)
        words = text.get_text_bounded(left, bottom, right, top).strip()
        found.append((words, left, height - top, right, height - bottom))
    return found


def overlaps(found: list[tuple[str, float, float, float, float]]) -> list[tuple[str, str]]:
    """Return the runs that stand over each other, by more than letters may."""
    return [
        (one[0], other[0])
        for one, other in combinations(found, 2)
        if min(one[3], other[3]) - max(one[1], other[1]) > 1
        and min(one[4], other[4]) - max(one[2], other[2]) > 0.4 * min(one[4] - one[2], 8)
    ]


@pytest.mark.parametrize(("theme", "trim"), THEMES)
@pytest.mark.parametrize("title", [TITLE[:160], TITLE[:124], COMPOUND, "Baker"])
def test_no_words_of_a_cover_or_a_title_page_stand_over_each_other(theme, trim, title):
    made = book(theme, trim, title, blurb=1200)
    screen = guidepub.render(made, "screen")
    assert overlaps(lines(screen, 0)) == []
    # Nothing of the cover goes on to a page behind it.
    assert lines(screen, 1) == []
    # The title page is one page, behind the cover.
    assert overlaps(lines(screen, 2)) == []
    assert "Harbor" in pypdfium2.PdfDocument(screen)[2].get_textpage().get_text_range().title()
    assert overlaps(lines(guidepub.render(made, "print-cover"))) == []


@pytest.mark.parametrize("length", [90, 120, 138])
def test_no_rule_of_a_cover_is_near_the_words_above_it(length):
    data = guidepub.render(book("classic", "us-trade", TITLE[:length]), "screen")
    author = next(line[4] for line in lines(data) if line[0].startswith("Featherstone"))
    sheet = pypdfium2.PdfDocument(data)[0]
    drawn = [each.get_bounds() for each in sheet.get_objects() if each.type == FPDF_PAGEOBJ_PATH]
    (rule,) = [top for left, _, right, top in drawn if left > 30 and right - left > 300]
    assert author < sheet.get_height() - rule - 2.5


@pytest.mark.parametrize(("title", "blurb"), [("Welder", 825), ("Welder", 2000), (TITLE, 1200)])
def test_white_words_on_the_back_stand_on_the_band_and_not_on_the_paper(title, blurb):
    data = guidepub.render(book("classic", "us-trade", title, blurb), "print-cover")
    image = pypdfium2.PdfDocument(data)[0].render(scale=1).to_pil().convert("L")
    last = BLURB.split()[3]
    found = [
        line for line in lines(data) if (line[3] < 470 and last in line[0]) or "work" in line[0]
    ]
    assert len(found) > 5
    for _, left, top, _, bottom in found:
        # Beside a line is the colour that it stands on.
        assert image.getpixel((int(left) - 6, int((top + bottom) / 2))) < 110


@pytest.mark.parametrize(("theme", "many"), [("classic", 620), ("school", 900)])
def test_few_words_fill_a_back_in_a_larger_size_than_many(theme, many):
    heights = []
    for blurb in (240, many, many + 700):
        data = guidepub.render(book(theme, "us-trade", "Baker", blurb), "print-cover")
        line = next(line for line in lines(data) if line[0].startswith("What does a welder"))
        heights.append(line[4] - line[2])
    assert 9 < heights[2] < heights[1] <= 16
    assert heights[1] < heights[0] < 20


def test_a_description_without_room_is_reported_with_the_longest_that_fits(tmp_path):
    words = (BLURB * 20)[:3000].strip()
    text = f"---\ntitle: Baker\npublished: 2026-11-24\ndescription: {words!r}\n---\n# A\n\nBread.\n"
    write(tmp_path, {"baker.md": text, "catalog.toml": '[imprint]\nname = "Press"\n'})
    catalog = guidepub.load(tmp_path)
    with pytest.raises(RenderError) as caught:
        guidepub.render(assemble(catalog["baker"], catalog), "print-cover")
    (finding,) = caught.value.findings
    assert (finding.code, finding.place.line) == ("R004", 4)
    assert finding.message == (
        f"The back cover has no room for a description of {len(words):,} characters."
    )
    longest = int(re.search(r"[\d,]+", finding.remedy)[0].replace(",", ""))
    assert 1500 < longest < 3000
    shorter = words[:longest].strip()
    guide = catalog["baker"].model_copy(update={"description": shorter, "origin": None})
    guidepub.render(assemble(guide, Catalog.of(guide)), "print-cover")


@pytest.mark.parametrize("title", [TITLE[:160], "Baker"])
@pytest.mark.parametrize(("theme", "trim"), [("classic", "a5"), ("school", "us-trade")])
def test_a_title_of_any_length_stays_on_the_spine(theme, trim, title):
    made = book(theme, trim, title, caliper=3)
    sheet = pypdfium2.PdfDocument(guidepub.render(made, "print-cover"))[0]
    text, (left, bottom, right, top) = sheet.get_textpage(), sheet.get_mediabox()
    middle = [
        text.get_charbox(place)
        for place in range(text.count_chars())
        if abs(sum(text.get_charbox(place)[::2]) / 2 - (left + right) / 2) < 6
    ]
    assert len(middle) > len(title) / 2
    margin = (top - bottom - made.trim.height) / 2
    assert min(box[1] for box in middle) > bottom + margin + 9
    assert max(box[3] for box in middle) < top - margin - 9
