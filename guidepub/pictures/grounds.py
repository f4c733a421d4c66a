"""Pictures on a white ground, for pages that a reader can make dark.

The lines and letters of a drawing are mostly dark, and reading systems remove the backgrounds
that a stylesheet gives to pictures, so a transparent drawing cannot be seen on a dark page.
"""

from __future__ import annotations

from lxml import etree
from PIL import Image

from guidepub.pictures.opening import opened
from guidepub.pictures.reading import saved

_SVG = "{http://www.w3.org/2000/svg}"
_ABOVE = frozenset({f"{_SVG}title", f"{_SVG}desc"})
_WHOLE = {"x": "0", "y": "0", "width": "100%", "height": "100%"}


def on_paper(data: bytes, media_type: str) -> bytes:
    """Return a picture with white in place of transparency, in the same media type.

    An opaque picture is returned unchanged, and so are drawings that cannot be read, and
    animations.
    """
    return _drawing(data) if media_type == "image/svg+xml" else _pixels(data, media_type)


def _drawing(data: bytes) -> bytes:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return data
    if root.tag != f"{_SVG}svg":
        return data
    box = (root.get("viewBox") or "").replace(",", " ").split()
    place = dict(zip(_WHOLE, box, strict=True)) if len(box) == len(_WHOLE) else _WHOLE
    above = sum(child.tag in _ABOVE for child in root)
    root.insert(above, etree.Element(f"{_SVG}rect", {**place, "fill": "#ffffff"}))
    return etree.tostring(root.getroottree(), encoding="utf-8", xml_declaration=True)


def _pixels(data: bytes, media_type: str) -> bytes:
    found = opened(data, media_type)
    if found is None or not found.image.has_transparency_data:
        return data
    above = found.image.convert("RGBA")
    if above.getchannel("A").getextrema() == (255, 255):
        return data
    paper = Image.new("RGBA", above.size, "#ffffff")
    paper.alpha_composite(above)
    whole = paper.convert(found.mode)
    if "icc_profile" in found.image.info:
        whole.info["icc_profile"] = found.image.info["icc_profile"]
    return saved(whole, data, media_type)
