"""Keeping views up to date with the disk: a draft after each save, then the finished file, checked.

A newer save always wins. If a book cannot be made, its last good pages stay on screen.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import Callable
from pathlib import Path

from guidepub.findings import Finding, FindingsError, Place
from guidepub.findings.errors import GuidepubError, reason_and_file
from guidepub.loading import template_of_row
from guidepub.preview import publications, surveys, typesetting
from guidepub.preview.messages import findings_message
from guidepub.preview.pictures import Pictures
from guidepub.preview.shows import Show
from guidepub.preview.views import EarlyPages, Json, Publication, View, Whole
from guidepub.preview.workers import SupersededError, UnforeseenError, Worker, WorkerLostError

# Seconds without a save before the whole file is made, and before it is checked.
_REST, _LONG_REST = 0.25, 1.5
# Seconds between reports on the progress of a book.
_STEP = 1.0
# Seconds during which a broken definition may be one that is still being written.
_WRITING = 0.12
# Limits on making a draft, making a whole file and checking it, in seconds.
_DRAFT, _WHOLE, _CHECK = 30.0, 180.0, 180.0


class Keeper:
    """Keeps views up to date with three workers: for drafts, for whole files and for checks."""

    def __init__(
        self, root: Path, setter: Worker, binder: Worker, examiner: Worker, pictures: Pictures
    ) -> None:
        self._root, self._pictures = root, pictures
        self._setter, self._binder, self._examiner = setter, binder, examiner
        self._binding: Show | None = None

    def keep(self, show: Show) -> None:
        """Keep a view up to date from now on."""
        if not show.tasks:
            keeping = (self._keep_drafts(show), self._keep_wholes(show))
            show.tasks = tuple(asyncio.create_task(each) for each in keeping)

    def save(self, show: Show) -> None:
        """Make a view again after a save, and stop making its older state."""
        show.save()
        if self._binding is show:
            self._binder.give_up()

    async def forget_themes(self) -> None:
        """Replace the workers, since each reads stylesheets and templates only once."""
        await asyncio.gather(self._setter.refresh(), self._binder.refresh())

    async def file(self, show: Show) -> bytes | None:
        """Return a view's finished file, or None if its definition has errors."""
        if show.file is not None:
            return show.file
        try:
            made = await self._make_whole(show.view)
        except (GuidepubError, OSError):
            return None
        return made.data if isinstance(made, Publication) else made.sheets.data

    def findings(self, show: Show) -> Json:
        """Return the message with the findings of a view."""
        return findings_message(show.serial, show.found.items(), self._root)

    async def _keep_drafts(self, show: Show) -> None:
        while True:
            await show.saved.wait()
            show.saved.clear()
            if await self._show_draft(show):
                show.drafted.set()

    async def _keep_wholes(self, show: Show) -> None:
        while True:
            await show.drafted.wait()
            show.drafted.clear()
            serial = show.serial
            if show.layout is not None or show.publication is not None:
                await asyncio.sleep(_REST)
            if show.serial != serial:
                continue
            await asyncio.gather(self._show_lint(show), self._show_whole(show))
            made = show.file
            if made is None or await is_set_within(show.drafted, _LONG_REST):
                continue
            if show.serial == serial:
                await self._show_checks(show, made)

    async def _show_draft(self, show: Show) -> bool:
        """Show a draft at once; return whether the whole file can be made."""
        show.status("draft")
        try:
            if show.view.flows:
                await self._draft_publication(show)
            else:
                await self._draft_pages(show)
        except Exception as error:  # noqa: BLE001 - whatever it is, the next save is shown
            if await is_set_within(show.saved, _WRITING):
                return False
            show.found["definition"] = faults(error, show.view)
            show.found.pop("making", None)
            show.send(self.findings(show))
            show.status("broken")
            return False
        return True

    async def _draft_pages(self, show: Show) -> None:
        layout = show.layout
        scale = self._pictures.scale
        made = await self._setter.call(typesetting.draft, show.view, layout, scale, seconds=_DRAFT)
        self._pictures.keep(made.pictures, scale)
        if made.layout is not None:
            show.take_draft(made)
        self._found(show, made.findings)

    async def _draft_publication(self, show: Show) -> None:
        made = await self._setter.call(publications.draft_publication, show.view, seconds=_DRAFT)
        show.take_publication(made, "draft")
        show.send(*show.present())
        self._found(show, made.findings)

    def _found(self, show: Show, findings: tuple[Finding, ...]) -> None:
        show.found["definition"] = findings
        show.send(self.findings(show))

    async def _show_lint(self, show: Show) -> None:
        serial = show.serial
        with contextlib.suppress(GuidepubError, OSError):
            found = await self._examiner.call(surveys.lint_file, show.view.path, seconds=_CHECK)
            if serial == show.serial:
                show.found["lint"] = found
                show.send(self.findings(show))

    async def _make_whole(
        self, view: View, take_early: Callable[[EarlyPages], None] | None = None
    ) -> Whole | Publication:
        if view.flows:
            return await self._binder.call(publications.whole_publication, view, seconds=_WHOLE)
        if take_early is None:
            return await self._binder.call(typesetting.whole, view, seconds=_WHOLE)
        return await self._binder.call(
            typesetting.whole, view, True, seconds=_WHOLE, take_early=take_early
        )

    async def _show_whole(self, show: Show) -> None:
        serial = show.serial
        show.status("whole")
        self._binding = show
        reporting = asyncio.create_task(self._report_steps(show))

        def take_parts(made: EarlyPages) -> None:
            if show.serial == serial:
                show.take_parts(made)

        try:
            # Pages of an older whole file stay on screen until all new ones are made.
            take_early = take_parts if show.layout is None else None
            made = await self._make_whole(show.view, take_early)
        except SupersededError:
            return
        except Exception as error:  # noqa: BLE001 - as above
            show.found["making"] = faults(error, show.view)
            show.send(self.findings(show))
            show.status("broken")
            return
        finally:
            reporting.cancel()
            self._binding = None
        if show.serial != serial:
            return
        show.found.pop("making", None)
        if isinstance(made, Publication):
            show.take_publication(made, "whole")
        else:
            show.take_whole(made)
        show.send(*show.present(), self.findings(show))
        show.status("ready")

    async def _report_steps(self, show: Show) -> None:
        """Report the progress of a whole book from time to time, until cancelled."""
        shown = (0, 0)
        while True:
            await asyncio.sleep(_STEP)
            if (steps := self._binder.steps) != shown and steps[1]:
                shown = steps
                show.status("whole", steps)

    async def _show_checks(self, show: Show, data: bytes) -> None:
        serial, view = show.serial, show.view
        show.status("check")
        slug = str(show.about["slug"])
        try:
            found = tuple(
                await self._examiner.call(
                    surveys.check_file, slug, view.edition, data, view.path, seconds=_CHECK
                )
            )
        except (GuidepubError, OSError) as error:
            found = faults(error, view)
        if serial == show.serial:
            show.found["check"] = found
            show.send(self.findings(show))
            show.status("ready")


async def is_set_within(event: asyncio.Event, seconds: float) -> bool:
    """Wait for an event; return whether it is set within some seconds."""
    try:
        await asyncio.wait_for(event.wait(), seconds)
    except TimeoutError:
        return False
    return True


def faults(error: Exception, view: View) -> tuple[Finding, ...]:
    """Return an error as findings on a view."""
    place = Place(str(view.path))
    if not os.path.exists(template_of_row(view.path) or view.path):
        remedy = "The last good pages are shown. Choose another guide from the list."
        return (Finding(place, "D001", "The guide’s file no longer exists.", remedy),)
    if isinstance(error, FindingsError):
        return error.findings
    if isinstance(error, WorkerLostError):
        return (Finding(place, "B002", str(error), "The next save tries again."),)
    if isinstance(error, OSError):
        message = f"A file cannot be read: {reason_and_file(error)}."
        return (Finding(place, "D001", message),)
    if isinstance(error, GuidepubError) and not isinstance(error, UnforeseenError):
        return (Finding(place, "R003", str(error)),)
    message = f"Making the book failed: {error!r}."
    return (Finding(place, "B002", message, "This is a bug in guidepub: please report it."),)
