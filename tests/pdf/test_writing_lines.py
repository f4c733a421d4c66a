"""Lines are written by a short way as WeasyPrint writes them by the long one."""

from __future__ import annotations

import contextlib

from guidepub.pdf.engine.weasyprint import CSS, HTML, FontConfiguration, drawn_text
from guidepub.pdf.shortcuts.writing_lines import lines_are_written_shortly
from guidepub.themes.folders.shipped import shipped_folder

FACE = shipped_folder("styles") / "school" / "fonts" / "SourceSans3-Regular.ttf"
RULES = (
    f"@font-face {{ font-family: Own; src: url({FACE.as_uri()}) }}"
    "@page { size: 200pt 300pt; margin: 10pt } body { font: 9pt Own; text-align: justify }"
    ".spaced { letter-spacing: 0.3pt; font-size: 11pt }"
    ".cut { white-space: nowrap; overflow: hidden; text-overflow: ellipsis }"
)
TEXT = "Offices keep 1,234 difficult files, of which AV and To stand near each other. "
BODY = (
    f"<p>{TEXT * 2}</p><p class='spaced'>{TEXT}</p><p dir='rtl'>{TEXT}</p>"
    f"<p class='cut'>{TEXT}</p><p>x<sup>2</sup> e&#x301; &#x4e00;</p>"
)


def test_the_file_is_that_of_the_long_way(monkeypatch):
    asked = []
    long_way = drawn_text.draw_first_line

    def noted(stream, box, *arguments):
        asked.append(box.text)
        return long_way(stream, box, *arguments)

    monkeypatch.setattr(drawn_text, "draw_first_line", noted)
    files, counts = [], []
    for way in (contextlib.nullcontext, lines_are_written_shortly):
        asked.clear()
        fonts = FontConfiguration()
        sheet = CSS(string=RULES, font_config=fonts)
        source = HTML(string=f"<html lang='en'><body>{BODY}")
        document = source.render(stylesheets=[sheet], font_config=fonts)
        with way():
            files.append(document.write_pdf(pdf_identifier=b"x", uncompressed_pdf=True))
        counts.append(len(asked))
    assert files[0] == files[1]
    # What is cut, and what the face lacks, goes the long way; nothing else does.
    assert 0 < len(asked) < counts[0] / 2
    assert drawn_text.draw_first_line is noted
