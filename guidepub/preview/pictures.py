"""Pictures of pages: those that drafts bring along, and those that are asked for later."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from guidepub.pdf.finished.lines_of_text import TextLine, text_lines
from guidepub.pdf.finished.raster import page_pictures
from guidepub.preview.views import Sheets
from guidepub.preview.workers import Worker

_Made = TypeVar("_Made")

SCALES = (0.35, 1.0, 1.5, 2.0, 3.0, 4.0)
"""Pixels a point at which pages are drawn; a browser fits them to its own."""

# Bytes of pictures that are kept here, and documents in the worker. The last picture is kept.
_PICTURES, _DOCUMENTS = 100_000_000, 12
# In the worker: the documents that it has been handed, by digest.
_HELD: OrderedDict[str, bytes] = OrderedDict()


class Pictures:
    """Finds a page's picture by what tells it from all others."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self._kept: OrderedDict[tuple[str, float], bytes] = OrderedDict()
        self._size = 0
        # At which the browser last asked for a page in full size: drafts are drawn so, too.
        self.scale = 1.5

    def keep(self, made: Mapping[str, bytes], scale: float) -> None:
        """Keep pictures that are already there."""
        for page, picture in made.items():
            self._size += len(picture) - len(self._kept.pop((page, scale), b""))
            self._kept[page, scale] = picture
        while self._size > _PICTURES and len(self._kept) > 1:
            self._size -= len(self._kept.popitem(last=False)[1])

    async def picture(self, page: str, scale: float, shown: Iterable[Sheets]) -> bytes | None:
        """Return a page of what is shown as a PNG, or None where no such page is.

        Raises:
            WorkerLostError: it could not be drawn.
        """
        if scale >= 1:
            self.scale = scale
        kept = self._kept.get((page, scale))
        if kept is not None:
            return kept
        picture = await self._asked(_draw, page, shown, scale)
        if picture is not None:
            self.keep({page: picture}, scale)
        return picture

    async def words(self, page: str, shown: Iterable[Sheets]) -> list[TextLine] | None:
        """Return the lines of text of a page of what is shown, or None where no such page is.

        Raises:
            WorkerLostError: they could not be read.
        """
        return await self._asked(_read, page, shown)

    async def _asked(
        self, task: Callable[..., _Made | None], page: str, shown: Iterable[Sheets], *more: float
    ) -> _Made | None:
        """Return what a task of the worker makes of a page, whose document it may have already."""
        sheets = next((sheets for sheets in shown if page in sheets.ids), None)
        if sheets is None:
            return None
        place = sheets.ids.index(page)
        name = hashlib.blake2b(sheets.data, digest_size=12).hexdigest()
        made = await self._worker.call(task, name, None, place, *more)
        if made is None:
            made = await self._worker.call(task, name, sheets.data, place, *more)
        return made


def _draw(name: str, data: bytes | None, place: int, scale: float) -> bytes | None:
    """Draw a page in the worker; without the data, of a document that it has already."""
    held = _held(name, data)
    return page_pictures(held, (place,), scale)[0] if held is not None else None


def _read(name: str, data: bytes | None, place: int) -> list[TextLine] | None:
    """Read a page's lines in the worker; without the data, of a document that it has already."""
    held = _held(name, data)
    return text_lines(held, place) if held is not None else None


def _held(name: str, data: bytes | None) -> bytes | None:
    if data is not None:
        _HELD[name] = data
        while len(_HELD) > _DOCUMENTS:
            _HELD.popitem(last=False)
    return _HELD.get(name)
