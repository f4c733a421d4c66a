"""Themes that try to hide a notice, to change it, or to set other words beside it.

Families of tricks, each a table; a trick is the files of a theme beside its `theme.toml`. None of
them does anything but look otherwise.
"""

from __future__ import annotations

import functools
import io
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from fontTools.ttLib import TTFont

STYLES = Path(__file__).parents[2] / "styles"
HIDDEN = "opacity: 0"


class Trick(NamedTuple):
    """A trick's family, what it is, and its files by their names in the theme."""

    family: str
    name: str
    files: dict[str, str | bytes]


DECLARATIONS = """
opacity: 0
opacity: 0.04
visibility: hidden
visibility: collapse
display: none
display: contents
display: inline-block
content-visibility: hidden
clip-path: inset(50%)
clip-path: circle(0)
clip: rect(0 0 0 0)
mask-image: linear-gradient(transparent, transparent)
transform: scale(0)
transform: scale(0.4)
transform: scaleX(0.3)
transform: rotate(180deg)
transform: rotateY(90deg)
transform: translateX(-9999px)
transform: matrix(0, 0, 0, 0, 0, 0)
scale: 0.1
rotate: 90deg
translate: -9999px
zoom: 0.1
perspective: 1px
filter: opacity(0)
filter: blur(40px)
filter: brightness(9) contrast(0)
backdrop-filter: blur(9px)
mix-blend-mode: difference
background-blend-mode: multiply
isolation: isolate
color: transparent
color: #0000
color: #1a1a1a05
color: rgb(0 0 0 / 0.02)
color: rgba(0, 0, 0, 0.01)
color: hsl(0 0% 0% / 0)
color: Canvas
color: CanvasText
color: Background
color: currentColor
color: color-mix(in srgb, white, black 2%)
color: light-dark(white, white)
color: oklch(100% 0 0)
color: color(srgb 1 1 1 / 0)
color: device-cmyk(0 0 0 0)
color: var(--nobody)
color: var(--nobody, transparent)
color: attr(data-c color)
-webkit-text-fill-color: transparent
-webkit-text-stroke: 9px white
-webkit-text-security: disc
font-size: 0
font-size: 1px
font-size: 0.01em
font-size: 1%
font-size: 0.3vw
font-size: calc(1em - 1em)
font-size: min(1em, 1px)
font-size: clamp(0px, 1em, 1px)
font-size: 900pt
font-size: 1e-9em
font-size: 0.1cqw
font-size: xx-small
font: 0/0 serif
font: 1px/1 serif
font-size-adjust: 0
line-height: 0
line-height: 0.2
line-height: 1px
line-height: 90
line-height: calc(1 * 0.1)
letter-spacing: -1em
letter-spacing: 9em
word-spacing: -1em
word-spacing: 90em
text-indent: -9999px
text-indent: 200%
text-indent: 90em hanging
margin: -9em
margin-left: -9999px
margin-top: -100vh
margin-inline-start: -9999px
margin: calc(0px - 90em)
margin-left: 99%
padding: 9999px
padding-left: 100%
padding-block-end: 90em
position: absolute
position: fixed
position: relative
position: sticky
position: running(gone)
inset: -9999px
left: -9999px
top: -9999px
z-index: -1
float: right
float: footnote
width: 0
width: 1px
max-width: 0
max-width: 1em
min-width: 9999px
inline-size: 0
height: 0
max-height: 0
block-size: 0
overflow: hidden
overflow: clip
-webkit-line-clamp: 1
line-clamp: 1
text-overflow: ellipsis
contain: strict
columns: 9
columns: 1px
column-count: 12
column-width: 1em
column-gap: 90em
writing-mode: vertical-rl
direction: rtl
unicode-bidi: bidi-override
text-orientation: upright
text-transform: uppercase
text-transform: full-width
text-decoration: line-through
text-decoration: underline 20px
text-decoration-line: line-through
text-decoration-thickness: 1em
text-shadow: 0 0 9px white
text-emphasis: filled
box-shadow: inset 0 0 0 99em white
outline: 99em solid white
background: url(paper.png)
background: linear-gradient(black, black)
background-image: url(paper.png)
background: #000a
background-clip: text
border-image: linear-gradient(white, white) 99
border: 90em solid white
border-radius: 99em
animation: gone 1s forwards
transition: all 99s
hyphenate-character: "VOID"
quotes: "VOID" "VOID"
list-style-type: "VOID"
content: "VOID"
content: none
counter-reset: page 7
string-set: guide-title "VOID"
string-set: guide-title content(before)
bookmark-label: "VOID"
white-space: nowrap
white-space: pre
word-break: break-all
line-break: anywhere
text-wrap: nowrap
font-feature-settings: "smcp"
font-feature-settings: "calt" 0
font-variation-settings: "wght" 0
font-variant-position: super
font-variant-alternates: stylistic(x)
font-variant-caps: unicase
font-language-override: "ROM"
font-palette: dark
font-stretch: 50%
text-box-trim: both
initial-letter: 9
all: unset
all: initial
appearance: button
order: 9
offset-path: path("M0 0")
shape-outside: circle()
print-color-adjust: economy
forced-color-adjust: none
color-adjust: economy
anchor: none
-weasy-nothing: 1
""".strip().splitlines()
"""Said of `.wording` in `book.css`."""

SELECTORS = """
*
p
P
div
body
html
:root
:root *
:root > body
.leaf
.notices
.imprint-page
.imprint-page *
.wording p
.wording > p
.w\\6f rding
section > div
header + div
.opening ~ *
.leaf > :not(.box)
[class]
[class~="wording"]
[class*="ordin"]
[id^="notice"]
[id]
#notice-disclaimer
#notices
*|p
:is(.wording)
:where(div, p)
:is(::nothing, .wording)
:has(p)
div:has(> p)
:not(.box)
:not(#x):not(#y)
p:first-child
p:nth-child(n)
p:nth-child(1 of p)
p:only-of-type
p:last-of-type
div:empty, p
:lang(en)
:dir(ltr)
:defined
p:not(:hover)
:nth-last-child(n)
.tight .wording
.front-notices *
.page-a div
.body-opening > div
span.last-word
.wording span
p::first-line
p::first-letter
p::nothing
""".strip().splitlines()
"""For which `opacity: 0` is said."""

CONDITIONS = (
    "@media all",
    "@media print",
    "@media screen",
    "@media not speech",
    "@media (min-width: 1px)",
    "@media (prefers-color-scheme: dark)",
    "@media (color)",
    "@media amzn-kf8",
    "@supports (display: grid)",
    "@supports not (display: nothing)",
    "@supports selector(:has(a))",
    "@layer",
    "@layer late",
    "@container (width > 0px)",
    "@container style(--x: 1)",
    "@scope (body)",
    "@scope (html) to (.box)",
    "@starting-style",
    "@document url()",
    "@-moz-document url-prefix()",
    "@nothing",
)
"""Around a rule that hides."""

SHEETS = {
    "nested": f".leaf {{ .wording {{ {HIDDEN} }} }}",
    "nested with &": f".leaf {{ & > div {{ {HIDDEN} }} }}",
    "nested in a condition": f".wording {{ @media all {{ {HIDDEN} }} }}",
    "nested in itself": f".wording {{ p {{ & {{ {HIDDEN} }} }} }}",
    "nested behind &": f".wording {{ body & {{ {HIDDEN} }} }}",
    "conditions in each other": f"@media all {{ @supports (a: b) {{ @layer {{ p {{ {HIDDEN} }} }} }} }}",
    "important": ".wording { margin: 0 !important }",
    "imported": '@import "more.css";',
    "imported as data": '@import "data:text/css,.wording{opacity:0}";',
    "a namespace": '@namespace "x"; p { margin: 0 }',
    "a property with a type": "@property --ink { syntax: '*'; inherits: true; initial-value: white }",
    "a counter's style": '@counter-style decimal { system: cyclic; symbols: "VOID" }',
    "a comment between": ".wor/**/ding, .wording/**/ { opacity/**/: 0 }",
    "an escape in a property": ".wording { opacit\\79: 0 }",
    "an escape in a value": ".wording { visibility: hidde\\6e }",
    "capitals": ".wording { OPACITY: 0 }",
    "a rule that is not closed": f".wording {{ {HIDDEN}",
    "an at-rule that is not closed": f"@media all {{ .wording {{ {HIDDEN}",
    "a broken rule before": f"}} }} .wording {{ {HIDDEN} }}",
    "words before": '.wording::before { content: "None of this holds." }',
    "words after": '.wording p::after { content: " Not." }',
    "words before all": '*::before { content: "Not" }',
    "words in a head": '.opening::before { content: "Void: " }',
    "words of an attribute": ".wording::after { content: attr(id) }",
    "words by a counter": ".wording { counter-reset: n 1 } .wording::before { content: counter(n) }",
    "a band over all": '.opening::after { content: ""; position: absolute; bottom: -900pt; top: 0;'
    " left: 0; right: 0; background: #ffffff; z-index: 9 }",
    "a band that is high": '.opening::before { content: ""; position: absolute; height: 900pt;'
    " width: 900pt; background: #ffffff; z-index: -1 }",
    "a head over all": ".opening { margin-bottom: -900pt; background: #ffffff }",
    "a ground alone": ".wording { background: #1a1a1a }",
    "white on white": ".wording { color: #ffffff; background: #ffffff }",
    "pale": ".wording { color: #eeeeee }",
    "white": "body { color: white }",
    "small by steps": ".leaf, .wording, .wording p { font-size: 0.75em }",
    "boxes that leave no room": ".leaf, .wording, .wording p { padding: 0 40% }",
    "letters that fill a screen": ".leaf, .wording, .wording p { font-size: 3em }",
    "leading that stays": "html { line-height: 6pt }\n.wording p { font-size: 30pt }",
    "the inks of the root": ":root { --ink: transparent }",
    "a size of the root": ":root { --s: 0 } .wording { font-size: var(--s) }",
    "a size by steps": ":root { --s: var(--t); --t: 1px } .wording { font-size: var(--s) }",
    "a size by a fallback": ".wording { font-size: var(--none, 0) }",
    "a property of its own": ".wording { --ink: #ffffff; }",
    "a property for all": "* { --accent-deep: #ffffff }",
    "a property in the night": "@media (prefers-color-scheme: dark) { :root { --ink: #1110 } }",
    "a column's rule": ".wording { columns: 2; column-rule: 90em solid #ffffff }",
    "the cover's page": ".notices { page: cover } @page cover { margin: 0; @top-center {"
    ' content: "VOID" } }',
}  # fmt: skip
"""A whole `book.css`."""

PAGES = {
    "margins that pull": "@page { margin: -300pt }",
    "margins that push": "@page { margin: 80% 10% 10% 10% }",
    "margins that are worked out": "@page { margin: calc(0pt - 900pt) }",
    "a page's size": "@page front { size: 60pt 60pt }",
    "a page turned": "@page { size: landscape }",
    "a bleed": "@page { bleed: 200pt }",
    "a page's picture": "@page { background: url(paper.png) }",
    "words at the foot": '@page { @bottom-center { content: "No word of this holds" } }',
    "words at the foot of a named page": '@page front { @top-center { content: "Void" } }',
    "words on a page of its own": '.notices { page: own } @page own { @left-middle { content: "Void" } }',
    "words on a page by a property": ":root { --p: own } .notices { page: var(--p) }"
    ' @page own { @left-middle { content: "Void" } }',
    "words by what stands before a title": '.book-title::before { content: "Void" }'
    " .book-title { string-set: guide-title content(before) }",
    "words on right pages": '@page :right { @bottom-right { content: counter(page) " of none" } }',
    "words on a page by its number": '@page :nth(3) { @top-left { content: "Void" } }',
    "words on one of two": '@page a, front { @top-left { content: "Void" } }',
    "words by a style": '@page { @top-left { content: counter(page, words) } }',
    "words by a string": '.book-title { string-set: guide-title "None of it holds" }',
    "words by a string of all": '.section h1 { string-set: section-title "Void" }',
    "a running part": ".section { position: running(x) } @page { @top-left { content: element(x) } }",
    "a running part alone": ".section .box { position: running(x) }",
    "a part on every page": ".title-page { position: fixed; top: 0 }",
    "a part on every page by a name": ":root { --p: fixed } .box { position: var(--p) }",
    "a picture in a margin": "@page { @top-left { content: url(paper.png) } }",
    "a box over the text": '@page { @top-center { content: ""; background: #ffffff; height: 900pt } }',
    "a box pulled over the text": '@page { @top-center { content: ""; margin-bottom: -600pt } }',
    "a box that is wide": '@page { @left-middle { content: "."; width: 900pt } }',
    "a note's place": "@page { @footnote { margin-top: -900pt } }",
    "a note's place turned": "@page { @footnote { transform: scale(9) } }",
    "a rule in a page": "@page { .wording { opacity: 0 } }",
    "an unknown box": "@page { @middle { content: none } }",
    "important on a page": "@page { margin: 0 !important }",
    "leaves that flow together": ".leaf { break-before: avoid; break-after: avoid }",
    "another leaf over it": ".about-publisher { margin-top: -900pt; break-before: avoid }",
    "another leaf pulled over it": ".about-publisher { position: absolute; top: -300pt }",
    "another leaf beside it": ".sources { float: left; width: 1pt; height: 5000pt }",
    "a leaf before, overflowing": ".title-page { height: 5pt; overflow: visible }",
    "the next leaf turned back": ".about-publisher { transform: translateY(-500pt) }",
}  # fmt: skip
"""A whole `paged.css`."""

TEMPLATES = {
    "no notices": ("notice", '<section class="leaf"><h1>{{ title }}</h1></section>'),
    "an imprint page without": ("imprint-page", '<section class="leaf"><p>.</p></section>'),
    "closed": ("notice", "<section><details><p>{{ notices[0].paragraphs[0] }}</p></details></section>"),
    "a word more": ("notice", '<section class="leaf"><p>Not: {{ title }}</p></section>'),
    "inherited": ("notice", '{% extends "section.xhtml" %}'),
    "styled": ("imprint-page", '<section class="leaf" style="display:none"></section>'),
}  # fmt: skip
"""A template that bears notices."""

FACES = {
    "a face of one's own": "",
    "a face for a few letters": "unicode-range: U+41-5A;",
    "a face that is stretched": "size-adjust: 10%;",
    "a face that is bold": "font-weight: bold;",
}
"""What is said of a face that bears the name of a known one, and draws other letters."""

_HARMLESS = {
    "boxes": ".box { opacity: 0 }",
    "covers": ".cover { transform: scale(0.5) }",
    "contents": ".contents a { color: transparent }",
    "marks": "a.citation { font-size: 0 }",
    "pages of covers": '@page cover { @top-center { content: "A word" } }',
    "siblings elsewhere": ".title-page + .contents > p { position: absolute }",
    "an alternative that cannot be": ":is(.box, .chart) p { visibility: hidden }",
}
"""A whole `book.css` that cannot reach a notice."""

_ON_SCREEN = {
    "drawings": ".chart svg { filter: blur(3px) }",
    "what a reader has marked": "::selection { color: transparent }",
    "steps that are never played": "@keyframes gone { to { opacity: 0 } }",
    "colours under a condition": "@media (max-width: 99em) { .wording { color: #1d4e5f } }",
    "a layer": "@layer x { .wording { margin-left: 9em } }",
    "nested": ".leaf { .wording { padding-left: 9em } }",
}
"""A whole `epub.css` that cannot reach a notice."""


def tricks() -> Iterator[Trick]:
    """Yield all tricks; those of one family are alike."""
    for text in DECLARATIONS:
        yield Trick("declarations", text, book(f".wording {{ {text} }}"))
    for text in SELECTORS:
        yield Trick("selectors", text, book(f"{text} {{ {HIDDEN} }}"))
    for text in CONDITIONS:
        yield Trick("conditions", text, book(f"{text} {{ .wording {{ {HIDDEN} }} }}"))
    for name in ("paged", "screen", "print", "epub", "cover"):
        files = {f"styles/{name}.css": f".wording {{ {HIDDEN} }}"}
        yield Trick("stylesheets", f"{name}.css", dict(files))
    for name, text in SHEETS.items():
        yield Trick("sheets", name, book(text) | {"styles/more.css": f".wording {{ {HIDDEN} }}"})
    for name, text in PAGES.items():
        yield Trick("pages", name, {"styles/paged.css": text})
    for name, (template, text) in TEMPLATES.items():
        yield Trick("templates", name, {f"templates/{template}.xhtml": text})
    for name, text in FACES.items():
        yield Trick("faces", name, _face(text))
    for name, text in _HARMLESS.items():
        yield Trick("elsewhere", name, book(text))
    for name, text in _ON_SCREEN.items():
        yield Trick("elsewhere", name, {"styles/epub.css": text})


def book(css: str) -> dict[str, str | bytes]:
    """Return the files of a theme that says this in `book.css`."""
    return {"styles/book.css": css}


def _face(more: str) -> dict[str, str | bytes]:
    css = (
        '@font-face { font-family: "Source Serif 4 Caption"; src: url(fonts/other.ttf);'
        f" {more} }}"
        '@font-face { font-family: "Source Serif 4"; src: url(fonts/other.ttf) }'
    )
    return {
        "styles/paged.css": css,
        "styles/epub.css": css,
        "styles/fonts/other.ttf": other_letters(),
    }


@functools.cache
def other_letters() -> bytes:
    """Return a font that draws each small letter as the one behind it."""
    font = TTFont(STYLES / "classic/fonts/SourceSerif4-Regular.ttf")
    for table in font["cmap"].tables:
        table.cmap |= {
            code: table.cmap[code + 1] for code in range(ord("a"), ord("z")) if code in table.cmap
        }
    data = io.BytesIO()
    font.save(data)
    return data.getvalue()
