"""What is open: the views that somebody looks at, kept up to date with the disk.

A save makes a draft at once and the whole file after a moment's rest; a newer save always
wins. What cannot be made leaves the last good pages where they are.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from guidepub.errors import GuidepubError
from guidepub.findings import Finding, FindingsError, Place
from guidepub.preview import publications, surveys, typesetting
from guidepub.preview.messages import (
    book_message,
    findings_message,
    publication_message,
    survey_message,
)
from guidepub.preview.pictures import Pictures
from guidepub.preview.views import Json, Layout, Publication, Sheets, View
from guidepub.preview.warming import warm_all, warm_little
from guidepub.preview.workers import SupersededError, Worker, WorkerLostError

# Seconds without a save after which the whole file is made, and after which it is checked.
_REST, _LONG_REST = 0.25, 1.5
# Seconds for which a broken definition may be one that is just being written.
_WRITING = 0.12
# Views that are kept for a quick way back.
_VIEWS = 8
_SECONDS = {"draft": 30.0, "whole": 180.0, "check": 180.0, "survey": 300.0}


@dataclass(slots=True, eq=False)
class Show:
    """A view that is open, with what is shown of it."""

    view: View
    queues: set[asyncio.Queue[Json]] = field(default_factory=set)
    awake: asyncio.Event = field(default_factory=asyncio.Event)
    serial: int = 0
    stage: str = "waiting"
    about: Json = field(default_factory=dict)
    layout: Layout | None = None
    sheets: list[Sheets] = field(default_factory=list)
    publication: Publication | None = None
    file: bytes | None = None
    found: dict[str, tuple[Finding, ...]] = field(default_factory=dict)
    scale: float = 2.0
    task: asyncio.Task[None] | None = None

    @property
    def token(self) -> str:
        """What tells this state of this view's EPUB from all others in an address."""
        return f"{abs(hash(self.view)):x}-{self.serial}"

    def tell(self, message: Json) -> None:
        """Send a message to everybody who looks at this view."""
        for queue in self.queues:
            queue.put_nowait(message)


class Desk:
    """Keeps all that is open up to date, and answers what the browser asks for."""

    def __init__(self, root: Path, source: Path) -> None:
        """Open a desk for the catalogue at `root`; `source` is what to list: a folder or a file."""
        self.root, self.source = root, source
        self._setter = Worker(warm_all)
        self._binder = Worker(warm_all)
        self._examiner = Worker(warm_little)
        self.pictures = Pictures(self._setter)
        self._shows: dict[View, Show] = {}
        self._list: Json | None = None
        self._entries: dict[Path, str] = {}
        self._changed: set[Path] | None = set()
        self._survey_awake = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        self._binding: Show | None = None
        # Whether leaves may be set alone, by what concerns all pages; see `leaf_is_faithful`.
        self._faithful: dict[str, bool] = {}

    async def __aenter__(self) -> Desk:
        """Begin to work."""
        self._changed = None
        self._survey_awake.set()
        self._tasks.add(asyncio.create_task(self._keep_list()))
        return self

    async def __aexit__(self, *_: object) -> None:
        """End all work."""
        tasks = [*self._tasks, *(show.task for show in self._shows.values() if show.task)]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for worker in (self._setter, self._binder, self._examiner):
            await worker.close()

    async def changed(self, paths: Collection[Path]) -> None:
        """Take note that files have changed."""
        definitions = {path for path in paths if path in self._entries}
        shared = set(paths) - definitions
        if any("themes" in path.parts for path in shared):
            # Stylesheets and templates are read once a process.
            self._faithful.clear()
            await asyncio.gather(self._setter.refresh(), self._binder.refresh())
        for show in self._shows.values():
            if shared or show.view.path in paths:
                self._wake(show)
        self._changed = None if shared or self._changed is None else self._changed | definitions
        self._survey_awake.set()

    async def watch(self, view: View) -> AsyncIterator[Json]:
        """Yield what happens to a view, what is shown of it now first."""
        show = self._shows.pop(view, None) or Show(view)
        self._shows[view] = show
        queue: asyncio.Queue[Json] = asyncio.Queue()
        show.queues.add(queue)
        try:
            if self._list is not None:
                yield self._list
            for message in self._present(show):
                yield message
            if show.task is None:
                show.task = asyncio.create_task(self._keep(show))
            self._wake(show)
            while True:
                yield await queue.get()
        finally:
            show.queues.discard(queue)
            self._let_go()

    def show_of(self, view: View) -> Show | None:
        """Return what is shown of a view, if it is open."""
        return self._shows.get(view)

    def publication(self, token: str) -> Publication | None:
        """Return the EPUB that an address names, if it is the one that is shown."""
        for show in self._shows.values():
            if show.publication is not None and show.token.partition("-")[0] == token.partition("-")[0]:
                return show.publication
        return None

    async def file(self, view: View) -> bytes | None:
        """Return a view's finished file, or nothing where its definition has errors."""
        show = self._shows.get(view) or Show(view)
        if show.file is not None:
            return show.file
        try:
            made = await self._make_whole(show)
        except (GuidepubError, OSError):
            return None
        return made.data if isinstance(made, Publication) else made.sheets.data

    def _wake(self, show: Show) -> None:
        show.file = None
        show.awake.set()
        if self._binding is show:
            self._binder.give_up()

    def _let_go(self) -> None:
        """Close the views that nobody looks at, but for a few."""
        idle = [show for show in self._shows.values() if not show.queues]
        for show in idle:
            if show.task is not None:
                show.task.cancel()
                show.task = None
        for show in idle[: max(len(self._shows) - _VIEWS, 0)]:
            del self._shows[show.view]

    def _present(self, show: Show) -> list[Json]:
        """Return the messages that tell all that is shown."""
        messages = [self._findings(show)]
        if show.publication is not None:
            made = publication_message(show.serial, show.stage, show.token, show.publication)
            messages.append(made)
        if show.sheets and show.layout is not None:
            total = show.layout.pages
            messages.append(
                book_message(show.serial, show.stage, show.about, show.sheets, total, full=True)
            )
        return messages

    def _findings(self, show: Show) -> Json:
        return findings_message(show.serial, show.found.items(), self.root)

    async def _keep(self, show: Show) -> None:
        """Keep a view up to date until nobody looks at it."""
        while True:
            await show.awake.wait()
            show.awake.clear()
            show.serial += 1
            try:
                if not await self._show_draft(show):
                    continue
                if show.layout is not None and await _stirs(show.awake, _REST):
                    continue
                await self._show_whole(show)
                if not await _stirs(show.awake, _LONG_REST):
                    await self._show_checks(show)
            except SupersededError:
                continue

    async def _show_draft(self, show: Show) -> bool:
        """Show what can be shown at once; tell whether the whole can follow."""
        show.tell({"type": "status", "stage": "draft"})
        try:
            if show.view.edition == "epub":
                await self._show_draft_publication(show)
            else:
                await self._show_draft_pages(show)
        except (GuidepubError, OSError) as error:
            if await _stirs(show.awake, _WRITING):
                return False
            show.found["definition"] = _faults(error, show.view)
            show.found.pop("making", None)
            show.tell(self._findings(show))
            show.tell({"type": "status", "stage": "broken"})
            return False
        return True

    async def _show_draft_pages(self, show: Show) -> None:
        layout = show.layout
        if layout is not None and not self._faithful.get(layout.key, False):
            layout = None
        made = await self._setter.call(
            typesetting.draft, show.view, layout, show.scale, seconds=_SECONDS["draft"]
        )
        self._found(show, made.findings)
        if made.layout is None:
            return
        show.layout = made.layout
        show.about |= made.about
        for sheets in made.sheets:
            self.pictures.remember(sheets)
            show.sheets.append(sheets)
        self.pictures.keep(made.pictures, show.scale)
        if made.sheets:
            total = made.layout.pages
            show.stage = "draft"
            show.tell(
                book_message(show.serial, "draft", show.about, made.sheets, total, full=False)
            )

    async def _show_draft_publication(self, show: Show) -> None:
        made = await self._setter.call(
            publications.draft_publication, show.view, seconds=_SECONDS["draft"]
        )
        self._found(show, made.findings)
        show.publication, show.about, show.stage = made, made.about, "draft"
        show.tell(publication_message(show.serial, "draft", show.token, made))

    def _found(self, show: Show, findings: Sequence[Finding]) -> None:
        show.found["definition"] = tuple(findings)
        show.tell(self._findings(show))

    async def _make_whole(self, show: Show) -> typesetting.Whole | Publication:
        if show.view.edition == "epub":
            return await self._binder.call(
                publications.whole_publication, show.view, seconds=_SECONDS["whole"]
            )
        return await self._binder.call(typesetting.whole, show.view, seconds=_SECONDS["whole"])

    async def _show_whole(self, show: Show) -> None:
        show.tell({"type": "status", "stage": "whole"})
        self._binding = show
        try:
            made = await self._make_whole(show)
        except SupersededError:
            raise
        except (GuidepubError, OSError) as error:
            show.found["making"] = _faults(error, show.view)
            show.tell(self._findings(show))
            show.tell({"type": "status", "stage": "broken"})
            return
        finally:
            self._binding = None
        if show.awake.is_set():
            return
        show.found.pop("making", None)
        show.stage, show.about = "whole", made.about
        if isinstance(made, Publication):
            show.publication, show.file = made, made.data
        else:
            show.layout, show.sheets, show.file = made.layout, [made.sheets], made.sheets.data
            self.pictures.remember(made.sheets)
        for message in self._present(show):
            show.tell(message)
        show.tell({"type": "status", "stage": "ready"})
        if not isinstance(made, Publication):
            await self._try_leaf(show, made)

    async def _try_leaf(self, show: Show, made: typesetting.Whole) -> None:
        """Find out once whether leaves may be set alone in this theme."""
        if made.layout.key in self._faithful or show.view.edition == "print-cover":
            return
        with contextlib.suppress(GuidepubError, OSError):
            self._faithful[made.layout.key] = await self._setter.call(
                typesetting.leaf_is_faithful, show.view, made.layout, made.sheets.ids
            )

    async def _show_checks(self, show: Show) -> None:
        if show.file is None:
            return
        serial = show.serial
        show.tell({"type": "status", "stage": "check"})
        try:
            findings = await self._examiner.call(
                surveys.check_file,
                str(show.about["slug"]),
                show.view.edition,
                show.file,
                show.view.path,
                seconds=_SECONDS["check"],
            )
        except (GuidepubError, OSError) as error:
            findings = list(_faults(error, show.view))
        if serial == show.serial:
            show.found["check"] = tuple(findings)
            show.tell(self._findings(show))
            show.tell({"type": "status", "stage": "ready"})

    async def _keep_list(self) -> None:
        """Keep the catalogue's list up to date."""
        while True:
            await self._survey_awake.wait()
            self._survey_awake.clear()
            if await _stirs(self._survey_awake, _REST):
                self._survey_awake.set()
                continue
            changed, self._changed = self._changed, set()
            paths = None if changed is None else tuple(changed)
            try:
                made = await self._examiner.call(
                    surveys.survey, self.source, paths, seconds=_SECONDS["survey"]
                )
            except (GuidepubError, OSError) as error:
                finding = Finding(Place(str(self.source)), "B002", str(error))
                made = surveys.Survey((), (finding,))
                self._changed = None
            titles = {entry.path: entry.title for entry in made.entries}
            renamed = _renamed(self._entries, titles)
            self._entries = titles
            self._list = survey_message(made, self.root, {})
            for show in self._shows.values():
                show.tell(survey_message(made, self.root, renamed))


async def _stirs(awake: asyncio.Event, seconds: float) -> bool:
    """Wait for a while; tell whether something happened meanwhile."""
    try:
        await asyncio.wait_for(awake.wait(), seconds)
    except TimeoutError:
        return False
    return True


def _faults(error: Exception, view: View) -> tuple[Finding, ...]:
    """Return what an error says as findings."""
    if isinstance(error, FindingsError):
        return error.findings
    place = Place(str(view.path))
    if isinstance(error, WorkerLostError):
        return (Finding(place, "B002", str(error), "The next save tries again."),)
    if not view.path.exists():
        remedy = "The last good pages are shown. Choose another guide from the list."
        return (Finding(place, "D001", "The guide’s file is gone.", remedy),)
    if isinstance(error, OSError):
        message = f"A file cannot be read: {error.strerror or error}: {error.filename}."
        return (Finding(place, "D001", message),)
    return (Finding(place, "R003", str(error)),)


def _renamed(before: dict[Path, str], after: dict[Path, str]) -> dict[Path, Path]:
    """Return which files have another name now, told by their titles."""
    gone = {title: path for path, title in before.items() if path not in after and title}
    return {
        gone[title]: path for path, title in after.items() if path not in before and title in gone
    }
