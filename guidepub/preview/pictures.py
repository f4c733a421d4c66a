"""Pictures of pages: those that drafts bring along, and those that are asked for later."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Iterable, Mapping

from guidepub.pdf.raster import page_pictures
from guidepub.preview.views import Sheets
from guidepub.preview.workers import Worker

SCALES = (0.35, 1.0, 1.5, 2.0, 3.0, 4.0)
"""Pixels a point at which pages are drawn; a browser fits them to its own."""

# Pictures that are kept here, and documents in the worker.
_PICTURES, _DOCUMENTS = 300, 12
# In the worker: the documents that it has been handed, by digest.
_HELD: OrderedDict[str, bytes] = OrderedDict()


class Pictures:
    """Finds a page's picture by what tells it from all others."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self._kept: OrderedDict[tuple[str, float], bytes] = OrderedDict()
        # At which the browser last asked for a page in full size: drafts are drawn so, too.
        self.scale = 1.5

    def keep(self, made: Mapping[str, bytes], scale: float) -> None:
        """Keep pictures that are already there."""
        self._kept.update({(page, scale): picture for page, picture in made.items()})
        while len(self._kept) > _PICTURES:
            self._kept.popitem(last=False)

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
        sheets = next((sheets for sheets in shown if page in sheets.ids), None)
        if sheets is None:
            return None
        place = sheets.ids.index(page)
        name = hashlib.blake2b(sheets.data, digest_size=12).hexdigest()
        picture = await self._worker.call(_draw, name, None, place, scale)
        if picture is None:
            picture = await self._worker.call(_draw, name, sheets.data, place, scale)
        if picture is not None:
            self.keep({page: picture}, scale)
        return picture


def _draw(name: str, data: bytes | None, place: int, scale: float) -> bytes | None:
    """Draw a page in the worker; without the data, of a document that it has already."""
    if data is not None:
        _HELD[name] = data
        while len(_HELD) > _DOCUMENTS:
            _HELD.popitem(last=False)
    return page_pictures(_HELD[name], (place,), scale)[0] if name in _HELD else None
