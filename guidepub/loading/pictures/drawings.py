"""Checks that an SVG is only a drawing: no script, no stylesheet, nothing from outside."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from guidepub.loading.pictures.drawing_effort import excessive_effort
from guidepub.loading.pictures.rasters import MAX_PIXELS, Fault, damage_of, raster_of

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
_CARRIED = ("image/png", "image/jpeg")
# A length of SVG 2 (7.9), and the four numbers of a view box (8.6).
_SIZE = re.compile(
    r"\s*\+?(?=[\d.]*[1-9])\d{0,7}(?:\.\d*)?(?:e[+-]?\d)?\s*(?:[a-z]{1,4}|%)?\s*|auto", re.I
)
_BOX = re.compile(r"\s*(?:[+-]?[\d.]{1,30}(?:e(?:-\d{1,2}|\+?\d))?(?:\s*,\s*|\s+|\s*$)){4}", re.I)
# What a <switch> may hold beside the parts of which one is to be drawn. What is forbidden, such as
# the <foreignObject> of drawing programs, has a fault of its own.
_UNDRAWN = frozenset({"title", "desc", "metadata"}) | _FORBIDDEN
_PLAIN = "Export it as a plain, static SVG."
_EMBED = "Embed what it shows."
_DOCTYPE = ("declares a document type", "Remove <!DOCTYPE …>.")
# The address that Inkscape and others write for an embedded picture (RFC 2397).
_EMBEDDED = re.compile(r"data:image/(?:png|jpeg|jpg);base64,", re.I)


def fault_of_svg(data: bytes) -> Fault | None:
    """Return the fault of an SVG with its remedy, or None where it is harmless."""
    if len(data) > _LIMIT:
        return (
            f"is larger than the {_LIMIT // 2**20} MiB allowed for an SVG",
            "Simplify the drawing, or embed smaller pictures.",
        )
    if b"<!DOCTYPE" in data:
        return _DOCTYPE
    try:
        root = etree.fromstring(data, _parser())
    except etree.XMLSyntaxError as error:
        return f"is not a valid SVG: {error.msg}", "Export it again."
    return next(_faults(root), None)


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def _faults(root: etree._Element) -> Iterator[Fault]:
    tree = root.getroottree()
    if root.tag != f"{{{_SVG}}}svg":
        yield "has no <svg> of the SVG namespace at its root", "Export it again."
    if effort := excessive_effort(root):
        yield effort, "Simplify it, or save it as PNG."
        return
    # In another encoding the words are not seen before; without them no entity is known.
    if tree.docinfo.internalDTD is not None:
        yield _DOCTYPE
    # Instructions may be before and after the root too.
    if tree.xpath("//processing-instruction()"):
        yield "holds a processing instruction", "Remove <?…?>."
    if not all(_SIZE.fullmatch(root.get(name, "auto")) for name in ("width", "height")):
        yield "has an invalid width or height", "Export it again."
    yield from _picture_faults(root)
    for count, element in enumerate(root.iter("*")):
        if count == _MAX_ELEMENTS:
            yield f"has more than {_MAX_ELEMENTS:,} elements", "Simplify the drawing."
            return
        tag = etree.QName(element)
        if tag.localname.lower() in _FORBIDDEN or tag.namespace == _XHTML:
            yield f"holds a <{tag.localname}>", _PLAIN
        if tag.localname == "switch" and _drawn_children(element) > 1:
            # WeasyPrint draws them all, whatever their languages are.
            yield "offers several versions in a <switch>", "Keep one, in the guide's language."
        for attribute, value in element.attrib.items():
            yield from _attribute_faults(tag.localname, str(attribute), str(value))


def _drawn_children(element: etree._Element) -> int:
    children = element.iterchildren(f"{{{_SVG}}}*")
    return sum(etree.QName(child).localname.lower() not in _UNDRAWN for child in children)


def _picture_faults(root: etree._Element) -> Iterator[Fault]:
    """Yield the faults of the pictures that a drawing holds, singly and together."""
    pixels = 0
    for data in _held_pictures(root):
        raster = raster_of(data) if data else None
        if raster is None:
            yield "contains a picture that is neither PNG nor JPEG", "Embed it again."
            return
        if raster.fault is not None:
            fault, remedy = raster.fault
            yield f"contains a picture that {fault}", remedy
        pixels += raster.pixels
    if pixels > MAX_PIXELS:
        yield f"contains pictures with more than {MAX_PIXELS:,} pixels", "Scale them down."


def damage_of_svg(data: bytes) -> Fault | None:
    """Return the first fault that appears when the pictures in a harmless SVG are drawn, or None."""
    for held in _held_pictures(etree.fromstring(data, _parser())):
        raster = raster_of(held) if held else None
        if raster is not None and (fault := damage_of(held, raster)):
            return f"contains a picture that {fault[0]}", fault[1]
    return None


def _held_pictures(root: etree._Element) -> Iterator[bytes]:
    """Yield the data of each picture that a drawing holds, empty for one of another kind."""
    for element in root.iter(f"{{{_SVG}}}image"):
        for attribute, address in element.attrib.items():
            if str(attribute).rpartition("}")[2] == "href" and _EMBEDDED.match(str(address)):
                held = embedded_picture(str(address))
                yield held[0] if held else b""


def _attribute_faults(element: str, attribute: str, value: str) -> Iterator[Fault]:
    name = attribute.rpartition("}")[2].lower()
    if name.startswith("on"):
        yield f"runs a script ({name})", _PLAIN
    if name == "base":
        yield "sets a base for its addresses", _PLAIN
    if name in ("href", "src") and not _is_inner(value, element):
        if element == "image" and value.lstrip().lower().startswith("data:"):
            yield "embeds a picture that is neither a PNG nor a JPEG", "Embed it as one of these."
        else:
            yield "refers to another file", "Remove the link." if element == "a" else _EMBED
    if name == "viewbox" and not _is_box(value):
        yield f"has a viewBox without an area (“{value[:40]}”)", "Export it again."
    if name != "d" and not name.startswith("aria-") and _FETCHING.search(value):
        yield "refers to another file", _EMBED


def _is_box(value: str) -> bool:
    if not _BOX.fullmatch(value):
        return False
    try:
        *_, width, height = map(float, value.replace(",", " ").split())
    except ValueError:
        return False
    # A drawing is never so small; its scale could not be reckoned with.
    return min(width, height) > 1e-9


def _is_inner(target: str, element: str) -> bool:
    return target.startswith("#") or (element == "image" and _EMBEDDED.match(target) is not None)


def embedded_picture(address: str) -> tuple[bytes, str] | None:
    """Return the PNG or JPEG that a `data:` address holds with its media type, or None.

    Base64 alone is taken, as drawing programs write it; white space in it counts for nothing.
    """
    beginning = _EMBEDDED.match(address)
    if beginning is None or len(address) > _LIMIT:
        return None
    try:
        data = base64.b64decode(unquote("".join(address[beginning.end() :].split())), validate=True)
    except (binascii.Error, ValueError):
        return None
    raster = raster_of(data)
    if raster is None or raster.kind not in _CARRIED:
        return None
    return data, raster.kind
