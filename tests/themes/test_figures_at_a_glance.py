"""Where the figures at a glance are on a page."""

from pathlib import Path

import pypdfium2
import pytest

import guidepub
from guidepub.model.formats.trim import PRESETS

BAKERY = Path(__file__).parents[1] / "bakery"
KEYS = ("median_wage", "wage_p90", "projected_growth", "entry_education")
LABELS = ("Median", "Highest", "Projected", "Entry")


@pytest.mark.parametrize(
    ("theme", "trim"),
    [
        ("classic", "us-trade"),
        ("illustrated", "us-trade"),
        ("school", "us-trade"),
        ("school", "a5"),
        ("school-large", "us-letter"),
        ("school-large", "us-trade"),
    ],
)
def test_four_figures_are_two_by_two_where_a_line_has_no_room_for_them(theme, trim):
    catalog = guidepub.load(BAKERY)
    defaults = catalog.defaults.model_copy(update={"theme": theme, "trim": PRESETS[trim]})
    catalog = catalog.model_copy(update={"defaults": defaults})
    guide = catalog["baker"].model_copy(update={"at_a_glance": KEYS})
    file = guidepub.render(guidepub.assemble(guide, catalog), "screen")
    (first, second, third, fourth) = _corners(pypdfium2.PdfDocument(file))
    assert first[0] == pytest.approx(third[0], abs=2)
    assert second[0] == pytest.approx(fourth[0], abs=2)
    assert first[1] == pytest.approx(second[1], abs=3)
    assert first[0] < second[0]
    assert third[1] < first[1]


def _corners(document: pypdfium2.PdfDocument) -> list[tuple[float, float]]:
    """Return the left and upper edge of the label of each figure in the panel, in points."""
    for page in document:
        text = page.get_textpage()
        whole = text.get_text_range()
        if "At a Glance" in whole or "at a glance" in whole:
            at = whole.casefold().index("at a glance")
            boxes = [text.get_charbox(whole.index(words, at)) for words in LABELS]
            return [(left, top) for left, _, _, top in boxes]
    raise LookupError("no page has the panel")
