"""The web editions of a catalogue for search engines: a sitemap that says what translates what."""

from __future__ import annotations

from collections.abc import Container

from lxml import etree

from guidepub.model import Catalog, Guide
from guidepub.trade.relatives import relatives

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
"""The namespace of sitemaps (sitemaps.org, protocol 0.9)."""

_XHTML = "http://www.w3.org/1999/xhtml"


def sitemap(catalog: Catalog, published: Container[str]) -> bytes:
    """Return a sitemap of the guides whose slugs are among those published, as UTF-8.

    Each address has those of its translations next to it, in all directions, as search engines
    ask for (`hreflang`). The catalogue has a website.
    """
    root = etree.Element(
        f"{{{NAMESPACE}}}urlset",
        nsmap={None: NAMESPACE, "xhtml": _XHTML},  # type: ignore[dict-item]
    )
    related = relatives(catalog)
    for slug, guide in sorted(catalog.items()):
        if slug not in published:
            continue
        entry = etree.SubElement(root, f"{{{NAMESPACE}}}url")
        _add(entry, "loc", str(catalog.web.address_of(slug)))
        if guide.published:
            _add(entry, "lastmod", guide.published.isoformat())
        others = [each for each in related[slug].translations if each.slug in published]
        if others:
            for each in sorted((guide, *others), key=_by_language):
                link = etree.SubElement(entry, f"{{{_XHTML}}}link", rel="alternate")
                link.set("hreflang", each.language)
                link.set("href", str(catalog.web.address_of(each.slug)))
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _by_language(guide: Guide) -> tuple[str, str]:
    return guide.language, guide.slug


def _add(entry: etree._Element, name: str, text: str) -> None:
    etree.SubElement(entry, f"{{{NAMESPACE}}}{name}").text = text
