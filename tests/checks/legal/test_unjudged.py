"""What cannot be told from a file is said: sixty tricks, and stylings that are honest."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from tampering import (
    PRESS,
    edited_epub,
    entries,
    guide,
    packed,
    register,
    true_book,
    whole_register,
)

import guidepub
from guidepub import Catalog, Notice
from guidepub.checks.legal.examining import examine
from guidepub.checks.legal.verdicts.judging import judged
from guidepub.checks.legal.verdicts.sightings import Sighting
from guidepub.checks.legal.wordings.register import read_register, register_data

pytestmark = pytest.mark.xdist_group("tampered")
REGISTER = read_register(register_data(whole_register()))
WORDING = '<div class="wording" id="notice-disclaimer">'


def sighting(folder: Path, sheet: str = "", edit=None) -> Sighting:
    """Return how the disclaimer stands in a true book with more in its sheet or document."""
    data = true_book("en").epub
    held = entries(edited_epub(data, "notices", edit) if edit else data)
    data = packed(held | {"EPUB/notices.css": held["EPUB/notices.css"] + sheet.encode()})
    (folder / "book.epub").write_bytes(data)
    examination = examine(folder / "book.epub", REGISTER)
    assert examination.error == ""
    (found,) = [s for s in examination.sightings if s.id == "disclaimer"]
    return found


def around(start: str, end: str):
    """Return an edit that puts something around the words of the disclaimer."""

    def edit(text: str) -> str:
        before, _, rest = text.partition(WORDING)
        words, _, behind = rest.partition("</div>")
        return f"{before}{WORDING}{start}{words}{end}</div>{behind}"

    return edit


def on_wording(attributes: str):
    return lambda text: text.replace(WORDING, f"{WORDING[:-1]} {attributes}>")


def in_head(markup: str):
    return lambda text: text.replace("</head>", f"{markup}</head>")


def in_body(markup: str):
    return lambda text: text.replace("</body>", f"{markup}</body>")


SHEETS = [
    ":root { --x: line-through } .wording p { text-decoration: var(--x) }",
    ":root { --f: Wingdings } .wording p { font-family: var(--f) }",
    ":root { --s: inset 0 0 0 90em #fff } .wording p { box-shadow: var(--s) }",
    ":root { --b: 90em solid #fff } .wording { border-top: var(--b) }",
    "@media (min-width: 1px) { .wording { display: none } }",
    "@media not print { .wording { display: none } }",
    "@media (prefers-color-scheme: dark) { .wording { color: #111; background: #000 } }",
    "@media screen { @media (orientation: portrait) { .wording { opacity: 0 } } }",
    "@supports (display: grid) { .wording { display: none } }",
    "@layer base { .wording { display: none } }",
    "@layer a, b; @layer a { .wording { display: none !important } }",
    "@container (width > 1px) { .wording { display: none } }",
    "@scope (.leaf) { .wording { display: none } }",
    "@starting-style { .wording { display: none } }",
    "@import url(other.css);",
    ".leaf { .wording { display: none } }",
    ".leaf { & p { display: none } }",
    ".wording:hover { display: none }",
    "body:not(:hover) .wording { display: none }",
    ".wording:has(p) { display: none }",
    ":is(.wording, :unknown) { display: none }",
    ".wording:nth-child(n of div) { display: none }",
    ".wording { display: var(--x) } :root { --x: none }",
    ".wording { font-size: calc(1px * 0.1) }",
    ".wording { font-size: 0.1vw }",
    ".wording { font-size: min(1px, 2px) }",
    ".wording { font-size: 0.01lh }",
    ".wording { font-size: clamp(0px, 0px, 1px) }",
    ".wording { font: caption }",
    ".wording { font: 12pt/0 serif }",
    ".wording { zoom: 0.01 }",
    ".wording { opacity: calc(0) }",
    ".wording { filter: opacity(0) }",
    ".wording { mask: linear-gradient(transparent, transparent) }",
    ".wording { clip-path: circle(0) }",
    ".wording { mix-blend-mode: difference }",
    ".wording { transform: translateX(-9999px) }",
    ".wording { translate: -9999px }",
    ".wording { scale: 0 }",
    ".wording { rotate: 90deg 1 0 0 }",
    ".wording { margin-left: -50em }",
    ".wording { margin: -40em 0 0 0 }",
    ".wording { margin-inline-start: -9999px }",
    ".wording { text-indent: 200% }",
    ".wording { position: fixed; inset: -100vh 0 auto }",
    ".wording { position: absolute; left: -99vw }",
    ".wording { color: Canvas }",
    ".wording { color: light-dark(white, white) }",
    ".wording { color: color-mix(in srgb, white, white) }",
    ".wording { color: rgb(from white r g b) }",
    ".wording { -webkit-text-fill-color: transparent }",
    ".wording { background: linear-gradient(black, black) }",
    ".wording { background-image: url(black.png) }",
    ".wording { color: white; background: #222; display: contents }",
    ".leaf { background: #111 } .wording { color: white; float: left }",
    ".wording { max-height: 1px; overflow: clip auto }",
    ".wording { -webkit-line-clamp: 1; overflow: hidden }",
    ".wording { white-space: nowrap; overflow: hidden }",
    ".wording { line-height: 0 }",
    ".wording { font-size: 36pt; line-height: 1rem }",
    ".wording { letter-spacing: -1em }",
    ".wording { word-spacing: 900em }",
    ".wording { columns: 900 }",
    ".wording { writing-mode: vertical-rl }",
    ".wording { unicode-bidi: bidi-override; direction: rtl }",
    ".wording { text-decoration: line-through }",
    ".wording { text-transform: uppercase }",
    ".wording { text-shadow: 0 0 9px black }",
    ".wording { box-shadow: inset 0 0 0 99em black }",
    ".wording { animation: gone 1s forwards } @keyframes gone { to { opacity: 0 } }",
    ".wording { all: unset; content: none }",
    ".wording { content: url(white.png) }",
    ".wording p::before { content: 'None of this holds: ' }",
    ".wording p::first-line { font-size: 0 }",
    ".wording p::first-letter { color: white }",
    ".leaf { position: relative } h1 { position: absolute; inset: 0; background: white }",
    "header { margin-bottom: -60em; background: white }",
    ".leaf::after { content: ''; position: absolute; inset: 0; background: white }",
    ".wording { position: relative; z-index: -1 } .leaf { background: white }",
    ".wording { color-scheme: dark }",
    "@page { margin: 60in }",
    "@namespace url(urn:other); p { display: block }",
    ".wording { brand-new: hidden }",
    ".wording { content-visibility: auto }",
    ".notices .wording { font-size: 9000pt }",
    ".wording { padding-left: 39% } .leaf { padding-left: 39% } body { padding-left: 39% }",
    ".wording { font-family: Wingdings }",
    ".wording { hyphenate-character: 'not ' }",
    ".wording { list-style-type: 'not ' }",
    "@counter-style x { system: cyclic; symbols: 'not' }",
    "header { box-shadow: 0 0 0 99em black }",
    "header { outline: 99em solid white }",
    "h1 { filter: drop-shadow(0 5em 0 white) }",
    "h1 { text-shadow: 0 5em 99em black }",
    "h1 { font-size: 900px; line-height: 0 }",
    "header { height: 0 }",
    ".\\77 ording { d\\isplay: none }",
    ".wording { display: none",
]  # fmt: skip
EDITS = {
    "a closed element": around("<details><summary>More</summary>", "</details>"),
    "an open one": around("<details open='open'><summary>More</summary>", "</details>"),
    "a dialogue": around("<dialog>", "</dialog>"),
    "no script": around("<noscript>", "</noscript>"),
    "an object's other text": around("<object data='x.png' type='image/png'>", "</object>"),
    "a video's other text": around("<video src='x.mp4'>", "</video>"),
    "a canvas": around("<canvas>", "</canvas>"),
    "a field around it": around("<textarea>", "</textarea>"),
    "a field over it": in_body("<textarea style='position: absolute; inset: 0'></textarea>"),
    "a choice": around("<select><option>", "</option></select>"),
    "a deletion": around("<del>", "</del>"),
    "a turned text": around("<bdo dir='rtl'>", "</bdo>"),
    "letters ever smaller": around("<small>" * 12, "</small>" * 12),
    "an old element": around("<font color='white'>", "</font>"),
    "a foreign element": around("<x xmlns='urn:x'>", "</x>"),
    "a popover": on_wording("popover='auto'"),
    "what a search finds": on_wording("hidden='until-found'"),
    "nothing for the ear": on_wording("aria-hidden='true'"),
    "an inert part": on_wording("inert='inert'"),
    "an own style": on_wording("style='opacity: calc(0)'"),
    "an own style that is long": on_wording("style='translate: -999em'"),
    "a footnote": around("<aside epub:type='footnote'>", "</aside>"),
    "a script": in_head("<script>hide()</script>"),
    "a script in a file": in_head("<script src='x.js'></script>"),
    "a handler": on_wording("onclick='hide()'"),
    "another base": in_head("<base href='http://example.org/'/>"),
    "a sheet elsewhere": in_head("<link rel='stylesheet' href='http://example.org/x.css'/>"),
    "a sheet that lacks": in_head("<link rel='stylesheet' href='none.css'/>"),
    "a sheet for choice": in_head("<link rel='alternate stylesheet' title='x' href='book.css'/>"),
    "a sheet of another kind": in_head("<style type='text/less'>.wording { display: none }</style>"),
    "a sheet under a condition": in_head(
        "<style media='(color)'>.wording { display: none }</style>"),
    "an instruction": lambda text: text.replace(
        "<!DOCTYPE", "<?xml-stylesheet href='x.css'?>\n<!DOCTYPE"),
    "something above it": in_body("<p style='position: absolute; top: 0'>Above</p>"),
    "a drawing": in_body("<svg xmlns='http://www.w3.org/2000/svg' overflow='visible'/>"),
    "a style in a drawing": in_body(
        "<svg xmlns='http://www.w3.org/2000/svg'><style>.leaf { display: none }</style></svg>"),
    "a style with a comment": in_head("<style>.leaf {<!-- x --> display: none }</style>"),
    "a style in two": in_head("<style>.le<b/>af { display: none }</style>"),
    "rules in a style": on_wording("style='&amp; { display: none }'"),
    "a titled sheet": in_head("<link rel='stylesheet' title='A' href='book.css'/>"),
    "a window": in_head("<meta name='viewport' content='width=1'/>"),
    "dark colours": in_head("<meta name='color-scheme' content='dark'/>"),
    "a policy": in_head("<meta http-equiv='Content-Security-Policy' content='x'/>"),
    "many indents": around("<div style='padding-left: 14em'>" * 6, "</div>" * 6),
    "many quotations": around("<blockquote>" * 60, "</blockquote>" * 60),
    "many shifts": around("<div style='position: relative; left: -.6em'>" * 99, "</div>" * 99),
    "many lifts": around("<div style='margin-top: -.3em'>" * 60, "</div>" * 60),
    "narrow in narrow": around("<div style='width: 30%'>" * 4, "</div>" * 4),
    "a frame": in_body("<iframe src='x.xhtml'/>"),
}  # fmt: skip


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_sheet_that_may_hide_words_is_never_passed(sheet, tmp_path):
    found = sighting(tmp_path, sheet)
    assert found.difference or found.unseen or found.doubt


@pytest.mark.parametrize("name", EDITS)
def test_markup_that_may_hide_words_is_never_passed(name, tmp_path):
    found = sighting(tmp_path, "", EDITS[name])
    assert found.difference or found.unseen or found.doubt


HONEST = [
    "body { margin: 5%; font-family: Georgia, serif; line-height: 1.4; text-align: justify }",
    "p { margin: 0; text-indent: 1.5em; orphans: 2; widows: 2; -epub-hyphens: auto }",
    "@page { margin: 0.5in 5pt } body { padding: 0; widows: 2 }",
    ".wording { background: #f4f1e8; border: 1px solid #999; border-radius: 6px; padding: 1em }",
    ".wording { color: #fff; background-color: #222; padding: 1em 1.5em }",
    ".wording { font: italic 0.95em/1.5 'Gentium Book', serif; color: rgb(30 30 60) }",
    ".wording { max-width: 34em; margin: 2em auto; letter-spacing: 0.01em }",
    ".wording { columns: 2; column-gap: 2em; column-rule: 1px solid #ccc }",
    "@media (prefers-color-scheme: dark) { body { color: #eee; background: #111 } a { color: #9cf } }",
    "@media (min-width: 40em) { .wording { margin: 0 4em; font-size: 1.1em } }",
    "@media amzn-kf8 { p { text-indent: 1em; margin: 0 } }",
    ".wording::before { content: ''; display: block; border-top: 1px solid; margin: 1em 0 }",
    "a:hover { color: red } nav ol { list-style: none } .pagenum { position: absolute; right: 1% }",
    "sup { position: relative; top: -0.4em; font-size: 75%; line-height: 0 } img { max-width: 100% }",
    "@font-face { font-family: X; src: url(x.otf) } .other { font-family: X; text-transform: uppercase }",
    ".wording h2 { font-variant: small-caps; font-weight: normal; page-break-after: avoid }",
    ".calibre { display: block; font-size: 1em; padding-left: 0; padding-right: 0; margin: 0 5pt }",
    ".leaf > .wording:first-child, div[id] { text-decoration: none; vertical-align: baseline }",
    "html { font-size: 16px } .wording { font-size: 0.9rem; hyphens: auto; -webkit-hyphens: auto }",
    ".wording { color: ; background: ; font-size: !important; display: }",
    ".leaf .wording { float: left; width: 90%; box-shadow: 0 2px 4px #888; opacity: 0.95 }",
]  # fmt: skip


@pytest.mark.parametrize("sheet", HONEST)
def test_an_honest_sheet_is_passed(sheet, tmp_path):
    found = sighting(tmp_path, sheet)
    assert (found.difference, found.unseen, found.doubt) == ("", "", "")


def test_why_and_where_it_cannot_be_judged_is_reported(tmp_path):
    sighting(tmp_path, "\n.wording { letter-spacing: -9em }")
    report = guidepub.check_legal([tmp_path / "book.epub"], whole_register())
    (verdict,) = [v for file in report.files for v in file.verdicts if v.id == "disclaimer"]
    assert verdict.status == "unjudged"
    finding = next(f for f in report.findings if "disclaimer" in f.message)
    assert finding.code == "L011"
    assert finding.severity.value == "warning"
    assert str(finding.place).endswith("book.epub!/EPUB/notices.xhtml")
    assert finding.message.startswith(
        "Whether the notice disclaimer@2 (English) is shown cannot be judged: not known to be seen "
        "(.wording { letter-spacing: -9em } in EPUB/notices.css, line "
    )
    assert report.as_dict()["summary"][1]["unjudged"] == 1


def font(blank: str = "") -> bytes:
    """Return a face with the letters of the alphabet, of which some are drawn as nothing."""
    letters = {chr(code): chr(code) for code in (*range(65, 91), *range(97, 123))}
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", *letters])
    builder.setupCharacterMap({ord(letter): letter for letter in letters})
    pen, empty = TTGlyphPen(None), TTGlyphPen(None).glyph()
    for number, point in enumerate([(0, 0), (0, 500), (500, 500)]):
        (pen.lineTo if number else pen.moveTo)(point)
    pen.closePath()
    drawn = pen.glyph()
    builder.setupGlyf({name: empty if name in blank else drawn for name in (".notdef", *letters)})
    builder.setupHorizontalMetrics(dict.fromkeys((".notdef", *letters), (600, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "X", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    buffer = io.BytesIO()
    builder.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "more", "doubt"),
    [
        (font(), "", ""),
        (font("e"), "", "which draws nothing for e"),
        (b"no font", "", "which cannot be read"),
        (font(), "size-adjust: 1%;", "the face “x” (size-adjust: 1%"),
    ],
)
def test_a_face_that_draws_no_letters_is_no_face(data, more, doubt, tmp_path):
    held = entries(true_book("en").epub)
    sheet = (
        f"@font-face {{ font-family: X; {more} src: url(x.ttf) }} .notices p {{ font-family: X }}"
    )
    files = held | {
        "EPUB/x.ttf": data,
        "EPUB/notices.css": held["EPUB/notices.css"] + sheet.encode(),
    }
    (tmp_path / "book.epub").write_bytes(packed(files))
    examination = examine(tmp_path / "book.epub", REGISTER)
    (found,) = [s for s in examination.sightings if s.id == "disclaimer"]
    assert doubt in found.doubt
    assert bool(found.doubt) == bool(doubt)


@pytest.mark.parametrize(
    ("source", "doubt"),
    [
        ("local(Times)", ""),
        ("local(Wingdings)", "which may draw pictures for letters"),
        ('local("Zapf Dingbats")', "which may draw pictures for letters"),
        ("url(https://fonts.example/x.ttf)", "which is not in the book"),
        ("url(data:font/ttf;base64,AAAA)", "which is not in the book"),
    ],
)
def test_a_face_that_is_no_file_of_the_book_is_reported(source, doubt, tmp_path):
    sheet = f"@font-face {{ font-family: X; src: {source} }} .notices p {{ font-family: X }}"
    found = sighting(tmp_path, sheet)
    assert doubt in found.doubt
    assert bool(found.doubt) == bool(doubt)


PACKAGES = {
    "a document aside": ('<itemref idref="notices"', '<itemref linear="no" idref="notices"'),
    "a fixed layout": (
        "</metadata>", '<meta property="rendition:layout">pre-paginated</meta></metadata>'),
    "a fixed page": (
        '<itemref idref="notices"',
        '<itemref properties="rendition:layout-pre-paginated" idref="notices"'),
}  # fmt: skip


@pytest.mark.parametrize("name", PACKAGES)
def test_what_a_package_says_of_a_document_may_keep_it_from_readers(name, tmp_path):
    held = entries(true_book("en").epub)
    old, new = PACKAGES[name]
    package = held["EPUB/content.opf"].decode()
    assert old in package
    files = held | {"EPUB/content.opf": package.replace(old, new).encode()}
    (tmp_path / "book.epub").write_bytes(packed(files))
    examination = examine(tmp_path / "book.epub", REGISTER)
    (found,) = [s for s in examination.sightings if s.id == "disclaimer"]
    assert found.doubt


def drawn(content: bytes, **root) -> bytes:
    """Return a PDF with one page of a content, in one face."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(400, 400))
    helvetica = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    pdf.pages[0].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=helvetica))
    pdf.pages[0].Contents = pdf.make_stream(content)
    buffer = io.BytesIO()
    pdf.save(buffer)
    return buffer.getvalue()


SHORT = "This guide promises nothing to anybody at all."
SHORT_REGISTER = read_register(
    register_data(
        whole_register().model_copy(
            update={
                "notices": (Notice(id="short", version=1, language="en", title="S", text=SHORT),)
            }
        )
    )
)


def annotation(kind: str, **more):
    def edit(pdf: pikepdf.Pdf) -> None:
        made = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name(f"/{kind}"), Rect=[0, 0, 400, 400], **more
        )
        pdf.pages[0].Annots = pikepdf.Array([pdf.make_indirect(made)])

    return edit


def layer(pdf: pikepdf.Pdf) -> None:
    group = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="Layer"))
    pdf.Root.OCProperties = pikepdf.Dictionary(
        OCGs=pikepdf.Array([group]), D=pikepdf.Dictionary(ON=pikepdf.Array([group]))
    )
    pdf.pages[0].Resources.Properties = pikepdf.Dictionary(L=group)


def deep_layer(pdf: pikepdf.Pdf) -> None:
    """Put a layer into a form within forms, all of which name each other."""
    layer(pdf)
    shared = pdf.make_indirect(pikepdf.Dictionary())
    deepest = pikepdf.Dictionary(Properties=pdf.pages[0].Resources.Properties)
    del pdf.pages[0].Resources.Properties
    forms = {}
    for number in range(30):
        made = pdf.make_stream(b"", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form)
        made.Resources = deepest if number == 29 else shared
        forms[f"/X{number}"] = made
    chain = pikepdf.Dictionary(forms)
    shared.XObject = chain
    pdf.pages[0].Resources.XObject = pikepdf.Dictionary({"/X0": forms["/X0"]})


def script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="1")


def named_script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Names = pikepdf.Dictionary(JavaScript=pikepdf.Dictionary(Names=pikepdf.Array([])))


def units(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.UserUnit = 0.01


def form(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AcroForm = pikepdf.Dictionary(XFA=pikepdf.Array([]))


def field(pdf: pikepdf.Pdf) -> None:
    annotation("Widget", FT=pikepdf.Name.Tx, T="x")(pdf)
    pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pdf.pages[0].Annots)


def nothing(pdf: pikepdf.Pdf) -> None:
    pass


LAYERS = {
    "nothing": (nothing, ""),
    "a link": (annotation("Link", Border=[0, 0, 0]), ""),
    "a hidden comment": (annotation("Square", F=2), ""),
    "a layer": (layer, "layers that can be turned off"),
    "a layer in forms": (deep_layer, "layers that can be turned off"),
    "a script": (script, "a script"),
    "a script by name": (named_script, "a script"),
    "units": (units, "units of the page"),
    "a form": (form, "a form that is laid out"),
    "a comment without a look": (annotation("Stamp"), "draws in its own way"),
    "a comment for paper": (annotation("Square", F=36), "only printed"),
    "a field": (field, "of the kind Widget"),
    "a film": (annotation("RichMedia"), "of the kind RichMedia"),
}


@pytest.mark.parametrize("name", LAYERS)
def test_what_may_change_a_page_after_it_was_drawn_is_reported(name, tmp_path):
    edit, doubt = LAYERS[name]
    content = f"BT /F 12 Tf 20 200 Td ({SHORT}) Tj ET".encode()
    with pikepdf.open(io.BytesIO(drawn(content))) as pdf:
        edit(pdf)
        pdf.save(tmp_path / "book.pdf")
    (found,) = examine(tmp_path / "book.pdf", SHORT_REGISTER).sightings
    assert (found.difference, found.unseen) == ("", "")
    assert doubt in found.doubt
    assert bool(found.doubt) == bool(doubt)


@pytest.mark.parametrize(
    ("content", "is_doubted"),
    [
        (f"/Span <</ActualText ({SHORT})>> BDC (Quite other words are drawn) Tj EMC", True),
        (f"({SHORT[:30]}) Tj /Span <</ActualText ({SHORT[30:36]})>> BDC (x) Tj EMC ({SHORT[36:]}) Tj", True),
        (f"({SHORT[:30]}) Tj /Span <</ActualText ({SHORT[30:31]})>> BDC ({SHORT[30:31]}) Tj EMC ({SHORT[31:]}) Tj", False),
    ],
)  # fmt: skip
def test_words_that_are_stated_and_not_drawn_are_reported(content, is_doubted, tmp_path):
    (tmp_path / "book.pdf").write_bytes(drawn(f"BT /F 12 Tf 20 200 Td {content} ET".encode()))
    (found,) = examine(tmp_path / "book.pdf", SHORT_REGISTER).sightings
    assert found.difference == ""
    assert ("states beside what it draws" in found.doubt) == is_doubted


def test_what_was_not_read_may_hold_a_notice(monkeypatch, tmp_path):
    monkeypatch.setattr("guidepub.checks.legal.in_pages.pages.PAGES", 1)
    with pikepdf.open(io.BytesIO(drawn(b""))) as pdf:
        pdf.add_blank_page()
        pdf.save(tmp_path / "book.pdf")
    examination = examine(tmp_path / "book.pdf", SHORT_REGISTER)
    (report,) = judged({tmp_path / "book.pdf": examination}, whole_register())
    assert {(v.status, f.code) for v, f in zip(report.verdicts, report.findings, strict=True)} == {
        ("unjudged", "L011")
    }
    assert "It was not found, but only 1 of its 2 pages were read." in report.findings[0].message


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("theme", ["classic", "illustrated", "school", "school-large"])
def test_what_guidepub_makes_is_judged_to_the_end(theme, language, tmp_path):
    made = guide(language, 0)
    catalog = Catalog.of(
        made, notices=register(language, None), imprint=PRESS, defaults={"theme": theme}
    )
    (tmp_path / "book.epub").write_bytes(guidepub.render(guidepub.assemble(made, catalog), "epub"))
    if language == "en":
        (tmp_path / "book-screen.pdf").write_bytes(
            guidepub.render(guidepub.assemble(made, catalog), "screen")
        )
    report = guidepub.check_legal([tmp_path], catalog)
    assert report.findings == ()
    assert {v.status for file in report.files for v in file.verdicts} == {"verbatim"}
