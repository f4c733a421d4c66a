"""The edition for reading as PDF/UA-2 (ISO 14289-2) and PDF/A-4 (ISO 19005-4), in one file.

WeasyPrint 70 writes PDF 2.0 and the metadata of PDF/UA-2. What leads to elements of the
structure, the types that PDF 2.0 has for notes and lists, and all of PDF/A-4 are added.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pydyf

from guidepub.pdf.finishing.archive import keep
from guidepub.pdf.tags.structure import HEADINGS, Structure

_NAMESPACE = "http://iso.org/pdf2/ssn"
_DESCRIPTIONS = """<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 pdfaid:part="4" pdfaid:rev="2020"/>
</rdf:RDF>"""


def make_second_part(pdf: pydyf.PDF, anchors: Mapping[str, pydyf.Dictionary]) -> None:
    """Make PDF/UA-2 and PDF/A-4 of a tagged PDF whose structure is fixed.

    `anchors` are the elements that links may lead to, by the names that these have for them.
    """
    tree = Structure(pdf)
    _lead_links_to_elements(tree, pdf, anchors)
    _lead_bookmarks_to_headings(tree, pdf)
    _use_types_of_2(tree, pdf)
    keep(pdf, _DESCRIPTIONS)
    # ISO 19005-4, 6.1.3: what it says is in the metadata.
    pdf.info.clear()


def _use_types_of_2(tree: Structure, pdf: pydyf.PDF) -> None:
    """Tag notes and lists of terms as PDF 2.0 has it (ISO 32000-2, 14.8.4.5 and table 382)."""
    namespace = pydyf.Dictionary({"Type": "/Namespace", "NS": pydyf.String(_NAMESPACE)})
    pdf.add_object(namespace)
    tree.root["Namespaces"] = pydyf.Array([namespace.reference])
    for _, element in tree.walk():
        if element["S"] == "/Note":
            element["S"] = "/FENote"
        elif element["S"] == "/L" and _has_labels(tree, element):
            numbering = element["A"]["ListNumbering"]
            element["A"]["ListNumbering"] = "/Description" if numbering == "/None" else numbering
        if element["S"] in ("/Document", "/FENote"):
            element["NS"] = namespace.reference


def _has_labels(tree: Structure, found: pydyf.Dictionary) -> bool:
    return any(True for item in tree.children(found, "/LI") for _ in tree.children(item, "/Lbl"))


def _lead_links_to_elements(
    tree: Structure, pdf: pydyf.PDF, anchors: Mapping[str, pydyf.Dictionary]
) -> None:
    """Let links lead to elements (ISO 14289-2, 8.8), and contents and calls refer to them."""
    names = pdf.catalog["Names"]["Dests"]["Names"]
    places = {name.string: place for name, place in zip(names[::2], names[1::2], strict=True)}
    for parent, link in tree.walk():
        if link["S"] != "/Link":
            continue
        for reference in tree.annotations(link):
            annotation = tree.annotation(reference)
            if "Dest" not in annotation:
                continue
            name = annotation.pop("Dest")
            target = anchors.get(name.string) or next(tree.children(tree.root))
            annotation["A"] = _leading(name, target, places[name.string])
            if target["S"] == "/Note":
                link["Ref"] = pydyf.Array([target.reference])
                target.setdefault("Ref", pydyf.Array()).append(link.reference)
            elif parent["S"] == "/Reference":
                parent["Ref"] = pydyf.Array([target.reference])


def _leading(
    destination: pydyf.String | pydyf.Array, target: pydyf.Dictionary, place: pydyf.Array
) -> pydyf.Dictionary:
    """Return an action that leads to an element (ISO 32000-2, 12.6.4.2), or else to a page."""
    to_element = pydyf.Array([target.reference, *place[1:]])
    return pydyf.Dictionary({"Type": "/Action", "S": "/GoTo", "D": destination, "SD": to_element})


def _lead_bookmarks_to_headings(tree: Structure, pdf: pydyf.PDF) -> None:
    """Let bookmarks lead to the headings that they name: both come in the order of the book."""
    headings = [each for _, each in tree.walk() if each["S"] in HEADINGS]
    for item in _bookmarks(tree, pdf):
        place = item.pop("Dest")
        left = [number for number, each in enumerate(headings) if each["Pg"] == place[0]]
        target = headings.pop(left[0]) if left else next(tree.children(tree.root))
        item["A"] = _leading(place, target, place)


def _bookmarks(tree: Structure, pdf: pydyf.PDF) -> Iterator[pydyf.Dictionary]:
    """Yield all bookmarks in their order (ISO 32000-2, 12.3.3)."""
    waiting = [pdf.catalog["Outlines"]] if "Outlines" in pdf.catalog else []
    while waiting:
        item = tree.object(waiting.pop())
        if "Dest" in item:
            yield item
        waiting += [item[key] for key in ("Next", "First") if key in item]
