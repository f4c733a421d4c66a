"""The covers of built books as pictures, taken from their files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from guidepub.batch.kept.records import Record
from guidepub.files import hash_file, read_bytes

if TYPE_CHECKING:
    from PIL import Image

_MOST = 1024**3
# A file for readers has only the front cover, in the colours of a screen.
_BEARERS = ("screen", "epub", "print-cover")


def cover_of(
    output: Path, records: Sequence[Record], longest: int, width: float, is_leftward: bool
) -> Image.Image | None:
    """Return the front of a book's cover, with so many pixels on the longer side.

    `records` are those of the book's files in the folder `output`. The cover of an EPUB keeps its
    size; that of a book on paper only is cut out of the printed cover, whose front is `width`
    points wide, and on the left in right-to-left books. If no file is unchanged, the result is
    None.
    """
    for edition in _BEARERS:
        record = next((each for each in records if each.edition == edition), None)
        if record is None or hash_file(output / record.path) != record.sha256:
            continue
        data = read_bytes(output / record.path, _MOST)
        if edition == "screen":
            return _front(data, longest)
        if edition == "epub":
            return _cover_image(data)
        from guidepub.pdf.finished.raster import front_of_wrap

        return front_of_wrap(data, width, longest, is_leftward)
    return None


def _front(data: bytes, longest: int) -> Image.Image:
    from guidepub.pdf.finished.raster import first_page, sheet_size

    width, height = sheet_size(data)
    return first_page(data, longest * height / max(width, height))


def _cover_image(data: bytes) -> Image.Image:
    from PIL import Image

    from guidepub.epub.documents import COVER_IMAGE, COVER_PHOTO

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        name = next(n for n in archive.namelist() if n.endswith((COVER_IMAGE, COVER_PHOTO)))
        with Image.open(io.BytesIO(archive.read(name))) as picture:
            return picture.convert("RGB")
