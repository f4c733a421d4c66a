"""Notes from the end of their leaf to the places that call them, where paper has them."""

from __future__ import annotations

from lxml import etree

from guidepub.themes.leaves import add_class


def move_notes(element: etree._Element) -> None:
    """Put each note where it is first called, as CSS Generated Content for Paged Media asks.

    Call and note have the number that the leaf gives them, in an attribute for the stylesheet.
    """
    notes = {
        note.get("id"): note for note in element.iter("aside") if note.get("class") == "footnote"
    }
    for call in list(element.iter("a")):
        if call.get("class") != "noteref":
            continue
        note = notes.pop(_note_called(call), None)
        if note is None:
            # Called before: this call is a link to the note.
            add_class(call, "again")
            continue
        mark = _mark_of(note)
        mark.tail = call.tail
        parent = call.getparent()
        assert parent is not None
        parent.replace(call, mark)
        _place_behind(mark, notes)
    for group in list(element.iter("section")):
        if group.get("class") == "footnotes":
            _remove(group)


def _place_behind(mark: etree._Element, notes: dict[str | None, etree._Element]) -> None:
    """Put the notes that a note calls first after it: a note cannot be in another on paper.

    Their calls are links. In the text itself nothing calls them.
    """
    waiting = [iter(list(mark.iter("a")))]
    while waiting:
        call = next(waiting[-1], None)
        if call is None:
            waiting.pop()
            continue
        note = notes.pop(_note_called(call), None) if call.get("class") == "noteref" else None
        if note is None:
            continue
        behind = _mark_of(note)
        behind[0].set("data-behind", "")
        behind.tail, mark.tail = mark.tail, None
        mark.addnext(behind)
        mark = behind
        waiting.append(iter(list(behind.iter("a"))))


def _note_called(call: etree._Element) -> str:
    return (call.get("href") or "").removeprefix("#")


def _mark_of(note: etree._Element) -> etree._Element:
    """Return a note in a link to it, which shows its call and looks like no link of the text."""
    number = str(note.xpath("string(span[@class='note-number'])")).rstrip(".")
    mark = etree.Element("a", {"class": "call", "href": f"#{note.get('id')}"})
    mark.append(_note_at_foot(note, number))
    return mark


def _note_at_foot(note: etree._Element, number: str) -> etree._Element:
    """Return a note as it is at a page's foot: without its own number and its link back."""
    for part in list(note.iter("a", "span")):
        if part.get("class") in ("backlink", "note-number"):
            _remove(part)
    found = etree.Element(
        "span", {"class": "footnote", "id": str(note.get("id")), "data-number": number}
    )
    found.text = (note.text or "").lstrip()
    found.extend(note)
    for block in found.iterchildren("p"):
        add_class(block, "paragraph")
    return found


def _remove(element: etree._Element) -> None:
    """Remove an element but keep the text that follows it."""
    parent = element.getparent()
    assert parent is not None
    before = element.getprevious()
    tail = element.tail or ""
    text = (parent.text if before is None else before.tail) or ""
    # The space before what is taken out goes with it, unless words follow.
    text = text + tail if tail.strip() else text.rstrip() + tail
    if before is not None:
        before.tail = text
    else:
        parent.text = text
    parent.remove(element)
