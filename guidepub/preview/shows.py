"""A view that is open: what is shown of it, and the browsers that show it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

from guidepub.findings import Finding
from guidepub.preview.messages import book_message, pictures_along, publication_message
from guidepub.preview.views import Draft, EarlyPages, Json, Layout, Publication, Sheets, View, Whole

# How many sheets are kept after others have replaced them.
_EARLIER = 8


@dataclass(slots=True, eq=False)
class Show:
    """A view with what is shown of it.

    `serial` counts the saves that affect it. `file` is the finished file, or None after a save
    since. `earlier` are replaced sheets, whose pages a browser may still ask for.
    """

    view: View
    queues: set[asyncio.Queue[Json]] = field(default_factory=set)
    saved: asyncio.Event = field(default_factory=asyncio.Event)
    drafted: asyncio.Event = field(default_factory=asyncio.Event)
    tasks: tuple[asyncio.Task[None], ...] = ()
    serial: int = 0
    stage: str = "waiting"
    about: Json = field(default_factory=dict)
    layout: Layout | None = None
    sheets: tuple[Sheets, ...] = ()
    earlier: tuple[Sheets, ...] = ()
    publication: Publication | None = None
    file: bytes | None = None
    found: dict[str, tuple[Finding, ...]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The view's unique name in a URL."""
        return f"{abs(hash(self.view)):x}"

    def send(self, *messages: Json) -> None:
        """Send messages to all browsers that show this view."""
        for queue in self.queues:
            for message in messages:
                queue.put_nowait(message)

    def status(self, stage: str, steps: tuple[int, int] | None = None) -> None:
        """Send the current stage, with the steps done and their total if these are known."""
        more: Json = {"steps": list(steps)} if steps else {}
        self.send({"type": "status", "stage": stage} | more)

    def save(self) -> None:
        """Record that a file that affects the view was saved."""
        self.file = None
        self.serial += 1
        self.saved.set()

    def end(self) -> None:
        """Stop keeping this view up to date."""
        for task in self.tasks:
            task.cancel()
        self.tasks = ()

    def take_draft(self, made: Draft) -> None:
        """Show the leaves of a draft in place of older ones."""
        assert made.layout is not None
        self.layout = made.layout
        self.about = self.about | made.about
        if made.sheets:
            self.stage = "draft"
            kept = self.sheets[:1] + tuple(
                old for old in self.sheets[1:] if not any(new.covers(old) for new in made.sheets)
            )
            self._replace(kept + made.sheets)
            self.send(self._book(made.sheets, full=False) | pictures_along(made))

    def take_parts(self, made: EarlyPages) -> None:
        """Show pages of a book that is still being made, unless there are pages of an older one."""
        if self.layout is not None or not made.sheets:
            return
        self.stage, self.about = "part", made.about
        is_first = made.sheets[0].first == 0
        self._replace(made.sheets if is_first else self.sheets + made.sheets)
        self.send(self._book(self.sheets if is_first else made.sheets, full=is_first))

    def take_whole(self, made: Whole) -> None:
        """Show the pages of the finished file."""
        self.stage, self.about, self.layout = "whole", made.about, made.layout
        self._replace((made.sheets,))
        self.file = made.sheets.data

    def take_publication(self, made: Publication, stage: str) -> None:
        """Show the documents of a reflowable edition."""
        self.stage, self.about, self.publication = stage, made.about, made
        self.file = made.data if stage == "whole" else None

    def _replace(self, sheets: tuple[Sheets, ...]) -> None:
        gone = tuple(each for each in self.sheets if all(each is not other for other in sheets))
        self.earlier = (*self.earlier, *gone)[-_EARLIER:]
        self.sheets = sheets

    def present(self) -> list[Json]:
        """Return messages with all pages or documents that are shown."""
        if self.publication is not None:
            return [
                publication_message(
                    self.serial, self.stage, f"{self.name}-{self.serial}", self.publication
                )
            ]
        if self.sheets:
            return [self._book(self.sheets, full=True)]
        return []

    def _book(self, sheets: Sequence[Sheets], full: bool) -> Json:
        laid_out = sum(len(each.ids) for each in self.sheets)
        total = laid_out if self.layout is None else self.layout.pages
        return book_message(self.serial, self.stage, self.about, sheets, total, full)
