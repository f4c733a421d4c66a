"""What attributes of elements declare, read once for all that have the same: a seam in WeasyPrint.

WeasyPrint 70 takes an element's language and its id for declarations, and parses a line of CSS for
each of them, each time that the element is laid out. Most blocks of a book have an id, and the
books of a catalogue have many in common.
"""

from __future__ import annotations

import contextlib
import functools
import re
from collections.abc import Iterator, Sequence
from typing import Any
from xml.etree import ElementTree

from guidepub.pdf.engine.weasyprint import styling

_ATTRIBUTES = ("lang", "id")
# Elements with further attributes that declare something.
_OTHERS = frozenset({"a", "{http://www.w3.org/2000/svg}svg"})
# Values that WeasyPrint can read without a warning, which must come each time.
_PLAIN = re.compile(r"[\w.:-]{1,200}")

_Found = tuple[tuple[int, int, int], ElementTree.Element, Sequence[Any], str | None]
"""A specificity, an element, what it declares, and the address of its document."""


class _Declared(tuple[Any, ...]):
    """What an attribute declares, as parsed. Equal attributes of all elements have the same one."""

    values: Sequence[tuple[str, Any, bool]] | None = None
    """The properties with their values, once they are known."""


class _Alone:
    """An element as a tree, without those in it."""

    def __init__(self, element: ElementTree.Element) -> None:
        self._element = element

    def iter(self) -> Iterator[ElementTree.Element]:
        """Yield the element."""
        yield self._element


_find = styling.find_style_attributes


@functools.lru_cache(maxsize=8192)
def _declared(name: str, value: str) -> _Declared:
    """Return what an attribute of any element declares."""
    ((_, _, found, _),) = _find(ElementTree.Element("p", {name: value}))
    return _Declared(found)


@contextlib.contextmanager
def attributes_are_read_once() -> Iterator[None]:
    """Let WeasyPrint know again what a language or an id declares."""
    find, read = styling.find_style_attributes, styling.preprocess_declarations

    def known(tree: Any, hints: bool = False, address: str | None = None) -> Iterator[_Found]:
        for element in tree.iter():
            found = [(name, value) for name in _ATTRIBUTES if (value := element.get(name))]
            # WeasyPrint tells elements with several declarations apart by the last of these.
            has_more = hints or element.tag in _OTHERS or "style" in element.attrib
            if has_more or len(found) > 1 or not all(_PLAIN.fullmatch(each) for _, each in found):
                yield from find(_Alone(element), hints, address)
            elif found:
                yield (0, 0, 0), element, _declared(*found[0]), address

    def values_of(address: str | None, declarations: Any, *more: Any) -> Any:
        if not isinstance(declarations, _Declared):
            return read(address, declarations, *more)
        if declarations.values is None:
            declarations.values = list(read(address, declarations, *more))
        return declarations.values

    styling.find_style_attributes, styling.preprocess_declarations = known, values_of
    try:
        yield
    finally:
        styling.find_style_attributes, styling.preprocess_declarations = find, read
