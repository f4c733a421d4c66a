"""Elements and attributes of documents that certainly show the words in them."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from guidepub.checks.documents.archives import OPS_TYPE, XHTML

INLINE = frozenset(
    XHTML + name
    for name in (
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins",
        "kbd", "label", "mark", "q", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup",
        "time", "u", "var", "wbr",
    )
)  # fmt: skip
"""Elements that do not begin a line."""

# Struck out, turned round, quoted or shown as a part of something else.
_TURNED = frozenset(XHTML + name for name in ("bdo", "del", "q", "ruby", "s"))
_SHOWN = (INLINE - _TURNED) | frozenset(
    XHTML + name
    for name in (
        "acronym", "address", "article", "aside", "big", "blockquote", "body", "br", "caption",
        "center", "dd", "div", "dl", "dt", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4",
        "h5", "h6", "header", "hgroup", "hr", "html", "li", "main", "nav", "ol", "p", "pre",
        "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "tt", "ul",
    )
)  # fmt: skip
_FRAMED = frozenset(
    XHTML + name
    for name in ("br", "canvas", "col", "hr", "img", "input", "table", "td", "th", "tr", "video")
)
_XML = "{http://www.w3.org/XML/1998/namespace}"
_ATTRIBUTES = frozenset(
    {"abbr", "about", "align", "border", "cellpadding", "cellspacing", "cite", "class", "colspan",
     "content", "datatype", "datetime", "dir", "headers", "hidden", "href", "hreflang", "id",
     "itemid", "itemprop", "itemref", "itemscope", "itemtype", "lang", "name", "prefix", "property",
     "rel", "resource", "reversed", "role", "rowspan", "scope", "span", "start", "style", "summary",
     "tabindex", "target", "title", "translate", "type", "typeof", "valign", "value", "version",
     "vocab", OPS_TYPE, f"{_XML}lang", f"{_XML}id", f"{_XML}space"}
)  # fmt: skip
_OPS = "{http://www.idpf.org/2007/ops}"
# Reading systems may show a note only where it is called.
_NOTES = frozenset({"footnote", "endnote", "rearnote", "note"})
_PLAIN_KINDS = frozenset({"content-type", "content-language", "x-ua-compatible"})
_DATA = frozenset({"application/ld+json", "application/json"})
_ACTIVE = frozenset(
    XHTML + name for name in ("base", "embed", "iframe", "object", "portal", "slot")
)


def document_doubts(document: etree._Element) -> Iterator[str]:
    """Yield the parts of a document's markup that may change how any of it is shown."""
    for node in document.itersiblings(preceding=True):
        if isinstance(node, etree._ProcessingInstruction) and node.target == "xml-stylesheet":
            yield "an xml-stylesheet instruction"
    for element in document.iter(etree.Element):
        tag = str(element.tag)
        name = etree.QName(element).localname
        if name == "script" and element.get("type", "").lower() not in _DATA:
            yield "a script"
        elif tag in _ACTIVE:
            yield f"an element “{name}”"
        elif tag == f"{XHTML}meta" and (reason := _meta_doubt(element)):
            yield reason
        elif tag == f"{XHTML}template" and "shadowrootmode" in element.attrib:
            yield "a part that stands in for others"
        elif name == "svg" and ("overflow" in element.attrib or "style" in element.attrib):
            yield "a drawing that may reach beyond its frame"
        elif tag.startswith(_OPS):
            yield f"an element “epub:{name}”"
        keys = map(str, element.attrib)
        handler = next((key for key in keys if key.lower().startswith("on")), None)
        if handler is not None:
            yield f"a script (“{handler}”)"


def _meta_doubt(meta: etree._Element) -> str:
    """Return the doubt that a `<meta>` raises about how a document is shown, or an empty string."""
    kind, name = (meta.get(key, "").strip().lower() for key in ("http-equiv", "name"))
    content = meta.get("content", "").lower()
    if kind == "content-security-policy" and _lets_styles_be(content):
        return ""
    if kind and kind not in _PLAIN_KINDS:
        return f"a document’s own “{kind}”"
    if name == "viewport" and "device-width" not in content:
        return "a window of the document’s own"
    return "colours of the dark" if name == "color-scheme" and "dark" in content else ""


def _lets_styles_be(policy: str) -> bool:
    """Return whether a policy lets a document's own styles apply (CSP Level 3, 6.7.3)."""
    directives = [each.split() for each in policy.split(";") if each.strip()]
    styles = [words for words in directives if words[0].startswith("style-src")]
    return styles == [["style-src", "'unsafe-inline'"]]


def is_block(element: etree._Element) -> bool:
    """Return whether an element begins a line and holds others that may be higher than it is."""
    tag = str(element.tag)
    return tag.startswith(XHTML) and tag not in INLINE and tag not in _FRAMED


def element_doubt(element: etree._Element) -> str:
    """Return what in an element's own markup may hide its words, or an empty string."""
    name = etree.QName(element).localname
    if element.tag not in _SHOWN:
        return f"the element “{name}”"
    for key in map(str, element.attrib):
        if key == "aria-hidden" and element.get(key) == "true":
            return "aria-hidden, which keeps words from who listens"
        if key not in _ATTRIBUTES and not key.startswith(("aria-", "data-")):
            return f"the attribute “{etree.QName(key).localname}”"
    kinds = {kind.rpartition(":")[2] for kind in element.get(OPS_TYPE, "").split()}
    if name == "aside" and kinds & _NOTES:
        return "a note, which reading systems may show only where it is called"
    return ""
