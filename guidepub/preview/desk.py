"""The catalogue's list and the views that are open in a browser."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from guidepub.findings import Finding, Place, errors_of
from guidepub.findings.errors import GuidepubError
from guidepub.loading import template_of_row
from guidepub.pdf.finished.lines_of_text import TextLine
from guidepub.preview import surveys
from guidepub.preview.keeping import Keeper, is_set_within
from guidepub.preview.messages import survey_message
from guidepub.preview.pictures import Pictures
from guidepub.preview.shows import Show
from guidepub.preview.views import Json, Publication, Sheets, View
from guidepub.preview.warming import warm_all, warm_behind, warm_little
from guidepub.preview.workers import Worker

# Seconds without a save before the list is made again, and the limit on making it.
_REST, _LONGEST = 0.25, 300.0
# How many views are kept, so that going back to one is quick.
_VIEWS = 8


class Desk:
    """Answers the browser's requests from views and a list that follow the files on disk."""

    def __init__(self, root: Path, source: Path) -> None:
        """Open a desk for the catalogue at `root`; `source` is the folder or the file to list."""
        self.root, self.source = root, source
        self._workers = Worker(warm_all), Worker(warm_behind), Worker(warm_little)
        setter, binder, self._examiner = self._workers
        self._pictures = Pictures(setter)
        self._keeper = Keeper(root, setter, binder, self._examiner, self._pictures)
        self._shows: dict[View, Show] = {}
        self._list: Json | None = None
        # The queues of pages in the browser that have no view open yet.
        self._readers: set[asyncio.Queue[Json]] = set()
        self._titles: dict[Path, str] = {}
        # A renamed file may be missing for a while before it appears under its new name.
        self._gone: dict[Path, str] = {}
        self._linted: dict[Path, tuple[int, int]] = {}
        # Definitions that have changed since the list was made; `None` for all of them.
        self._changed: set[Path] | None = None
        self._stale = asyncio.Event()
        self._listing: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Desk:
        """Start to keep the list up to date."""
        self._stale.set()
        self._listing = asyncio.create_task(self._keep_list())
        return self

    async def __aexit__(self, *_: object) -> None:
        """Stop all work and end the workers."""
        tasks = [task for show in self._shows.values() for task in show.tasks]
        if self._listing is not None:
            tasks.append(self._listing)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.gather(*(worker.close() for worker in self._workers))

    async def changed(self, paths: Collection[Path]) -> None:
        """Update whatever depends on files that have changed."""
        homes = {path: template_of_row(path) or path for path in self._titles}
        definitions = {path for path, home in homes.items() if home in paths}
        shared = set(paths) - {homes[path] for path in definitions}
        if any("themes" in path.parts for path in shared):
            await self._keeper.forget_themes()
        for show in self._shows.values():
            if shared or show.view.path in definitions:
                self._keeper.save(show)
        if shared or self._changed is None:
            self._changed = None
        else:
            self._changed |= definitions
        self._stale.set()

    async def watch_list(self) -> AsyncGenerator[Json]:
        """Yield the catalogue's list, now and whenever it changes."""
        queue: asyncio.Queue[Json] = asyncio.Queue()
        self._readers.add(queue)
        try:
            if self._list is not None:
                yield self._list
            while True:
                yield await queue.get()
        finally:
            self._readers.discard(queue)

    async def watch(self, view: View) -> AsyncGenerator[Json]:
        """Yield the messages on a view, beginning with those on what is shown now."""
        show = self._shows.pop(view, None) or Show(view)
        self._shows[view] = show
        queue: asyncio.Queue[Json] = asyncio.Queue()
        show.queues.add(queue)
        try:
            for message in (self._list, self._keeper.findings(show), *show.present()):
                if message is not None:
                    yield message
            self._keeper.keep(show)
            if show.file is None:
                self._keeper.save(show)
            else:
                yield {"type": "status", "stage": "ready"}
            while True:
                yield await queue.get()
        finally:
            show.queues.discard(queue)
            self._close_idle()

    def publication(self, token: str) -> Publication | None:
        """Return the EPUB or web edition with a token from a URL, or None if it is not open."""
        name = token.partition("-")[0]
        found = (show.publication for show in self._shows.values() if show.name == name)
        return next(found, None)

    async def picture(self, page: str, scale: float) -> bytes | None:
        """Return a page that is shown as a PNG, or None if there is no such page.

        Raises:
            WorkerLostError: it could not be drawn.
        """
        return await self._pictures.picture(page, scale, self._sheets())

    async def words(self, page: str) -> list[TextLine] | None:
        """Return the lines of text of a page that is shown, or None if there is no such page.

        Raises:
            WorkerLostError: they could not be read.
        """
        return await self._pictures.words(page, self._sheets())

    def _sheets(self) -> Iterator[Sheets]:
        for show in self._shows.values():
            yield from (*show.sheets, *reversed(show.earlier))

    async def file(self, view: View) -> tuple[str, bytes] | None:
        """Return a guide's slug and its finished file, or None if the guide has errors."""
        show = self._shows.get(view) or Show(view)
        data = await self._keeper.file(show)
        return None if data is None else (str(show.about.get("slug", view.path.stem)), data)

    def _close_idle(self) -> None:
        """Stop updating the views that no browser has open, and forget all but a few of them."""
        idle = [show for show in self._shows.values() if not show.queues]
        for show in idle:
            show.end()
        for show in idle[: max(len(self._shows) - _VIEWS, 0)]:
            del self._shows[show.view]

    async def _keep_list(self) -> None:
        while True:
            await self._stale.wait()
            self._stale.clear()
            if self._list is not None and await is_set_within(self._stale, _REST):
                continue
            changed, self._changed = self._changed, set()
            paths = None if changed is None else tuple(changed)
            try:
                made = await self._examiner.call(
                    surveys.survey, self.source, paths, seconds=_LONGEST
                )
            except (GuidepubError, OSError) as error:
                finding = Finding(Place(str(self.source)), "B002", str(error))
                made, self._changed = surveys.Survey((), (finding,)), None
            titles = {entry.path: entry.title for entry in made.entries}
            known = self._titles | self._gone
            renamed = _renamed(known, titles)
            self._gone = {
                path: title
                for path, title in known.items()
                if path not in titles and path not in renamed
            }
            self._titles = titles
            for path in self._linted.keys() & (titles.keys() if changed is None else changed):
                del self._linted[path]
            self._send_list(made, renamed)
            await self._lint_all(made)

    async def _lint_all(self, made: surveys.Survey) -> None:
        """Count lint's findings guide by guide, until a file changes."""
        for entry in made.entries:
            if self._stale.is_set():
                return
            if not entry.errors and entry.path not in self._linted:
                try:
                    found = await self._examiner.call(surveys.lint_file, entry.path)
                except (GuidepubError, OSError):
                    continue
                errors = len(errors_of(found))
                self._linted[entry.path] = errors, len(found) - errors
                if found:
                    self._send_list(made, {})

    def _send_list(self, made: surveys.Survey, renamed: Mapping[Path, Path]) -> None:
        counted = tuple(
            replace(entry, errors=entry.errors + errors, warnings=entry.warnings + warnings)
            for entry in made.entries
            for errors, warnings in [self._linted.get(entry.path, (0, 0))]
        )
        whole = replace(made, entries=counted)
        self._list = survey_message(whole, self.root, {})
        for queue in self._readers:
            queue.put_nowait(self._list)
        for show in self._shows.values():
            show.send(survey_message(whole, self.root, renamed))


def _renamed(before: dict[Path, str], after: dict[Path, str]) -> dict[Path, Path]:
    """Return the renamed files, old path to new path, recognised by their titles."""
    gone = {title: path for path, title in before.items() if path not in after and title}
    return {
        gone[title]: path for path, title in after.items() if path not in before and title in gone
    }
