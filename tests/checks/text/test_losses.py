"""Each loss that is planted in a book is told, with its line and as what it is."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import replace

import pytest
from losses import IN_LEAVES, IN_STYLES, assembled, planted

from guidepub import Edition
from guidepub.checks.legal.in_pages.pages import Pages
from guidepub.checks.proof import proof_findings
from guidepub.checks.text.comparing import read_parts
from guidepub.checks.text.findings import late_notes, text_findings
from guidepub.checks.text.sources import PdfSource
from guidepub.editions import SharedParts, manuscript, unproved_file
from guidepub.findings import Finding
from guidepub.model import Book

pytestmark = pytest.mark.xdist_group("losses")

EDITIONS = ("print", "screen", "epub", "web")
# So many losses are planted in one book: each must be told apart from the others.
BATCHES = 4
NAMES = list(IN_LEAVES)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    return assembled(tmp_path_factory.mktemp("ropemaker"))


@pytest.fixture(scope="module")
def reported(book: Book) -> Callable[[str, int], list[Finding]]:
    """Return a function that tells what is found in an edition with the losses of a batch."""

    @functools.cache
    def found(edition: Edition, batch: int) -> list[Finding]:
        losses = [IN_LEAVES[name] for name in NAMES[batch::BATCHES]]
        data = unproved_file(SharedParts(planted(book, losses)), edition)
        return list(proof_findings(book, edition, manuscript(book, edition), data))

    return found


@pytest.mark.parametrize("edition", [*EDITIONS, "print-cover"])
def test_nothing_is_lost_in_the_book_itself(book, edition):
    data = unproved_file(SharedParts(book), edition)
    assert list(proof_findings(book, edition, manuscript(book, edition), data)) == []


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("name", NAMES)
def test_a_loss_is_reported_with_its_line(book, reported, name, edition):
    loss = IN_LEAVES[name]
    findings = reported(edition, NAMES.index(name) % BATCHES)
    found = [f for f in findings if f.code == loss.code and loss.reported in f.message]
    assert bool(found) is (edition in loss.editions), [str(finding) for finding in findings]
    for finding in found:
        assert f"In the edition “{edition}”, " in finding.message
        assert finding.place.path == str(book.guide.origin)


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("batch", range(BATCHES))
def test_nothing_else_is_reported(reported, batch, edition):
    losses = [IN_LEAVES[name] for name in NAMES[batch::BATCHES]]
    # A row is its cells, and a list that begins with another number goes on with others.
    parts = ("a table’s cell is missing: “26”", "a table’s cell is missing: “1,450”")
    for finding in reported(edition, batch):
        known = any(loss.reported in finding.message for loss in losses)
        assert known or any(part in finding.message for part in parts), str(finding)


@pytest.mark.parametrize("edition", ["screen", "epub", "web"])
@pytest.mark.parametrize("name", IN_STYLES)
def test_a_text_that_styles_hide_is_reported(name, edition, tmp_path):
    css, lost = IN_STYLES[name]
    hiding = assembled(tmp_path, styles=css)
    found = proof_findings(
        hiding, edition, manuscript(hiding, edition), unproved_file(SharedParts(hiding), edition)
    )
    assert lost in " ".join(finding.message for finding in found)


def test_a_note_on_another_page_than_its_call_is_a_warning(book):
    text = manuscript(book, "print")
    source = PdfSource(Pages(unproved_file(SharedParts(book), "print")), readable=False)
    read = read_parts(text, source)
    (overview,) = (part for part in read if part.part.leaf == "section-overview")
    assert overview.calls == overview.notes
    assert list(text_findings(text, "print", source)) == []
    second = {**overview.notes, "2": overview.notes["2"] + 1}
    (late,) = late_notes(replace(overview, notes=second), source)
    assert late.code == "T009"
    assert late.where == source.names[second["2"]]
