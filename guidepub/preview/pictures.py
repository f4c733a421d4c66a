"""Pictures of pages: those that come with drafts, and those that the browser asks for later."""

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
"""The scales at which pages are drawn, in pixels per point; a browser resizes them."""
# The limit on pictures that are kept here, in bytes, and on documents kept in the worker.
_PICTURES, _DOCUMENTS = 100_000_000, 12
# In the worker: the documents that it was sent, by digest.
_DOCUMENTS_SENT: OrderedDict[str, bytes] = OrderedDict()


class Pictures:
    """Finds the pictures of pages by the pages' ids, or has them drawn."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self._kept: OrderedDict[tuple[str, float], bytes] = OrderedDict()
        self._size = 0
        # The scale at which the browser last asked for a full-size page, also used for drafts.
        self.scale = 1.5

    def keep(self, made: Mapping[str, bytes], scale: float) -> None:
        """Keep pictures that a draft came with."""
        for page, picture in made.items():
            self._size += len(picture) - len(self._kept.pop((page, scale), b""))
            self._kept[page, scale] = picture
        while self._size > _PICTURES and len(self._kept) > 1:
            self._size -= len(self._kept.popitem(last=False)[1])

    async def picture(self, page: str, scale: float, shown: Iterable[Sheets]) -> bytes | None:
        """Return a page of the sheets that are shown as a PNG, or None if there is no such page.

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
        """Return the lines of text of a page that is shown, or None if there is no such page.

        Raises:
            WorkerLostError: they could not be read.
        """
        return await self._asked(_read, page, shown)

    async def _asked(
        self, task: Callable[..., _Made | None], page: str, shown: Iterable[Sheets], *more: float
    ) -> _Made | None:
        """Return the result of a worker's task on a page; send the document only if it lacks it."""
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
    """Draw a page in the worker; without `data`, of a document that the worker was sent before."""
    document = _document(name, data)
    return page_pictures(document, (place,), scale)[0] if document is not None else None


def _read(name: str, data: bytes | None, place: int) -> list[TextLine] | None:
    """Read a page's lines in the worker; without `data`, as `_draw`."""
    document = _document(name, data)
    return text_lines(document, place) if document is not None else None


def _document(name: str, data: bytes | None) -> bytes | None:
    if data is not None:
        _DOCUMENTS_SENT[name] = data
        while len(_DOCUMENTS_SENT) > _DOCUMENTS:
            _DOCUMENTS_SENT.popitem(last=False)
    return _DOCUMENTS_SENT.get(name)
