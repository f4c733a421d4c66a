"""A volume among other books: it is made anew when a guide in it has changed, and only then."""

from __future__ import annotations

import pytest
from definitions import definition, write

from guidepub.batch import build_all, open_catalog
from guidepub.loading import select

CATALOG = '[imprint]\nname = "Press"\n[data]\npay = "pay.csv"\n'
TABLE = ":::{table}\n:table: pay\n:columns: job\n:::\n"
VOLUME = "---\ntitle: Two Trades\npublished: 2026-11-24\nguides: [baker, fisher]\n---\n"


@pytest.fixture
def folder(tmp_path):
    files = {
        "catalog.toml": CATALOG,
        "baker.md": definition(),
        "fisher.md": definition("Fish.", title="Fisher"),
        "sailor.md": definition("Wind. {guide}`fisher`", title="Sailor"),
        "two.md": VOLUME,
    }
    return write(tmp_path, files | {"pay.csv": "job\nBaker\n"})


def test_a_change_in_a_guide_makes_its_volumes_anew(folder):
    output = folder / "dist"

    def built(name: str = "", **changes: str) -> set[str]:
        write(folder, {f"{slug}.md": text for slug, text in changes.items()})
        survey = open_catalog(select(folder / name, partly=True), output, ("web",))
        report, _ = build_all([survey], output, ("web",))
        assert {book.status for book in report.results} <= {"built", "unchanged"}
        return {book.slug for book in report.results if book.status == "built"}

    assert built() == {"baker", "fisher", "sailor", "two"}
    assert built() == set()
    assert built(sailor=definition("Waves.", title="Sailor")) == {"sailor"}
    assert built(baker=definition("Cakes.")) == {"baker", "two"}
    # The volume alone, of which no other file is asked for.
    assert built("two.md", fisher=definition("Nets.", title="Fisher")) == {"two"}
    text = (output / "two" / "two.html").read_text()
    assert "Cakes." in text
    assert "Nets." in text
