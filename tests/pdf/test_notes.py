"""Notes on paper: every one whole, in order, on the page of its call, under its own number."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from itertools import islice

import pikepdf
import pytest
from definitions import definition, guide, write
from finished import Pdf, folded

import guidepub
from guidepub import Book, Catalog
from guidepub.assembly import assemble
from guidepub.pdf import BookPages
from guidepub.pdf.seams import overruns

WORDS = "the shop opens early and workers set their tools out before a shift begins".split()


def words(count: int, seed: int) -> str:
    """Return some words, always the same for a seed, with lengths of lines that vary."""
    return " ".join(WORDS[(seed * 7 + n * (seed % 5 + 1)) % len(WORDS)] for n in range(count))


def noted(count: int, *, long: int = 0, length: int = 900) -> str:
    """Return paragraphs with a note in each; every `long`th note has `length` words."""
    paragraphs, notes = [], []
    for n in range(1, count + 1):
        before, after = words(5 + n * 13 % 40, n), words(3 + n * 5 % 20, n + 1)
        paragraphs.append(f"{before} called{n}x[^{n}] {after}.")
        own = words(length if long and n % long == 0 else 6 + n * 11 % 35, n)
        notes.append(f"[^{n}]: Begin{n}x {own} end{n}x.")
    return "\n\n".join([*paragraphs, *notes])


def book_of(*bodies: str, theme: str = "classic", trim: str = "us-trade") -> Book:
    made = guide(*bodies)
    return assemble(made, Catalog.of(made, defaults={"theme": theme, "trim": trim}))


def pages_of(*bodies: str, sections: str = "", **settings: str) -> Pdf:
    book = book_of(*bodies, **settings)
    if sections:
        theme = book.theme.model_copy(update={"sections": sections})
        book = book.model_copy(update={"theme": theme})
    return Pdf(guidepub.render(book, "screen"))


def found(pages: Pdf, word: str) -> list[tuple[int, int]]:
    """Return each number that stands behind a word, with its page, in their order."""
    return [
        (int(number), page)
        for page in range(len(pages))
        for number in re.findall(rf"{word}(\d+)x", pages.whole(page))
    ]


def faults(pages: Pdf, count: int) -> Iterator[str]:
    """Yield each note that is not whole, not in order, or not begun on the page of its call."""
    begun, ended = found(pages, "Begin"), found(pages, "end")
    for name, places in (("begin", begun), ("end", ended)):
        if [number for number, _ in places] != list(range(1, count + 1)):
            yield f"notes {name} as {places}"
    called = dict(found(pages, "called"))
    yield from (f"note {n} is on {page}, not {called[n]}" for n, page in begun if page != called[n])


def area_faults(pages: Pdf) -> Iterator[str]:
    """Yield each page on which a note stands below the measure's foot."""
    for page in range(len(pages)):
        text = pages.document[page].get_textpage()
        for index in range(text.count_chars()):
            if text.get_charbox(index)[1] < 0:
                yield f"page {page} has text beyond its edge"
                break


@pytest.mark.parametrize(
    ("theme", "trim"), [("classic", "us-trade"), ("school", "a5"), ("school-large", "us-letter")]
)
def test_notes_of_a_long_section_stand_where_they_are_called(theme, trim):
    pages = pages_of(noted(60), theme=theme, trim=trim)
    assert list(faults(pages, 60)) == []
    assert list(area_faults(pages)) == []


def test_a_note_longer_than_a_page_goes_on_and_comes_before_the_next():
    pages = pages_of(noted(24, long=8), trim="digest")
    assert [n for n, _ in found(pages, "Begin")] == list(range(1, 25))
    assert [n for n, _ in found(pages, "end")] == list(range(1, 25))
    begun, ended = dict(found(pages, "Begin")), dict(found(pages, "end"))
    called = dict(found(pages, "called"))
    for n in (8, 16, 24):
        assert begun[n] == called[n]
        assert ended[n] > begun[n]
    assert list(area_faults(pages)) == []


def test_a_sections_last_notes_stay_in_the_section():
    plain = "\n\n".join(f"Paragraph {n} says a plain thing, and says it once." for n in range(12))
    for lines in range(4):
        body = f"{plain}\n\n{'More. ' * lines * 14}\n\nThe last carries a note.[^1]\n\n[^1]: Alpha."
        other = "First.[^1] Second.[^2]\n\n[^1]: Bravo.\n[^2]: Charlie."
        pages = pages_of(body, other, "Third.[^1]\n\n[^1]: Delta.")
        for note, call in (
            ("1. Alpha.", "carries a note.1"),
            ("2. Bravo.", "First.2"),
            ("3. Charlie.", "Second.3"),
            ("4. Delta.", "Third.4"),
        ):
            assert pages.pages_with(note) == pages.pages_with(call), note


def test_a_long_note_at_a_sections_end_has_pages_of_its_own():
    long = f"Called.[^1]\n\n[^1]: Begin1x {words(1200, 3)} end1x."
    bodies = (long, "Next.", long.replace("1x", "2x"))
    pages = pages_of(*bodies, trim="digest", sections="new-page")
    assert [n for n, _ in found(pages, "end")] == [1, 2]
    begun, ended = dict(found(pages, "Begin")), dict(found(pages, "end"))
    assert pages.leaf_pages("Part 1")[-1] == ended[1] > begun[1]
    assert pages.leaf_pages("Part 3")[-1] == ended[2] > begun[2]


@pytest.mark.parametrize("count", [600, 1200, 2000])
@pytest.mark.parametrize("before", [0, 3])
def test_a_long_note_at_a_sections_end_goes_on_on_the_very_next_page(count, before):
    text = "\n\n".join(words(30, n) for n in range(before))
    body = f"{text}\n\ncalled1x.[^1]\n\n[^1]: Begin1x {words(count, 3)} end1x."
    pages = pages_of(body, "Next.", trim="digest", sections="new-page")
    ((_, first),), ((_, last),) = found(pages, "Begin"), found(pages, "end")
    assert first < last
    assert all(len(folded(pages.whole(page)).split()) > 40 for page in range(first, last + 1))
    assert "Next." in pages.whole(last + 1)


def test_a_long_note_goes_on_below_the_section_that_follows():
    long = f"Called.[^1]\n\n[^1]: Begin1x {words(900, 3)} end1x."
    pages = pages_of(long, f"Next. {words(200, 4)}", f"Last.\n\n{words(200, 5)}", trim="digest")
    ((_, first),), ((_, last),) = found(pages, "Begin"), found(pages, "end")
    assert first < last
    assert first <= pages.leaf_pages("Part 2")[0] <= last


def test_notes_in_tables_lists_quotations_boxes_and_headings_are_kept():
    filler = "\n\n".join(words(30, n) + "." for n in range(9))
    parts = [
        "| a | b |\n|:--|:--|\n" + "\n".join(f"| called{n}x[^{n}] | b |" for n in range(1, 13)),
        "\n".join(f"- called{n}x[^{n}] {words(20, n)}" for n in range(13, 25)),
        "\n>\n".join(f"> called{n}x[^{n}] {words(30, n)}" for n in range(25, 31)),
        "\n\n".join(f"## Heading called{n}x[^{n}]\n\n{words(40, n)}" for n in range(31, 37)),
    ]
    notes = "\n".join(f"[^{n}]: Begin{n}x {words(15, n)} end{n}x." for n in range(1, 37))
    pages = pages_of(f"\n\n{filler}\n\n".join([*parts, notes]))
    assert list(faults(pages, 36)) == []


def row_of_two(length: int, apart: int) -> str:
    """Return a table of rows with six notes in each cell, of `length` words, `apart` words apart."""
    numbers = iter(range(1, 37))
    rows = []
    for _ in range(3):
        cells = (
            " ".join(f"{words(apart, n)} called{n}x[^{n}]" for n in islice(numbers, 6))
            for _ in range(2)
        )
        rows.append(f"| {' | '.join(cells)} |")
    notes = (f"[^{n}]: Begin{n}x {words(length, n)} end{n}x." for n in range(1, 37))
    return "\n".join(["| a | b |", "|:--|:--|", *rows, "", *notes])


@pytest.mark.parametrize(("length", "apart"), [(10, 30), (30, 4), (10, 40)])
def test_notes_of_a_row_that_is_cut_come_in_order_and_under_no_text(length, apart):
    book = book_of(f"{'Before it. ' * 40}\n\n{row_of_two(length, apart)}", trim="digest")
    assert list(overruns._full_pages(BookPages(book).laid_out("screen").document)) == []
    pages = Pdf(guidepub.render(book, "screen"))
    for place in ("Begin", "end", "called"):
        numbers = [n for n, _ in found(pages, place)]
        assert sorted(numbers) == list(range(1, 37))
        assert numbers == sorted(numbers) or place == "called"


def test_a_second_call_prints_the_notes_number_and_leads_to_it():
    pages = pages_of("One[^a].\n\nTwo[^b].\n\nAgain[^a].\n\n[^a]: Note A.\n[^b]: Note B.")
    assert pages.pages_with("One1")
    assert pages.pages_with("Two2")
    assert pages.pages_with("Again1")
    assert pages.pages_with("1. Note A.")


def test_notes_have_the_numbers_that_their_leaves_give_them():
    book = book_of("One[^a], and one[^a].\n\n[^a]: Note A.", "Two[^b].\n\n[^b]: Note B.")
    pages = Pdf(guidepub.render(book, "screen"))
    text = " ".join(folded(pages.text(page)) for page in range(len(pages)))
    marks = r'class="noteref".*?>(\d+)</a>'
    calls = [number for leaf in book.leaves for number in re.findall(marks, leaf.xhtml)]
    assert calls == re.findall(r"(?:One|one|Two)(\d+)", text) == ["1", "1", "2"]
    assert "1. Note A." in text
    assert "2. Note B." in text


@pytest.mark.parametrize(
    ("block", "text"),
    [
        ("- and a list\n    - of two", "of two"),
        ("> a quotation", "a quotation"),
        ("```\n    code\n    ```", "code"),
        ("| a | b |\n    |---|---|\n    | c | d |", "a b c d"),
        ("Second\n    line.", "Second line."),
    ],
)
def test_a_note_may_end_in_a_block(block, text):
    pages = pages_of(f"Text one[^a] goes on.\n\n[^a]: Note a.\n\n    {block}\n")
    (page,) = pages.pages_with("1. Note a.")
    whole = folded(pages.text(page))
    assert whole.index("goes on.") < whole.index("1. Note a.") < whole.index(text)
    assert "↩" not in whole


def test_a_link_in_a_note_and_what_follows_it_stay_in_the_note():
    pages = pages_of("Text[^a] goes on.\n\n[^a]: See [the rules](https://example.org/x) first.")
    (page,) = pages.pages_with("1. See the rules first.")
    assert folded(pages.text(page)).index("goes on.") < folded(pages.text(page)).index("See the")


def test_each_note_is_tagged_once_behind_the_paragraph_that_calls_it():
    body = noted(6, long=3) + "\n\nTwo blocks.[^b]\n\n[^b]: *First* block.\n\n    Second block.\n"
    data = guidepub.render(book_of(body, trim="digest"), "screen")
    with pikepdf.open(io.BytesIO(data)) as pdf:
        notes = [
            (parent.K, place, kid)
            for parent in elements(pdf.Root.StructTreeRoot)
            for place, kid in enumerate(parent.get("/K", []))
            if isinstance(kid, pikepdf.Dictionary) and kid.get("/S") == "/Note"
        ]
        assert len(notes) == 7
        for siblings, place, note in notes:
            assert siblings[place - 1].S == "/P"
            assert [str(each.S) for each in elements(siblings[place - 1])].count("/Reference") == 1
            assert [str(each.S) for each in elements(note)].count("/Lbl") == 1


def elements(top: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Yield an element of the structure and all below it."""
    yield top
    found = top.get("/K", [])
    for kid in found if isinstance(found, pikepdf.Array) else [found]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from elements(kid)


@pytest.mark.parametrize("before", [0, 2, 4, 6])
def test_a_note_that_goes_on_leaves_room_for_a_picture(tmp_path, before):
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle r="5"/></svg>'
    figure = ":::{figure} tall.svg\n:alt: A drawing.\nThe caption.\n:::"
    text = "\n\n".join(words(30, n) for n in range(before))
    body = f"{text}\n\ncalled1x[^1] {words(20, 1)}\n\n{figure}\n\nThe end."
    note = f"[^1]: Begin1x {words(700, 3)} end1x."
    write(tmp_path, {"baker.md": definition(f"{body}\n\n{note}"), "tall.svg": drawing})
    write(tmp_path, {"catalog.toml": '[defaults]\ntrim = "digest"\n'})
    catalog = guidepub.load(tmp_path)
    book = assemble(catalog["baker"], catalog)
    laid = BookPages(book).laid_out("screen")
    assert list(overruns._full_pages(laid.document)) == []
    pages = Pdf(guidepub.render(book, "screen"))
    assert list(faults(pages, 1)) == []


def test_notes_that_were_put_off_wait_for_room():
    # One row calls more notes than its page can hold.
    calls = " ".join(f"called{n}x[^{n}]" for n in range(1, 9))
    notes = "\n".join(f"[^{n}]: Begin{n}x {words(150, n)} end{n}x." for n in range(1, 10))
    row = f"| a | b |\n|:--|:--|\n| {calls} | b |"
    pages = pages_of(f"{row}\n\ncalled9x[^9] follows.\n\n{notes}", trim="digest")
    for place in ("Begin", "end"):
        assert [n for n, _ in found(pages, place)] == list(range(1, 10))
    assert list(area_faults(pages)) == []


def test_a_note_of_many_pages_at_the_books_end_is_whole():
    blocks = "\n\n    ".join(words(100, n) for n in range(40))
    pages = pages_of(f"Called1x.[^1]\n\n[^1]: Begin1x {blocks}\n\n    Done end1x.", trim="digest")
    assert [n for n, _ in found(pages, "end")] == [1]
    # The last page is one of the note's own.
    assert found(pages, "end")[0][1] == len(pages) - 1


def test_a_note_that_a_note_calls_stands_behind_it():
    chain = "[^a]: Aa calls[^b] bb.\n[^b]: Bb calls[^c] and aa[^a].\n[^c]: Cc.\n[^d]: Dd."
    pages = pages_of(f"One[^a] and two[^d].\n\n{chain}")
    (page,) = pages.pages_with("One1 and two4.")
    text = folded(pages.whole(page))
    assert "1. Aa calls2 bb. 2. Bb calls3 and aa1. 3. Cc. 4. Dd." in text
