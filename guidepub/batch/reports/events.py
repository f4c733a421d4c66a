"""The events of a build while it runs, for listeners in Python and for other programs."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from guidepub.batch.reports.report import BookResult, book_data


@dataclass(frozen=True, slots=True)
class Event:
    """An event of a build: it began, a book is done, it ended or was stopped.

    `done` and `total` count guides. `result` is set when a book is done.
    """

    kind: Literal["started", "book", "finished", "stopped"]
    done: int
    total: int
    result: BookResult | None = None

    def as_json(self, output: Path) -> str:
        """Return the event as JSON on one line, with outputs' paths relative to a folder."""
        data: dict[str, object] = {"event": self.kind, "done": self.done, "total": self.total}
        if self.result is not None:
            data["book"] = book_data(self.result, output)
        return json.dumps(data, ensure_ascii=False)
