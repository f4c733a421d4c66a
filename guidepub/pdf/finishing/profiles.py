"""ICC profiles as streams of a PDF (ISO 32000-1, 8.6.5.5), packed once a process."""

from __future__ import annotations

import functools
import zlib

import pydyf

_BEST = 9


def profile_stream(profile: bytes, components: int) -> pydyf.Stream:
    """Return a stream for a profile of so many colour components."""
    return pydyf.Stream([_packed(profile)], {"N": components, "Filter": "/FlateDecode"})


@functools.lru_cache(maxsize=8)
def _packed(profile: bytes) -> bytes:
    # A tenth of the time of a short book, were it done for each file.
    return zlib.compress(profile, _BEST)
