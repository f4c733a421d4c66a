"""`guidepub catalog`: what is listed of each book, and in which forms."""

from __future__ import annotations

import csv
import io
import json

import pytest
from definitions import definition, write


@pytest.fixture
def shelf(here):
    """Return a catalogue of three guides: one with all that is sold by, one plain, one broken."""
    sold = (
        'isbn: {print: "978-0-306-40615-7", epub: "978-3-16-148410-0"}\n'
        "price: USD 14.95\nedition: 2"
    )
    return write(
        here / "guides",
        {
            "catalog.toml": '[imprint]\nid = "press"\nname = "Press"\n[defaults]\neditions = ["web"]\n',
            "apple.md": definition(title="=Apple", head=sold),
            "pear.md": definition(title="Pear"),
            "quince.md": definition("Text {fact}`wage`.", title="Quince"),
        },
    )


def test_all_books_are_listed_with_what_they_are_sold_by(run, shelf):
    ran = run("catalog")
    assert ran.code == 1
    apple, pear, quince = ran.out.splitlines()[1:]
    assert apple.split() == [
        "apple", "=Apple", "not", "made", "en-US", "2", "2026-11-24", "978-0-306-40615-7",
        "978-3-16-148410-0", "USD", "14.95",
    ]  # fmt: skip
    assert pear.split() == ["pear", "Pear", "not", "made", "en-US", "1", "2026-11-24"]
    assert quince.split()[:3] == ["quince", "Quince", "broken"]


def test_csv_has_a_head_and_no_formula(run, shelf, here):
    assert run("catalog", "--csv", "out/books.csv").out == ""
    data = (here / "out" / "books.csv").read_bytes().decode()
    assert data.count("\r\n") == 4
    rows = list(csv.DictReader(io.StringIO(data, newline="")))
    assert rows[0]["title"] == "'=Apple"
    assert rows[0]["isbn_epub"] == "978-3-16-148410-0"
    assert rows[0]["file"].endswith("apple.md")


def test_json_says_what_is_not_known_as_null(run, shelf):
    ran = run("catalog", "--json", "-")
    told = json.loads(ran.out)
    assert told["schema"] == 1
    apple, pear, quince = told["books"]
    assert (apple["price"], apple["edition"], apple["pages"]) == ("USD 14.95", 2, None)
    assert pear["imprint"] == "press"
    assert quince["state"] == "broken"


def test_what_is_made_is_told_with_its_editions(run, shelf, here):
    run("build", "guides/pear.md")
    (row,) = json.loads(run("catalog", "guides/pear.md", "--json", "-").out)["books"]
    assert (row["state"], row["editions"]) == ("made", "web")
    (here / "dist" / "pear" / "pear.html").unlink()
    ran = run("catalog", "guides/pear.md", "--json", "-")
    assert json.loads(ran.out)["books"][0]["state"] == "not made"
    assert ran.code == 0


def test_another_folder_knows_nothing_and_is_not_made(run, shelf, here):
    assert run("catalog", "-o", "elsewhere").code == 1
    assert not (here / "elsewhere").exists()
