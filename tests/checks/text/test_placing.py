"""Where a text stands: over pages, past notes and heads, and nowhere else."""

from __future__ import annotations

from guidepub.checks.text.listed import markers_before, markers_of
from guidepub.checks.text.placing import Board, Cursor, any_segment, near_segment, next_segments
from guidepub.checks.text.streams import Stream, folded
from guidepub.words.manuscript import Passage


def read(stream, *texts, heads=0):
    """Return what each text was read as, one behind the other, or None from the first missing.

    The first `heads` texts are those of a table's head.
    """
    cursor = Cursor(0)
    found = []
    for number, text in enumerate(texts):
        cursor.head = folded("".join(texts[:heads])) if number >= heads else ""
        segments = next_segments(Board(stream), folded(text), cursor)
        if segments is None:
            return [*found, None]
        cursor.advance(segments, stream)
        cursor.settle()
        found.append([stream.raw(*segment) for segment in segments])
    return found


def test_texts_stand_one_behind_the_other():
    assert read(Stream(["One two. Three."]), "One two.", "Three.") == [["One two."], ["Three."]]


def test_a_text_goes_on_behind_the_notes_at_a_page_s_foot():
    stream = Stream(["A rope is laid\n1. A note.\n2 ropes", "from strands. End."])
    assert read(stream, "A rope is laid from strands.", "End.") == [
        ["A rope is laid", "from strands."],
        ["End."],
    ]


def test_a_foot_that_begins_like_what_goes_on_does_not_mislead():
    stream = Stream(["A rope is\nfrom: the note", "from strands."])
    assert read(stream, "A rope is from strands.") == [["A rope is", "from strands."]]


def test_a_word_may_be_hyphenated_where_the_page_ends():
    stream = Stream(["A rope is a combin\ufffe29. A note", "ation of yarns."])
    assert read(stream, "A rope is a combination of yarns.") == [
        ["A rope is a combin", "ation of yarns."]
    ]


def test_a_text_runs_over_three_pages_and_a_blank_one():
    stream = Stream(["One two\n1", "three four\n2", "", "five six."])
    assert read(stream, "One two three four five six.") == [["One two", "three four", "five six."]]


def test_a_text_that_lacks_a_word_in_the_midst_or_where_the_page_ends_is_not_found():
    assert read(Stream(["A rope laid from strands."]), "A rope is laid from strands.") == [None]
    assert read(Stream(["A rope is\n1", "from strands."]), "A rope is laid from strands.") == [None]


def test_texts_in_another_order_are_not_found():
    assert read(Stream(["Two. One."]), "One.", "Two.") == [None]


def test_a_table_s_head_is_passed_over_on_each_page():
    stream = Stream(["School Weeks\nHarbor 12\nfoot", "School Weeks\nQuay 26"])
    found = read(stream, "School", "Weeks", "Harbor", "12", "Quay", "26", heads=2)
    assert found[-2:] == [["Quay"], ["26"]]


def test_the_cells_of_a_row_that_is_cut_stand_on_both_pages():
    stream = Stream(["Head\nThe first cell runs The second runs\nfoot", "Head\non here. on too."])
    cursor = Cursor(0, head="head")
    cursor.advance([(0, 4)], stream)
    segments = []
    for text in ("The first cell runs on here.", "The second runs on too."):
        found = next_segments(Board(stream), folded(text), cursor)
        cursor.advance(found, stream)
        segments.append([stream.raw(*segment) for segment in found])
    assert segments == [["The first cell runs", "on here."], ["The second runs", "on too."]]
    cursor.settle()
    assert cursor.unit == 1


def test_a_cell_may_begin_behind_pages_that_cells_beside_it_fill():
    stream = Stream(["Tar is", "boiled from", "pine. Ropes are", "long."])
    cursor = Cursor(0)
    cursor.advance(next_segments(Board(stream), "tarisboiledfrompine.", cursor), stream)
    found = next_segments(Board(stream), "ropesarelong.", cursor)
    assert [stream.raw(*segment) for segment in found] == ["Ropes are", "long."]


def test_a_few_words_of_a_template_may_stand_before_a_text():
    stream = Stream(["Chapter 1\nOverview\nText."])
    segments = near_segment(Board(stream), "overview", 0, 160)
    assert [stream.raw(*segment) for segment in segments] == ["Overview"]


def test_a_short_text_is_not_found_inside_a_word_or_far_away():
    assert near_segment(Board(Stream(["It was 1995 then"])), "5", 0, 160) is None
    assert near_segment(Board(Stream(["words " * 60 + "5"])), "5", 0, 160) is None


def test_a_text_is_found_anywhere_on_some_pages():
    stream = Stream(["One", "Publisher\nTitle", "Three"])
    assert any_segment(Board(stream), "title", 0, 1) is not None
    assert any_segment(Board(stream), "three", 0, 1) is None


def test_what_is_taken_stands_for_no_second_text():
    board = Board(Stream(["Rope. Rope. Tar."]))
    for wanted in ([(0, 5)], [(5, 10)], None):
        found = any_segment(board, "rope.", 0, 0)
        assert found == wanted
        board.take(found or [])
    assert next_segments(board, "tar.", Cursor(0)) == [(10, 14)]


def test_a_running_head_is_taken_last():
    stream = Stream(["Rope\nText of it.\nRope"])
    assert any_segment(Board(stream, [(0, 4)]), "rope", 0, 0) == [(13, 17)]
    assert any_segment(Board(Stream(["Text.\nRope"]), [(5, 9)]), "rope", 0, 0) == [(5, 9)]


def test_a_text_that_is_painted_later_goes_on_later_on_the_next_page():
    stream = Stream(["One two three\n1 rope", "Behind it.\nfour five six.\nfoot"])
    segments = any_segment(Board(stream), folded("One two three four five six."), 0, 1)
    assert [stream.raw(*segment) for segment in segments] == ["One two three", "four five six."]


def test_an_item_stands_behind_its_markers_also_on_the_next_page():
    item = Passage("item", "Dry it.", number="12")
    for pages in (["A rope.\n• 12. Dry it."], ["A rope.\n1", "12. Dry", "it. End."]):
        board = Board(Stream(pages))
        cursor = Cursor(0, {0: len("Arope.")})
        found = next_segments(board, folded("Dry it."), cursor, markers_of(item))
        assert next(board.stream.raw(*segment) for segment in found).startswith("Dry")
        marks, is_borne = markers_before(board, item, found[0][0])
        assert is_borne
        assert board.stream.raw(*marks).endswith("12.")


def test_the_end_of_another_number_is_no_marker():
    board = Board(Stream(["12. Dry it."]))
    start = board.stream.text.index("Dry") if "Dry" in board.stream.text else 3
    assert markers_before(board, Passage("item", "Dry it.", number="2"), start) == (None, False)
