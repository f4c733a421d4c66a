"""Turns controls into headings: those that open folds, and labels of tabs made only with CSS.

Readers see their words above the content, or as the titles of tabs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from guidepub.importing.headings.known import known_section
from guidepub.importing.originals.escaping import spaced
from guidepub.importing.pages.elements import HEADINGS

_LONGEST = 90
# Class names of controls that open a fold.
_OPENER = re.compile(
    r"(?:^|[-_ ])(?:accordion|collapsible|expander|faq|toggle|tta-panel|tab)[-_]*(?:button|header|heading|title|trigger|toggle|question|label|head)?(?:$|[-_ ])",
    re.I,
)
# Class names with these words belong to the menus of a site.
_OF_MENU = re.compile(r"nav|menu|drop-?down|search|sidebar|cookie", re.I)
_BARE = re.compile(r"(?:^|[-_ ])(?:accordion|collapsible|expander)(?:$|[-_ ])", re.I)
_CONTROLS = ("button", "a", "div", "span", "p", "dt", "label", "summary")
_OPENED = ("div", "section", "ul", "ol", "p", "article", "dd")
_BLOCKS = (*_OPENED, "table", *HEADINGS)
_FEWEST_WORDS = 3
# Attributes with which components, and parts opened by scripts, name their content.
_TITLES_OF_DATA = ("data-title", "data-tab-title", "data-tab-label", "data-heading", "data-label")
_TITLES = ("heading", "title", "label", "header", "summary", "tab-title", *_TITLES_OF_DATA)
_SWITCHES = ("radio", "checkbox")


def add_control_headings(body: HtmlElement) -> None:
    """Turn controls directly above the content that they open, and labels of tabs, into headings."""
    switches = {
        each.get("id"): each
        for each in body.iter("input")
        if each.get("id") and (each.get("type") or "").lower() in _SWITCHES
    }
    labels = [each for each in body.iter("label") if each.get("for") in switches]
    _add_tab_headings(labels)
    _add_attribute_headings(body)
    for control in list(body.iter(*_CONTROLS)):
        is_label = control.tag == "label" and control.get("for") in switches
        if (is_label or _opens(control)) and _is_short(control):
            _make_heading(control)


def _add_attribute_headings(body: HtmlElement) -> None:
    """Add headings to parts with an attribute that names a section, `<my-tab heading="Pay">`."""
    for part in list(body.iter("*")):
        names = _TITLES if "-" in part.tag else _TITLES_OF_DATA
        words = next((spaced(title) for name in names if (title := part.get(name))), "")
        is_section = len(words) <= _LONGEST and known_section(words)
        if is_section and _has_text(part) and next(part.iter(*HEADINGS), None) is None:
            heading = part.makeelement("h2")
            heading.text, heading.tail, part.text = words, part.text, None
            part.insert(0, heading)


def _add_tab_headings(labels: list[HtmlElement]) -> None:
    """Add the labels of radio buttons as headings to the panels that they show."""
    holders = {label.getparent() for label in labels}
    for holder in holders:
        own = [label for label in labels if label.getparent() is holder and _is_short(label)]
        last = max((list(holder).index(label) for label in own), default=0)
        panels = [part for part in _panels(holder, last) if _has_text(part)]
        if len(own) < 2 or len(own) != len(panels):
            continue
        for label, panel in zip(own, panels, strict=True):
            if next(panel.iter(*HEADINGS), None) is None:
                label.tag, label.tail = "h2", None
                panel.insert(0, label)
                label.tail, panel.text = panel.text, None


def _panels(holder: HtmlElement, last: int) -> list[HtmlElement]:
    """Return the parts after the last label, or the children of a single part after it."""
    after = [part for part in holder[last + 1 :] if part.tag in _OPENED]
    if len(after) == 1:
        after = [part for part in after[0] if part.tag in _OPENED]
    return after


def _opens(control: HtmlElement) -> bool:
    """Return whether the class of a control says that it opens a fold."""
    names = (control.get("class") or "")[:400]
    if not names or _OF_MENU.search(names):
        return False
    if control.tag in ("button", "summary"):
        return _OPENER.search(names) is not None or _BARE.search(names) is not None
    found = _OPENER.search(names)
    return found is not None and _BARE.fullmatch(found[0]) is None and not _is_only_tab(found[0])


def _is_only_tab(name: str) -> bool:
    """Return whether a name only says that something is a fold or a tab."""
    return name.strip("-_ ").lower() in ("tab", "toggle", "faq")


def _is_short(control: HtmlElement) -> bool:
    words = spaced(control.text_content())
    return 0 < len(words) <= _LONGEST and next(control.iterdescendants(*_BLOCKS), None) is None


def _make_heading(control: HtmlElement) -> None:
    """Turn a control into a heading, if text follows it or its otherwise empty parent."""
    holder = control
    for _ in range(3):
        after = next(iter(_following(holder)), None)
        if after is not None:
            break
        above = holder.getparent()
        if above is None or spaced(above.text_content()) != spaced(control.text_content()):
            return
        holder = above
    else:
        return
    if after.tag not in _OPENED or not _has_text(after) or after.getparent() is None:
        return
    if holder.tag in HEADINGS or control.getparent().tag in HEADINGS:
        control.tag = "span"
    else:
        control.tag = "h2"
    for part in (control, holder):
        part.attrib.pop("class", None)


def _following(element: HtmlElement) -> Iterator[HtmlElement]:
    return (each for each in element.itersiblings() if isinstance(each.tag, str))


def _has_text(part: HtmlElement) -> bool:
    return len(spaced(part.text_content()).split()) >= _FEWEST_WORDS
