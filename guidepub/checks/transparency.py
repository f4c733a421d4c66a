"""What can be seen through: soft masks, and graphics states that are not opaque."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

import pikepdf

# ISO 32000-1, 11.6: what each entry is where nothing can be seen through.
_OPAQUE: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "/ca": frozenset({"1", "1.0"}),
        "/CA": frozenset({"1", "1.0"}),
        "/BM": frozenset({"/Normal", "/Compatible"}),
        "/SMask": frozenset({"/None"}),
    }
)
_DEPTH = 8


def has_transparency(pdf: pikepdf.Pdf) -> bool:
    """Tell whether a picture has a soft mask, or a graphics state is not opaque."""
    return any(_is_seen_through(found) for item in pdf.objects for found in _held(item, _DEPTH))


def _held(item: pikepdf.Object, depth: int) -> Iterator[pikepdf.Object]:
    """Yield a dictionary with those that stand inside of it."""
    if not isinstance(item, (pikepdf.Dictionary, pikepdf.Stream)):
        return
    yield item
    for key in item.keys() if depth else ():
        inner = item[key]
        if isinstance(inner, pikepdf.Dictionary) and not inner.is_indirect:
            yield from _held(inner, depth - 1)


def _is_seen_through(holder: pikepdf.Object) -> bool:
    return any(key in holder and str(holder[key]) not in opaque for key, opaque in _OPAQUE.items())
