"""Themes that hide nothing: what a designer asks of the leaves that bear notices, and may have."""

from __future__ import annotations

BOOK: dict[str, str] = {
    "colours": ":root { --ink: #222244; --accent: #7c2d12; --rule: #999999; --tint: #f4f4f0 }",
    "a face": ':root { --text-face: "Source Serif 4 Display", Georgia, serif }',
    "a shipped face for notices": '.wording { font-family: "Source Serif 4", serif }',
    "larger type": ".wording { font-size: 1.1em } .notices .wording { font-size: 1em }",
    "smaller type": ".imprint-page { font-size: 0.75em; line-height: 1.25 }",
    "more leading": ".wording p { line-height: 1.6; margin-bottom: 1em }",
    "a box around notices": ".wording { border: 1pt solid #7c2d12; border-radius: 4pt; padding: 1em }",
    "a tinted box": ".wording { background: #f4f1e8; color: #222222; padding: 0.8em 1em }",
    "a rule at the side": ".wording { border-left: 3pt solid #1d4e5f; padding-left: 1em }",
    "a dark box": ".wording { background: #1d4e5f; color: #ffffff; padding: 12pt }",
    "two columns": ".notices .wording { columns: 2; column-gap: 1.5em }",
    "two columns with a rule": ".wording { column-count: 2; column-rule: 0.5pt solid #999999 }",
    "indents": ".wording p { text-indent: 1.5em; margin: 0 }",
    "set in the middle": ".imprint-page, .imprint-page p { text-align: center }",
    "justified": '.wording { text-align: justify; hyphens: auto; hyphenate-character: "-" }',
    "headings in colour": "h1, h2, h3 { color: #7c2d12; font-weight: bold; letter-spacing: 0.02em }",
    "titles in capitals": ".opening h1 { text-transform: uppercase; letter-spacing: 0.1em }",
    "a head in small capitals": ".opening h1 { font-variant-caps: small-caps }",
    "a band behind heads": ".opening { background: #7c2d12; color: #ffffff; padding: 1em }"
    ".opening h1 { color: #ffffff }",
    "a rule under heads": ".opening { border-bottom: 2pt solid #1d4e5f; padding-bottom: 6pt }",
    "a bar before heads": '.opening { position: relative; z-index: 0 } .opening::before { content: "";'
    " position: absolute; left: -20pt; top: 0; bottom: 0; background: #1d4e5f; z-index: -1 }",
    "a narrow measure": ".leaf > .wording { max-width: 260pt; margin-left: auto }",
    "boxes that count their borders": "* { box-sizing: border-box }",
    "italic notices": ".wording p { font-style: italic }",
    "bold notices": ".wording { font-weight: 600 }",
    "lining figures": "html, body { font-variant-numeric: lining-nums proportional-nums }",
    "the short way to a font": '.wording { font: italic 9pt/1.4 "Source Serif 4", serif }',
    "space above the imprint": ".imprint-page { padding-top: 30% }",
    "no hyphens": "body { hyphens: none; -webkit-hyphens: none; text-align: left }",
    "lines that keep company": ".wording p { orphans: 3; widows: 3; break-inside: avoid }",
    "links with a line": "a[href] { text-decoration: underline; color: #1d4e5f }",
}
"""Each a `book.css`."""

PAGED: dict[str, str] = {
    "wider margins": "@page { margin: 72pt 60pt 90pt }",
    "heads and folios": "@page opening-a, opening-b, body-opening { @bottom-center {"
    " content: string(section-title) ' · ' counter(page); font-size: 8pt } }",
    "a page's ground": "@page front { background: #fbf9f4 }",
    "pages of their own for notices": ".notices { page: legal } @page legal { margin: 90pt 72pt }",
    "a head on all pages": "@page front { @top-center { content: string(guide-title) } }",
    "sections with words in the margin": '.section { page: story } @page story { @left-middle {'
    ' content: "A career guide"; width: 100% } }',
}  # fmt: skip
"""Each a `paged.css`."""

EPUB: dict[str, str] = {
    "the night": "@media (prefers-color-scheme: dark) { body { background: #111111; color: #eeeeee } }",
    "the night by the root": ":root { color-scheme: light dark }",
    "small screens": "@media (max-width: 30em) { .opening h1 { font-size: 1.5em } }",
    "a layer": "@layer house { .wording { padding: 0.5em } }",
    "where grids are known": "@supports (display: grid) { .at-a-glance { display: grid } }",
    "nested rules": ".box { & p { opacity: 0.9 } }",
    "chapters with a letter": ".section p::first-letter { font-size: 3em; float: left }",
    "a device's text size": "html { -webkit-text-size-adjust: 100%; text-size-adjust: 100% }",
}
"""Each an `epub.css`."""

TEMPLATES: dict[str, tuple[str, str]] = {
    "a title page": (
        "title-page",
        '<section class="leaf title-page" id="{{ id }}"><p class="book-title">{{ guide.title }}</p>'
        "<p>{{ imprint.name }}</p></section>",
    ),
}
"""Each a template of one's own."""


def honest() -> dict[str, dict[str, str | bytes]]:
    """Return the files of each theme, by what it is."""
    found: dict[str, dict[str, str | bytes]] = {}
    for sheet, texts in (("book", BOOK), ("paged", PAGED), ("epub", EPUB)):
        found |= {name: {f"styles/{sheet}.css": css} for name, css in texts.items()}
    found |= {name: {f"templates/{kind}.xhtml": text} for name, (kind, text) in TEMPLATES.items()}
    return found
