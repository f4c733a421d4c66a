"""All checks on one page of HTML: that it loads nothing else, and that everybody can read it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from guidepub.checks.documents.archives import XHTML
from guidepub.checks.documents.hypertext import (
    OversizeError,
    UnreadableError,
    page_bytes,
    page_tree,
)
from guidepub.checks.documents.outlines import skipped_levels, unnamed_pictures
from guidepub.findings import Finding, Place, Severity
from guidepub.themes.stylesheets.addresses import addresses

# What a browser loads by itself, and where each element says so.
_LOADING = {
    "audio": ("src",), "embed": ("src",), "iframe": ("src", "srcdoc"), "img": ("src", "srcset"),
    "input": ("src",), "link": ("href",), "object": ("data",), "script": ("src",),
    "source": ("src", "srcset"), "track": ("src",), "video": ("src", "poster"),
}  # fmt: skip
_DATA = frozenset({"application/json", "application/ld+json"})
# Links to what is loaded only when somebody asks for it.
_ASKED_FOR = frozenset({"alternate", "author", "canonical", "help", "license", "next", "prev"})


def page_findings(file: Path) -> list[Finding]:
    """Return the findings on a page of HTML."""
    place = Place(str(file))
    try:
        page = page_tree(page_bytes(file))
    except OversizeError as error:
        return [Finding(place, "W002", str(error), "Make its pictures smaller.")]
    except UnreadableError as error:
        return [Finding(place, "W001", f"The page cannot be read: {error}", "Create it again.")]
    return [
        *_head(place, page),
        *_loads(place, page),
        *_scripts(place, page),
        *_ids(place, page),
        *_headings(place, page),
        *_pictures(place, page),
    ]


def _head(place: Place, page: etree._Element) -> Iterator[Finding]:
    """WCAG 2.4.2 and 3.1.1."""
    if not page.get("lang", "").strip():
        message = "The page does not state its language."
        yield Finding(place, "W003", message, 'Write it as in <html lang="en">.')
    if not (page.findtext(f"{XHTML}head/{XHTML}title") or "").strip():
        yield Finding(place, "W003", "The page has no title.", "Give it a <title>.")


def _loads(place: Place, page: etree._Element) -> Iterator[Finding]:
    """Yield what the page loads from elsewhere, each address once."""
    for address in dict.fromkeys(_addresses(page)):
        if not address.startswith(("#", "data:")):
            message = f"The page loads “{address[:100]}”, which is not in it."
            remedy = "Embed it in the page, or remove it."
            yield Finding(place, "W004", message, remedy, Severity.WARNING)


def _addresses(page: etree._Element) -> Iterator[str]:
    for element in page.iter(etree.Element):
        name = etree.QName(element).localname
        if name == "link" and _ASKED_FOR.issuperset(element.get("rel", "").lower().split()):
            continue
        for key in _LOADING.get(name, ()):
            if address := element.get(key, "").strip():
                yield address
        own = element.text or "" if name == "style" else element.get("style", "")
        yield from (address.text for address in addresses(own))


def _scripts(place: Place, page: etree._Element) -> Iterator[Finding]:
    for element in page.iter(etree.Element):
        handlers = [str(key) for key in element.attrib if str(key).lower().startswith("on")]
        is_script = element.tag == f"{XHTML}script" and element.get("type", "").lower() not in _DATA
        if is_script or handlers:
            message = f"The page runs a script{f' ({handlers[0]})' if handlers else ''}."
            yield Finding(place, "W005", message, "Leave it out.", Severity.WARNING)
            return


def _ids(place: Place, page: etree._Element) -> Iterator[Finding]:
    """HTML, 3.2.6: an id stands once; 7.4.6.4: a link leads to one, or to the top."""
    ids = Counter(each.get("id", "") for each in page.iter(etree.Element) if each.get("id"))
    for name, count in ids.items():
        if count > 1:
            message = f"The id “{name[:100]}” occurs {count} times in the page."
            yield Finding(place, "W009", message, "Give each element an id of its own.")
    for anchor in page.iter(f"{XHTML}a"):
        href = anchor.get("href", "")
        if href.startswith("#") and href not in ("#", "#top") and href[1:] not in ids:
            message = f"A link leads to “{href[:100]}”, which is not in the page."
            yield Finding(place, "W006", message, "Fix the link, or give its target this id.")


def _headings(place: Place, page: etree._Element) -> Iterator[Finding]:
    for element, level, before in skipped_levels(page):
        title = " ".join("".join(map(str, element.itertext())).split())
        message = f"The heading “{title[:60]}” of level {level} follows one of level {before}."
        yield Finding(place, "W007", message, "Go down one level at a time.")


def _pictures(place: Place, page: etree._Element) -> Iterator[Finding]:
    for element in unnamed_pictures(page):
        shown = element.get("src", "")[:40] or "a drawing"
        message = f"A picture has no text alternative ({shown})."
        remedy = 'Describe it in alt; use alt="" if it is decoration.'
        yield Finding(place, "W008", message, remedy)
