"""The mark of a file: what is written is read back, and what is no mark is passed over."""

from __future__ import annotations

import hashlib

import pytest
from definitions import guide

from guidepub import Catalog, Imprint, assemble
from guidepub.model import Mark, MarkedNotice, Notice
from guidepub.model.books.mark import mark_of, read_mark

WORDING = "By “{holder}”,\nof course."


@pytest.fixture
def book():
    made = guide("Bread.", first_published=2020)
    notice = Notice(id="a", version=2, language="en", title="A", text=WORDING)
    press = Imprint(id="press", name="Press", legal_name="Press, LLC")
    return assemble(made, Catalog.of(made, notices=(notice,), imprint=press))


def test_a_mark_has_the_hash_of_each_notices_normal_form(book):
    mark = mark_of(book, "screen")
    digest = hashlib.sha256(b'By "Press, LLC", of course.').hexdigest()
    assert str(mark.notices[1]) == f"a@2 en sha256:{digest}"
    assert [notice.name for notice in mark.notices] == ["copyright@0", "a@2"]
    assert (mark.guide, mark.imprint, mark.years) == ("baker", "press", "2020–2026")
    assert mark.holder == "Press, LLC"


def test_what_is_written_is_read_back(book):
    mark = mark_of(book, "epub")
    assert read_mark(mark.properties(), mark.holder) == mark


def test_the_cover_s_sheet_claims_no_notice(book):
    mark = mark_of(book, "print-cover")
    assert (mark.notices, mark.edition, mark.guide) == ((), "print-cover", "baker")


def test_a_change_of_the_guide_changes_the_mark_and_one_of_its_file_does_not(book):
    mark = mark_of(book, "screen")
    made = guide("Bread and butter.", first_published=2020)
    other = mark_of(assemble(made, Catalog.of(made)), "screen")
    assert other.guide_sha256 != mark.guide_sha256
    moved = book.guide.model_copy(update={"origin": None})
    same = mark_of(assemble(moved, Catalog.of(moved)), "screen")
    assert same.guide_sha256 == mark.guide_sha256


def test_the_commit_is_reported_where_there_is_one(book):
    assert "catalog" not in dict(mark_of(book, "screen").properties())
    catalog = Catalog.of(book.guide).model_copy(update={"commit": "c" * 40})
    mark = mark_of(assemble(book.guide, catalog), "screen")
    assert dict(mark.properties())["catalog"] == f"git:{'c' * 40}"


@pytest.mark.parametrize(
    "properties",
    [
        [],
        [("other", "x")],
        [("notice", "disclaimer 3")],
        [("notice", f"a@1 en sha256:{'g' * 64}")],
        [("notice", f"a@99999 en sha256:{'a' * 64}")],
        [("notice", f"{'a' * 300}@1 en sha256:{'a' * 64}")],
    ],
)
def test_what_is_no_mark_is_passed_over(properties):
    assert read_mark(properties) is None


def test_a_mark_of_too_many_notices_is_bounded():
    many = [("notice", f"n-{n}@1 en sha256:{'a' * 64}") for n in range(5000)]
    mark = read_mark([*many, *many, ("years", "2" * 5000)])
    assert mark is not None
    assert len(mark.notices) == 500
    assert len(mark.years) == 300


def test_a_property_that_stands_twice_counts_once():
    notice = MarkedNotice(id="a", version=1, language="en", sha256="a" * 64)
    assert read_mark([("notice", str(notice))] * 3) == Mark(notices=(notice,))
