"""Where the time of all editions of some guides goes, by the guidepub that Python finds first.

A script of its own, run by `benchmarks.steps` in the folder of one commit or another: it asks
for nothing that both have under one name. It prints processor seconds by steps as JSON.
"""

from __future__ import annotations

import functools
import gc
import importlib
import inspect
import json
import sys
import time
from collections import defaultdict
from typing import Any

import guidepub
from guidepub.model import Edition

# Functions by the step that they are. A commit has some of them; of those that call each other,
# each is charged for what the other leaves.
STEPS = {
    "layout": ("weasyprint.document:Document._render",),
    "drawing, mending and writing PDFs": (
        "weasyprint.document:Document.write_pdf",
        "guidepub.pdf.writer:_for_reading",
        "guidepub.pdf.writer:_make_interior",
        "guidepub.pdf.writer:_wrap",
        "guidepub.pdf.writer:Drawing",
    ),
    "the cover’s picture": (
        "guidepub.pdf:cover_image",
        "guidepub.pdf.writer:BookPages.cover_image",
    ),
    "writing the EPUB": ("guidepub.epub:render", "guidepub.epub:write_epub"),
    "reading back": (
        "guidepub.checks.legal.proof:notice_findings",
        "guidepub.checks.proof:proof_findings",
    ),
}
# Where lines are kept that were broken before: today, and in commits before that.
KNOWN_LINES = ("guidepub.pdf.shortcuts.known_lines", "guidepub.pdf.known_lines")
REST = "all else"
EDITIONS: tuple[Edition, ...] = ("screen", "print", "print-cover", "epub")


class Clock:
    """Charges each step with its processor time, without that of steps within it."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)
        self._running: list[str] = []
        self._since = 0.0

    def enter(self, step: str) -> None:
        """Let a step begin; the one around it stands still."""
        self._charge()
        self._running.append(step)

    def leave(self) -> None:
        """Let the step end that began last."""
        self._charge()
        self._running.pop()

    def _charge(self) -> None:
        now = time.process_time()
        if self._running:
            self.spent[self._running[-1]] += now - self._since
        self._since = now


def watch(clock: Clock, step: str, name: str) -> None:
    """Let a clock run while a function does, if there is one of this name."""
    module, _, path = name.partition(":")
    *around, last = path.split(".")
    try:
        owner = functools.reduce(getattr, around, importlib.import_module(module))
        found = inspect.getattr_static(owner, last)
    except (ImportError, AttributeError):
        return
    is_class_method = isinstance(found, classmethod)
    function = found.__func__ if is_class_method else found

    @functools.wraps(function, updated=())
    def watched(*arguments: Any, **named: Any) -> Any:
        clock.enter(step)
        try:
            made = function(*arguments, **named)
            # What yields works while it is asked.
            return iter(list(made)) if inspect.isgenerator(made) else made
        finally:
            clock.leave()

    setattr(owner, last, classmethod(watched) if is_class_method else watched)


def make(guides: str) -> None:
    """Make all editions of all guides of a folder."""
    catalog = guidepub.load(guides)
    for slug in catalog:
        book = guidepub.assemble(catalog[slug], catalog)
        known = getattr(guidepub, "Production", None)
        file = known(book).file if known else functools.partial(guidepub.render, book)
        for edition in EDITIONS:
            file(edition)
        # As a build's workers do.
        gc.collect()


def forget_books() -> None:
    """Forget what is kept of single books: the next ones would be others in a batch."""
    for name in KNOWN_LINES:
        try:
            known_lines = importlib.import_module(name)
        except ImportError:
            continue
        # The first commits that keep lines cannot forget them.
        getattr(known_lines, "forget_lines", lambda: None)()


def main() -> None:
    """Time the second round: what is loaded and kept once a process is there by then."""
    (guides,) = sys.argv[1:]
    gc.disable()
    make(guides)
    forget_books()
    gc.freeze()
    clock = Clock()
    for step, names in STEPS.items():
        for name in names:
            watch(clock, step, name)
    clock.enter(REST)
    make(guides)
    clock.leave()
    json.dump(clock.spent, sys.stdout)


if __name__ == "__main__":
    main()
