"""Faults, features and letters of fonts. A process of its own reads them: a font may crash it.

Shipped fonts are known. Any other font is opened by fontTools, which unpacks it as
WeasyPrint does, and by FreeType, which draws with it.
"""

from __future__ import annotations

import functools
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from guidepub.findings.errors import kind_and_reason
from guidepub.workers.confinement import confined, serve

_KINDS = (b"\0\1\0\0", b"OTTO", b"true", b"wOFF", b"wOF2")
_NEEDED = ("cmap", "head", "hhea", "hmtx", "maxp")
_OUTLINES = ("CFF ", "CFF2", "glyf")
_UNPACKED_LIMIT = 64 * 1024 * 1024
_DRAWN = 200
_SECONDS = 20
_MEMORY = 1024 * 1024 * 1024


def font_faults(paths: Sequence[Path]) -> list[str]:
    """Return the fault of each font in words, empty for one that can be used."""
    answers = _answers("faults", paths)
    return ["it is broken, or takes too long" if fault is None else str(fault) for fault in answers]


@functools.lru_cache(maxsize=64)
def features_of(path: Path, _state: str) -> frozenset[str] | None:
    """Return the OpenType features that substitute glyphs of a font, or None if it is unreadable.

    `_state` changes when the file may have.
    """
    (answer,) = _answers("features", [path])
    return None if answer is None else frozenset(str(answer).split())


def letters_of_fonts(paths: Sequence[Path]) -> frozenset[str]:
    """Return the characters that some fonts have together. One that is broken has none."""
    return frozenset().union(*(str(answer or "") for answer in _answers("letters", paths)))


def work() -> None:
    """Answer the order on standard input: the process that this module starts."""
    ways = {"faults": _fault, "features": _features, "letters": _letters}
    serve(lambda order, path: ways[order["asked"]](path))


def _answers(asked: str, paths: Sequence[Path]) -> Iterator[object]:
    """Yield the process's answer for each font, or None for one that crashed it."""
    return confined(__name__, {"asked": asked}, [str(path) for path in paths], _SECONDS, _MEMORY)


def _features(path: str) -> str | None:
    """Return the OpenType features of a font, separated by spaces; None if it cannot be read."""
    from fontTools.ttLib import TTFont

    try:
        font = TTFont(path, lazy=True)
        found = font["GSUB"].table.FeatureList if "GSUB" in font else None
        return " ".join(record.FeatureTag for record in found.FeatureRecord) if found else ""
    except Exception:  # noqa: BLE001 - whatever a font's reader raises, it cannot read it
        return None


def _letters(path: str) -> str | None:
    """Return the characters of a font; None if it cannot be read."""
    from fontTools.ttLib import TTFont

    try:
        return "".join(map(chr, TTFont(path, lazy=True).getBestCmap() or ()))
    except Exception:  # noqa: BLE001 - whatever a font's reader raises, it cannot read it
        return None


def _fault(path: str) -> str:
    data = Path(path).read_bytes()
    if not data.startswith(_KINDS):
        return "it is not a TTF, OTF, WOFF or WOFF2"
    try:
        return _fault_of(data)
    except MemoryError:
        return "it takes too much memory"
    except Exception as error:  # noqa: BLE001 - whatever a font's reader raises, it cannot read it
        return f"it cannot be read: {kind_and_reason(error)}"


def _fault_of(data: bytes) -> str:
    from fontTools.ttLib import TTFont
    from PIL import ImageFont

    font = TTFont(io.BytesIO(data))
    tables = set(font.keys())
    if lacking := [name for name in _NEEDED if name not in tables]:
        return f"it has no table “{lacking[0]}”"
    if not tables.intersection(_OUTLINES):
        return "it has no outlines"
    letters = sorted(font.getBestCmap() or ())
    if not letters:
        return "it has no letters"
    if font.flavor is not None:
        font.flavor = None
        unpacked = io.BytesIO()
        font.save(unpacked)
        data = unpacked.getvalue()
    if len(data) > _UNPACKED_LIMIT:
        return f"it is larger than {_UNPACKED_LIMIT // 2**20} MiB when it is unpacked"
    drawn = "".join(map(chr, letters[:_DRAWN]))
    ImageFont.truetype(io.BytesIO(data), 16, layout_engine=ImageFont.Layout.BASIC).getmask(drawn)
    return ""
