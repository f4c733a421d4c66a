"""Recognises headings that a page does not mark as such: labels of tabs, bold lines.

Readers see both as headings. Labels are inserted into the page before it is read. Bold lines are
found in its blocks, because only blocks show what is a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from lxml.html import Element, HtmlElement

from guidepub.importing.headings.known import guide_title, known_section
from guidepub.importing.originals.escaping import capitalized, escaped, spaced
from guidepub.importing.originals.original import OriginalBlock
from guidepub.importing.pages.elements import HEADINGS
from guidepub.importing.pages.furniture import opened_by_script
from guidepub.text.residue.site_chrome import is_chrome

_PANEL = re.compile(r"(?:^|[-_ ])(?:tabs?|accordion)[-_]*(?:pane|panel|content|body)", re.I)
_LONGEST = 90
# Attributes with which a control names the part that it opens.
_NAMING = ("aria-controls", "data-target", "data-bs-target", "data-tab")
# The fewest words of a part of the text that a button opens.
_FEWEST_OPENED = 4
# The class of a list of tabs after its labels have become headings.
_LABELS_LEFT = "tabs nav"
# Roles and attributes of controls that open parts.
_OPENING = frozenset({"tab", "pill", "collapse"})
# The first line of a paragraph, if all of it is bold.
# In italics it has to name a section of ours.
_BOLD_LINE = re.compile(r"(?P<mark>\*{1,2})(?P<words>[^*\n]+)(?P=mark):?(?:\\\n|\Z)")
# The words at the beginning of a paragraph, with a colon; they may be bold.
_RUN_IN = re.compile(
    r"(?P<bold>\*\*|)(?P<words>[A-ZÀ-ÖØ-Þ¿][^*:.!?\n$%]{1,50}?\??)\s?(?::(?P=bold)|(?P=bold)\s?:)\s+(?=\S)"
    # If they are bold, a period is possible: “**How it pays.** By the hour, …”.
    r"|\*\*(?P<text>[A-ZÀ-ÖØ-Þ¿][^*:.!?\n$%]{1,50}?)[.?!]\*\*\s+(?=\S)"
)
# Elements with the content below a heading.
_HOLDING = frozenset({"div", "section", "p", "ul", "ol", "dl", "table", "blockquote"})
_FEWEST_RUN_IN, _FEWEST_WORDS = 2, 4
_FEWEST_HEADS = 3
# The fewest words, on average, next to the labels of parts.
_FEWEST_PROSE = 8
# The most rows with a single cell in a table of labels and parts.
_MOST_ALONE = 2
# The proportion of an outline's items that are headings.
_MOST_OF = 0.6
_ESCAPE = re.compile(r"\\([^\w\s])")
_SENTENCE = re.compile(r"[.!,;…]$")


def bracket_small_text_in_titles(body: HtmlElement) -> None:
    """Put `small` text in a page's title in brackets: `<h1>Florist <small>27-1023</small>`."""
    for title in body.iter("h1"):
        for aside in title.iter("small"):
            words = spaced(aside.text_content())
            if words and words != spaced(title.text_content()) and words[0] not in "([":
                aside.text = f"({aside.text or ''}"
                last = aside[-1] if len(aside) else None
                if last is None:
                    aside.text += ")"
                else:
                    last.tail = f"{last.tail or ''})"


def add_panel_headings(body: HtmlElement) -> None:
    """Add the label of a tab as a heading to each panel that has none."""
    parts = body.iter("div", "section", "li", "article")
    panels = {panel.get("id"): panel for panel in parts if panel.get("id")}
    lists = set(_lists_of_tabs(body, panels))
    used: set[HtmlElement] = set()
    for control in list(body.iter("a", "button", "li", "div", "span")):
        panel = panels.get(_opened_by(control))
        words = spaced(control.text_content())
        if panel is None or not words or len(words) > _LONGEST:
            continue
        is_listed = next(control.iterancestors("ul"), None) in lists
        if not (is_listed or _is_panel(panel, control) or _names_opened_part(control, panel)):
            continue
        if next(panel.iter(*HEADINGS), None) is None and control not in panel.iter():
            heading = Element("h2")
            heading.text = words
            heading.tail, panel.text = panel.text, None
            panel.insert(0, heading)
            heading.set("data-line", str(control.sourceline or 0))
            used.add(control)
    # The remaining labels are a menu.
    for part in (inner for control in used for inner in control.iter()):
        part.attrib.pop("class", None)
    for labels in {*lists, *used, *(control.getparent() for control in used)}:
        if labels in lists or labels in used or all(part in used for part in labels):
            labels.set("class", _LABELS_LEFT)


def add_row_headings(body: HtmlElement) -> None:
    """Turn the labels of a table into headings, if parts of a guide are next to them."""
    for table in list(body.iter("table")):
        every = [[*row.iterchildren("td", "th")] for row in table.iter("tr")]
        rows = [row for row in every if len(row) == 2]
        # A row with one cell is a title above the parts, or a line below them.
        is_odd = any(len(row) > 2 for row in every) or len(every) - len(rows) > _MOST_ALONE
        if not rows or is_odd or len(list(table.iter("table"))) > 1:
            continue
        names = {known_section(spaced(row[0].text_content())) for row in rows} - {""}
        words = sum(len(row[1].text_content().split()) for row in rows)
        if len(names) < _FEWEST_RUN_IN or words < _FEWEST_PROSE * len(rows):
            continue
        for cells in every:
            for cell in cells:
                cell.tag = "div"
        for row in rows:
            row[0].tag = "h2"
        for part in list(table.iter("table", "tbody", "tr")):
            part.tag = "div"


def unwrap_lists_of_parts(body: HtmlElement) -> None:
    """Replace a list whose items each begin with a heading by the content of the items.

    Numbered steps stay a list, with their headings in bold.
    """
    for listed in list(body.iter("ul", "ol")):
        items = [part for part in listed if part.tag == "li"]
        if len(items) < 2 or not all(_is_part(item) for item in items):
            continue
        heads = [item[0] for item in items]
        known = sum(bool(known_section(spaced(head.text_content()))) for head in heads)
        is_of_sections = known >= _FEWEST_RUN_IN and known * 2 > len(items)
        if listed.tag == "ul" or is_of_sections:
            for part in (listed, *items):
                part.tag = "div"
        else:
            for head in heads:
                head.tag, head.tail = "strong", f" {head.tail or ''}"


def _is_part(item: HtmlElement) -> bool:
    """Return whether an item begins with a heading, and has other content."""
    first = item[0] if len(item) and not (item.text or "").strip() else None
    if first is None or first.tag not in HEADINGS:
        return False
    has_words = bool((first.tail or "").strip())
    return has_words or any(part.tag in _HOLDING for part in item[1:])


def _lists_of_tabs(
    body: HtmlElement, panels: Mapping[str | None, HtmlElement]
) -> Iterator[HtmlElement]:
    """Yield lists whose links each lead to a part directly after the list, as in jQuery UI."""
    for labels in body.iter("ul"):
        after = set(labels.itersiblings())
        links = [[*item.iter("a")] for item in labels.iterchildren("li")]
        opened = [panels.get(_opened_by(link[0])) for link in links if len(link) == 1]
        if len(opened) == len(links) > 1 and all(panel in after for panel in opened):
            yield labels


def add_outline_headings(body: HtmlElement) -> None:
    """Turn the items of an outline into headings: only bold words, each with a list below."""
    for outline in list(body.iter("ul", "ol")):
        items = [item for item in outline if item.tag == "li"]
        heads = {item: label for item in items if (label := _outlined(item)) is not None}
        names = {known_section(spaced(label.text_content())) for label in heads.values()}
        if len(names - {""}) < _FEWEST_RUN_IN or len(heads) < _MOST_OF * len(items):
            continue
        for item in items:
            item.tag = "div"
            if item in heads:
                heads[item].tag = "h2"
        outline.tag = "div"


def _outlined(item: HtmlElement) -> HtmlElement | None:
    """Return the bold words that are all an item has above a list, or None."""
    first = item[0] if len(item) and not (item.text or "").strip() else None
    if first is not None and first.tag == "p" and len(first) == 1:
        first = None if (first.text or "").strip() or (first[0].tail or "").strip() else first[0]
    if first is None or first.tag not in ("b", "strong") or (first.tail or "").strip():
        return None
    return first if next(item.iter("ul", "ol"), None) is not None else None


def _opened_by(control: HtmlElement) -> str:
    """Return the id of the panel that a click on an element opens, or an empty string."""
    named = control.get("aria-controls") or control.get("data-target") or control.get("data-tab")
    named = named or control.get("data-bs-target") or control.get("href") or ""
    script = opened_by_script(control)
    is_bare = named in ("", "#") or named.startswith("javascript:")
    return script if script and is_bare else named.removeprefix("#")


def _names_opened_part(control: HtmlElement, panel: HtmlElement) -> bool:
    """Return whether a button's words are a title for the part of the text that it opens.

    “Show more” and the button of a menu also open parts, but are not titles.
    """
    is_button = control.tag == "button" or control.get("role") == "button"
    words = spaced(control.text_content())
    if not is_button or is_chrome(words) or _prose(panel) < _FEWEST_OPENED:
        return False
    return any(control.get(name) for name in _NAMING)


def _prose(panel: HtmlElement) -> int:
    """Return the number of words in a part outside of links."""
    linked = sum(len(link.text_content().split()) for link in panel.iter("a"))
    return len(panel.text_content().split()) - linked


def _is_panel(panel: HtmlElement, control: HtmlElement) -> bool:
    names = f"{panel.get('class') or ''} {panel.get('data-role') or ''}"[:400]
    toggles = (control.get("data-toggle"), control.get("data-bs-toggle"))
    return not _OPENING.isdisjoint((panel.get("role"), control.get("role"), *toggles)) or (
        panel.get("role") == "tabpanel" or _PANEL.search(names) is not None
    )


def with_bold_headings(blocks: Sequence[OriginalBlock], title: str) -> tuple[OriginalBlock, ...]:
    """Return blocks with bold lines, and lines in capitals that name a section, as headings.

    They stay paragraphs unless one of them names a section of ours that no marked heading names.
    A bold line that is the text's `title` is a heading as well, and so is the first line of a text
    without a title and headings; the others become headings below it.
    """
    named_so = guide_title(title).casefold()
    marked = [
        block
        for block in blocks
        if block.kind == "heading" and guide_title(block.text).casefold() != named_so
    ]
    known = {known_section(block.text) for block in marked}
    bold = {n: words for n, block in enumerate(blocks) if (words := _head_line(block))}
    named = {n for n, words in bold.items() if known_section(words) not in {"", *known}}
    if not named and not marked:
        named = _plain_heads(bold)
    if not named:
        return tuple(blocks)
    level = min((b.level for b in marked if known_section(b.text)), default=2)
    levels = dict.fromkeys(named, level)
    # If no marked heading names a section, all bold lines from the first section on have one level.
    are_alike = len(named) > 1 and not known - {""}
    for n, words in bold.items():
        if not _SENTENCE.search(words):
            levels.setdefault(n, level if are_alike and n > min(named) else level + 1)
    first = next((n for n, b in enumerate(blocks) if b.kind not in ("image", "script")), 0)
    if first in bold and _is_title(bold[first], title, has_mark=bool(marked)):
        levels[first] = 1
    parts = (
        _split_heading(block, bold[n], levels[n]) if n in levels else (block,)
        for n, block in enumerate(blocks)
    )
    return tuple(chain.from_iterable(parts))


def _is_title(words: str, title: str, has_mark: bool) -> bool:
    """Return whether a text's bold first line is its title: the same, or there is no other."""
    if not title and not has_mark:
        return not _SENTENCE.search(words) and words[-1] not in ":?" and not known_section(words)
    return guide_title(words).casefold() == guide_title(title).casefold()


def _plain_heads(bold: Mapping[int, str]) -> set[int]:
    """Return the bold lines that are the headings of a text without marked ones, whatever their words.

    There must be several, which are not sentences: “Beyond the fire”, “What is in the envelope”.
    """
    heads = {n for n, words in bold.items() if not _SENTENCE.search(words) and words[-1] != ":"}
    return heads if len(heads) >= _FEWEST_HEADS and len(heads) == len(bold) else set()


def with_run_in_headings(blocks: Sequence[OriginalBlock]) -> tuple[OriginalBlock, ...]:
    """Return blocks with run-in headings, such as “EARNINGS: In 1992, …”, as separate headings.

    Two or more must name sections of ours that no heading names; then all in the same style are
    headings. So is one before just a few words if it is the only one for its section: “Education:
    A diploma.”
    """
    known = {known_section(block.text) for block in blocks if block.kind == "heading"}
    labels = {
        n: words for n, block in enumerate(blocks) if (words := _run_in(block, _FEWEST_WORDS))
    }
    named = {section for words in labels.values() if (section := known_section(words))}
    if len(named - known) < _FEWEST_RUN_IN:
        return tuple(blocks)
    for number, block in enumerate(blocks):
        section = known_section(_run_in(block, 1))
        if section and section not in named:
            named.add(section)
            labels[number] = _run_in(block, 1)
    result: list[OriginalBlock] = []
    for number, block in enumerate(blocks):
        words = labels.get(number, "")
        if not words or known_section(words) in known - {""}:
            result.append(block)
            continue
        heading = OriginalBlock("heading", words, escaped(words), block.line, level=2)
        rest = capitalized(_RUN_IN.sub("", block.markdown, count=1))
        text = capitalized(block.text[len(words) :].lstrip(" :.?!"))
        result += [heading, replace(block, text=text, markdown=rest)]
    return tuple(result)


def _run_in(block: OriginalBlock, fewest: int) -> str:
    """Return the words before a paragraph's colon, if at least `fewest` words follow."""
    found = _RUN_IN.match(block.markdown) if block.kind == "paragraph" else None
    if found is None or len(block.markdown[found.end() :].split()) < fewest:
        return ""
    words = spaced(_ESCAPE.sub(r"\1", found["words"] or found["text"]))
    return words if block.text.startswith(words) else ""


def _head_line(block: OriginalBlock) -> str:
    """Return the words of a paragraph's line that looks like a heading, or an empty string.

    It is the whole paragraph if that is in capitals and names a section, or else a bold first line.
    """
    is_alone = block.kind == "paragraph" and len(block.text) <= _LONGEST
    if is_alone and block.text.isupper() and known_section(block.text):
        return block.text
    return _bold_line(block)


def _bold_line(block: OriginalBlock) -> str:
    """Return the words of a paragraph's first line if it is bold and short, or ""."""
    found = _BOLD_LINE.match(block.markdown) if block.kind == "paragraph" else None
    words = spaced(_ESCAPE.sub(r"\1", found["words"])) if found else ""
    if found and found["mark"] == "*" and not known_section(words):
        return ""
    return words if len(words) <= _LONGEST and block.text.startswith(words) else ""


def _split_heading(block: OriginalBlock, words: str, level: int) -> list[OriginalBlock]:
    """Return a paragraph's first line as a heading, and the paragraph without it."""
    plain = words.rstrip(" :")
    heading = OriginalBlock("heading", plain, escaped(plain), block.line, level=level)
    found = _BOLD_LINE.match(block.markdown)
    rest = block.markdown[found.end() :] if found else ""
    if not rest:
        return [heading]
    text = block.text[len(words) :].lstrip(" :")
    return [heading, replace(block, text=text, markdown=rest)]
