"""Books of a template's rows: each is made, fails or stands by itself."""

from __future__ import annotations

import pytest
from definitions import books_of_rows, write

from guidepub.batch import build_all, open_catalog
from guidepub.loading import select

JOBS = "name,wage\nBakers,36650\nActors,\nWelders,51000\n"


@pytest.fixture
def folder(tmp_path):
    files = books_of_rows("They earn {{ row.wage }} a year.", JOBS)
    return write(tmp_path / "guides", files).parent


def test_a_change_in_one_row_makes_one_book_anew(folder, monkeypatch):
    monkeypatch.chdir(folder)
    output = folder / "dist"

    def built() -> dict[str, str]:
        survey = open_catalog(select("guides", partly=True), output, ("web",))
        report, _ = build_all([survey], output, ("web",))
        return {book.slug: book.status for book in report.results}

    assert built() == {"actors": "failed", "bakers": "built", "welders": "built"}
    assert built() == {"actors": "failed", "bakers": "unchanged", "welders": "unchanged"}
    write(
        folder, {"guides/jobs.csv": JOBS.replace("51000", "52000").replace("Actors,", "Actors,1")}
    )
    assert built() == {"actors": "built", "bakers": "unchanged", "welders": "built"}
