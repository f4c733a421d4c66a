"""Texts that are the beginnings of others, or stand several times, and those of them that are lost."""

from __future__ import annotations

import pytest
from test_parts import Pages

from guidepub.checks.text.exchanging import exchange
from guidepub.checks.text.findings import text_findings
from guidepub.checks.text.placing import Board
from guidepub.checks.text.record import PartRead, keep
from guidepub.words.manuscript import LeafManuscript, Manuscript, Passage


def reported(source, *parts):
    """Return the codes and words of what a book of some parts lacks in a file."""
    manuscript = Manuscript(
        "baker.md",
        tuple(LeafManuscript(f"section-{n}", True, part, ()) for n, part in enumerate(parts)),
    )
    found = text_findings(manuscript, "print", source)
    return [(each.code, each.message.split("“")[-1].split("”")[0]) for each in found]


def placed(source, *texts, wrong):
    """Return a part whose passages were found at wrong places, and the board that has them."""
    passages = tuple(Passage("line", text) for text in texts)
    read = PartRead(LeafManuscript("section", True, passages, ()), 0, len(source.names) - 1)
    board = Board(source.stream)
    for number, segment in wrong.items():
        keep(read, board, number, [segment])
    return read, board


def test_a_text_moves_to_a_free_place_for_one_that_can_stand_nowhere_else():
    source = Pages("Rope is laid.\nRope\nfoot")
    read, board = placed(source, "Rope", "Rope is laid.", wrong={0: (0, 4)})
    assert exchange(read, board, [1]) == []
    assert read.segments == {0: [(11, 15)], 1: [(0, 11)]}
    assert board.taken(0) == [(0, 11), (11, 15)]


def test_one_text_moves_behind_another():
    source = Pages("Rope is laid.\nRope is\nRope\nfoot")
    read, board = placed(source, "Rope", "Rope is", "Rope is laid.", wrong={1: (0, 6), 0: (11, 15)})
    assert exchange(read, board, [2]) == []
    assert read.segments == {0: [(17, 21)], 1: [(11, 17)], 2: [(0, 11)]}


@pytest.mark.parametrize("count", [3, 300])
def test_one_of_many_cells_that_read_alike_is_missed(count):
    cells = [
        Passage("cell", text, row=row + 1)
        for row in range(count)
        for text in (f"School {row}", "Yes", "Yes")
    ]
    rows = [f"School {row} Yes Yes" for row in range(count)]
    assert reported(Pages("\n".join(rows)), cells) == []
    rows[count // 2] = rows[count // 2].removesuffix(" Yes")
    assert reported(Pages("\n".join(rows)), cells) == [("T001", "Yes")]


@pytest.mark.parametrize("lost", ["Jobs", "457,300", "2%"])
def test_a_short_line_is_not_found_among_the_words_of_the_next_part(lost):
    lines = ["Overview", "2%", "Jobs", "457,300", "A welder joins metal."]
    text = "The count goes from 457,300 Jobs up by 2% in ten years."
    parts = [Passage("line", line) for line in lines], [Passage("paragraph", text)]
    assert reported(Pages("\n".join([*lines, text])), *parts) == []
    without = [line for line in lines if line != lost]
    assert reported(Pages("\n".join([*without, text])), *parts) == [("T001", lost)]


TITLED = (
    "Training\nA rope is laid.\nTraining 3",
    "It is tarred.\n4 Ropemaker",
    "Hemp.\nTraining 5",
)


def titled(*pages):
    """Return the pages of a section whose running feet are known as such, and its passages."""
    source = Pages(*pages)
    text, starts = source.stream.text, source.stream.starts
    source.heads = tuple(
        (text.index(foot), text.index(foot) + len(foot))
        for foot in ("training3", "4ropemaker", "training5")
    )
    assert len(starts) == 4
    kinds = ("title", "Training"), ("paragraph", "A rope is laid."), ("paragraph", "It is tarred.")
    return source, [*(Passage(*each) for each in kinds), Passage("paragraph", "Hemp.")]


def test_a_lost_title_is_not_found_in_a_running_foot():
    assert reported(*titled(*TITLED)) == []
    without = titled(TITLED[0].removeprefix("Training\n"), *TITLED[1:])
    ((code, _),) = reported(*without)
    assert code == "T001"


def test_a_title_that_looks_like_a_running_head_is_found_above_its_text():
    source, passages = titled(f"2 {TITLED[0]}", *TITLED[1:])
    source.heads = ((0, 9), *source.heads)
    assert reported(source, passages) == []


def test_a_lost_figure_is_not_found_in_the_number_of_a_section():
    cells = [Passage("cell", text, row=1) for text in ("Hemp", "12")]
    passages = [Passage("title", "Training"), *cells, Passage("paragraph", "A rope is laid.")]
    before = [Passage("title", "Overview"), Passage("paragraph", "Yarn is spun.")]
    lines = ["Overview", "Yarn is spun.", "12", "Training", "Hemp 12", "A rope is laid."]
    assert reported(Pages("\n".join(lines)), before, passages) == []
    lines[4] = "Hemp"
    ((code, _),) = reported(Pages("\n".join(lines)), before, passages)
    assert code == "T001"
