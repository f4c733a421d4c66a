"""How lines lie on a page: upright, whole, in order, apart, and with nothing through them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from guidepub.checks.legal.in_pages.lines import Box, Letter, Line, PageLook, line_problems

SIZE = 10.0


def line(base: float, left: float = 50, count: int = 30, size: float = SIZE, **more: bool) -> Line:
    step = size / 2
    return Line(
        tuple(
            Letter(size, left + n * step, left + (n + 1) * step, base, more.get("upright", True))
            for n in range(count)
        )
    )


def reasons(
    lines: Sequence[Line], others: Sequence[Line] = (), drawn: Sequence[Box] = ()
) -> list[str]:
    return [problem.reason for problem in line_problems(lines, others, drawn, "page 1")]


GOOD = [line(700), line(687), line(674)]


def test_lines_as_they_should_be():
    assert reasons(GOOD) == []
    assert reasons([line(700), line(690)]) == []
    assert reasons(GOOD, [line(720, size=20), line(40)]) == []


def test_two_columns_are_in_order():
    assert reasons([line(700), line(687), line(700, left=220), line(687, left=220)]) == []


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ([line(700), line(687, upright=False)], "distorted"),
        ([line(700), line(692)], "crowded"),
        ([line(687), line(700)], "disordered"),
        ([line(700), Line((*line(687, count=9).letters, *line(687, left=300).letters))], "disordered"),
        ([line(700 - 12 * n, count=10) for n in range(8)], "narrow"),
    ],
)  # fmt: skip
def test_lines_that_cannot_be_read_are_reported(lines, reason):
    assert reason in reasons(lines)


def test_other_words_over_lines_are_reported():
    assert reasons(GOOD, [line(688, left=60)]) == ["crowded"]
    assert reasons(GOOD, [line(688, left=400)]) == []


@pytest.mark.parametrize(
    ("box", "found"),
    [
        ((50, 689.5, 200, 690.5), ["crossed"]),
        ((100, 0, 101, 900), ["crossed"]),
        ((50, 684, 200, 685), []),
        ((40, 660, 220, 720), []),
        ((300, 0, 301, 900), []),
        ((40, 600, 220, 690), ["crossed"]),
    ],
)
def test_what_is_drawn_through_lines_is_reported(box, found):
    assert reasons(GOOD, drawn=[box]) == found


def test_letters_are_put_together_to_lines():
    letters = [letter for each in GOOD for letter in each.letters]
    look = PageLook(dict(enumerate(letters)), ())
    assert [each.base for each in look.lines(0, len(letters))] == [700, 687, 674]
    assert look.others(GOOD) == []
    (rest,) = look.others(GOOD[1:])
    assert rest == GOOD[0]
