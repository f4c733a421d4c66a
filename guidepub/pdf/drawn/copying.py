"""Copies of some of a PDF's pages, with all that they ask for and nothing else.

Works on a PDF's objects before they are written. A copy shares with its original what is never
changed in place: names, numbers, strings and the operators of its streams.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Sequence
from typing import Any

import pydyf

from guidepub.pdf.engine.objects import number_of
from guidepub.pdf.engine.weasyprint import Pdf

SHEET_ENDS = pydyf.Object()
"""Stands in a page's stream where the sheet is painted and what lies on it begins."""

# Lists of a page's resources (ISO 32000-1, 7.8.3) of which a copy needs what its pages name.
_LISTS = ("ExtGState", "XObject", "Pattern", "Shading")
# The entries that mark a file (14.7, 12.2) or a page as tagged.
_TAGGED_FILE_KEYS = frozenset({"StructTreeRoot", "MarkInfo", "ViewerPreferences"})
_TAGGED_PAGE_KEYS = frozenset({"Annots", "StructParents", "Tabs"})
# The entries that each copy has of its own.
_OWN = frozenset({"Type", "Pages", "Outlines", "Metadata"})
# The operators of marked content (14.6), and the numbers of their operands.
_MARKS = {b"BDC": 2, b"BMC": 1, b"EMC": 0}
_NAME = re.compile(rb"/(\S+)")
_PATTERN_ENDS = (b" scn", b" SCN")
_GONE = b"null"
# The types of most values that are copied as they are.
_UNCHANGED = frozenset({int, str, float, pydyf.String})


def copied_pages(
    drawn: pydyf.PDF, pages: Sequence[int], shifts: Sequence[float], *, tagged: bool
) -> Pdf:
    """Return a PDF of some of the pages of another, counted from 0.

    Links inside the book and destinations have names; bookmarks and metadata are left out. One
    that is not `tagged` has no structure, no marked content and no annotations. `shifts` are the
    points by which what lies on each page is further to the right.
    """
    return _Copy(drawn, pages, shifts, tagged).pdf


class _Copy:
    """Takes objects over, from the pages on. They are numbered as they are come by."""

    def __init__(
        self, drawn: pydyf.PDF, pages: Sequence[int], shifts: Sequence[float], tagged: bool
    ) -> None:
        self.pdf = Pdf()
        self.pdf.info = pydyf.Dictionary(drawn.info)
        self._drawn, self._shifts, self._tagged = drawn, shifts, tagged
        # The resources that the kept operators name.
        self._names: set[str] = set()
        # By the number in the drawing: the new reference, and what is taken in its stead.
        self._new: dict[int, bytes] = {drawn.pages.number: self.pdf.pages.reference}
        self._edited: dict[int, pydyf.Dictionary] = {}
        # By the same: how far a pattern moves.
        self._patterns: dict[int, float] = {}
        self._left: deque[int] = deque()
        # References of the drawing, and what they are here.
        self._references: dict[bytes, bytes] = {}
        self._kids: list[int] = drawn.pages["Kids"][::3]
        self._take_pages([self._old(self._kids[page]) for page in pages])
        self._take_catalog()
        self._go_on()

    def _take_pages(self, pages: Sequence[pydyf.Dictionary]) -> None:
        copies = [pydyf.Dictionary() for _ in pages]
        for page, new in zip(pages, copies, strict=True):
            self.pdf.add_page(new)
            self._new[page.number] = new.reference
        self._new |= dict.fromkeys(set(self._kids) - self._new.keys(), _GONE)
        resources = self._named(pages[0]["Resources"])
        fonts = self._named(resources["Font"])
        # They are filled when all is taken that may name what is in them.
        for listed in (resources, fonts):
            self._new[listed.number] = self._added(pydyf.Dictionary())
        for place, (page, new) in enumerate(zip(pages, copies, strict=True)):
            self._take_content(self._named(page["Contents"]), resources, self._shifts[place])
            own = page if self._tagged else _without(page, _TAGGED_PAGE_KEYS)
            new.update(self._copied(dict(own)))
            if self._tagged:
                new["StructParents"] = place
        used = {name: self._used(resources[name]) for name in _LISTS}
        self._fill(resources.number, pydyf.Dictionary(resources | used))
        self._go_on()
        self._fill(fonts.number, self._used(fonts))

    def _take_content(
        self, content: pydyf.Stream, resources: pydyf.Dictionary, shift: float
    ) -> None:
        """Take a page's stream, with what lies on the sheet moved to the right."""
        ends = content.stream.index(SHEET_ENDS)
        before, after = content.stream[:ends], content.stream[ends + 1 :]
        operators = self._operators(before)
        if shift:
            operators.append(b"1 0 0 1 %g 0 cm" % shift)
            # The origin of a pattern is that of the page (ISO 32000-1, 8.7.3.1).
            for operator in after:
                if isinstance(operator, bytes) and operator.endswith(_PATTERN_ENDS):
                    for name in _NAME.findall(operator):
                        self._patterns[number_of(resources["Pattern"][name.decode()])] = shift
        operators += self._operators(after)
        new = pydyf.Stream(operators, compress=content.compress)
        self._new[content.number] = self._added(new)

    def _take_catalog(self) -> None:
        drawn, catalog = self._drawn.catalog, self.pdf.catalog
        if self._tagged:
            self._choose_elements(self._named(drawn["StructTreeRoot"]))
        for key, value in drawn.items():
            if key == "Names":
                catalog[key] = self._destinations(value["Dests"]["Names"])
            elif key not in _OWN and (self._tagged or key not in _TAGGED_FILE_KEYS):
                catalog[key] = self._copied(value)

    def _destinations(self, listed: pydyf.Array) -> pydyf.Dictionary:
        """Return the named destinations (12.3.2.3) on pages that are there, moved with them."""
        shifts = dict(zip(self.pdf.page_references, self._shifts, strict=True))
        kept = pydyf.Array()
        for name, (page, kind, x, *others) in zip(listed[::2], listed[1::2], strict=True):
            new = self._new[number_of(page)]
            if new != _GONE:
                kept += (name, pydyf.Array((new, kind, x + shifts[new], *others)))
        return pydyf.Dictionary({"Dests": pydyf.Dictionary({"Names": kept})})

    def _choose_elements(self, root: pydyf.Dictionary) -> None:
        """Leave out the structure of pages that are not there, and count the others again."""
        (reference,) = root["K"]
        document = pydyf.Dictionary(self._named(reference))
        document["K"] = pydyf.Array(kid for kid in document["K"] if self._is_there(kid))
        self._edited[number_of(reference)] = document
        # A number, then what belongs to it: first those of pages (14.7.4.4).
        listed = self._named(root["ParentTree"])["Nums"]
        owners = dict(zip(listed[::2], listed[1::2], strict=True))
        owner_by_page = {self._new[kid]: owners.pop(place) for place, kid in enumerate(self._kids)}
        pairs = [
            (place, owner_by_page[page]) for place, page in enumerate(self.pdf.page_references)
        ]
        nums = pydyf.Array(part for pair in (*pairs, *owners.items()) for part in pair)
        self._edited[number_of(root["ParentTree"])] = pydyf.Dictionary({"Nums": nums})

    def _is_there(self, element: bytes) -> bool:
        return self._new[number_of(self._named(element)["Pg"])] != _GONE

    def _used(self, listed: pydyf.Dictionary) -> pydyf.Dictionary:
        """Return the resources of a list that the kept operators name."""
        return pydyf.Dictionary({name: listed[name] for name in listed if name in self._names})

    def _old(self, number: int) -> Any:
        return self._drawn.objects[number]

    def _named(self, reference: bytes) -> Any:
        """Return the object of the original that a reference such as `12 0 R` names."""
        return self._old(number_of(reference))

    def _added(self, item: pydyf.Object) -> bytes:
        self.pdf.add_object(item)
        return item.reference

    def _reference(self, old: bytes) -> bytes:
        """Return the reference to a copy, which is filled later."""
        number = number_of(old)
        if number not in self._new:
            self._new[number] = self._added(_shell(self._old(number)))
            self._left.append(number)
        return self._new[number]

    def _go_on(self) -> None:
        """Fill the copies that were asked for, and those that they ask for."""
        while self._left:
            number = self._left.popleft()
            self._fill(number, self._edited.get(number, self._old(number)))

    def _fill(self, number: int, old: pydyf.Object) -> None:
        new: Any = self.pdf.objects[number_of(self._new[number])]
        if isinstance(old, pydyf.Stream):
            new.extra = self._copied(dict(old.extra))
            new.stream = self._operators(old.stream) if _is_content(old) else list(old.stream)
            if shift := self._patterns.get(number):
                *turned, x, y = new.extra["Matrix"]
                new.extra["Matrix"] = pydyf.Array((*turned, x + shift, y))
        elif isinstance(old, pydyf.Dictionary):
            for key, value in old.items():
                new[key] = value if type(value) in _UNCHANGED else self._copied(value)
        elif isinstance(old, pydyf.Array):
            new += self._copied(old)

    def _copied(self, value: Any) -> Any:
        """Return a value with containers of its own and new references."""
        if isinstance(value, bytes):
            if not value.endswith(b" 0 R"):
                return value
            if value not in self._references:
                self._references[value] = self._reference(value)
            return self._references[value]
        if isinstance(value, dict):
            copied = {
                key: each if type(each) in _UNCHANGED else self._copied(each)
                for key, each in value.items()
            }
            return pydyf.Dictionary(copied) if isinstance(value, pydyf.Dictionary) else copied
        if isinstance(value, list):
            return pydyf.Array(
                [each if type(each) in _UNCHANGED else self._copied(each) for each in value]
            )
        return value

    def _operators(self, stream: Iterable[Any]) -> list[Any]:
        """Return a stream's operators, without marked content if the copy is not tagged."""
        taken = list(stream)
        written = b"\n".join([part for part in taken if isinstance(part, bytes)])
        self._names.update(name.decode() for name in set(_NAME.findall(written)))
        if self._tagged:
            return taken
        operators: list[Any] = []
        for part in taken:
            if isinstance(part, bytes) and part in _MARKS:
                del operators[len(operators) - _MARKS[part] :]
            else:
                operators.append(part)
        return operators


def _shell(item: pydyf.Object) -> pydyf.Object:
    """Return an empty object of the same kind."""
    if isinstance(item, pydyf.Stream):
        return pydyf.Stream(compress=item.compress)
    return pydyf.Array() if isinstance(item, pydyf.Array) else pydyf.Dictionary()


def _without(page: pydyf.Dictionary, keys: frozenset[str]) -> dict[str, Any]:
    return {key: value for key, value in page.items() if key not in keys}


def _is_content(stream: pydyf.Stream) -> bool:
    """Return whether a stream that no page has for its own holds operators (7.8.2)."""
    return stream.extra.get("Subtype") == "/Form" or stream.extra.get("Type") == "/Pattern"
