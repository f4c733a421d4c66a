"""A book in Chinese with a face that the catalogue brings, as the documentation has it."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pypdfium2
import pytest
from definitions import definition, write
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

import guidepub
from benchmarks.typesetting import lines_of

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


@pytest.fixture(scope="module")
def production(tmp_path_factory):
    text = (ROOT / "docs" / "themes.md").read_text("utf-8")
    sheets = dict(re.findall(r'```css title="(themes/zh/[^"]*)"\n(.*?)```', text, re.DOTALL))
    assert len(sheets) == 2
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
