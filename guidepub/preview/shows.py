"""A view that is open: what is shown of it, and who looks at it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

from guidepub.findings import Finding
from guidepub.preview.messages import book_message, pictures_along, publication_message
from guidepub.preview.views import Draft, EarlyPages, Json, Layout, Publication, Sheets, View, Whole

# Sheets that are kept after others have taken their place.
_EARLIER = 8


@dataclass(slots=True, eq=False)
class Show:
    """A view with what is shown of it.

    `serial` counts the saves that concern it; `file` is the finished file, as long as nothing
    has been saved since. A browser may still ask for pages of `earlier` sheets that it knows of.
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
        """What tells this view from all others in an address."""
        return f"{abs(hash(self.view)):x}"

    def tell(self, *messages: Json) -> None:
        """Send messages to everybody who looks at this view."""
        for queue in self.queues:
            for message in messages:
                queue.put_nowait(message)

    def status(self, stage: str, steps: tuple[int, int] | None = None) -> None:
        """Tell what is going on, and if it is known how many steps of how many are done."""
        more: Json = {"steps": list(steps)} if steps else {}
        self.tell({"type": "status", "stage": stage} | more)

    def save(self) -> None:
        """Take note that something has been saved."""
        self.file = None
        self.serial += 1
        self.saved.set()

    def end(self) -> None:
        """Let nobody keep this view up to date."""
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
            self.tell(self._book(made.sheets, full=False) | pictures_along(made))

    def take_parts(self, made: EarlyPages) -> None:
        """Show pages of a whole that is still being made, where there are none of an older one."""
        if self.layout is not None or not made.sheets:
            return
        self.stage, self.about = "part", made.about
        is_first = made.sheets[0].first == 0
        self._replace(made.sheets if is_first else self.sheets + made.sheets)
        self.tell(self._book(self.sheets if is_first else made.sheets, full=is_first))

    def take_whole(self, made: Whole) -> None:
        """Show the pages of the finished file."""
        self.stage, self.about, self.layout = "whole", made.about, made.layout
        self._replace((made.sheets,))
        self.file = made.sheets.data

    def take_publication(self, made: Publication, stage: str) -> None:
        """Show the documents of an edition that flows."""
        self.stage, self.about, self.publication = stage, made.about, made
        self.file = made.data if stage == "whole" else None

    def _replace(self, sheets: tuple[Sheets, ...]) -> None:
        gone = tuple(each for each in self.sheets if all(each is not other for other in sheets))
        self.earlier = (*self.earlier, *gone)[-_EARLIER:]
        self.sheets = sheets

    def present(self) -> list[Json]:
        """Return the messages that tell all that is shown."""
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
