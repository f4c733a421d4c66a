"""Bullets and numbers of lists: drawn before the words of their items."""

from __future__ import annotations

import contextlib

import pypdfium2
import pytest

from guidepub.pdf.drawn.markers import markers_come_first
from guidepub.pdf.engine.weasyprint import CSS, HTML, FontConfiguration
from guidepub.themes.folders.shipped import shipped_folder

FACE = shipped_folder("styles") / "school" / "fonts" / "SourceSans3-Regular.ttf"
LISTS = (
    "<p>Before.</p><ol><li>Expose.<li>Wash<ol><li>second</ol></ol>"
    "<ol><li><p>Dry.</p><p>Wait.</p></ol><p>After.</p>"
)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (None, "Before. Expose. Wash second Dry. Wait. After. 1. 2. 1. 1."),
        ("", "Before. 1. Expose. 2. Wash 1. second 1. Dry. Wait. After."),
        # What is painted by itself comes behind the page, with its numbers.
        ("li { position: relative }", "Before. After. 1. Expose. 2. Wash 1. second 1. Dry. Wait."),
        ("li { opacity: 0.9 }", "Before. After. 1. Expose. 2. Wash 1. second 1. Dry. Wait."),
        # What floats is painted before the lines.
        (
            "li li, ol + ol li { float: left }",
            "1. second 1. Dry. Wait. Before. 1. Expose. 2. Wash After.",
        ),
    ],
)
def test_a_list_is_read_with_its_numbers(rule, expected):
    fonts = FontConfiguration()
    rules = f"@font-face {{ font-family: Own; src: url({FACE.as_uri()}) }} body {{ font: 9pt Own }}"
    sheet = CSS(string=f"{rules} {rule or ''}", font_config=fonts)
    source = HTML(string=LISTS)
    # Without need of it, the module may go.
    with markers_come_first() if rule is not None else contextlib.nullcontext():
        data = source.write_pdf(stylesheets=[sheet], font_config=fonts)
    with contextlib.closing(pypdfium2.PdfDocument(data)) as pdf:
        text = " ".join(pdf[0].get_textpage().get_text_range().split())
    assert text == expected
