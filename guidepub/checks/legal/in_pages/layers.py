"""Parts of a PDF that may change how a page looks elsewhere: layers, comments, scripts.

A page is checked as it is first drawn on a screen. Whatever a reader, a script or a
printer may turn on or off, and whatever programs draw in their own ways, is a doubt.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence

import pikepdf
import pypdfium2.raw as pdfium

_MOST = 2000
# Annotations without an appearance, or with a frame round words at most.
_BARE = frozenset({"/Link", "/Popup"})
# Annotations that each program draws in its own way, whatever appearance the file gives.
_ACTIVE = frozenset({"/3D", "/FileAttachment", "/Movie", "/Redact", "/RichMedia", "/Screen",
                     "/Sound", "/Widget"})  # fmt: skip
_HIDDEN, _PRINTED, _ONLY_PRINTED = 2, 4, 32
# The share of a notice's letters that may have a replacement: hyphens, ligatures, initials.
_STATED = 0.1
_LONGEST = 4096


def document_doubts(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Yield what may change how any page of a PDF looks."""
    root = pdf.Root
    opening = root.get("/OpenAction")
    acts = isinstance(opening, pikepdf.Dictionary) and opening.get("/S") == "/JavaScript"
    if acts or "/JavaScript" in root.get("/Names", {}) or "/AA" in root:
        yield "a script"
    if "/XFA" in root.get("/AcroForm", {}) or bool(root.get("/NeedsRendering", False)):
        yield "a form that is laid out when it is opened"


def page_doubts(page: pikepdf.Page) -> Iterator[str]:
    """Yield what may change how a page looks."""
    entry = page.obj
    if "/AA" in entry:
        yield "a script"
    if entry.get("/UserUnit", 1) != 1:
        yield "units of the page’s own"
    if _has_layers(entry.get("/Resources")):
        yield "layers that can be turned off"
    annotations = entry.get("/Annots")
    if not isinstance(annotations, pikepdf.Array):
        return
    if len(annotations) > _MOST:
        yield f"more than {_MOST} comments"
        return
    for annotation in annotations:
        if isinstance(annotation, pikepdf.Dictionary) and (reason := _annotation_doubt(annotation)):
            yield reason


def stated_share(objects: Sequence[pdfium.FPDF_PAGEOBJECT], letters: int) -> float:
    """Return the share of some letters for which text objects state a replacement.

    PDF libraries give such words (ISO 32000-1, 14.9.4) in place of those that are seen.
    """
    seen = {ctypes.addressof(each.contents): each for each in objects}
    stated = sum(sum(map(str.isalnum, _actual_text(each))) for each in seen.values())
    return stated / max(1, letters)


def is_stated(share: float) -> bool:
    """Return whether a share of replacements is so large that the drawn words may differ."""
    return share > _STATED


def _has_layers(resources: pikepdf.Object | None) -> bool:
    """Return whether any resource, however deep, is part of an optional layer.

    With more forms than any real page has, the answer is yes.
    """
    waiting: list[pikepdf.Object | None] = [resources]
    seen: set[tuple[int, int]] = set()
    while waiting:
        own = waiting.pop()
        if not isinstance(own, pikepdf.Dictionary):
            continue
        named = own.get("/Properties", pikepdf.Dictionary())
        if any(_kind(entry) in ("/OCG", "/OCMD") for entry in named.values()):
            return True
        forms = own.get("/XObject", pikepdf.Dictionary())
        for form in forms.values():
            # Streams are never part of another object, so each has a number of its own.
            if not isinstance(form, pikepdf.Stream) or form.objgen in seen:
                continue
            seen.add(form.objgen)
            if "/OC" in form or len(seen) > _MOST:
                return True
            waiting.append(form.get("/Resources"))
    return False


def _kind(entry: pikepdf.Object) -> str:
    return str(entry.get("/Type", "")) if isinstance(entry, pikepdf.Dictionary) else ""


def _annotation_doubt(annotation: pikepdf.Dictionary) -> str:
    kind, flags = str(annotation.get("/Subtype", "")), int(annotation.get("/F", 0))
    if "/OC" in annotation:
        return "layers that can be turned off"
    if kind in _BARE or flags & _HIDDEN:
        return ""
    if kind in _ACTIVE:
        return f"something of the kind {kind.removeprefix('/')} on the page"
    if flags & _ONLY_PRINTED and flags & _PRINTED:
        return "a comment that is only printed"
    if "/AP" not in annotation:
        return "a comment that each program draws in its own way"
    return ""


def _actual_text(pointer: object) -> str:
    """Return the text that a text object states as a replacement for what it draws, or None."""
    text = ""
    for number in range(min(pdfium.FPDFPageObj_CountMarks(pointer), 8)):
        mark = pdfium.FPDFPageObj_GetMark(pointer, number)
        length = ctypes.c_ulong()
        pdfium.FPDFPageObjMark_GetParamStringValue(mark, b"ActualText", None, 0, length)
        if not 2 < length.value <= _LONGEST:
            text += "x" * length.value if length.value > _LONGEST else ""
            continue
        buffer = (ctypes.c_ushort * (length.value // 2 + 1))()
        pdfium.FPDFPageObjMark_GetParamStringValue(
            mark, b"ActualText", buffer, length.value, length
        )
        text += bytes(buffer)[: length.value - 2].decode("utf-16-le", "replace")
    return text
