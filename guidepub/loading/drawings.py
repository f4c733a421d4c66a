"""Whether an SVG is a drawing and nothing more: no script, no style, nothing from outside."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

_LIMIT = 4 * 1024 * 1024
_MAX_ELEMENTS = 20_000
_SVG = "http://www.w3.org/2000/svg"
_XHTML = "http://www.w3.org/1999/xhtml"
_FORBIDDEN = frozenset(
    {"script", "style", "foreignobject", "handler", "listener", "iframe", "embed", "object"}
    | {"animate", "animatecolor", "animatemotion", "animatetransform", "set", "discard"}
    | {"audio", "video"}
)
# Functions of CSS that fetch; a backslash could spell them in another way.
_FETCHING = re.compile(r"url\((?!\s*[\"']?\s*#)|image-set\(|image\(|src\(|@import|\\", re.I)
_PLAIN = "Export it as a plain, static SVG."
_EMBED = "Embed what it shows."
_DOCTYPE = ("declares a document type", "Remove <!DOCTYPE …>.")

Fault = tuple[str, str]


def fault_of_svg(data: bytes) -> Fault | None:
    """Return what is wrong with an SVG and the remedy, or nothing where it is harmless."""
    if len(data) > _LIMIT:
        return (
            f"is larger than the {_LIMIT // 2**20} MiB allowed for an SVG",
            "Simplify the drawing.",
        )
    if b"<!DOCTYPE" in data:
        return _DOCTYPE
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        return f"is no valid SVG: {error.msg}", "Export it again."
    return next(_faults(root), None)


def _faults(root: etree._Element) -> Iterator[Fault]:
    tree = root.getroottree()
    if root.tag != f"{{{_SVG}}}svg":
        yield "has no <svg> of the SVG namespace at its root", "Export it again."
    # In another encoding the words are not seen before; without them no entity is known.
    if tree.docinfo.internalDTD is not None:
        yield _DOCTYPE
    # Instructions may stand before and after the root too.
    if tree.xpath("//processing-instruction()"):
        yield "holds a processing instruction", "Remove <?…?>."
    for count, element in enumerate(root.iter("*")):
        if count == _MAX_ELEMENTS:
            yield f"has over {_MAX_ELEMENTS:,} elements", "Simplify the drawing."
            return
        tag = etree.QName(element)
        if tag.localname.lower() in _FORBIDDEN or tag.namespace == _XHTML:
            yield f"holds a <{tag.localname}>", _PLAIN
        for attribute, value in element.attrib.items():
            yield from _attribute_faults(tag.localname, str(attribute), str(value))


def _attribute_faults(element: str, attribute: str, value: str) -> Iterator[Fault]:
    name = attribute.rpartition("}")[2].lower()
    if name.startswith("on"):
        yield f"runs a script ({name})", _PLAIN
    if name == "base":
        yield "sets a base for its addresses", _PLAIN
    if name in ("href", "src") and not _is_inner(value, element):
        yield "refers to another file", _EMBED
    if name != "d" and not name.startswith("aria-") and _FETCHING.search(value):
        yield "refers to another file", _EMBED


def _is_inner(target: str, element: str) -> bool:
    return target.startswith("#") or (
        element == "image" and target.startswith(("data:image/png;", "data:image/jpeg;"))
    )
