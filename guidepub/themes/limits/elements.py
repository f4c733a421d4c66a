"""The elements and attributes of a leaf: what a template may make, by a list.

A leaf is in books as it is, next to notices and on other people's machines. Nothing in it
runs, fetches, hides, or says how other elements look; all that is left to stylesheets, which
are looked at by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from lxml import etree

_XHTML = "{http://www.w3.org/1999/xhtml}"
_SVG = "{http://www.w3.org/2000/svg}"

_ELEMENTS = frozenset(
    "a abbr article aside b bdi blockquote br caption cite code col colgroup dd del dfn div dl dt "
    "em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p "
    "pre q rp rt ruby s samp section small span strong sub sup table tbody td tfoot th thead time "
    "tr u ul var wbr".split()
)
_DRAWN = frozenset(
    "circle desc ellipse g line path polygon polyline rect svg text title tspan".split()
)
_GLOBAL = frozenset(
    {"class", "dir", "id", "lang", "role", "title", "{http://www.idpf.org/2007/ops}type",
     "{http://www.w3.org/XML/1998/namespace}lang"}
)  # fmt: skip
_ATTRIBUTES_BY_ELEMENT: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "a": frozenset({"href"}),
        "col": frozenset({"span"}),
        "colgroup": frozenset({"span"}),
        "img": frozenset({"alt", "height", "src", "width"}),
        "li": frozenset({"value"}),
        "ol": frozenset({"reversed", "start", "type"}),
        "td": frozenset({"colspan", "headers", "rowspan"}),
        "th": frozenset({"abbr", "colspan", "headers", "rowspan", "scope"}),
        "time": frozenset({"datetime"}),
    }
)
_DRAWING = frozenset(
    "cx cy d dominant-baseline dx dy fill fill-opacity fill-rule focusable font-family font-size "
    "font-style font-weight height letter-spacing opacity points preserveAspectRatio r rx ry stroke "
    "stroke-dasharray stroke-linecap stroke-linejoin stroke-opacity stroke-width text-anchor "
    "transform version viewBox width x x1 x2 y y1 y2".split()
)
# As in the prose of guides; inside, a leaf's document or a place in one.
_LINK = re.compile(r"(?:https?://|mailto:|tel:)\S+|(?:[a-z0-9][a-z0-9-]*\.xhtml)?(?:#\S+)?")
_PICTURE = re.compile(r"images/[a-z0-9][a-z0-9.-]*")
_DIRECTIONS = frozenset({"auto", "ltr", "rtl"})
_COLOUR = r"#[0-9a-fA-F]{3,8}"
_LENGTH = r"[0-9]{1,4}(?:\.[0-9]{1,4})?(?:%|ch|cm|em|ex|in|mm|pc|pt|px|q|rem)"
_STYLES = re.compile(
    rf"\s*(?:(?:background|border-color|color)\s*:\s*{_COLOUR}|width\s*:\s*{_LENGTH})\s*;?\s*", re.I
)
_COVER = "cover"


def faults(leaf: etree._Element) -> Iterator[str]:
    """Yield what is not allowed in an element and those in it, in plain words."""
    on_cover = _COVER in leaf.get("class", "").split()
    if any(True for _ in leaf.iter(etree.PI)):
        yield "no <?…?>"
    for element in leaf.iter("*"):
        tag = str(element.tag)
        name = tag.rpartition("}")[2]
        if tag.startswith(_XHTML) and name in _ELEMENTS:
            yield from _attribute_faults(element, name, on_cover)
        elif tag.startswith(_SVG) and name in _DRAWN:
            yield from _drawing_faults(element, name)
        else:
            yield f"no <{name}>"


def _attribute_faults(element: etree._Element, name: str, on_cover: bool) -> Iterator[str]:
    own = _ATTRIBUTES_BY_ELEMENT.get(name, frozenset())
    for key, value in element.attrib.items():
        attribute, written = str(key), str(value)
        shown = f"{attribute.rpartition('}')[2]}=“{written[:60]}”"
        if attribute == "style":
            # An element's own look is that of a cover, or a picture's width.
            allowed = (on_cover or name == "img") and bool(_STYLES.fullmatch(written))
        elif attribute == "aria-hidden":
            # An ornament may be kept from readers' ears, not what holds other things.
            allowed = len(element) == 0
        elif attribute == "href":
            allowed = name == "a" and bool(_LINK.fullmatch(written))
        elif attribute == "src":
            allowed = name == "img" and bool(_PICTURE.fullmatch(written))
        elif attribute == "dir":
            allowed = written in _DIRECTIONS
        else:
            allowed = attribute in _GLOBAL | own or attribute.startswith(("aria-", "data-"))
        if not allowed:
            yield f"no {shown} at a <{name}>"


def _drawing_faults(element: etree._Element, name: str) -> Iterator[str]:
    for key, value in element.attrib.items():
        attribute, written = str(key), str(value)
        is_text = attribute.startswith(("aria-", "data-")) or attribute == "title"
        # A colour may be the address of another file; a backslash could spell it otherwise.
        fetches = not is_text and re.search(r"url\(|\\", written, re.I)
        if fetches or not (is_text or attribute in _GLOBAL | _DRAWING):
            yield f"no {attribute.rpartition('}')[2]}=“{written[:60]}” at a <{name}>"
