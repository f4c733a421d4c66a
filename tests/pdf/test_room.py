"""Everything has room on its page: long words, wide tables, pictures; or the book is not made."""

from __future__ import annotations

import pypdfium2
import pytest
from definitions import definition, guide, write

import guidepub
from guidepub import Book, Catalog, Fact
from guidepub.assembly import assemble
from guidepub.findings import RenderError
from guidepub.pdf import BookPages

ADDRESS = "https://www.example.org/" + "averyverylongsegmentwithoutabreak" * 3 + "/index.html?x=1"
COMPOUND = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
LONG_WORDS = f"""
Words, {ADDRESS} and {COMPOUND}.[^n]

[^n]: A note with {ADDRESS} in it.

- An item with {ADDRESS}

> A quotation with {COMPOUND}

```
{"code " * 30}
{"c" * 120}
```

| Name | Address |
|:--|:--|
| {COMPOUND} | {ADDRESS} |

## {COMPOUND}

:::{{note}} {COMPOUND}
`{"code" * 30}`
:::

{"T" * 90}
: **{"b" * 90}**
"""
HEADS = (
    "State", "Jobs, 2024", "Jobs, 2034", "Change", "Change (%)", "Median pay", "10th percentile",
    "90th percentile", "Industry", "Apprenticeship hours", "Telecommunications", "Certification",
    "Accreditation", "Responsibilities",
)  # fmt: skip
CELLS = (
    "North Carolina", "12,950", "14,480", "1,530", "11.8", "$68,340", "$45,104", "$103,876",
    "Manufacturing", "10,000", "Recommended", "Recommended", "Recommended", "Recommended",
)  # fmt: skip


def table(columns: int) -> str:
    rows = [HEADS[:columns], (":--", *["--:"] * (columns - 1)), *[CELLS[:columns]] * 3]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def book(folder, body: str, trim: str = "us-trade", theme: str = "classic") -> Book:
    catalog = f'[imprint]\nname = "Press"\n[defaults]\ntrim = "{trim}"\ntheme = "{theme}"\n'
    write(folder, {"baker.md": definition(body), "catalog.toml": catalog})
    loaded = guidepub.load(folder)
    assert not loaded.findings, loaded.findings
    return guidepub.assemble(loaded["baker"], loaded)


def stand_out(data: bytes, inner: float) -> list[str]:
    """Return the letters behind a PDF's cover that lie in the outer parts of a page's width."""
    found = []
    for page in list(pypdfium2.PdfDocument(data))[1:]:
        text, width = page.get_textpage(), page.get_width()
        for place in range(text.count_chars()):
            left, _, right, _ = text.get_charbox(place, loose=False)
            if right > left and (left < inner * width or right > (1 - inner) * width):
                found.append(text.get_text_range(place, 1))
    return [letter for letter in found if letter.strip()]


@pytest.mark.parametrize(
    ("trim", "theme"),
    [("digest", "classic"), ("a5", "classic"), ("us-letter", "school"), ("a4", "school-large")],
)
def test_words_longer_than_a_line_stay_in_the_measure(tmp_path, trim, theme):
    data = guidepub.render(book(tmp_path, LONG_WORDS, trim, theme), "screen")
    assert stand_out(data, 0.088) == []


@pytest.mark.parametrize("columns", [3, 6, 8, 10])
@pytest.mark.parametrize("directive", [False, True])
def test_a_wide_table_is_set_smaller_until_it_has_room(tmp_path, columns, directive):
    body = f":::{{table}} A caption\n{table(columns)}\n:::" if directive else table(columns)
    data = guidepub.render(book(tmp_path, f"Words.\n\n{body}"), "screen")
    assert stand_out(data, 0.12) == []
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))
    # Words may be hyphenated; figures stand whole.
    for cell in [cell for cell in CELLS[:columns] if cell[-1].isdigit()]:
        assert text.count(cell) == 3, cell


@pytest.mark.parametrize("theme", ["classic", "school"])
def test_a_table_in_a_panel_stays_in_the_panel(tmp_path, theme):
    data = guidepub.render(
        book(tmp_path, f":::{{note}} A box\n{table(7)}\n:::", theme=theme), "screen"
    )
    right = {"classic": 432 * (1 - 0.1528), "school": 432 * 0.91 - 16}[theme]
    text = list(pypdfium2.PdfDocument(data))[5].get_textpage()
    words = text.search("$68,340").get_next()
    assert text.get_charbox(words[0] + 6)[2] < right + 1
    last = text.search("$45,104").get_next()
    assert text.get_charbox(last[0] + 6)[2] < right + 1


def test_a_fact_in_words_may_be_longer_than_a_line(tmp_path):
    words = "a master's degree in occupational therapy with two years of practice in a hospital"
    made = guide(
        "It asks for {fact}`degree` and then for some more.",
        facts={"degree": Fact(value=words, label="Degree")},
        at_a_glance=[],
    )
    data = guidepub.render(assemble(made, Catalog.of(made)), "screen")
    assert stand_out(data, 0.12) == []


def test_a_table_without_room_stops_the_book_and_is_reported_with_its_line(tmp_path):
    body = f"{table(3)}\n\nWords.\n\n{table(14)}\n\nThe end."
    with pytest.raises(RenderError) as caught:
        guidepub.render(book(tmp_path, body), "screen")
    (finding,) = caught.value.findings
    assert (finding.code, finding.place.path[-8:], finding.place.line) == ("R004", "baker.md", 16)
    assert finding.message.startswith("The table has no room on its page: “")
    assert finding.remedy == ("Leave out columns, shorten its words, or make two tables of it.")


def test_a_table_that_has_room_is_set_as_ever(tmp_path):
    pages = BookPages(book(tmp_path, table(4)))
    assert "compact" not in pages.laid_out("screen").html


@pytest.mark.parametrize(("theme", "trim"), [("classic", "digest"), ("school", "a5")])
def test_titles_of_any_length_have_room_in_running_heads(tmp_path, theme, trim):
    title = "What the license of a nurse covers and what it does not cover " * 5
    body = f"Words.\n\n# {title}\n\n" + "Words. " * 1200
    made = book(tmp_path, body, trim, theme)
    repeated = 0
    for page in list(pypdfium2.PdfDocument(guidepub.render(made, "screen")))[2:]:
        text, height = page.get_textpage(), page.get_height()
        boxes = [text.get_charbox(place) for place in range(text.count_chars())]
        assert max(box[3] for box in boxes) < height - 9
        assert min(box[1] for box in boxes) > 9
        repeated += "does not cover what the…" in " ".join(text.get_text_range().lower().split())
    assert repeated
