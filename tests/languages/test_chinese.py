"""A book in Chinese with a face that the catalogue brings, as the documentation has it."""

from __future__ import annotations

import io
import logging
import re
from pathlib import Path

import pypdfium2
import pytest
from definitions import definition, write
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

import guidepub
from benchmarks.typesetting import lines_of
from guidepub.pdf.engine.complaints import complaints_are_errors

ROOT = Path(__file__).parents[2]
TEXT = "焊工用热和压力把金属零件连接在一起。他们在造船厂、工厂和桥梁上工作，常常要在高处作业。" * 6
CATALOG = '[imprint]\nname = "Press"\n[defaults]\nlanguage = "zh"\ntheme = "zh"\n'


def face(letters: str) -> bytes:
    """Return a face that draws some letters as one square."""
    names = {letter: f"u{ord(letter):X}" for letter in sorted(set(letters))}
    pen = TTGlyphPen(None)
    pen.moveTo((50, 0))
    for point in ((50, 800), (950, 800), (950, 0)):
        pen.lineTo(point)
    pen.closePath()
    square, order = pen.glyph(), [".notdef", *names.values()]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap({ord(letter): name for letter, name in names.items()})
    builder.setupGlyf(dict.fromkeys(order, square))
    builder.setupHorizontalMetrics(dict.fromkeys(order, (1000, 50)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Squares", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    buffer = io.BytesIO()
    builder.save(buffer)
    return buffer.getvalue()


def documented() -> dict[str, str]:
    """Return the stylesheets that the documentation has for Chinese, by their paths."""
    text = (ROOT / "docs" / "themes.md").read_text("utf-8")
    sheets = dict(re.findall(r'```css title="(themes/zh/[^"]*)"\n(.*?)```', text, re.DOTALL))
    assert len(sheets) == 2
    return sheets


@pytest.fixture(scope="module")
def production(tmp_path_factory):
    sheets = documented()
    files = {
        "catalog.toml": CATALOG,
        "phrases/zh.toml": (ROOT / "guidepub" / "phrases" / "en.toml").read_text("utf-8"),
        "themes/zh/theme.toml": "",
        "themes/zh/styles/fonts/NotoSerifSC-Regular.otf": face(f"{TEXT}年月日"),
        "welder.md": definition(TEXT),
    }
    catalog = guidepub.load(write(tmp_path_factory.mktemp("zh"), files | sheets))
    assert catalog.findings == ()
    return guidepub.Production(guidepub.assemble(catalog["welder"], catalog))


def test_lines_end_at_one_edge_and_begin_with_no_closing_punctuation(production):
    pages = pypdfium2.PdfDocument(io.BytesIO(production.file("screen")))
    lines = [line for page in pages for line in lines_of(page) if line.text[:1] in TEXT]
    full = [line for line in lines if len(line.text) > 20][:-1]
    assert len(full) > 5
    edge = max(line.right for line in full)
    # A line that lacks a letter lacks 10.5 points; those that stand apart share them.
    assert all(edge - line.right < 2 for line in full)
    assert not [line.text for line in full if line.text[0] in "，。、"]


def test_an_epub_leaves_the_face_to_the_reading_system(production):
    data = production.file("epub")
    assert b"NotoSerifSC" not in data


def complain(book: guidepub.Book, letters: str) -> None:
    """Complain of letters as WeasyPrint does."""
    message = '.notdef glyph rendered for Unicode string unsupported by fonts: "%s" (U+%04X)'
    with complaints_are_errors(book.place, book):
        for letter in letters:
            logging.getLogger("weasyprint").warning(message, letter, ord(letter))


@pytest.mark.parametrize(
    ("language", "letters", "theme", "file"),
    [
        ("en", "焊工", "zh", "NotoSerifSC-Regular.otf"),
        ("ja", "溶接", "ja", "NotoSerifJP-Regular.otf"),
        ("en", "はんだ付", "ja", "NotoSerifJP-Regular.otf"),
        ("en", "용접", "ko", "NotoSerifKR-Regular.otf"),
    ],
)
def test_a_theme_without_a_face_is_refused_with_how_to_have_one(language, letters, theme, file):
    own = guidepub.Guide(
        title="A", slug="a", sections=[guidepub.Section(title="B", body=f"It is {letters}.")]
    )
    book = guidepub.assemble(own, guidepub.Catalog.of(own))
    # No phrases in these languages are shipped.
    book = book.model_copy(update={"guide": own.model_copy(update={"language": language})})
    with pytest.raises(guidepub.RenderError) as caught:
        complain(book, letters)
    (finding,) = caught.value.findings
    assert finding.code == "R002"
    assert f"put {file}" in finding.remedy
    assert f"into themes/{theme}/styles/fonts" in finding.remedy
    assert finding.remedy.endswith(f'[defaults] theme = "{theme}".')


def test_it_names_the_lines_of_the_documentation():
    own = guidepub.Guide(title="焊工", slug="a", sections=[guidepub.Section(title="B", body="C.")])
    with pytest.raises(guidepub.RenderError) as caught:
        guidepub.render(guidepub.assemble(own, guidepub.Catalog.of(own)), "screen")
    (finding,) = caught.value.findings
    rules = [sheet.split("\n")[0] for sheet in documented().values()]
    assert [rule for rule in rules if rule not in finding.remedy] == []
