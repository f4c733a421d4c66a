"""A book is whole or it is not made: missing characters, foreign pictures, broken styles."""

from __future__ import annotations

import pytest
from definitions import definition, guide, write

import guidepub
from guidepub import Book, Catalog, Fact, Place, RenderError
from guidepub.assembly import assemble
from guidepub.pdf import BookPages


def book_of(body: str, **fields) -> Book:
    made = guide(body, **fields)
    return assemble(made, Catalog.of(made))


def complaints(book: Book) -> list[tuple[str, str]]:
    with pytest.raises(RenderError) as caught:
        guidepub.render(book, "screen")
    return [(finding.code, finding.message) for finding in caught.value.findings]


def missing(character: str) -> tuple[str, str]:
    number = f"U+{ord(character):04X}"
    return "R002", f'The character "{character}" ({number}) is in none of the theme’s fonts.'


def test_a_character_that_no_font_has_is_reported():
    message = 'The characters "包" (U+5305), "麵" (U+9EB5) are in none of the theme’s fonts.'
    assert complaints(book_of("Bread is 麵包.")) == [("R002", message)]


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "Baker 麵", "slug": "baker"},
        {"description": None, "subtitle": "麵"},
        {
            "facts": {"a": Fact(value=1, label="麵"), "b": Fact(value=2)},
            "at_a_glance": ["a", "b"],
        },
    ],
)
def test_a_missing_character_is_reported_wherever_it_stands(fields):
    assert complaints(book_of("Bread.", **fields)) == [missing("麵")]


def test_a_theme_that_has_a_missing_character_is_named():
    with pytest.raises(RenderError) as caught:
        guidepub.render(book_of("Amber is ἤλεκτρον."), "screen")
    (finding,) = caught.value.findings
    assert finding.remedy.endswith("that has it: illustrated or school or school-large.")


def test_a_missing_character_in_a_chart_is_reported():
    facts = {"a": Fact(value=1, label="麵"), "b": Fact(value=2)}
    assert complaints(book_of(":::{chart} T\n:facts: a, b\n:::", facts=facts)) == [missing("麵")]


def test_a_missing_character_on_the_cover_stops_the_epub_too():
    book = book_of("Bread.", title="Baker 麵", slug="baker")
    with pytest.raises(RenderError) as caught:
        guidepub.render(book, "epub")
    assert [finding.code for finding in caught.value.findings] == ["R002"]
    with pytest.raises(RenderError):
        BookPages(book).cover_image()


def test_the_finding_names_the_guides_file_and_what_to_do(tmp_path):
    path = write(tmp_path, {"baker.md": definition("Bread is 麵.")}) / "baker.md"
    catalog = guidepub.load(path)
    with pytest.raises(RenderError) as caught:
        guidepub.render(assemble(catalog["baker"], catalog), "screen")
    (finding,) = caught.value.findings
    assert finding.place == Place(str(path), 7, 10)
    assert finding.remedy


def test_signs_that_prose_often_holds_are_there():
    signs = "“” ‘’ « » ‹ › – — … • · ° × ÷ ± − ≤ ≥ ≠ ½ ¼ ¾ € £ ¥ ¢ © ® ™ § ¶ † ‡ ñ é ü ß ç œ Ł ő ş"
    assert guidepub.render(book_of(f"Signs: {signs}."), "screen").startswith(b"%PDF")


@pytest.mark.parametrize(
    "address",
    [
        "images/not-of-this-book.png",
        "../../../../etc/passwd",
        "file:///etc/passwd",
        "http://127.0.0.1:9/x.png",
        "https://example.invalid/x.png",
        "//example.invalid/x.png",
    ],
)
def test_a_picture_that_is_not_the_books_own_is_refused(address):
    book = book_of("Bread.")
    *leaves, last = book.leaves
    xhtml = last.xhtml.replace("<p>", f'<p><img src="{address}" alt="A." />', 1)
    foreign = book.model_copy(
        update={"leaves": (*leaves, last.model_copy(update={"xhtml": xhtml}))}
    )
    ((code, message),) = complaints(foreign)
    assert code == "R001"
    assert "which is not its own" in message


@pytest.mark.parametrize(
    ("css", "reason"),
    [
        ("@import url(file:///etc/passwd);", "file:///etc/passwd"),
        ("@import 'https://example.invalid/x.css';", "example.invalid"),
        ("body { background: url(http://127.0.0.1:9/x.png) }", "127.0.0.1"),
        ("@font-face { font-family: X; src: url(fonts/gone.ttf) } body { font-family: X }", "gone"),
        ("@font-face { font-family: X; src: url(../../../baker.md) }", "baker.md"),
        ("p { colour: red }", "colour"),
    ],
)
def test_a_stylesheet_that_asks_for_too_much_or_is_wrong_is_reported(
    tmp_path, monkeypatch, css, reason
):
    # Most is told when the theme is found; the page maker does not rest on that.
    monkeypatch.setattr("guidepub.themes.validation.theme_findings", lambda _: ())
    files = {
        "catalog.toml": '[imprint]\nname = "P"\n[defaults]\ntheme = "house"\n',
        "themes/house/styles/book.css": css,
        "baker.md": definition(),
    }
    catalog = guidepub.load(write(tmp_path, files))
    ((code, message),) = complaints(assemble(catalog["baker"], catalog))
    assert code == "R001"
    assert reason in message


def test_weasyprints_logger_is_left_as_it_was(caplog):
    import logging

    logger = logging.getLogger("weasyprint")
    before = (logger.level, logger.propagate, list(logger.handlers))
    complaints(book_of("麵"))
    assert (logger.level, logger.propagate, list(logger.handlers)) == before


def test_a_picture_that_cannot_be_drawn_is_reported_by_its_own_name_and_line(tmp_path):
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
        '<rect width="9" height="9" opacity="half"/></svg>'
    )
    files = {"oven.svg": drawing, "baker.md": definition("Bread.\n\n![An oven.](oven.svg)")}
    catalog = guidepub.load(write(tmp_path, files) / "baker.md")
    with pytest.raises(RenderError) as caught:
        guidepub.render(assemble(catalog["baker"], catalog), "screen")
    (finding,) = caught.value.findings
    line = files["baker.md"].splitlines()[finding.place.line - 1]
    assert (finding.code, "oven.svg" in line) == ("R005", True)
    assert "“oven.svg” cannot be drawn" in finding.message
    assert "invalid" not in finding.message
