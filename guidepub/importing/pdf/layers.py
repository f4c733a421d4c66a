"""Removes hidden layers of a PDF (optional content): drafts, other languages, remarks.

Text extraction would read them like everything else, so they are removed first. Source: ISO
32000-2, 8.11.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

# The most groups of a file, bytes of a page's content, and levels of nested forms.
_MOST_GROUPS = 10_000
_LONGEST = 16 << 20
_DEEPEST = 12
# Operators that show text or a form. Two of them also begin a new line, which must be kept.
_SHOWING = frozenset({"Tj", "TJ", "'", '"', "Do"})
_NEW_LINE = frozenset({"'", '"'})


def without_hidden_layers(data: bytes) -> bytes | None:
    """Return a PDF without the text of its hidden layers, or None if they have none.

    Also returns None for a damaged file, which the reader will report.
    """
    if b"/OCProperties" not in data and b"/ObjStm" not in data:
        return None
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            groups = _groups(pdf)
            paring = _LayerRemover(pdf, groups)
            if not groups.hidden or not sum(map(paring.page, pdf.pages)):
                return None
            buffer = io.BytesIO()
            pdf.save(buffer)
            return buffer.getvalue()
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


@dataclass(frozen=True, slots=True)
class _Groups:
    """The hidden groups of a file, by object number."""

    hidden: frozenset[Any]
    every: frozenset[Any]

    def hide(self, content: object) -> bool:
        """Return whether a group, or a membership dictionary of several, hides its content."""
        if not isinstance(content, pikepdf.Dictionary):
            return False
        if content.objgen in self.every:
            return content.objgen in self.hidden
        # Visibility expressions are not evaluated.
        if content.get("/Type") != pikepdf.Name.OCMD or "/VE" in content:
            return False
        asked = content.get("/OCGs")
        named = _named(asked if isinstance(asked, pikepdf.Array) else [asked])
        off = [group in self.hidden for group in named & self.every]
        hides = {"/AllOn": any(off), "/AnyOff": not any(off), "/AllOff": not all(off)}
        return bool(off) and hides.get(str(content.get("/P")), all(off))


def _groups(pdf: pikepdf.Pdf) -> _Groups:
    """Return the groups of a file in their initial state."""
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
class _LayerRemover:
    """Removes the text of hidden layers from the pages of a file."""

    pdf: pikepdf.Pdf
    groups: _Groups
    forms: set[Any] = field(default_factory=set)

    def page(self, page: pikepdf.Page) -> int:
        """Clean a page and the forms that it shows, and return how often something was removed."""
        resources = page.obj.get("/Resources", pikepdf.Dictionary())
        page.contents_coalesce()
        return self._cleaned(page.obj.get("/Contents"), resources, 0)

    def _cleaned(self, stream: Any, resources: Any, depth: int) -> int:
        if not isinstance(stream, pikepdf.Stream) or depth > _DEEPEST:
            return 0
        if len(stream.read_bytes()) > _LONGEST:
            raise ValueError
        instructions = pikepdf.parse_content_stream(stream)
        taken = _Taken()
        left = list(self._visible(instructions, resources, depth, taken))
        if taken.here:
            stream.write(pikepdf.unparse_content_stream(left))
        return taken.here + taken.within

    def _visible(
        self, instructions: Any, resources: Any, depth: int, taken: _Taken
    ) -> Iterator[Any]:
        """Yield the instructions of a page or a form that are not hidden."""
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
                    taken.within += self._cleaned(form, inner, depth + 1)
            yield instruction

    def _is_hidden(self, operands: Any, resources: Any) -> bool:
        """Return whether marked content belongs to a hidden layer."""
        if len(operands) != 2 or operands[0] != pikepdf.Name.OC:
            return False
        named = resources.get("/Properties", pikepdf.Dictionary())
        return self.groups.hide(named.get(operands[1]))


@dataclass(slots=True)
class _Taken:
    """How often something was removed from a stream, and from the forms within it."""

    here: int = 0
    within: int = 0


def _form(operands: Any, resources: Any) -> Any:
    """Return the form, or the picture, that an instruction shows, or None."""
    named = resources.get("/XObject", pikepdf.Dictionary())
    form = named.get(operands[0]) if operands else None
    return form if isinstance(form, pikepdf.Stream) else None
