"""Parts of a manuscript read in pages that a renderer painted, and a reader took, out of order."""

from __future__ import annotations

import dataclasses

import pytest

from guidepub.checks.text.comparing import read_parts
from guidepub.checks.text.findings import text_findings
from guidepub.checks.text.page_numbers import page_number
from guidepub.checks.text.placing import Board
from guidepub.checks.text.reserving import reserve
from guidepub.checks.text.streams import Stream, folded
from guidepub.words.manuscript import LeafManuscript, Manuscript, Note, Passage


class Pages:
    """A file's text; the first lines of some pages look like running heads."""

    def __init__(self, *pages: str, alike: tuple[int, ...] = ()) -> None:
        self.stream = Stream(pages)
        self.names = tuple(f"page {number}" for number in range(1, len(pages) + 1))
        starts = ((self.stream.starts[n], folded(pages[n].split("\n")[0])) for n in alike)
        self.heads = tuple((start, start + len(line)) for start, line in starts)
        self.shown: dict[int, list[str]] | None = None

    def label(self, unit):
        return str(unit + 1)

    def links(self, unit):
        return []

    def alternatives(self, unit):
        return None if self.shown is None else self.shown.get(unit, [])


def read(source, *passages, notes=()):
    """Return how a section is read that holds some passages and notes."""
    manuscript = Manuscript("baker.md", (LeafManuscript("section", True, passages, notes),))
    return read_parts(manuscript, source)[0]


def differences(part):
    return [(each.code, each.passage.text) for each in part.differences]


def note(number, text):
    return Note(number, (Passage("note", text),))


def test_the_number_of_an_item_may_be_read_in_the_midst_of_its_line():
    item = Passage("item", "A rope is laid4 from strands.", number="98")
    part = read(Pages("A rope is laid 98. 4\nfoot", "from strands."), item)
    assert differences(part) == []


def test_a_bullet_may_be_read_in_the_midst_of_its_line():
    item = Passage("item", "A rope is laid4 from strands.")
    part = read(Pages("A rope is laid • 4\nfoot", "from strands."), item)
    assert differences(part) == []


def test_another_number_in_the_midst_of_an_item_is_reported():
    item = Passage("item", "A rope is laid4 from strands.", number="98")
    part = read(Pages("A rope is laid 12. 4\nfoot", "from strands.\n98."), item)
    assert differences(part) == [("T001", item.text)]


@pytest.mark.parametrize(("painted", "expected"), [("1. 4. Tar.", []), ("2. 4. Tar.", ["T004"])])
def test_a_note_may_begin_with_an_item_and_its_number(painted, expected):
    text = Passage("paragraph", "A rope1 is laid.", calls=((6, "1"),))
    item = Note("1", (Passage("item", "Tar.", number="4"),))
    part = read(Pages(f"A rope1 is laid.\n{painted}"), text, notes=(item,))
    assert [code for code, _ in differences(part)] == expected


def test_a_note_is_not_taken_to_begin_with_a_page_s_head():
    text = Passage("paragraph", "A rope is laid1 from strands2 of yarn.", calls=((14, "1"),))
    notes = (note("1", "Tar."), note("2", "Ropewalks are long."))
    source = Pages("A rope is laid1\n1. Tar.\nRopewalks", "from strands2 of yarn.\nRopewalks",
                   "2. Ropewalks are long.")  # fmt: skip
    part = read(source, text, notes=notes)
    assert differences(part) == []
    assert part.notes == {"1": 0, "2": 2}


def test_a_text_that_stands_whole_on_the_next_page_does_not_begin_with_a_word_of_this_one():
    first, second = Passage("item", "Hemp first."), Passage("item", "Ropewalks are long here.")
    last = Passage("paragraph", "Ropewalks are no more.")
    source = Pages("Hemp first.\n1. A note\nRopewalks", "Ropewalks are no more.\n"
                   "are long here.\nRopewalks are long here.")  # fmt: skip
    part = read(source, first, second, last)
    assert differences(part) == []
    assert [source.stream.unit_at(start) for start, _ in part.segments[1]] == [1]


def test_an_entry_is_not_taken_for_a_longer_one_that_opens_the_next_page():
    titles = [f"Part {number}" for number in range(20)]
    lines = [f"{title} . . . . {3 * number + 1}" for number, title in enumerate(titles)]
    source = Pages("\n".join(lines[:17]), "\n".join(lines[17:]))
    part = read(source, *(Passage("line", title) for title in titles))
    assert differences(part) == []
    assert [source.stream.unit_at(part.segments[n][0][0]) for n in (1, 16, 17)] == [0, 0, 1]


def test_a_short_label_of_a_box_that_is_painted_last_is_found():
    opening = Passage("paragraph", "Hemp first.")
    label = Passage("label", "Tip")
    body = Passage("paragraph", "Keep a rope dry.")
    filler = "The strands are spun from yarn. " * 9
    source = Pages("Hemp first.\nfoot", f"{filler}\nTip – Keep a rope dry.")
    part = read(source, opening, label, body, Passage("paragraph", filler))
    assert differences(part) == []


def test_a_lost_figure_is_not_found_on_any_line():
    cells = [Passage("cell", text, row=row) for row, text in ((1, "Tar"), (1, "5"), (2, "Hemp"))]
    filler = "The strands are spun from yarn. " * 9
    part = read(Pages(f"Tar\nHemp\n{filler}\n5. A note."), *cells)
    assert differences(part) == [("T001", "5")]


def test_a_table_whose_head_opens_two_pages_begins_on_the_first():
    heads = [Passage("head", text, row=1) for text in ("School", "Weeks")]
    cells = [Passage("cell", text, row=2 + n // 2) for n, text in enumerate(
        ("Quay", "26", "Harbor", "26"))]  # fmt: skip
    source = Pages("School Weeks\nQuay 26\nHemp first.", "School Weeks\nHarbor 26", alike=(0, 1))
    part = read(source, Passage("paragraph", "Hemp first."), *heads, *cells)
    assert differences(part) == []
    at = [source.stream.unit_at(part.segments[n][0][0]) for n in range(7)]
    assert at == [0, 0, 0, 0, 0, 1, 1]


def test_the_digits_of_a_note_s_number_go_on_in_no_text():
    text = Passage("paragraph", "The ropewalk of Duluth employs 1,234 journeymen.")
    source = Pages("The ropewalk of Duluth employs\n10. Tar.", "tarred. 1,234 journeymen.")
    part = read(source, text, Passage("line", "tarred."), notes=(note("10", "Tar."),))
    assert differences(part) == []


def test_a_part_begins_behind_a_page_that_is_all_picture():
    parts = [
        LeafManuscript(leaf, True, (Passage("title", title), Passage("paragraph", text)))
        for leaf, title, text in (("a", "Ropes", "They are laid."), ("b", "Code", "It is set."))
    ]
    pages = ("1\nRopes\nThey are laid.", "a head 2", "a head 3", "2\nCode\nIt is set.")
    found = read_parts(Manuscript("baker.md", tuple(parts)), Pages(*pages, alike=(1, 2)))
    assert [(each.first, each.last) for each in found] == [(0, 2), (3, 3)]


def sections(*texts):
    """Return a manuscript with a section for each pair of a title and a text."""
    return Manuscript(
        "baker.md",
        tuple(
            LeafManuscript(f"section-{n}", True, (Passage("title", title), Passage("line", text)))
            for n, (title, text) in enumerate(texts, 1)
        ),
    )


def test_a_part_begins_on_the_page_on_which_the_one_before_it_ends():
    source = Pages("Hemp\nIt grows.", "Tall.\n2\nRopes\nThey are laid in long walks.", alike=(1,))
    made = sections(("Hemp", "It grows. Tall."), ("Ropes", "They are laid in long walks."))
    first, second = read_parts(made, source)
    assert [differences(first), differences(second)] == [[], []]
    assert (first.last, second.first, second.last) == (1, 1, 1)


def test_a_part_does_not_begin_at_a_word_of_the_one_before_it():
    source = Pages("Hemp\nRopes are long.", "Ropes\nThey are laid in long walks.")
    made = sections(("Hemp", "Ropes are long."), ("Ropes", "They are laid in long walks."))
    first, second = read_parts(made, source)
    assert [differences(first), differences(second)] == [[], []]
    assert (first.last, second.first) == (0, 1)


def test_words_that_are_lost_where_a_part_follows_on_a_page_are_reported():
    source = Pages("Hemp\nIt grows.\nRopes\nThey are laid.")
    made = sections(("Hemp", "It grows tall."), ("Ropes", "They are laid in long walks."))
    first, second = read_parts(made, source)
    assert differences(first) == [("T001", "It grows tall.")]
    assert differences(second)


def test_a_short_label_that_is_painted_last_is_found_behind_a_hyphen():
    text, label = Passage("line", "Ropes are laid in walks."), Passage("label", "Tip")
    part = read(
        Pages("Ropes are laid in wa\ufffeTip\nAsk.", "lks."), label, Passage("line", "Ask."), text
    )
    assert ("T001", "Tip") not in differences(part)


def test_a_longer_label_that_is_painted_last_is_found_behind_a_hyphen():
    passages = [Passage("paragraph", "A rope is laid."), Passage("label", "Note")]
    part = read(
        Pages("A rope is laid.\nSee occupational\ufffeNote \N{EN DASH} Tar\nfoot"), *passages
    )
    assert differences(part) == []


def test_a_paragraph_that_begins_several_pages_is_no_running_head():
    text = "Ropes are laid in long walks, in three strands of yarn"
    again, end = Passage("paragraph", f"{text}, and tarred."), Passage("paragraph", "In short.")
    first = LeafManuscript("first", True, (Passage("title", "Rope"), again, end, again))
    second = LeafManuscript("second", True, (Passage("title", "Tar"), again))
    page = f"{text},\nand tarred."
    source = Pages(f"Rope\n{page}\nIn short.\nfoot", f"8\n{page}\nTar\n{page}")
    begin = source.stream.starts[1] + 1
    source.heads = ((begin, begin + len(folded(f"{text},"))),)
    parts = read_parts(Manuscript("baker.md", (first, second)), source)
    assert [differences(part) for part in parts] == [[], []]
    assert parts[0].segments[3] == [(begin, begin + len(folded(again.text)))]


def test_a_list_of_headings_that_is_painted_last_is_not_the_heading_of_the_next_page():
    texts = ["Ropes", "Laying", "Yarns twisted", "Tar boiled", "Words of the text."]
    passages = [*(Passage("line", text) for text in texts[:4]), Passage("paragraph", texts[4])]
    passages += [Passage("heading", text) for text in texts[2:4]]
    opening = (
        "Words of the text.\nRopes\nLaying \N{MIDDLE DOT} Yarns twisted \N{MIDDLE DOT} Tar boiled"
    )
    part = read(Pages(opening, "Yarns twisted\nTar boiled"), *passages)
    assert differences(part) == []
    assert [part.segments[number][0][0] for number in (5, 6)] == [
        len(folded(opening)),
        len(folded(opening + texts[2])),
    ]


def test_a_short_title_is_not_the_word_that_begins_the_next_page():
    long = "Ropes are paid by the fathom, and tar by the barrel."
    page = f"4\nPay\n{long}"
    passages = [Passage("title", "Pay"), Passage("paragraph", long)]
    part = read(Pages(page, "Pay is low."), *passages, Passage("paragraph", "Pay is low."))
    assert differences(part) == []
    assert [part.segments[number][0][0] for number in (0, 2)] == [1, len(folded(page))]


def test_a_title_that_is_painted_last_is_not_the_first_word_of_the_box_below_it():
    box = [Passage("title", "At a Glance"), Passage("line", "Pay in the middle")]
    passages = [Passage("title", "Pay"), *box, Passage("paragraph", "Ropes are paid by the fathom")]
    pages = "At a Glance\nPay in the middle\nRopes are paid\n1\nPay\nPay 1", "by the fathom"
    part = read(Pages(*pages), *passages)
    assert differences(part) == []
    assert part.segments[0] == [(36, 39)]


def test_a_row_that_is_painted_last_is_not_the_first_short_word_of_a_page():
    long = "Ropes are laid in long walks, and tarred."
    cells = [Passage("cell", text, row=row) for row, text in ((1, "A"), (1, "B"), (2, "1"))]
    page = f"Others say more of it, and so does A Second Work.\n{'Yarn. ' * 40}\nA B\n1"
    part = read(Pages(long, page), Passage("paragraph", long), *cells)
    assert differences(part) == []
    at = len(folded(long + page[: page.index("A B")]))
    assert [part.segments[number][0][0] for number in (1, 2, 3)] == [at, at + 1, at + 2]


def test_the_last_picture_of_a_part_may_stand_where_the_next_part_begins():
    source = Pages("Hemp\nIt grows tall.", "Ropes\nThey are laid in long walks.")
    source.shown = {1: ["A knot."]}
    first, second = sections(
        ("Hemp", "It grows tall."), ("Ropes", "They are laid in long walks.")
    ).parts
    shown = dataclasses.replace(first, alternatives=(Passage("alternative", "A knot."),))
    made = Manuscript("baker.md", (shown, second))
    assert list(text_findings(made, "screen", source)) == []
    source.shown = {}
    assert [finding.code for finding in text_findings(made, "screen", source)] == ["T006"]


def test_a_part_does_not_begin_at_a_word_of_a_note():
    source = Pages("Hemp\nIt grows1 tall.\n1. Ropes of old.", "Ropes\nThey are laid in walks.")
    made = sections(("Hemp", "It grows1 tall."), ("Ropes", "They are laid in walks."))
    _, second = read_parts(made, source)
    assert (differences(second), second.first) == ([], 1)


def test_a_part_does_not_begin_where_a_note_has_its_first_words():
    laid = "They are laid in long walks."
    source = Pages(f"Hemp\nIt grows1 tall.\n1. {laid}", f"Ropes\n{laid}")
    _, second = read_parts(sections(("Hemp", "It grows1 tall."), ("Ropes", laid)), source)
    assert (differences(second), second.first) == ([], 1)


@pytest.mark.parametrize(
    ("page", "behind", "length"),
    [
        ("12 for more", "for more", 2),
        ("12 2024 was the year", "2024 was the year", 2),
        ("7 3). In", "3). In the nacelle", 1),
        ("33 3 ovens", "3 ovens", 2),
        ("12", "2024 was", 2),
        ("12\n3", "for more", 2),
        ("12\n3", "2024 was", 2),
        ("none", "none", 0),
    ],
)
def test_the_number_of_a_page_ends_where_the_text_behind_it_begins(page, behind, length):
    stream = Stream([f"on page {page}", "10 the next page"])
    assert page_number(stream, len("onpage"), 0, folded(behind)) == length


@pytest.mark.parametrize(("number", "codes"), [("2", []), ("3", ["T005"]), ("21", ["T005"])])
def test_an_entry_of_the_contents_has_its_page_before_a_title_that_begins_with_a_figure(
    number, codes
):
    titles = {"pay": "Pay", "list": "1. Not a List"}
    contents = LeafManuscript(
        "contents",
        True,
        tuple(Passage("entry", title, leads_to=leaf) for leaf, title in titles.items()),
    )
    leaves = [
        LeafManuscript(leaf, True, (Passage("title", title), Passage("paragraph", f"On {leaf}.")))
        for leaf, title in titles.items()
    ]
    source = Pages(
        f"Pay . . . {number}\n1. Not a List . . . 3", "Pay\nOn pay.", "1. Not a List\nOn list."
    )
    made = Manuscript("baker.md", (contents, *leaves))
    assert [found.code for found in text_findings(made, "screen", source)] == codes


def test_a_letter_of_a_drawing_does_not_take_the_first_word_of_a_note():
    text = Passage("paragraph", "A rope is laid1.", calls=((14, "1"),))
    letters = tuple(Passage("label", letter, drawn=True) for letter in "ABC")
    source = Pages("A rope is laid1.\n1. A ropewalk is long.", "Ropewalk 15\nA\nB\nC")
    part = read(source, text, *letters, notes=(note("1", "A ropewalk is long."),))
    assert differences(part) == []


NIGHT, DAY = "At night one baker stays behind.", "By day the ovens rest and cool."


def repeated(*pages):
    """Return what is missing of a section that says the same in a note, two lists and its text."""
    passages = (
        Passage("title", "Shifts"),
        Passage("paragraph", f"{DAY} {NIGHT}1"),
        Passage("item", f"Shifts: {NIGHT}"),
        Passage("item", NIGHT),
        Passage("item", NIGHT, number="1"),
        Passage("item", DAY, number="2"),
        Passage("quotation", DAY),
    )
    leaf = LeafManuscript("section", True, passages, (note("1", f"{NIGHT} {DAY}"),))
    found = text_findings(Manuscript("baker.md", (leaf,)), "screen", Pages(*pages))
    return [(each.code, each.message.split(": ", 1)[-1]) for each in found]


# The title stands in a column that is painted last.
PRINTED = f"{DAY} {NIGHT}1\n• Shifts: {NIGHT}\n{NIGHT}\n1. {NIGHT}\n2. {DAY}\n{DAY}\n1. {NIGHT} {DAY}\nShifts"


def test_sentences_that_a_section_repeats_are_not_taken_for_each_other():
    assert repeated(PRINTED) == []


@pytest.mark.parametrize(
    ("lost", "codes"),
    [
        (f"• Shifts: {NIGHT}\n", ["T001"]),
        (f"1. {NIGHT} {DAY}\n", ["T003"]),
    ],
)
def test_one_of_several_like_sentences_is_missed(lost, codes):
    assert lost in PRINTED
    assert [code for code, _ in repeated(PRINTED.replace(lost, "\n", 1))] == codes


LAID = "Ropes are laid from strands of hemp, and strands are spun from yarn in a long walk."
CARED = "Ropes that are wet are hung up to dry, and none is ever coiled against its lay."


def test_a_text_that_begins_on_a_page_is_not_the_same_text_whole_on_the_next():
    first, rest = LAID[:50], LAID[50:]
    source = Pages(f"{first}\nRopemaker 7", f"4\n{rest}\n{LAID}\nCare")
    twice = Passage("paragraph", LAID)
    part = read(source, twice, twice)
    assert differences(part) == []
    assert [len(part.segments[number]) for number in range(2)] == [2, 1]


@pytest.mark.parametrize(
    ("page", "places"),
    [
        (f"Hemp\n{LAID}\n{CARED}\n{LAID}\nRopes\n{LAID}", 2),
        (f"Hemp\n{LAID}\n{CARED}\nRopes\n{LAID}", 0),
    ],
)
def test_only_places_before_the_next_section_are_kept_for_repeated_sentences(page, places):
    texts = (
        Passage("title", "Hemp"),
        *(Passage("paragraph", each) for each in (LAID, CARED, LAID)),
    )
    source = Pages(page, f"{LAID}\nfoot")
    part = LeafManuscript("section", True, texts, ())
    behind = source.stream.text.index("ropes" + folded(LAID))
    board = Board(source.stream)
    # On all pages there are too many, and where one is lost, the next section's is not taken.
    assert len([n for n in reserve(part, board, 0, None, behind).passages if n in (1, 3)]) == places


def test_a_repeated_sentence_that_two_pages_share_has_its_place_too():
    source = Pages(f"{LAID}\n{LAID[:50]}\n7", f"4\n{LAID[50:]}\nfoot")
    part = LeafManuscript("section", True, (Passage("paragraph", LAID),) * 2, ())
    found = reserve(part, Board(source.stream), 0, None, None).passages
    assert [len(segments) for segments in found.values()] == [1, 2]
