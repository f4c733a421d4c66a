"""The mark of a PDF: its rights and its notices in the XMP metadata (ISO 16684-1).

Dublin Core and XMP's schema for rights say what they can; the rest is in guidepub's own
namespace, which PDF/A wants described in the file (ISO 19005-2, 6.6.2.3.3).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

import pydyf

from guidepub.model import Book, Edition
from guidepub.model.books.mark import NAMESPACE, PREFIX, mark_of
from guidepub.model.notices.terms import LICENSE, XMP_NAMESPACES
from guidepub.words.markup import escape

_Property = tuple[str, str, str]

_MARK_PROPERTIES: tuple[_Property, ...] = (
    ("notice", "seq Text", "Notices: id@version language sha256:hash of the normalised wording"),
    ("guide", "Text", "Slug of the guide and SHA-256 of its definition"),
    ("catalog", "Text", "Commit of the catalogue, as in git:hash"),
    ("edition", "Text", "Edition: print, print-cover, screen or epub"),
    ("product", "Text", "Name of the product in the catalogue"),
    ("press", "Text", "Id of the printer by whose rules the file was made"),
    ("imprint", "Text", "Id of the imprint"),
    ("years", "Text", "Copyright years as printed"),
    ("claim", "Text", "Standard of accessibility, and who answers for the claim"),
    ("table", "seq Text", "Tables that figures were taken from, as JSON"),
    ("figure", "seq Text", "Figures with the cells that they were taken from, as JSON"),
)
_TERMS: Mapping[str, tuple[str, tuple[_Property, ...]]] = MappingProxyType(
    {
        "tdm": (
            "Text and data mining reservation",
            (
                ("reservation", "Integer", "1 where the rights are reserved, or 0"),
                ("policy", "URI", "Address of the policy of the holder"),
            ),
        ),
        "plus": (
            "PLUS License Data Format",
            (("DataMining", "URI", "Whether AI may be trained with the work"),),
        ),
        "cc": ("Creative Commons", (("license", "URI", "Address of the licence"),)),
    }
)
# The properties of which there may be several.
_SEVERAL = tuple(name for name, kind, _ in _MARK_PROPERTIES if kind.startswith("seq"))


def write_mark(pdf: pydyf.PDF, book: Book, edition: Edition) -> None:
    """Add a book's mark to the metadata of a PDF that is being made."""
    description = _description(book, edition).encode()
    for item in pdf.objects:
        if isinstance(item, pydyf.Stream) and item.extra.get("Subtype") == "/XML":
            item.stream = [
                part.replace(b"</rdf:RDF>", description + b"\n</rdf:RDF>") for part in item.stream
            ]


def extension_schema() -> str:
    """Return the descriptions of the namespaces that a PDF/A file carries, as items of a bag."""
    own = _schema("guidepub legal mark", NAMESPACE, PREFIX, _MARK_PROPERTIES)
    others = (
        _schema(title, XMP_NAMESPACES[prefix], prefix, properties)
        for prefix, (title, properties) in _TERMS.items()
    )
    return "\n".join((own, *others))


def _schema(title: str, namespace: str, prefix: str, rows: Iterable[_Property]) -> str:
    properties = "\n".join(
        '<rdf:li rdf:parseType="Resource">'
        f"<pdfaProperty:name>{name}</pdfaProperty:name>"
        f"<pdfaProperty:valueType>{kind}</pdfaProperty:valueType>"
        "<pdfaProperty:category>external</pdfaProperty:category>"
        f"<pdfaProperty:description>{description}</pdfaProperty:description></rdf:li>"
        for name, kind, description in rows
    )
    return (
        '<rdf:li rdf:parseType="Resource">\n'
        f"<pdfaSchema:schema>{title}</pdfaSchema:schema>\n"
        f"<pdfaSchema:namespaceURI>{namespace}</pdfaSchema:namespaceURI>\n"
        f"<pdfaSchema:prefix>{prefix}</pdfaSchema:prefix>\n"
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
        "</xmpRights:Owner>\n"
        + "\n".join((*own, *_machine_statements(book, edition)))
        + "\n</rdf:Description>"
    )


def _machine_statements(book: Book, edition: Edition) -> Iterator[str]:
    """Yield the statements of a file's notices for machines; a licence is a web statement, too."""
    for name, value in book.terms_in(edition).items():
        prefix = name.partition(":")[0]
        declared = f'xmlns:{prefix}="{XMP_NAMESPACES[prefix]}"'
        yield f"<{name} {declared}>{escape(value)}</{name}>"
        if name == LICENSE:
            yield f"<xmpRights:WebStatement>{escape(value)}</xmpRights:WebStatement>"
