"""The same input gives the same bytes: in other processes, on another day, at another place.

The clock of a process is set by putting functions of one's own in place of the standard
library's before anything else is loaded; no tool of the system is needed for it.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest
from definitions import definition, write

import guidepub

ROOT = Path(__file__).parent.parent

# Sets the clock of its process to the moment that it is given, then makes a book.
BUILD = """
import datetime, sys, time

moment, folder, slug = float(sys.argv[1]), sys.argv[2], sys.argv[3]
real = time.localtime, time.gmtime

class Real(type):
    # Lets a date of the true class pass for one of the class put in its place.
    def __instancecheck__(cls, value):
        return isinstance(value, cls.__mro__[1])

class Moment(datetime.datetime, metaclass=Real):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(moment, tz)

    @classmethod
    def utcnow(cls):
        return cls.fromtimestamp(moment, datetime.UTC).replace(tzinfo=None)

    @classmethod
    def today(cls):
        return cls.fromtimestamp(moment)

class Day(datetime.date, metaclass=Real):
    @classmethod
    def today(cls):
        return cls.fromtimestamp(moment)

time.time = lambda: moment
time.time_ns = lambda: int(moment * 1e9)
time.localtime = lambda seconds=None: real[0](moment if seconds is None else seconds)
time.gmtime = lambda seconds=None: real[1](moment if seconds is None else seconds)
datetime.datetime, datetime.date = Moment, Day

import guidepub, hashlib
catalog = guidepub.load(folder)
book = guidepub.assemble(catalog[slug], catalog)
for edition in ("screen", "epub"):
    print(edition, hashlib.sha256(guidepub.render(book, edition)).hexdigest())
print(book.published, datetime.datetime.now().year, hash("text") % 1000, time.strftime("%z"))
"""


def built(
    folder: Path, slug: str, moment: int, zone: str, seed: str, **variables: str
) -> list[str]:
    """Return the lines that a build in a process of its own prints: two hashes and its setting."""
    environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, **variables}
    command = [sys.executable, "-c", BUILD, str(moment), str(folder), slug]
    done = subprocess.run(
        command, env=environment, cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout.splitlines()


@pytest.mark.xdist_group("samples")
def test_a_book_is_the_same_whenever_and_wherever_it_is_made():
    # A book with pictures, drawings, tables and fonts, once its notices are in force.
    guides = ROOT / "guides"
    early = built(guides, "wind-turbine-technician", 1_780_000_000, "Pacific/Kiritimati", "1")
    late = built(guides, "wind-turbine-technician", 4_102_444_000, "America/St_Johns", "2")
    assert early[:2] == late[:2]
    # The two did differ in their clocks, their zones and their hashes.
    for one, other in zip(early[2].split()[1:], late[2].split()[1:], strict=True):
        assert one != other


def test_a_guide_without_a_date_follows_the_date_it_is_given(tmp_path):
    undated = definition().replace("published: 2026-11-24\n", "")
    write(tmp_path, {"baker.md": undated})
    given = {"SOURCE_DATE_EPOCH": "1000000000"}
    early = built(tmp_path, "baker", 946_730_000, "UTC", "1", **given)
    late = built(tmp_path, "baker", 4_102_444_000, "UTC", "2", **given)
    assert early[:2] == late[:2]
    assert early[2].startswith("2001-09-09 2000 ")
    # Without that date it is the clock's day, and another file.
    other = built(tmp_path, "baker", 946_730_000, "UTC", "1", SOURCE_DATE_EPOCH="")
    assert other[2].startswith("2000-01-01")
    assert set(other[:2]).isdisjoint(early[:2])


def test_a_pool_of_fresh_processes_makes_the_same_files(bakery, baker_pdf, baker_epub, tmp_path):
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        report = guidepub.build(bakery, tmp_path, executor=pool)
    made = {file.edition: file.path.read_bytes() for file in report.results[0].files}
    assert made == {"screen": baker_pdf, "epub": baker_epub}
    for file in report.results[0].files:
        assert file.sha256 == hashlib.sha256(file.path.read_bytes()).hexdigest()


def test_a_second_book_in_one_process_is_as_the_first(baker_book, baker_pdf, baker_epub):
    assert guidepub.render(baker_book, "screen") == baker_pdf
    assert guidepub.render(baker_book, "epub") == baker_epub


def test_a_catalogue_gives_the_same_files_wherever_it_lies(bakery, baker_pdf, baker_epub, tmp_path):
    source = Path(__file__).parent / "bakery"
    files = {str(p.relative_to(source)): p.read_bytes() for p in source.rglob("*") if p.is_file()}
    catalog = guidepub.load(write(tmp_path / "elsewhere", files))
    assert catalog.commit == ""
    # The commit is part of the input: the files say from which one they were made.
    same = catalog.model_copy(update={"commit": bakery.commit})
    book = guidepub.assemble(same["baker"], same)
    assert guidepub.render(book, "screen") == baker_pdf
    assert guidepub.render(book, "epub") == baker_epub
