"""The mark of a PDF: its rights and its notices in the XMP metadata (ISO 16684-1).

Dublin Core and XMP's schema for rights say what they can; the rest is in guidepub's own
namespace, which PDF/A wants described in the file (ISO 19005-2, 6.6.2.3.3).
"""

from __future__ import annotations

from xml.sax.saxutils import escape

import pydyf

from guidepub.model import Book, Edition
from guidepub.model.mark import NAMESPACE, PREFIX, mark_of

_WHAT = (
    ("notice", "seq Text", "Notices: id@version language sha256:hash of the normalised wording"),
    ("guide", "Text", "Slug of the guide and SHA-256 of its definition"),
    ("catalog", "Text", "Commit of the catalogue, as in git:hash"),
    ("edition", "Text", "Edition: print, print-cover, screen or epub"),
    ("product", "Text", "Name of the product in the catalogue"),
    ("press", "Text", "Id of the printer by whose rules the file was made"),
    ("imprint", "Text", "Id of the imprint"),
    ("years", "Text", "Copyright years as printed"),
    ("table", "seq Text", "Tables that figures were taken from, as JSON"),
    ("figure", "seq Text", "Figures with the cells that they were taken from, as JSON"),
)
# The properties of which there may be several.
_SEVERAL = tuple(name for name, kind, _ in _WHAT if kind.startswith("seq"))


def write_mark(pdf: pydyf.PDF, book: Book, edition: Edition) -> None:
    """Add a book's mark to the metadata of a PDF that is being made."""
    description = _description(book, edition).encode()
    for item in pdf.objects:
        if isinstance(item, pydyf.Stream) and item.extra.get("Subtype") == "/XML":
            item.stream = [
                part.replace(b"</rdf:RDF>", description + b"\n</rdf:RDF>") for part in item.stream
            ]


def extension_schema() -> str:
    """Return the description of the namespace that a PDF/A file carries, as one item of a bag."""
    properties = "\n".join(
        '<rdf:li rdf:parseType="Resource">'
        f"<pdfaProperty:name>{name}</pdfaProperty:name>"
        f"<pdfaProperty:valueType>{kind}</pdfaProperty:valueType>"
        "<pdfaProperty:category>external</pdfaProperty:category>"
        f"<pdfaProperty:description>{what}</pdfaProperty:description></rdf:li>"
        for name, kind, what in _WHAT
    )
    return (
        '<rdf:li rdf:parseType="Resource">\n'
        "<pdfaSchema:schema>guidepub legal mark</pdfaSchema:schema>\n"
        f"<pdfaSchema:namespaceURI>{NAMESPACE}</pdfaSchema:namespaceURI>\n"
        f"<pdfaSchema:prefix>{PREFIX}</pdfaSchema:prefix>\n"
        f"<pdfaSchema:property><rdf:Seq>{properties}</rdf:Seq></pdfaSchema:property>\n</rdf:li>"
    )


def _description(book: Book, edition: Edition) -> str:
    mark = mark_of(book, edition)
    stated = [(name, escape(value)) for name, value in mark.properties()]
    own = [
        f"<{PREFIX}:{name}>{value}</{PREFIX}:{name}>"
        for name, value in stated
        if name not in _SEVERAL
    ]
    for kind in _SEVERAL:
        items = "".join(f"<rdf:li>{value}</rdf:li>" for name, value in stated if name == kind)
        if items:
            own.append(f"<{PREFIX}:{kind}><rdf:Seq>{items}</rdf:Seq></{PREFIX}:{kind}>")
    isbn = book.guide.isbn.print if edition != "screen" else None
    identifier = f"<dc:identifier>urn:isbn:{isbn}</dc:identifier>\n" if isbn else ""
    return (
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"\n'
        ' xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"'
        f' xmlns:{PREFIX}="{NAMESPACE}">\n{identifier}'
        f'<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">{escape(book.rights)}</rdf:li>'
        "</rdf:Alt></dc:rights>\n<xmpRights:Marked>True</xmpRights:Marked>\n"
        f"<xmpRights:Owner><rdf:Bag><rdf:li>{escape(mark.holder)}</rdf:li></rdf:Bag>"
        "</xmpRights:Owner>\n" + "\n".join(own) + "\n</rdf:Description>"
    )
