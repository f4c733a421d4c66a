"""Pages that share their styles look as WeasyPrint makes each."""

from __future__ import annotations

import contextlib

from guidepub.pdf.engine.weasyprint import CSS, HTML, FontConfiguration, paging
from guidepub.pdf.shortcuts.page_styles import styles_of_pages_are_shared
from guidepub.themes.folders.shipped import shipped_folder

FACE = shipped_folder("styles") / "school" / "fonts" / "SourceSans3-Regular.ttf"
RULES = (
    f"@font-face {{ font-family: Own; src: url({FACE.as_uri()}) }}"
    "@page { size: 200pt 150pt; margin: 20pt 5vw; counter-reset: seen; counter-increment: page 2;"
    " @bottom-center { content: counter(page) ' of ' counter(pages); counter-increment: seen } }"
    "@page :first { margin-top: 40pt; @top-left { content: 'first' } }"
    "@page :left { @top-left { content: string(head) } background: #eee }"
    "@page :right { @top-right { content: string(head, last); width: 10vw } }"
    "@page :nth(3n + 1) { margin-bottom: 30pt; @footnote { border-top: 1pt solid } }"
    "@page :blank { @top-center { content: 'blank' } }"
    "@page wide { size: 300pt 150pt; @top-center { content: 'wide' counter(seen) } }"
    "@page :nth(2 of wide) { margin-left: 60pt }"
    "body { font: 9pt Own } h1 { string-set: head content(); break-before: right }"
    ".wide { page: wide } .note { float: footnote }"
)
TEXT = "<p>Offices keep 1,234 difficult files<span class='note'>A note.</span> of many kinds.</p>"
BODY = "".join(
    f"<h1>Part {number}</h1>{TEXT * 9}<div class='wide'>{TEXT * 12}</div>" for number in range(3)
)


def pages() -> list[list[object]]:
    """Return of each page what is known of its boxes, and what they say."""
    fonts = FontConfiguration()
    sheet = CSS(string=RULES, font_config=fonts)
    document = HTML(string=f"<html lang='en'><body>{BODY}").render(
        stylesheets=[sheet], font_config=fonts
    )
    return [
        [
            (
                box.element_tag,
                getattr(box, "text", ""),
                {n: repr(v) for n, v in vars(box).items() if isinstance(v, int | float)},
            )
            for box in page._page_box.descendants()
        ]
        for page in document.pages
    ]


def test_pages_are_those_of_the_long_way(monkeypatch):
    made = []
    long_way = paging.set_page_type_computed_styles

    def noted(page, *arguments):
        made.append(page)
        long_way(page, *arguments)

    monkeypatch.setattr(paging, "set_page_type_computed_styles", noted)
    found, counts = [], []
    for way in (contextlib.nullcontext, styles_of_pages_are_shared):
        made.clear()
        with way():
            found.append(pages())
        counts.append(len(made))
    assert found[0] == found[1]
    assert len(found[0]) > 12
    assert 0 < counts[1] < counts[0]
    assert paging.set_page_type_computed_styles is noted
