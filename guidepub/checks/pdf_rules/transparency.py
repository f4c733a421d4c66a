"""Transparency in a PDF: pictures with soft masks, and graphics states that are not opaque."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType

import pikepdf

# ISO 32000-1, 11.6: the values of entries where nothing is transparent.
_ALPHAS = ("/ca", "/CA")
_OPAQUE: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "/BM": frozenset({"/Normal", "/Compatible"}),
        "/SMask": frozenset({"/None"}),
    }
)
_DEPTH = 8


def has_transparency(pdf: pikepdf.Pdf) -> bool:
    """Return whether a picture has a soft mask, or a graphics state is not opaque."""
    return any(_is_transparent(found) for item in pdf.objects for found in _nested(item, _DEPTH))


def _nested(item: pikepdf.Object, depth: int) -> Iterator[pikepdf.Object]:
    """Yield a dictionary and those inside it."""
    if not isinstance(item, (pikepdf.Dictionary, pikepdf.Stream)):
        return
    yield item
    for key in item.keys() if depth else ():
        inner = item[key]
        if isinstance(inner, pikepdf.Dictionary) and not inner.is_indirect:
            yield from _nested(inner, depth - 1)


def _is_transparent(holder: pikepdf.Object) -> bool:
    # A resource may have one of these names, too: only a number is an alpha.
    alphas: list[object] = [holder[key] for key in _ALPHAS if key in holder]
    if any(isinstance(alpha, (int, Decimal)) and alpha != 1 for alpha in alphas):
        return True
    return any(
        key in holder and _value(holder[key]) not in opaque for key, opaque in _OPAQUE.items()
    )


def _value(entry: pikepdf.Object) -> str:
    """Return a name, or the first of an array: the blend mode that applies (11.6.3)."""
    if isinstance(entry, pikepdf.Array):
        return str(entry[0]) if len(entry) else ""
    return str(entry)
