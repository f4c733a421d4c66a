"""Texts that are drawn as they were shaped to be laid out look as WeasyPrint draws them."""

from __future__ import annotations

import contextlib

import pytest

from guidepub.pdf.engine.weasyprint import CSS, HTML, FontConfiguration, line_breaking
from guidepub.pdf.shortcuts import known_lines, writing_lines
from guidepub.pdf.shortcuts.describing import styles_are_described_once
from guidepub.pdf.shortcuts.known_lines import forget_lines, lines_are_broken_once
from guidepub.pdf.shortcuts.shaping import DrawnLines, texts_are_shaped_once
from guidepub.pdf.shortcuts.writing_lines import lines_are_written_shortly
from guidepub.themes.folders.shipped import shipped_folder

FACE = shipped_folder("styles") / "school" / "fonts" / "SourceSans3-Regular.ttf"
RULES = (
    f"@font-face {{ font-family: Own; src: url({FACE.as_uri()}) }}"
    "@page { size: 200pt 400pt; margin: 10pt } body { font: 9pt Own; hyphens: auto }"
    ".even { text-align: justify } .spaced { letter-spacing: 0.3pt; word-spacing: 1pt }"
    ".whole, .cut { white-space: nowrap } .cut { overflow: hidden; text-overflow: ellipsis }"
    ".broken { overflow-wrap: anywhere; width: 40pt } .lined { text-decoration: underline }"
    ".overleaf { break-before: page }"
)
TEXT = "Offices keep 1,234 difficult files, of which AV and To stand near each other. "
BODY = (
    f"<p>{TEXT * 2}</p><p class='even'>{TEXT * 2}</p><p class='spaced'>{TEXT}</p>"
    # One that is cut and those that are not are broken alike.
    f"<p class='whole'>{TEXT}</p><p class='cut'>{TEXT}</p>"
    f"<p class='broken'>incompre&shy;hensibilities</p><p class='lined'>{TEXT}</p>"
    f"<p dir='rtl'>{TEXT}</p><p>x<sup>2</sup> e&#x301; &#x4e00;<br>and&#x2028;on</p>"
    f"<p class='whole overleaf'>{TEXT}</p>"
)


FONTS = FontConfiguration()


def written(asked: list[str] | None = None, drawn: DrawnLines | None = None) -> bytes:
    """Return the document, and note what Pango is asked for while it is drawn."""
    fonts = FONTS
    source = HTML(string=f"<html lang='en'><body>{BODY}")
    document = source.render(stylesheets=[CSS(string=RULES, font_config=fonts)], font_config=fonts)
    if asked is not None:
        asked.clear()
    with lines_are_written_shortly(drawn):
        return bytes(document.write_pdf(pdf_identifier=b"x", uncompressed_pdf=True))


@pytest.mark.parametrize("pango", [0, 10**9], ids=["a Pango that returns sizes", "an older one"])
def test_the_file_is_that_of_texts_shaped_twice(monkeypatch, pango):
    asked, set_text = [], line_breaking.Layout.set_text

    def noted(layout, text, *arguments, **options):
        asked.append(text)
        set_text(layout, text, *arguments, **options)

    monkeypatch.setattr(line_breaking.Layout, "set_text", noted)
    monkeypatch.setattr(writing_lines, "_SIZES_SINCE", pango)
    files, counts = [], []
    none = contextlib.nullcontext
    for way, kept in ((none, 9), (texts_are_shaped_once, 99), (texts_are_shaped_once, 0)):
        forget_lines()
        monkeypatch.setattr(known_lines, "_MANY_SHAPED", kept)
        with way(), lines_are_broken_once():
            files.append(written(asked))
        counts.append(len(asked))
    assert files[0] == files[1] == files[2]
    if not pango:
        # What is justified, spaced or cut is shaped again, and what is known but not kept so.
        assert 0 < counts[1] < counts[0] / 2
        assert counts[1] < counts[2] < counts[0]


def test_lines_that_were_drawn_before_are_drawn_as_they_were(monkeypatch):
    asked, set_text = [], line_breaking.Layout.set_text

    def noted(layout, text, *arguments, **options):
        asked.append(text)
        set_text(layout, text, *arguments, **options)

    monkeypatch.setattr(line_breaking.Layout, "set_text", noted)
    forget_lines()
    drawn, few = DrawnLines(99), DrawnLines(2)
    with lines_are_broken_once(), styles_are_described_once(), texts_are_shaped_once():
        plain = written(asked)
        shaped = len(asked)
        for kept in (drawn, few):
            assert written(asked, kept) == plain
            assert len(asked) == shaped
            assert written(asked, kept) == plain
            counted = len(asked)
            # Lines that are cut, or under which one is drawn, are shaped again in any case.
            assert 0 < counted < shaped if kept is drawn else counted == shaped
