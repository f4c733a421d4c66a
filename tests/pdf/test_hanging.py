"""Text that ends in a space: its line goes as far as it can."""

from __future__ import annotations

import contextlib

import pytest

from guidepub.pdf.engine.weasyprint import CSS, HTML, FontConfiguration
from guidepub.pdf.seams.hanging import lines_end_late
from guidepub.themes.folders.shipped import shipped_folder

FACE = shipped_folder("styles") / "school" / "fonts" / "SourceSans3-Regular.ttf"
TEXT = "Source: Department of Labor, Employment and Training, May 2024{}<b>[1]</b>; more."


def first_lines(widths: range, space: str) -> list[str]:
    """Return the first lines of a text that is set in some widths, in points."""
    fonts, found = FontConfiguration(), []
    face = f"@font-face {{ font-family: Own; src: url({FACE.as_uri()}) }}"
    for width in widths:
        rules = f"@page {{ size: {width}pt 90pt; margin: 0 }} b {{ white-space: nowrap }}"
        sheet = CSS(string=face + rules, font_config=fonts)
        source = HTML(string=f"<p style='font: 9pt Own; margin: 0'>{TEXT.format(space)}")
        page = source.render(stylesheets=[sheet], font_config=fonts).pages[0]
        (line, *_) = (
            box for box in page._page_box.descendants() if type(box).__name__ == "LineBox"
        )
        found.append("".join(getattr(box, "text", "") for box in line.descendants()))
    return found


@pytest.mark.parametrize("space", [" ", "\N{NO-BREAK SPACE}"])
@pytest.mark.parametrize("mended", [False, True])
def test_no_first_word_stands_alone(mended, space):
    with lines_end_late() if mended else contextlib.nullcontext():
        lines = first_lines(range(261, 276, 2), space)
    # The second is why the module is there: without need of it, it may go.
    assert ("Source:" in lines) is not mended
