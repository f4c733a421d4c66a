"""Faults that many rows of a template have: told once to a reader, each to a program."""

from __future__ import annotations

import json

import pytest
from definitions import books_of_rows, write

PROSE = """They earn {{ row.wage }}.

# Pay

<!-- guidepub: unsettled this section is to be written -->"""
# The slugs are in another order than the rows.
JOBS = "name,wage\nWelders,1\nBakers,2\nActors,\nArtists,\n"


@pytest.fixture
def rows(here):
    return write(here, books_of_rows(PROSE, JOBS))


EMPTY = "jobs.md:10:1 D024 The section “Pay” has no text."
LACKING = "jobs.md:8:11 D072 The template cannot be filled from the row: the cell in the column"


@pytest.mark.parametrize("command", ["lint", "build"])
def test_what_rows_have_alike_is_reported_once_by_the_first_of_the_table(run, rows, command):
    ran = run(command, ".")
    assert ran.code == 1
    lines = (ran.out + ran.err).splitlines()
    (empty,) = [line for line in lines if " D024 " in line]
    (lacking,) = [line for line in lines if " D072 " in line]
    assert empty.startswith(EMPTY)
    assert empty.endswith(" (jobs.csv:2, and in 1 more row)")
    assert lacking.startswith(LACKING)
    assert lacking.endswith(" (jobs.csv:4, and in 1 more row)")
    assert lines.index(lacking) < lines.index(empty)


def test_guides_that_failed_of_the_like_are_named_in_one_line(run, rows):
    ran = run("build", ".")
    assert "actors, artists: not made" in ran.err.splitlines()
    assert "bakers, welders: not made" in ran.err.splitlines()
    assert "0 books made, 4 failed" in ran.out


def test_each_row_counts_and_programs_get_each(run, rows):
    assert run("lint", ".").out.splitlines()[-1].startswith("4 errors, ")
    found = json.loads(run("lint", ".", "--format", "json").out)["findings"]
    assert [each["row"]["line"] for each in found if each["code"] == "D024"] == [2, 3]
    run("build", ".")
    books = json.loads((rows / "dist" / "build.json").read_text("utf-8"))["books"]
    assert [len(book["findings"]) for book in books] == [1, 1, 1, 1]
