"""Change bars: beside the lines of passages, over pages, and no other."""

from __future__ import annotations

import io
import re

import pikepdf
import pytest
import weasyprint

from guidepub.assembly.released.comparing import revised
from guidepub.model.formats.release import Release, ReleasedLeaf
from guidepub.pdf.finished.bars import with_bars

FIRST = "The first paragraph has some words that fill more than a line of this narrow page."
SECOND = "Another one stays as it was, whatever else is changed in this book of two sheets."
LAST = "The third one is long enough to run over to the other page, " + "word by word, " * 40


@pytest.fixture(scope="module")
def pages() -> bytes:
    style = "@page { size: 60mm 60mm; margin: 12mm } p { font: 9pt/12pt serif; margin: 0 0 12pt }"
    html = "".join(f"<p>{text}</p>" for text in (FIRST, SECOND, LAST))
    return weasyprint.HTML(string=f"<style>{style}</style>{html}").write_pdf()


def bars(data: bytes) -> list[list[tuple[float, ...]]]:
    """Return the bars of each page: left, bottom, width and height in points."""
    found = []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            page.contents_coalesce()
            text = page.Contents.read_bytes()
            _, _, drawn = text.partition(b"/Artifact BMC 0 g")
            rows = re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re f", drawn)
            found.append([tuple(map(float, row)) for row in rows])
    return found


def test_lines_that_follow_each_other_have_one_bar_left_of_the_text(pages):
    data, missed = with_bars(pages, [FIRST])
    first, *others = bars(data)
    assert missed == []
    ((left, _, width, height),) = first
    # The margin is of 34 points; some lines of 12 points each.
    assert 20 < left < left + width < 34
    assert 20 < height < 60
    assert not any(others)


def test_a_passage_that_runs_over_has_bars_on_each_page(pages):
    found = bars(with_bars(pages, [LAST])[0])
    assert len(found) > 1
    assert all(found[1:])


def test_what_is_on_no_page_is_named_and_nothing_is_drawn(pages):
    data, missed = with_bars(pages, ["No page says this anywhere."])
    assert missed == ["No page says this anywhere."]
    assert not any(bars(data))


def test_the_same_passages_give_the_same_bytes(pages):
    assert with_bars(pages, [SECOND])[0] == with_bars(pages, [SECOND])[0]


def edition(*passages: str) -> Release:
    leaf = ReleasedLeaf(id="a", title="A", page="1", passages=passages)
    return Release.model_construct(leaves=(leaf,))


def test_revised_is_what_the_earlier_edition_did_not_say_as_often():
    old = edition("One[1].", "Two.", "Two.", "Three.")
    new = edition("One[2].", "Two.", "Two.", "Two.", "3.")
    assert revised(old, new) == ["Two.", "3."]
    assert revised(edition(), edition("One.")) == ["One."]
