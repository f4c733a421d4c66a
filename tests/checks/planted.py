"""Faults to plant into good files: what each does, and the one code that must tell it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String
from PIL import Image


@dataclass(frozen=True)
class PdfFault:
    """A change to the PDF of an edition, or to its bytes."""

    code: str
    edition: str
    change: Callable[[Pdf], None] = lambda pdf: None
    encryption: pikepdf.Encryption | None = None
    bytes_change: Callable[[bytes], bytes] = lambda data: data


@dataclass(frozen=True)
class EpubFault:
    """A change to the entries of an EPUB, in their order, or to how or as what they are packed."""

    code: str
    change: Callable[[dict[str, bytes]], dict[str, bytes] | None] = lambda entries: None
    compress_all: bool = False
    bytes_change: Callable[[bytes], bytes] = lambda data: data


def plant_pdf(fault: PdfFault, source: Path, target: Path) -> None:
    """Write a copy of a PDF with a fault."""
    with Pdf.open(source) as pdf:
        fault.change(pdf)
        buffer = io.BytesIO()
        pdf.save(buffer, encryption=fault.encryption or False)
    target.write_bytes(fault.bytes_change(buffer.getvalue()))


def plant_epub(fault: EpubFault, source: Path, target: Path) -> None:
    """Write a copy of an EPUB with a fault."""
    with zipfile.ZipFile(source) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    entries = fault.change(entries) or entries
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            stored = name == "mimetype" and not fault.compress_all
            archive.writestr(name, content, zipfile.ZIP_STORED if stored else None)
    target.write_bytes(fault.bytes_change(buffer.getvalue()))


# PDF


def adding(content: str, page: int = 5) -> Callable[[Pdf], None]:
    """Paint something more on a page; FONT stands for one of its fonts, two glyphs wide."""

    def change(pdf: Pdf) -> None:
        target = pdf.pages[page]
        font = next(iter(target.Resources.Font.keys()))
        target.contents_add(b"q", prepend=True)
        target.contents_add(f"Q {content.replace('FONT', font)}".encode())

    return change


def objects(pdf: Pdf, key: str, value: str) -> Iterator[pikepdf.Object]:
    """Yield the dictionaries that have a name under a key."""
    for item in pdf.objects:
        if isinstance(item, Dictionary) and str(item.get(key, "")) == value:
            yield item


def first_picture(pdf: Pdf) -> pikepdf.Object:
    return next(
        item
        for item in pdf.objects
        if isinstance(item, pikepdf.Stream) and str(item.get("/Subtype", "")) == "/Image"
    )


def picture_of(share: float, space: str = "/DeviceGray", pixel: bytes = b"\x80") -> Callable:
    """Replace the first picture by a flat one with a share of its pixels each way."""

    def change(pdf: Pdf) -> None:
        item = first_picture(pdf)
        width, height = int(item.Width * share), int(item.Height * share)
        item.write(pixel * width * height)
        item.Width, item.Height, item.ColorSpace = width, height, Name(space)
        if "/DecodeParms" in item:
            del item["/DecodeParms"]

    return change


def picture_at(x: float, y: float) -> Callable[[Pdf], None]:
    """Paint a grey picture of 200 points on a page, from its lower left corner."""

    def change(pdf: Pdf) -> None:
        image = pdf.make_stream(b"\x80" * 840 * 840)
        image.Type, image.Subtype, image.ColorSpace = Name.XObject, Name.Image, Name.DeviceGray
        image.Width = image.Height = 840
        image.BitsPerComponent = 8
        name = pdf.pages[5].add_resource(image, Name.XObject)
        adding(ARTIFACT.format(f"q 200 0 0 200 {x} {y} cm {name} Do Q"))(pdf)

    return change


def box(key: str, edges: list[float], pages: slice = slice(None)) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        for page in list(pdf.pages)[pages]:
            page.obj[key] = Array(edges)

    return change


def no_trim_box(pdf: Pdf) -> None:
    for page in pdf.pages:
        del page.obj["/TrimBox"]


def deleting(*path: str) -> Callable[[Pdf], None]:
    """Delete an entry below the catalogue."""

    def change(pdf: Pdf) -> None:
        holder = pdf.Root
        for key in path[:-1]:
            holder = holder[key]
        del holder[path[-1]]

    return change


def no_font_files(pdf: Pdf) -> None:
    descriptor = next(objects(pdf, "/Type", "/FontDescriptor"))
    for key in ("/FontFile", "/FontFile2", "/FontFile3"):
        if key in descriptor:
            del descriptor[key]


def whole_font(pdf: Pdf) -> None:
    font = next(objects(pdf, "/Subtype", "/Type0"))
    font.BaseFont = Name("/Whole")


def no_unicode(pdf: Pdf) -> None:
    del next(objects(pdf, "/Subtype", "/Type0"))["/ToUnicode"]


def no_alternative(pdf: Pdf) -> None:
    del next(e for e in objects(pdf, "/S", "/Figure") if "/Alt" in e)["/Alt"]


def skipped_heading(pdf: Pdf) -> None:
    for element in objects(pdf, "/S", "/H2"):
        element.S = Name("/H4")


def no_headers(pdf: Pdf) -> None:
    for element in objects(pdf, "/S", "/TH"):
        element.S = Name("/TD")


def vague_headers(pdf: Pdf) -> None:
    for kind in ("/TH", "/TD"):
        for element in objects(pdf, "/S", kind):
            if "/A" in element:
                del element["/A"]


def broken_list(pdf: Pdf) -> None:
    lists = {e.objgen for e in objects(pdf, "/S", "/L")}
    for element in objects(pdf, "/S", "/LI"):
        if element.P.objgen in lists:
            element.S = Name("/P")


def laid_bare(pdf: Pdf) -> None:
    """Let a paragraph stand in an item of a list, beside its label."""
    item = next(e for e in objects(pdf, "/S", "/LBody"))
    item.S = Name.P


def cell_in_table(pdf: Pdf) -> None:
    next(objects(pdf, "/S", "/TR")).S = Name.Div


def unlinked(pdf: Pdf) -> None:
    """Leave an annotation in the structure, but in no link."""
    for element in objects(pdf, "/S", "/Link"):
        if any("/Obj" in kid for kid in element.K if isinstance(kid, Dictionary)):
            element.S = Name.Span
            return


def nameless_link(pdf: Pdf) -> None:
    del next(objects(pdf, "/Subtype", "/Link"))["/Contents"]


def loose_link(pdf: Pdf) -> None:
    page = pdf.pages[3]
    annotations = page.obj.get("/Annots", Array())
    link = Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=[10, 10, 50, 20], Contents=String("There")
    )
    page.obj["/Annots"] = Array([*annotations, pdf.make_indirect(link)])


def appended_page(pdf: Pdf) -> None:
    """Append a page as pikepdf does: with the number of its tags, and without these."""
    pdf.pages.append(next(page for page in pdf.pages if "/Annots" not in page))


def orphan(pdf: Pdf) -> None:
    """Leave a page what marks its content, but not by which its elements are found."""
    del next(page for page in pdf.pages if "/Annots" not in page).obj["/StructParents"]


def metadata(old: bytes, new: bytes) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        data = pdf.Root.Metadata.read_bytes()
        assert old in data
        pdf.Root.Metadata = pdf.make_stream(
            data.replace(old, new), Type=Name.Metadata, Subtype=Name.XML
        )

    return change


def blank_page(pdf: Pdf) -> None:
    pdf.add_blank_page(page_size=(432, 648))


def no_pages(pdf: Pdf) -> None:
    del pdf.pages[:]


def broken_content(pdf: Pdf) -> None:
    page = pdf.pages[4]
    page.obj["/Contents"] = pdf.make_stream(b"q << /A [ ( BT ")


def no_title(pdf: Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def renamed(pdf: Pdf) -> None:
    """Set the title where tools set it, and not in the metadata."""
    pdf.docinfo["/Title"] = "Another title"


def rgb_group(pdf: Pdf) -> None:
    pdf.pages[4].obj["/Group"] = Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceRGB)


def rgb_form(pdf: Pdf) -> None:
    """Hide RGB in a form inside a form."""
    inner = pdf.make_stream(
        b"0 0 1 rg 0 0 9 9 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9]
    )
    outer = pdf.make_stream(
        b"/In Do",
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=[0, 0, 9, 9],
        Resources=Dictionary(XObject=Dictionary(In=inner)),
    )
    name = pdf.pages[5].add_resource(outer, Name.XObject)
    adding(f"q 1 0 0 1 200 200 cm {name} Do Q")(pdf)


ARTIFACT = "/Artifact BMC {} EMC"


def spot_ink(pdf: Pdf) -> None:
    """Paint with an ink of its own that other devices show as DeviceCMYK."""
    shown = Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=[0, 0, 0, 0], C1=[0, 1, 1, 0])
    space = Array([Name.Separation, Name.Blood, Name.DeviceCMYK, shown])
    name = pdf.pages[5].add_resource(space, Name.ColorSpace)
    adding(ARTIFACT.format(f"{name} cs 1 scn 99 99 9 9 re f"))(pdf)


def word(x: float, y: float, colour: str = "0 0 0 1 k", size: int = 10) -> str:
    return f"q {colour} BT /FONT {size} Tf {x} {y} Td <00020003> Tj ET Q".replace("/FONT", "FONT")


PDF_FAULTS = {
    # The file
    "cut-short": PdfFault("P001", "screen", bytes_change=lambda data: data[: len(data) // 2]),
    "no-pdf": PdfFault("P001", "screen", bytes_change=lambda data: b"Not a PDF.\n" * 50),
    "damaged": PdfFault("P002", "screen", broken_content),
    "restricted": PdfFault("P003", "screen", encryption=pikepdf.Encryption(owner="o", user="")),
    "locked": PdfFault("P003", "screen", encryption=pikepdf.Encryption(owner="o", user="u")),
    "no-pages": PdfFault("P001", "screen", no_pages),
    # Fonts
    "font-not-embedded": PdfFault("P010", "print", no_font_files),
    "font-whole": PdfFault("P011", "print", whole_font),
    "missing-glyph": PdfFault(
        "P012", "print", adding("q 0 g BT FONT 10 Tf 100 300 Td <00000002> Tj ET Q")
    ),
    "font-without-unicode": PdfFault("P013", "screen", no_unicode),
    # Access
    "not-tagged": PdfFault("P020", "screen", deleting("/MarkInfo")),
    "no-language": PdfFault("P021", "screen", deleting("/Lang")),
    "title-not-shown": PdfFault("P022", "screen", no_title),
    "two-titles": PdfFault("P038", "screen", renamed),
    "said-to-be-ua-2": PdfFault(
        "P036", "screen", metadata(b'pdfuaid:part="1"', b'pdfuaid:part="2"')
    ),
    "not-said-to-be-ua": PdfFault("P023", "screen", metadata(b"pdfuaid:part", b"pdfuaid:rest")),
    "lost-alternative": PdfFault("P024", "screen", no_alternative),
    "heading-skipped": PdfFault("P025", "screen", skipped_heading),
    "no-table-headers": PdfFault("P026", "screen", no_headers),
    "vague-table-headers": PdfFault("P027", "screen", vague_headers),
    "nameless-link": PdfFault("P028", "screen", nameless_link),
    "loose-link": PdfFault("P029", "screen", loose_link),
    "link-in-no-link": PdfFault("P029", "screen", unlinked),
    "no-bookmarks": PdfFault("P030", "screen", deleting("/Outlines")),
    "no-page-labels": PdfFault("P031", "screen", deleting("/PageLabels")),
    "loose-content": PdfFault("P032", "screen", adding("100 100 50 50 re f")),
    "orphan": PdfFault("P032", "screen", orphan),
    "appended-page": PdfFault("P037", "screen", appended_page),
    "broken-list": PdfFault("P033", "screen", broken_list),
    "paragraph-in-an-item": PdfFault("P034", "screen", laid_bare),
    "cell-in-no-row": PdfFault("P035", "screen", cell_in_table),
    # Pages
    "blank-page": PdfFault("P040", "screen", blank_page),
    "clipped-table": PdfFault(
        "P041", "screen",
        adding(ARTIFACT.format(f"q 60 100 50 200 re W n {word(102, 200, '0 g', 12)} Q")),
    ),
    "picture-off-the-page": PdfFault("P043", "screen", picture_at(380, 300)),
    "picture-off-the-sheet": PdfFault("P043", "print", picture_at(300, -120)),
    "type-off-the-sheet": PdfFault("P041", "print", adding(word(700, 300))),
    "coarse-on-screen": PdfFault("P042", "screen", picture_of(0.3)),
    "inks-on-a-screen": PdfFault("P044", "screen", adding(ARTIFACT.format("0 1 1 0 k 99 99 9 9 re f"))),
    "spot-ink-on-a-screen": PdfFault("P044", "screen", spot_ink),
    "picture-in-inks-on-a-screen": PdfFault(
        "P044", "screen", picture_of(1, "/DeviceCMYK", b"\x00\xff\xff\x00")
    ),
    # The press
    "no-output-intent": PdfFault("K001", "print", deleting("/OutputIntents")),
    "rgb-output-intent": PdfFault(
        "K001", "print", lambda pdf: pdf.Root.OutputIntents[0].DestOutputProfile.write(b"RGB " * 99)
    ),
    "not-said-to-be-x": PdfFault("K002", "print", metadata(b"GTS_PDFXVersion", b"GTS_Version")),
    "link-in-print": PdfFault("K003", "print", loose_link),
    "no-trim-box": PdfFault(
        "K010", "print", no_trim_box
    ),
    "boxes-crossed": PdfFault("K011", "print", box("/BleedBox", [-9, -9, 430, 657], slice(3, 4))),
    "missing-bleed": PdfFault("K012", "print", box("/BleedBox", [0, 0, 432, 648])),
    "narrow-bleed": PdfFault("K012", "print", box("/BleedBox", [-9, -9, 441, 654], slice(4, 5))),
    "wrong-trim": PdfFault("K013", "print", box("/TrimBox", [0, 0, 420, 640], slice(6, 7))),
    "odd-trim": PdfFault("K014", "print", box("/TrimBox", [4, 4, 428, 644])),
    "rgb-text": PdfFault("K020", "print", adding(word(100, 300, "0 0 0 rg"))),
    "rgb-in-forms": PdfFault("K020", "print", rgb_form),
    "lab-shape": PdfFault("K020", "print", adding("/lab-d50 cs 50 0 0 scn 9 99 99 99 re f")),
    "rgb-picture": PdfFault("K021", "print", picture_of(1, "/DeviceRGB", b"\x10\x20\x80")),
    "rgb-inline-picture": PdfFault(
        "K021", "print",
        adding("q 2 0 0 2 99 99 cm BI /W 1 /H 1 /BPC 8 /CS /RGB ID \x01\x02\x03 EI Q"),
    ),
    "rgb-blending": PdfFault("K022", "print", rgb_group),
    "too-much-ink": PdfFault("K023", "print", adding("0.9 0.8 0.8 0.9 k 99 99 50 50 re f")),
    "inky-picture": PdfFault("K024", "print", picture_of(1, "/DeviceCMYK", b"\xf0\xf0\xf0\xf0")),
    "rich-black-text": PdfFault("K025", "print", adding(word(100, 300, "0.4 0.3 0.3 1 k"))),
    "72-dpi-picture": PdfFault("K030", "print", picture_of(72 / 415)),
    "200-dpi-picture": PdfFault("K031", "print", picture_of(200 / 415)),
    "text-over-the-trim": PdfFault("K040", "print", adding(word(427, 300))),
    "text-near-the-trim": PdfFault("K041", "print", adding(word(100, 4))),
    "text-over-the-cover": PdfFault("K040", "print-cover", adding(word(-6, 300), 0)),
}  # fmt: skip


# EPUB

NAVIGATION = "EPUB/contents.xhtml"
PACKAGE = "EPUB/content.opf"
OVERVIEW = "EPUB/section-overview.xhtml"


def text(name: str, old: str, new: str, count: int = 1) -> Callable:
    """Replace a pattern in an entry."""

    def change(entries: dict[str, bytes]) -> None:
        changed, number = re.subn(old, new, entries[name].decode(), count=count, flags=re.S)
        assert number, f"{name} has no {old}"
        entries[name] = changed.encode()

    return change


def both(*changes: Callable) -> Callable:
    def change(entries: dict[str, bytes]) -> None:
        for each in changes:
            each(entries)

    return change


def last(name: str) -> Callable:
    """Move an entry to the end."""
    return lambda entries: {**{k: v for k, v in entries.items() if k != name}, name: entries[name]}


def without(name: str) -> Callable:
    return lambda entries: {k: v for k, v in entries.items() if k != name}


def page_list(entries: dict[str, bytes]) -> None:
    """Give a book pages of a printed one, unless it has them."""
    if b'"page-list"' in entries[NAVIGATION]:
        return
    documents = ("section-overview", "section-workplace", "section-outlook")
    items = ""
    for number, name in enumerate(documents, 1):
        mark = f'<span epub:type="pagebreak" role="doc-pagebreak" id="page-{number}"'
        text(f"EPUB/{name}.xhtml", "</h1>", f'{mark} aria-label="{number}"></span></h1>')(entries)
        items += f'<li><a href="{name}.xhtml#page-{number}">{number}</a></li>'
    nav = f'<nav epub:type="page-list" id="page-list"><ol>{items}</ol></nav></body>'
    text(NAVIGATION, "</body>", nav)(entries)
    text(PACKAGE, "</metadata>", "<dc:source>urn:isbn:9780000000002</dc:source></metadata>")(
        entries
    )


def swapped_pages(entries: dict[str, bytes]) -> None:
    page_list(entries)
    head, mark, tail = entries[NAVIGATION].decode().partition('epub:type="page-list"')
    body, end, rest = tail.partition("</nav>")
    items = re.findall(r"<li>.*?</li>", body, re.S)
    body = body.replace(items[0], "@").replace(items[1], items[0]).replace("@", items[1])
    entries[NAVIGATION] = f"{head}{mark}{body}{end}{rest}".encode()


def no_source(entries: dict[str, bytes]) -> None:
    source = r'<dc:source.*?</dc:source>|<meta property="pageBreakSource">.*?</meta>'
    text(PACKAGE, source, "", count=0)(entries)


def cover(pixels: tuple[int, int]) -> Callable:
    def change(entries: dict[str, bytes]) -> None:
        buffer = io.BytesIO()
        Image.new("RGB", pixels, "navy").save(buffer, "PNG")
        entries["EPUB/images/cover.png"] = buffer.getvalue()

    return change


def in_inks() -> bytes:
    buffer = io.BytesIO()
    Image.new("CMYK", (8, 8), (0, 255, 255, 0)).save(buffer, "JPEG")
    return buffer.getvalue()


def listed_picture(entries: dict[str, bytes]) -> None:
    item = '<item id="ink" href="images/ink.jpg" media-type="image/jpeg"/></manifest>'
    text(PACKAGE, "</manifest>", item)(entries)


def claim(value: str, name: str = "accessibilityFeature") -> Callable:
    meta = f'<meta property="schema:{name}">{value}</meta></metadata>'
    return text(PACKAGE, "</metadata>", meta)


def conforming(entries: dict[str, bytes]) -> None:
    standard = b"EPUB Accessibility 1.1 - WCAG 2.2 Level AA"
    meta = b'<meta property="dcterms:conformsTo">' + standard + b"</meta></metadata>"
    entries[PACKAGE] = entries[PACKAGE].replace(b"</metadata>", meta)


EPUB_FAULTS = {
    "archive-cut-short": EpubFault("E001", bytes_change=lambda data: data[: len(data) // 2]),
    "mimetype-compressed": EpubFault("E002", compress_all=True),
    "mimetype-last": EpubFault("E002", last("mimetype")),
    "no-container": EpubFault("E003", without("META-INF/container.xml")),
    "no-package": EpubFault("E003", without(PACKAGE)),
    "item-missing": EpubFault("E004", without("EPUB/sources.xhtml")),
    "item-not-listed": EpubFault("E005", lambda e: {**e, "EPUB/stray.css": b"p {}"}),
    "not-well-formed": EpubFault("E007", text(OVERVIEW, "</h1>", "</h2>")),
    "cover-broken": EpubFault("E008", lambda e: {**e, "EPUB/images/cover.png": b"no picture"}),
    "no-toc": EpubFault("E010", text(NAVIGATION, r'epub:type="toc"( role="doc-toc")?', "")),
    "no-landmarks": EpubFault("E011", text(NAVIGATION, r'<nav epub:type="landmarks".*?</nav>', "")),
    "link-to-no-file": EpubFault("E012", text(OVERVIEW, "<p>", '<p><a href="gone.xhtml">A</a> ')),
    "link-to-no-id": EpubFault("E012", text(OVERVIEW, "<p>", '<p><a href="#gone">A</a> ')),
    "heading-skip": EpubFault("E013", text(OVERVIEW, "</h1>", "</h1><h4>Down</h4>")),
    "no-alt": EpubFault("E014", text(OVERVIEW, "</h1>", '</h1><img src="images/cover.png"/>')),
    "no-cover": EpubFault("E015", text(PACKAGE, ' properties="cover-image"', "")),
    "small-cover": EpubFault("E016", cover((600, 900))),
    "heavy-cover": EpubFault(
        "E017",
        lambda e: {**e, "EPUB/images/cover.png": e["EPUB/images/cover.png"] + bytes(11 << 20)},
    ),
    "page-without-target": EpubFault(
        "E018", both(page_list, text(NAVIGATION, r'("page-list".*?href="[^"#]*#)', r"\1gone-"))
    ),
    "pages-out-of-order": EpubFault("E019", swapped_pages),
    "pages-of-no-book": EpubFault("E020", both(page_list, no_source)),
    "no-access-metadata": EpubFault(
        "E021", text(PACKAGE, r'<meta property="schema:accessibilityHazard">.*?</meta>', "")
    ),
    "no-language-but-conforming": EpubFault(
        "E024",
        both(conforming, text(OVERVIEW, r'(<html[^>]*?)( xml:lang="[^"]*"| lang="[^"]*")+', r"\1")),
    ),
    "two-hazards": EpubFault("E022", claim("flashing", "accessibilityHazard")),
    "false-sound": EpubFault("E022", claim("auditory", "accessMode")),
    "false-claim": EpubFault("E022", claim("longDescription")),
    "false-math": EpubFault("E022", claim("MathML")),
    "picture-in-inks": EpubFault(
        "E023", both(listed_picture, lambda e: e.update({"EPUB/images/ink.jpg": in_inks()}))
    ),
    "two-ids": EpubFault("E090", text(OVERVIEW, "</h1>", '</h1><p id="x">A</p><p id="x">B</p>')),
}
