"""Why something failed, in words: of the system where it has some, and never none."""

from __future__ import annotations

import errno
import re

import pytest

import guidepub
from guidepub.findings.errors import kind_and_reason, reason_and_file, reason_of


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (OSError(errno.ENOSPC, "No space left on device", "a.pdf"), "No space left on device"),
        (OSError(errno.EIO, None), "Input/output error"),
        (OSError(None, None), "no reason was given"),
        (OSError("cannot identify image file"), "cannot identify image file"),
        (OSError(), "no reason was given"),
        (EOFError(), "no reason was given"),
        (ValueError(None), "no reason was given"),
        (ValueError("one\n  two."), "one two"),
        (UnicodeDecodeError("utf-8", b"\xff" * 99, 0, 1, "invalid start byte"),
         "'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"),
    ],
)  # fmt: skip
def test_a_reason_is_never_empty(error, reason):
    assert reason_of(error) == reason


def test_the_file_that_the_system_names_stands_behind_the_reason():
    full = OSError(errno.ENOSPC, "No space left on device", "dist/a.pdf")
    assert reason_and_file(full) == "No space left on device: dist/a.pdf"
    half = OSError(errno.EROFS, "Read-only file system", "dist/.a.pdf.59e1814489bc.tmp")
    assert reason_and_file(half) == "Read-only file system: dist/a.pdf"
    assert reason_and_file(OSError(errno.EBADF, "Bad file descriptor", 7)) == "Bad file descriptor"
    assert reason_and_file(OSError(errno.EIO, "Input/output error")) == "Input/output error"


def test_an_error_that_nobody_foresaw_is_named_by_its_class():
    assert kind_and_reason(KeyError("x")) == "KeyError: 'x'"
    assert kind_and_reason(AssertionError()) == "AssertionError: no reason was given"


WELDER = guidepub.Guide(title="Welder", sections=[{"title": "Overview", "body": "Text."}])
CATALOG = guidepub.Catalog.of(WELDER)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (
            lambda: guidepub.assemble("welder", CATALOG),
            "Guide is expected here, and str was given.",
        ),
        (lambda: guidepub.assemble(WELDER, {}), "Catalog is expected here, and dict was given."),
        (lambda: guidepub.render(WELDER, "epub"), "assemble(guide, catalog)"),
        (lambda: guidepub.build("guides", "dist"), "guidepub.load(folder)"),
        (lambda: guidepub.lint("welder", CATALOG), "catalog[slug]"),
        (lambda: guidepub.loads(b"---"), "data.decode()"),
        (lambda: guidepub.dumps(CATALOG), "catalog[slug]"),
    ],
)
def test_what_is_of_another_kind_is_refused_with_the_way_to_the_right_one(call, words):
    with pytest.raises(guidepub.UsageError, match=re.escape(words)):
        call()


def test_a_guide_that_is_not_there_is_reported_with_the_one_that_may_be_meant():
    with pytest.raises(KeyError, match="Did you mean “welder”"):
        CATALOG["weldr"]


def test_whether_a_guide_is_there_is_asked_without_a_message(monkeypatch):
    monkeypatch.delattr("guidepub.model.catalogs.catalog.did_you_mean")
    assert "welder" in CATALOG
    assert "weldr" not in CATALOG


def test_a_handout_takes_one_section_as_a_text():
    assert guidepub.handout(WELDER, CATALOG, "overview").leaves
