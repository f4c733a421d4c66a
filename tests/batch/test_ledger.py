"""The ledger: what is remembered, by whom, and what becomes of a damaged one."""

from __future__ import annotations

import contextlib
import sqlite3
import subprocess
import sys

import pytest

from guidepub.batch import LEDGER_FILE
from guidepub.batch.kept.ledger import Ledger


def names(folder):
    return sorted(path.name for path in folder.iterdir() if path.name.startswith(LEDGER_FILE))


def garble(path):
    data = bytearray(path.read_bytes())
    for place in range(4096, len(data)):
        data[place] ^= 0x5A
    path.write_bytes(data)


def foreign(path):
    path.unlink()
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")
        connection.commit()


def other_version(path):
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")


HARMS = {
    "no database": lambda path: path.write_bytes(b"I am a poem." * 1000),
    "cut short": lambda path: path.write_bytes(path.read_bytes()[:3000]),
    "garbled": garble,
    "of another program": foreign,
    "of another version": other_version,
}


@pytest.mark.parametrize("harm", HARMS)
def test_a_ledger_that_cannot_be_read_is_set_aside_and_all_is_made_anew(built, harm):
    ledger = built.output / LEDGER_FILE
    HARMS[harm](ledger)
    report = built.build()
    assert (len(report.built), report.notes) == (3, ())
    assert names(built.output) == [LEDGER_FILE, f"{LEDGER_FILE}.unreadable"]
    assert built.made() == {}


def test_an_empty_file_becomes_a_ledger(built):
    (built.output / LEDGER_FILE).write_bytes(b"")
    assert len(built.made()) == 3
    assert built.made() == {}
    assert names(built.output) == [LEDGER_FILE]


def test_records_that_make_no_sense_are_as_good_as_none(built):
    with contextlib.closing(sqlite3.connect(built.output / LEDGER_FILE)) as connection:
        connection.execute("UPDATE records SET data = '{\"slug\": 7}' WHERE slug = 'baker'")
        connection.commit()
    assert built.made() == {"baker": ("it was not made here before",)}


def test_without_a_place_for_the_ledger_books_are_made_and_that_is_reported(shop):
    (shop.output / LEDGER_FILE).mkdir(parents=True)
    report = shop.build()
    assert len(report.built) == 3
    (note,) = report.notes
    assert (note.code, note.severity.value) == ("B005", "warning")
    assert shop.report()["findings"][0]["code"] == "B005"


def test_a_ledger_that_another_holds_for_long_is_done_without(built, monkeypatch):
    monkeypatch.setattr("guidepub.batch.kept.ledger._PATIENCE", 0.05)
    built.replace("baker.md", "Bread.", "Breads.")
    with contextlib.closing(sqlite3.connect(built.output / LEDGER_FILE)) as other:
        other.execute("BEGIN EXCLUSIVE")
        report = built.build()
    assert len(report.built) == 3
    assert [note.message for note in report.notes] == [
        "The record of what was built cannot be kept: database is locked."
    ]
    assert [result.slug for result in built.build().built] == ["baker"]


def test_a_transaction_that_was_cut_off_is_taken_back(built):
    # A process dies in the middle of writing: what it had begun is not there.
    code = (
        "import os, sqlite3, sys\n"
        "c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "c.execute('PRAGMA cache_size = 1'); c.execute('BEGIN IMMEDIATE')\n"
        "c.execute('DELETE FROM records')\n"
        "c.executemany('INSERT INTO failures VALUES (?)', [(f'{n}' * 500,) for n in range(999)])\n"
        "os._exit(9)"
    )
    ledger = str(built.output / LEDGER_FILE)
    assert subprocess.run([sys.executable, "-c", code, ledger], check=False).returncode == 9
    assert built.made() == {}


def test_two_ledgers_of_one_file_know_the_same(tmp_path):
    one, two = Ledger(tmp_path / "l"), Ledger(tmp_path / "l")
    for number in range(50):
        (one if number % 2 else two).keep_failures([f"/guides/{number}.md"])
    assert len(one.failures()) == len(two.failures()) == 50
    one.forget_failures(["/guides/1.md", "/guides/2.md"])
    assert len(two.failures()) == 48
    one.close()
    two.close()


def test_asking_makes_no_file(tmp_path):
    ledger = Ledger(tmp_path / "gone" / LEDGER_FILE)
    assert ledger.failures() == frozenset()
    assert ledger.records(slugs=frozenset({"baker"})) == ()
    assert list(tmp_path.iterdir()) == []
