"""The progress of a build: a bar on a terminal, lines of JSON for other programs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from guidepub.batch import Event
from guidepub.cli.shared.terminal import Output, print_findings
from guidepub.files import append_line, write_output
from guidepub.files.dates import monotonic
from guidepub.findings import Finding, likeness

Listener = Callable[[Event], None]


@contextmanager
def progress(errors: Output, listeners: Sequence[Listener]) -> Iterator[Listener]:
    """Yield a listener that passes events on, and shows progress on a terminal.

    On a terminal, failures are shown as they happen.
    """

    def notify(event: Event) -> None:
        for listener in listeners:
            listener(event)

    if not errors.is_terminal:
        yield notify
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[pace]}"),
    )
    with Progress(*columns, console=errors.rich, transient=True) as bar:
        task, pace = bar.add_task("Making books", total=None, pace=""), Pace()
        shown: set[Finding] = set()

        def show(event: Event) -> None:
            notify(event)
            pace.take(event, monotonic())
            book = event.result.name if event.result else "Making books"
            bar.update(
                task, total=event.total, completed=event.done, description=book, pace=str(pace)
            )
            if event.result is not None and event.result.status == "failed":
                # A finding that many rows share is shown for the first, and counted at the end.
                found = [each for each in event.result.findings if likeness(each) not in shown]
                print_findings(found, errors)
                shown.update(map(likeness, found))

        yield show


class Pace:
    """The number of books per minute, and the estimated time left.

    Books that were up to date are not counted: the estimate would be too optimistic.
    """

    def __init__(self) -> None:
        self._begin = 0.0
        self._seconds = 0.0
        self._made = 0
        self._left = 0

    def take(self, event: Event, now: float) -> None:
        """Count an event that happened at this time in seconds."""
        self._left = event.total - event.done
        if event.kind == "started":
            self._begin, self._made = now, 0
        elif event.result is not None and event.result.status == "built":
            self._made += 1
        self._seconds = now - self._begin

    def __str__(self) -> str:
        if not self._made or self._seconds <= 0:
            return ""
        left = round(self._left * self._seconds / self._made)
        minutes, seconds = divmod(left, 60)
        hours, minutes = divmod(minutes, 60)
        return (
            f"{self._made / self._seconds * 60:.0f} a minute, "
            f"{hours}:{minutes:02}:{seconds:02} left"
        )


def event_lines(target: str, output: Path) -> Listener:
    """Return a listener that writes each event as a line of JSON to a file, or to `-`."""
    if target == "-":
        return lambda event: click.echo(event.as_json(output))
    file = Path(target)
    write_output(file, b"")
    return lambda event: append_line(file, event.as_json(output))
