"""Whether a theme's two PDFs differ in colours only, and in which."""

from __future__ import annotations

import pytest

from guidepub.pdf import BookPages
from guidepub.pdf.press.colouring import colouring
from guidepub.themes import find_theme


def own_theme(folder, **sheets: str):
    styles = folder / "themes" / "own" / "styles"
    styles.mkdir(parents=True)
    for name, text in sheets.items():
        (styles / f"{name}.css").write_text(text)
    return find_theme("own", folder)


@pytest.mark.parametrize("name", ["classic", "school", "school-large"])
def test_the_shipped_themes_are_laid_out_once(baker_book, name):
    found = colouring(baker_book.model_copy(update={"theme": find_theme(name)}))
    assert found is not None
    assert set(found.reading) == set(found.press)
    assert found.reading != found.press


def test_a_property_that_differs_gets_a_colour_of_its_own(baker_book, tmp_path):
    theme = own_theme(
        tmp_path,
        book=":root { --mark: #ff8800; --same: #123456 }",
        print=":root { --mark: var(--ink); --same: #123456 }",
    )
    found = colouring(baker_book.model_copy(update={"theme": theme}))
    assert found is not None
    (key,) = [key for key, colour in found.reading.items() if colour == (255, 136, 0)]
    assert found.press[key] == (0, 0, 0)
    assert f"--mark: #{bytes(key).hex()}" in found.css
    assert "--same" not in found.css


@pytest.mark.parametrize(
    "sheet",
    [
        "p { color: #000000 }",
        ":root { font-size: 12pt }",
        ":root { --measure: 300pt }",
        "@media print { :root { --ink: #000000 } }",
    ],
)
def test_a_sheet_that_may_move_a_line_asks_for_a_layout_of_its_own(baker_book, tmp_path, sheet):
    theme = own_theme(tmp_path, print=sheet)
    book = baker_book.model_copy(update={"theme": theme})
    assert colouring(book) is None
    assert BookPages(book).file("print").startswith(b"%PDF-1.6")


def test_neither_edition_depends_on_which_was_made_before(baker_book):
    one, other = baker_book.model_copy(), baker_book.model_copy()
    pages, others = BookPages(one), BookPages(other)
    first = pages.file("screen"), pages.file("print")
    second = others.file("print"), others.file("screen")
    assert first == second[::-1]
