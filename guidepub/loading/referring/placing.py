"""Checks of the order of a guide's sections: a foreword at the end, an empty part."""

from __future__ import annotations

from collections.abc import Iterator

from guidepub.findings import Finding
from guidepub.loading.formats.documents import Document
from guidepub.model import Guide
from guidepub.model.guides.sections import COUNTED, FRONT_LEAVES, misplaced


def placing_faults(guide: Guide, document: Document) -> Iterator[Finding]:
    """Yield the faults of the places of a guide's forewords, parts, appendices and the like."""
    kinds = guide.kinds
    for index in misplaced(kinds):
        title, kind = guide.sections[index].title, kinds[index]
        if kind in COUNTED or kind == "part":
            message = f"“{title}” comes after the end matter of a book."
            remedy = "Move it up: forewords come first, then sections, then appendices."
        else:
            where = "before" if kind in FRONT_LEAVES else "behind"
            message = f"“{title}” cannot be a {kind} there."
            remedy = f"Move it {where} the sections, or leave out {{.{kind}}}."
        yield Finding(document.place(("sections", index)), "D084", message, remedy)
    # The text of a volume is that of its guides.
    if not COUNTED & set(kinds) and not guide.is_volume:
        message = "The guide has no sections other than these."
        remedy = "Write one below them, such as “# Overview”."
        yield Finding(document.place(), "D084", message, remedy)
    for index, kind in enumerate(kinds):
        if kind == "part" and not COUNTED & set(kinds[index + 1 : index + 2]):
            message = f"The part “{guide.sections[index].title}” has no sections."
            remedy = "Write its sections below it, or leave out {.part}."
            yield Finding(document.place(("sections", index)), "D084", message, remedy)
