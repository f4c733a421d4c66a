"""Pictures of pages: those that drafts bring along, and those that are asked for later."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Mapping

from guidepub.pdf.raster import page_pictures
from guidepub.preview.views import Sheets
from guidepub.preview.workers import Worker

# Documents and pictures that are kept; a browser asks again for what it has lost.
_DOCUMENTS, _PICTURES = 24, 300
SCALES = (0.35, 1.0, 1.5, 2.0, 3.0, 4.0)
"""Pixels a point at which pages are drawn; a browser fits them to its own."""

# In a worker: the documents that it has been handed, by digest.
_HELD: OrderedDict[str, bytes] = OrderedDict()


class Pictures:
    """Finds a page's picture by what tells it from all others."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self._documents: OrderedDict[str, bytes] = OrderedDict()
        self._places: dict[str, tuple[str, int]] = {}
        self._pictures: OrderedDict[tuple[str, float], bytes] = OrderedDict()

    def remember(self, sheets: Sheets) -> None:
        """Keep a document whose pages will be asked for."""
        name = hashlib.blake2b(sheets.data, digest_size=12).hexdigest()
        self._documents[name] = sheets.data
        self._documents.move_to_end(name)
        self._places.update({page: (name, place) for place, page in enumerate(sheets.ids)})
        while len(self._documents) > _DOCUMENTS:
            gone, _ = self._documents.popitem(last=False)
            self._places = {
                page: place for page, place in self._places.items() if place[0] != gone
            }

    def keep(self, made: Mapping[str, bytes], scale: float) -> None:
        """Keep pictures that are already there."""
        for page, picture in made.items():
            self._pictures[page, scale] = picture
        while len(self._pictures) > _PICTURES:
            self._pictures.popitem(last=False)

    async def picture(self, page: str, scale: float) -> bytes | None:
        """Return a page as a PNG, or nothing where no such page is known.

        Raises:
            WorkerLostError: it could not be drawn.
        """
        if (page, scale) not in self._pictures:
            if page not in self._places:
                return None
            name, place = self._places[page]
            picture = await self._worker.call(_draw, name, None, place, scale)
            if picture is None:
                data = self._documents[name]
                picture = await self._worker.call(_draw, name, data, place, scale)
            assert picture is not None
            self.keep({page: picture}, scale)
        return self._pictures[page, scale]


def _draw(name: str, data: bytes | None, place: int, scale: float) -> bytes | None:
    """Draw a page in the worker; without the data, of a document that it has already."""
    if data is not None:
        _HELD[name] = data
        while len(_HELD) > _DOCUMENTS:
            _HELD.popitem(last=False)
    if name not in _HELD:
        return None
    return page_pictures(_HELD[name], (place,), scale)[0]
