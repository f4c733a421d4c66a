"""The places in a definition at which a book's faults are reported: its file, and lines of fields."""

from __future__ import annotations

import re

from guidepub.files import read_bytes
from guidepub.findings import InputError, Place
from guidepub.model import Book, Picture

_LIMIT = 4 * 1024 * 1024


def place_of_field(book: Book, name: str) -> Place:
    """Return the line of a field such as `title` in a book's definition, or the definition.

    The file may be elsewhere by now, or the guide be one of many that a row of a table makes.
    """
    return _place_of_match(book, re.compile(rf'^[ \t{{]*"?{re.escape(name)}"?[ \t]*[:=]', re.M))


def place_of_picture(book: Book, picture: Picture) -> Place:
    """Return the place where a book's definition first names a picture, or the definition."""
    return _place_of_match(book, re.compile(re.escape(picture.path.name)))


def place_of_characters(book: Book, characters: str) -> Place:
    """Return the place where a book's prose first has one of some characters, or its definition.

    It comes from the guide, not from its file: a worker elsewhere has none.
    """
    pattern = re.compile(f"[{re.escape(characters)}]")
    for section in book.guide.sections:
        for offset, line in enumerate(section.body.split("\n")):
            if found := pattern.search(line):
                return Place(book.place.path, section.line + offset, found.start() + 1)
    return book.place


def _place_of_match(book: Book, pattern: re.Pattern[str]) -> Place:
    place = book.place
    if book.guide.origin is None:
        return place
    try:
        text = read_bytes(book.guide.origin, _LIMIT).decode("utf-8", "replace")
    except InputError:
        return place
    found = pattern.search(text)
    if found is None:
        return place
    begin = text.rfind("\n", 0, found.start()) + 1
    return Place(place.path, text.count("\n", 0, begin) + 1, found.start() - begin + 1)
