"""How soon an edit is on screen in the preview, beside the plain command for the same pages."""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.catalogue import SAMPLES
from benchmarks.lengths import plain_definition
from benchmarks.tables import Part, Table, Target, under
from benchmarks.timing import Sample

_GUIDE = SAMPLES / "welder.md"
# Sections of the guide of some 240 pages.
_SECTIONS = 26
# The plain command takes half a minute for so many pages.
_LONG_COMMANDS = 2
_P50, _P95 = "From a save to the screen, p50", "The same, p95"


def sample_edited(edits: int) -> Part:
    """Edit a sample of some 15 pages."""
    return _edited(_GUIDE, edits, 10, {_P50: 0.08, _P95: 0.2})


def long_edited(edits: int) -> Part:
    """Edit a guide of some 240 pages."""
    with tempfile.TemporaryDirectory(prefix="guidepub-long-") as name:
        guide = Path(name).resolve() / "guides" / "long.md"
        guide.parent.mkdir()
        guide.write_text(plain_definition(_SECTIONS), "utf-8")
        return _edited(guide, edits, _LONG_COMMANDS, {_P50: 0.1})


def _edited(guide: Path, edits: int, commands: int, wanted: dict[str, float]) -> Part:
    """Edit a guide, and compare how soon each edit is on screen with the plain command."""
    try:
        from benchmarks.preview import edits as edited
        from benchmarks.preview import percentile
    except ImportError:
        missing = "not measured: Playwright is not here"
        return Part((), tuple(Target(label, f"under {n}", missing, False) for label, n in wanted.items()))  # fmt: skip
    pages, shown, builds, plain = edited(guide, edits, commands=commands)
    command = Sample(tuple(plain)).median
    taken = {
        _P50: Sample(tuple(shown)).median,
        _P95: percentile(shown, 0.95),
        "`guidepub build -e screen`": Sample(tuple(builds)).median,
        "`weasyprint`": command,
    }
    rows = tuple(
        (name, f"{1000 * seconds:.0f}", f"{seconds / command:.3f}")
        for name, seconds in taken.items()
    )
    title = f"The preview: {edits} edits of a guide of {pages} pages"
    targets = tuple(
        under(f"{label}, {pages} pages, over `weasyprint`", Sample((taken[label] / command,)), most)
        for label, most in wanted.items()
    )
    return Part((Table(title, ("", "ms", "over `weasyprint`"), rows),), targets)
