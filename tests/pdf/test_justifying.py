"""Lines whose words would stand far apart: letters take part of the room, and no more than is unseen."""

from __future__ import annotations

import contextlib
import io
import itertools

import pypdfium2
import pytest
from definitions import guide

from benchmarks.typesetting import Line, lines_of
from guidepub import Catalog, assemble
from guidepub.pdf import BookPages
from guidepub.pdf.seams import footnotes
from guidepub.pdf.seams.justifying import is_square

# Words that are not hyphenated leave lines short.
WORDS = itertools.cycle(
    "strength wrenched breadth a stretched of thoughts through in screeched".split()
)
TEXT = " ".join(itertools.islice(WORDS, 220))


def lines() -> list[Line]:
    made = guide(TEXT)
    data = BookPages(assemble(made, Catalog.of(made))).file("screen")
    pages = pypdfium2.PdfDocument(io.BytesIO(data))
    found = [line for page in pages for line in lines_of(page) if line.size == 10.5]
    # Not the leaders of the contents.
    return [line for line in found if len(line.text) > 40 and "." not in line.text]


@pytest.fixture(scope="module")
def shared() -> list[Line]:
    """Return the lines of a text whose letters share the room."""
    return lines()


@pytest.fixture(scope="module")
def plain() -> list[Line]:
    """Return the lines of the same text as WeasyPrint sets them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(footnotes, "letters_share_room", contextlib.nullcontext)
        return lines()


def test_words_stand_closer_where_they_stood_far_apart(plain, shared):
    wide = [number for number, line in enumerate(plain) if line.widest > 0.5]
    assert wide
    assert all(shared[number].widest < plain[number].widest - 0.05 for number in wide)
    assert sum(line.widest > 0.5 for line in shared) < len(wide)


def test_lines_hold_the_same_words_and_end_at_the_same_edge(plain, shared):
    assert [line.text for line in shared] == [line.text for line in plain]
    for before, now in zip(plain, shared, strict=True):
        assert now.left == pytest.approx(before.left, abs=0.01)
        # Letters stand at whole thousandths of an em, which adds up over a line.
        assert now.right == pytest.approx(before.right, abs=0.25)


def test_lines_that_are_well_set_are_left_alone(plain, shared):
    good = [number for number, line in enumerate(plain) if line.widest < 0.38]
    assert good
    assert all(shared[number].widest == pytest.approx(plain[number].widest) for number in good)


def test_a_chinese_name_among_words_does_not_set_their_letters_apart():
    assert is_square("焊工用 TIG 把金属零件连接在一起。")
    assert not is_square("The term 焊工 means a welder, and")
    assert not is_square("")
