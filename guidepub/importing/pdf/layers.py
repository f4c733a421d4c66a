"""Layers of a PDF (optional content) that no reader shows: drafts, other languages, remarks.

What takes the text out of a PDF reads them like all else. So the text of hidden layers is taken
out of the file before it is read. Source: ISO 32000-2, 8.11.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

# Groups that a file may have, bytes that a page may draw, and forms within forms that are followed.
_MOST_GROUPS = 10_000
_LONGEST = 16 << 20
_DEEPEST = 12
# What shows text or a form. Of two of them a new line is left, on which the next text stands.
_SHOWING = frozenset({"Tj", "TJ", "'", '"', "Do"})
_NEW_LINE = frozenset({"'", '"'})


def without_hidden_layers(data: bytes) -> bytes | None:
    """Return a PDF without what its hidden layers say, or None if they say nothing.

    None is returned for a file that is damaged, too: who reads it says so.
    """
    if b"/OCProperties" not in data and b"/ObjStm" not in data:
        return None
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            groups = _groups(pdf)
            paring = _Paring(pdf, groups)
            if not groups.hidden or not sum(map(paring.page, pdf.pages)):
                return None
            buffer = io.BytesIO()
            pdf.save(buffer)
            return buffer.getvalue()
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


@dataclass(frozen=True, slots=True)
class _Groups:
    """Which groups are hidden, of all that a file has, by their numbers in it."""

    hidden: frozenset[Any]
    every: frozenset[Any]

    def hide(self, content: object) -> bool:
        """Return whether a group, or what asks several of them, hides its content."""
        if not isinstance(content, pikepdf.Dictionary):
            return False
        if content.objgen in self.every:
            return content.objgen in self.hidden
        # What an expression hides is not known here.
        if content.get("/Type") != pikepdf.Name.OCMD or "/VE" in content:
            return False
        asked = content.get("/OCGs")
        named = _named(asked if isinstance(asked, pikepdf.Array) else [asked])
        off = [group in self.hidden for group in named & self.every]
        hides = {"/AllOn": any(off), "/AnyOff": not any(off), "/AllOff": not all(off)}
        return bool(off) and hides.get(str(content.get("/P")), all(off))


def _groups(pdf: pikepdf.Pdf) -> _Groups:
    """Return the groups of a file as they are when it is opened."""
    properties = pdf.Root.get("/OCProperties", pikepdf.Dictionary())
    every = _named(properties.get("/OCGs"))
    first = properties.get("/D", pikepdf.Dictionary())
    hidden = every if first.get("/BaseState") == pikepdf.Name.OFF else frozenset()
    hidden = (hidden - _named(first.get("/ON"))) | _named(first.get("/OFF"))
    for usage in first.get("/AS", []):
        if usage.get("/Event") == pikepdf.Name.View:
            for group in usage.get("/OCGs", []):
                view = group.get("/Usage", pikepdf.Dictionary()).get("/View", pikepdf.Dictionary())
                if state := view.get("/ViewState"):
                    own = frozenset({group.objgen})
                    hidden = hidden | own if state == pikepdf.Name.OFF else hidden - own
    return _Groups(hidden & every, every)


def _named(groups: Any) -> frozenset[Any]:
    if groups is None or len(groups) > _MOST_GROUPS:
        return frozenset()
    return frozenset(group.objgen for group in groups if isinstance(group, pikepdf.Dictionary))


@dataclass(slots=True)
class _Paring:
    """Takes the text of hidden layers out of the pages of a file."""

    pdf: pikepdf.Pdf
    groups: _Groups
    forms: set[Any] = field(default_factory=set)

    def page(self, page: pikepdf.Page) -> int:
        """Pare a page and the forms that it shows; return how often something was taken out."""
        resources = page.obj.get("/Resources", pikepdf.Dictionary())
        page.contents_coalesce()
        return self._pared(page.obj.get("/Contents"), resources, 0)

    def _pared(self, stream: Any, resources: Any, depth: int) -> int:
        if not isinstance(stream, pikepdf.Stream) or depth > _DEEPEST:
            return 0
        if len(stream.read_bytes()) > _LONGEST:
            raise ValueError
        instructions = pikepdf.parse_content_stream(stream)
        taken = _Taken()
        left = list(self._left(instructions, resources, depth, taken))
        if taken.here:
            stream.write(pikepdf.unparse_content_stream(left))
        return taken.here + taken.within

    def _left(self, instructions: Any, resources: Any, depth: int, taken: _Taken) -> Iterator[Any]:
        """Yield the instructions of a page or a form that its layers leave of it."""
        marks: list[bool] = []
        for instruction in instructions:
            operator, operands = str(instruction.operator), instruction.operands
            if operator in ("BDC", "BMC"):
                marks.append(operator == "BDC" and self._is_hidden(operands, resources))
            elif operator == "EMC" and marks:
                marks.pop()
            elif operator in _SHOWING:
                form = _form(operands, resources) if operator == "Do" else None
                if any(marks) or (form is not None and self.groups.hide(form.get("/OC"))):
                    taken.here += 1
                    if operator in _NEW_LINE:
                        yield pikepdf.ContentStreamInstruction([], pikepdf.Operator("T*"))
                    continue
                if (
                    form is not None
                    and form.get("/Subtype") == pikepdf.Name.Form
                    and form.objgen not in self.forms
                ):
                    self.forms.add(form.objgen)
                    inner = form.get("/Resources", resources)
                    taken.within += self._pared(form, inner, depth + 1)
            yield instruction

    def _is_hidden(self, operands: Any, resources: Any) -> bool:
        """Return whether marked content belongs to a hidden layer."""
        if len(operands) != 2 or operands[0] != pikepdf.Name.OC:
            return False
        named = resources.get("/Properties", pikepdf.Dictionary())
        return self.groups.hide(named.get(operands[1]))


@dataclass(slots=True)
class _Taken:
    """How often something was taken out of a stream, and of the forms within it."""

    here: int = 0
    within: int = 0


def _form(operands: Any, resources: Any) -> Any:
    """Return the form, or the picture, that an instruction shows, or None."""
    named = resources.get("/XObject", pikepdf.Dictionary())
    form = named.get(operands[0]) if operands else None
    return form if isinstance(form, pikepdf.Stream) else None
