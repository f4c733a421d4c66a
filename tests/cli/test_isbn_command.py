"""`guidepub isbn` as a user meets it."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest
from definitions import definition, write

CATALOG = """\
[imprint]
id = "press"
name = "Press"
[[imprints]]
id = "school"
name = "School"
[[products]]
name = "paper"
suffix = ""
[[products]]
name = "ebook"
edition = "epub"
imprint = "school"
"""


@pytest.fixture
def shelf(tmp_path, monkeypatch):
    """Return a catalogue of twelve guides, of which one states an ISBN and one is broken."""
    guides = {f"guide-{n}.md": definition(title=f"Guide {n}") for n in range(10)}
    stated = {
        "baker.md": definition(head="isbn: {print: 978-1-950961-00-9}"),
        "cook.md": definition(
            "{fact}`none`", title="Cook", head="isbn: {print: 978-1-950961-01-6}"
        ),
    }
    monkeypatch.chdir(write(tmp_path, {"catalog.toml": CATALOG, **guides, **stated}))
    return tmp_path


def test_isbns_are_given_listed_and_counted_as_left(shelf, run):
    ran = run(
        "isbn",
        "assign",
        "--prefix",
        "978-1-950961",
        "--first",
        "0",
        "--last",
        "9",
        "--product",
        "paper",
    )
    assert ran.code == 1
    assert "978-1-950961-02-3  guide-0 (paper, press)" in ran.out
    assert "8 given, 2 without" in ran.out
    assert re.search(r"press has no ISBNs left: guide-\d \(paper\)", ran.err)
    assert "Broken: cook" in ran.err
    again = run("isbn", "assign", "guide-0", "--product", "paper")
    assert "0 given, 0 without" in again.out
    listed = run("isbn", "list").out
    assert re.search(r"978-1-950961-02-3 +guide-0 +paper +press", listed)
    assert "978-1-950961, 0 to 9, of press: 0 of 10 left" in listed
    data = json.loads(run("isbn", "list", "guide-1", "--json").out)
    assert [each["isbn"] for each in data["isbns"]] == ["9781950961030", None]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("assign", "--first", "3"), "--first and --last need --prefix"),
        (("assign", "--prefix", "12"), "not a prefix of ISBNs"),
        (("assign", "--prefix", "978-1-950961", "--last", "100"), "between 0 and 99"),
        (("assign", "--prefix", "978-1-95"), "several publishers"),
        (("assign", "--product", "papper"), "Did you mean “paper”"),
        (("assign", "bakker"), "Did you mean “baker”"),
        (("list", "--imprint", "press-2"), "Did you mean “press”"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused_and_nothing_written(shelf, run, arguments, message):
    ran = run("isbn", *arguments)
    assert ran.code == 2
    assert message in ran.err
    assert not (shelf / "isbn.toml").exists()


def test_two_at_once_give_no_isbn_twice(shelf):
    (shelf / "cook.md").unlink()
    command = [sys.executable, "-m", "guidepub", "isbn", "assign"]
    subprocess.run(
        [*command, "--product", "paper", "baker", "--prefix", "978-1-950961"], check=True
    )
    both = [
        subprocess.Popen([*command, "--product", "paper", *(f"guide-{n}" for n in numbers)])
        for numbers in (range(7), range(3, 10))
    ]
    assert [each.wait() for each in both] == [0, 0]
    text = (shelf / "isbn.toml").read_text("utf-8")
    isbns = re.findall(r'isbn = "(.*?)", guide = "(.*?)"', text)
    assert len(isbns) == 10
    assert len({isbn for isbn, _ in isbns}) == len({slug for _, slug in isbns}) == 10
