"""A theme that names another face for its text: the whole book has it, in every edition."""

from __future__ import annotations

import io
import re
import zipfile

import pypdfium2
import pytest
from definitions import definition, write
from fontTools import subset
from fontTools.ttLib import TTFont

import guidepub
from guidepub.themes import find_theme
from guidepub.themes.faces.variants import synthesised

SHIPPED = find_theme("school").file("fonts/SourceSans3-Regular.ttf")
LETTERS = [*range(0x20, 0x17F), *map(ord, "–—‘’“”•…\N{ZERO WIDTH SPACE}\N{HYPHEN}")]
BOOK_CSS = """
@font-face { font-family: "Lakeside"; src: url(fonts/Lakeside.ttf) }
:root { --text-face: "Lakeside", serif }
"""


@pytest.fixture(scope="module")
def plain_font() -> bytes:
    """Return a font that has letters, and no small capitals."""
    font = TTFont(SHIPPED)
    kept = subset.Subsetter(subset.Options(layout_features=["kern"], name_IDs=["*"]))
    kept.populate(unicodes=LETTERS)
    kept.subset(font)
    for name in font["name"].names:
        name.string = "Lakeside"
    data = io.BytesIO()
    font.save(data)
    return data.getvalue()


@pytest.fixture
def book(tmp_path, plain_font):
    """Return a function from a theme's `book.css` to a book in that theme."""

    def assembled(css: str, font: bytes = plain_font, text: str = "Bread.") -> guidepub.Book:
        styles = "themes/lakeside/styles"
        settings = '[imprint]\nname = "Harbor Lane Press"\n[defaults]\ntheme = "lakeside"\n'
        text += "\n\n:::{chart} Pay\n:facts: median_wage, wage_p90\n:::"
        head = (
            "facts:\n  median_wage: {value: 51000, unit: USD/year}\n"
            "  wage_p90: {value: 71000, unit: USD/year}\n"
        )
        files = {
            "catalog.toml": settings,
            "baker.md": definition(text, head),
            f"{styles}/book.css": css,
            f"{styles}/fonts/Lakeside.ttf": font,
        }
        catalog = guidepub.load(write(tmp_path, files))
        return guidepub.assemble(catalog["baker"], catalog)

    return assembled


def fonts_of(data: bytes) -> set[str]:
    document = pypdfium2.PdfDocument(data)
    return {
        str(item.get_font().get_base_name()).partition("+")[2]
        for page in document
        for item in page.get_objects(max_depth=8)
        if isinstance(item, pypdfium2.PdfTextObj)
    }


def text_of(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_all_words_of_a_pdf_are_set_in_the_face_for_text(book):
    made = book(BOOK_CSS)
    assert made.theme.chart_font == '"Lakeside", serif'
    notices = "guidepub-notices"
    for edition in ("screen", "print-cover"):
        found = fonts_of(guidepub.render(made, edition))
        assert {name for name in found if name != notices} == {"Lakeside"}, edition


def test_an_epub_names_no_other_face(book):
    data = guidepub.render(book(BOOK_CSS), "epub")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        css = archive.read("EPUB/book.css").decode()
        assert any(name.endswith("Lakeside.ttf") for name in archive.namelist())
    used = re.findall(r"font-family:([^;]*)", re.sub(r"@font-face\s*{[^}]*}", "", css))
    assert used
    assert not [names for names in used if "Source" in names and "Code" not in names]


def test_faces_for_small_and_large_words_are_those_that_a_theme_names(book):
    made = book(BOOK_CSS.replace("serif }", 'serif; --large-face: "Source Serif 4 Display" }'))
    found = fonts_of(guidepub.render(made, "screen"))
    assert "Lakeside" in found
    assert any("Display" in name for name in found)


def test_small_capitals_that_a_face_lacks_are_smaller_capitals(book):
    text = text_of(guidepub.render(book(BOOK_CSS), "screen"))
    assert "CAREER GUIDE" in text
    assert "HARBOR LANE PRESS" in text


def test_a_face_with_small_capitals_of_its_own_is_set_as_ever(book):
    font = TTFont(SHIPPED)
    font["head"].modified += 1
    data = io.BytesIO()
    font.save(data)
    text = text_of(guidepub.render(book(BOOK_CSS, data.getvalue()), "screen"))
    assert "HARBOR LANE PRESS" not in text


ALL = frozenset({"smcp", "sups", "subs"})


def set_with(css: str, lacking: frozenset[str] = ALL) -> str:
    return " ".join(synthesised(css, lacking).split()).replace(": ", ":")


@pytest.mark.parametrize(
    ("css", "made"),
    [
        ("p{color:red}", "p{color:red;}"),
        (
            ".a { font-variant-caps: small-caps; text-transform: lowercase; margin: 0; }",
            ".a {margin: 0;font-size:0.8em;text-transform:uppercase;}",
        ),
        (
            "@page :left { @top-center { font: 10pt/12pt serif; font-variant: small-caps } }",
            "@page :left {@top-center {font: 8.000pt/12pt serif;text-transform:uppercase;}}",
        ),
        (
            "@media print { h4:hover { font-size: 50%; font-variant-caps: all-small-caps } }",
            "@media print {h4:hover {font-size: 40.000%;text-transform:uppercase;}}",
        ),
        ("p { color", "p { color"),
        (
            "i{font:small-caps 10pt/1.2 serif}",
            "i{font:small-caps 8.000pt/1.2 serif;text-transform:uppercase;}",
        ),
    ],
)
def test_a_rule_asks_for_smaller_capitals(css, made):
    assert set_with(css) == made.replace(": ", ":")


@pytest.mark.parametrize(
    ("css", "made"),
    [
        (
            "sup{font-size:inherit;vertical-align:baseline;font-variant-position:super}",
            "sup{font-size:0.6em;vertical-align:0.55em;line-height:0;}",
        ),
        (
            "sub{font-variant-position:sub}",
            "sub{font-size:0.6em;vertical-align:-0.2em;line-height:0;}",
        ),
        (
            "i{font-variant:super tabular-nums}",
            "i{font-variant:tabular-nums;font-size:0.6em;vertical-align:0.55em;line-height:0;}",
        ),
        (
            "i{font:inherit;font-variant-position:super}",
            "i{font:inherit;font-size:0.6em;vertical-align:0.55em;line-height:0;}",
        ),
        (
            "i{color:red;font-variant-position:sub!important}",
            "i{color:red;font-size:0.6em!important;vertical-align:-0.2em!important;"
            "line-height:0!important;}",
        ),
        ("i{font-variant-position:normal}", "i{font-variant-position:normal;}"),
    ],
)
def test_a_rule_asks_for_smaller_digits_off_the_line(css, made):
    assert set_with(css) == made


def test_only_what_a_face_lacks_is_drawn_otherwise():
    css = "sup{font-variant-position:super;}"
    assert set_with(css, frozenset({"smcp", "subs"})) == css


def test_the_number_of_a_note_is_raised_in_a_face_without_raised_digits(book):
    css = BOOK_CSS + "strong { font-variant-position: super }"
    made = book(css, text="It is $9**3** there.")
    document = pypdfium2.PdfDocument(guidepub.render(made, "screen"))
    pages = (page.get_textpage() for page in document)
    words, text = next((w, t) for t in pages if "there." in (w := t.get_text_range()))
    nine = words.index("$9") + 1
    three = words.index("3", nine)
    (_, foot, _, head), (_, raised, _, top) = map(text.get_charbox, (nine, three))
    assert raised > foot
    assert top - raised < 0.8 * (head - foot)
