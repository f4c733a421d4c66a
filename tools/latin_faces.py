"""`python -m tools.latin_faces`: make the Latin parts of the faces that EPUBs carry along.

They keep kerning, ligatures, small capitals and all kinds of figures; what else a face can do,
and hints for coarse screens, is left out.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

from guidepub.themes.faces.latin_faces import FOLDER, LATIN
from guidepub.themes.folders.shipped import shipped_folder

# What layout asks for by itself, and what the shipped stylesheets do.
_FEATURES = ["calt", "ccmp", "clig", "kern", "liga", "lnum", "locl", "mark", "mkmk", "onum",
             "pnum", "rlig", "smcp", "tnum"]  # fmt: skip
_NAMED = re.compile(r"url\((fonts/[^)]+\.ttf)\)")
# “Source” is reserved (OFL 1.1, 3): family, full name and PostScript's name are others.
_RENAMED = (1, 3, 4, 6, 16, 25)
_KEPT = [0, 1, 2, 3, 4, 5, 6, 7, 13, 14]


def main() -> None:
    """Write all of them."""
    for whole in faces():
        path = shipped_folder("styles") / FOLDER / whole.name
        path.write_bytes(latin_part(whole.read_bytes()))
        print(f"{path.name}: {whole.stat().st_size:,} to {path.stat().st_size:,} bytes")


def faces() -> Iterator[Path]:
    """Yield the files of the faces that the shipped themes give to an EPUB, each once."""
    for sheet in sorted(shipped_folder("styles").glob("*/epub.css")):
        for name in _NAMED.findall(sheet.read_text("utf-8")):
            # A theme may name a font that another one ships.
            if (path := sheet.parent / name).is_file():
                yield path


def latin_part(face: bytes) -> bytes:
    """Return the Latin part of a face, the same for the same face."""
    font = TTFont(io.BytesIO(face), recalcTimestamp=False)
    options = subset.Options(
        hinting=False, layout_features=_FEATURES, name_IDs=_KEPT, notdef_outline=True
    )
    cutter = subset.Subsetter(options)
    cutter.populate(text="".join(sorted(LATIN)))
    cutter.subset(font)
    for record in font["name"].names:
        if record.nameID in _RENAMED:
            record.string = _other_name(record.toUnicode(), record.nameID)
    buffer = io.BytesIO()
    font.save(buffer)
    return buffer.getvalue()


def _other_name(name: str, kind: int) -> str:
    """Return a name with the reserved one replaced; PostScript's has no space (name ID 6)."""
    return re.sub(r"Source ?", "Latin" if kind == 6 else "Latin ", name)


if __name__ == "__main__":
    main()
