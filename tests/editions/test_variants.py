"""A notice that only some editions owe stands in those, and leaves no trace in the others."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from definitions import guide, leaf
from finished import Epub, Pdf, folded

import guidepub
from guidepub import Catalog, Notice
from guidepub.editions.variants import moved, variant
from guidepub.model import Bearer, When
from guidepub.themes.leaves import PageStart


def notice(notice_id: str, *editions: Bearer, **fields: object) -> Notice:
    given: dict[str, Any] = {
        "version": 1,
        "language": "en",
        "title": f"On {notice_id}",
        "text": f"Words of {notice_id}.",
    }
    when = {"when": When(editions=editions)} if editions else {}
    return Notice(id=notice_id, **when, **(given | fields))


def book(*notices: Notice):
    made = guide("Bread. " * 20)
    return guidepub.assemble(made, Catalog.of(made, notices=notices))


def test_a_book_that_is_the_same_in_all_editions_is_passed_on():
    made = book(notice("a"))
    assert all(variant(made, edition) is made for edition in ("print", "screen", "epub"))


def test_a_notice_of_one_edition_is_left_out_of_the_others():
    made = book(notice("a"), notice("b", "epub"))
    assert "Words of b." in leaf(variant(made, "epub"), "notices")
    printed = leaf(variant(made, "print"), "notices")
    assert "Words of a." in printed
    assert "of b" not in printed.lower()
    assert [n.id for n in made.notices_in("screen")] == ["copyright", "a"]


def test_a_leaf_without_notices_goes_with_its_line_in_the_contents():
    made = variant(book(notice("b", "epub")), "screen")
    assert "notices" not in [part.id for part in made.leaves]
    assert "notices.xhtml" not in leaf(made, "contents")
    front = variant(book(notice("b", "epub", placement="front")), "print")
    assert "front-notices" not in [part.id for part in front.leaves]


def test_the_covers_sheet_wraps_what_is_printed():
    made = book(notice("a"), notice("b", "epub"))
    assert variant(made, "print-cover") == variant(made, "print")


def test_pages_begin_where_the_edition_has_something():
    made = book(notice("a", "print"), notice("b"), notice("c", "epub"))
    printed, other = variant(made, "print"), variant(made, "epub")
    starts = [PageStart("7", "notices", n, 3) for n in range(6)]
    got = [(start.block, start.letters) for start in moved(starts, printed, other)]
    # The leaf, its title, then the title and the words of “a”, which are not there, and of “b”.
    assert got == [(0, 3), (1, 3), (2, 0), (2, 0), (2, 3), (3, 3)]
    gone = variant(book(notice("a", "print")), "epub")
    assert moved(starts, printed, gone) == ()


@pytest.fixture(scope="module")
def finished():
    made = book(notice("a", "print"), notice("b", "epub"))
    return {edition: guidepub.render(made, edition) for edition in ("print", "screen", "epub")}


def test_finished_files_hold_and_claim_what_their_edition_owes(finished):
    texts = {
        "print": Pdf(finished["print"]),
        "screen": Pdf(finished["screen"]),
    }
    text_by_edition = {
        name: folded(" ".join(pdf.text(n) for n in range(len(pdf)))) for name, pdf in texts.items()
    }
    text_by_edition["epub"] = " ".join(
        " ".join(d.itertext()) for _, d in Epub(finished["epub"]).documents()
    )
    for name, text in text_by_edition.items():
        assert ("Words of a." in text) == (name == "print")
        assert ("Words of b." in text) == (name == "epub")
    assert b"a@1 en sha256:" in finished["print"]
    assert b"b@1 en sha256:" not in finished["print"]
    assert b"a@1 en" not in finished["screen"]
    package = zipfile.ZipFile(io.BytesIO(finished["epub"])).read("EPUB/content.opf")
    assert b"b@1 en sha256:" in package
    assert b"a@1 en sha256:" not in package
