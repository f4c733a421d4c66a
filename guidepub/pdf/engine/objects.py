"""Objects of a PDF that is not written yet, by the references that name them."""

from __future__ import annotations

import pydyf


def number_of(reference: bytes) -> int:
    """Return the number of the object that a reference such as `12 0 R` names."""
    return int(reference.partition(b" ")[0])


def referenced(pdf: pydyf.PDF, reference: bytes) -> pydyf.Object:
    """Return the object that a reference names."""
    return pdf.objects[number_of(reference)]


def dictionary_named(pdf: pydyf.PDF, reference: bytes) -> pydyf.Dictionary:
    """Return the dictionary that a reference names."""
    found = pdf.objects[number_of(reference)]
    assert isinstance(found, pydyf.Dictionary)
    return found
