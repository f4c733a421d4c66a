"""Why something failed, in words: of the system where it has some, and never none."""

from __future__ import annotations

import errno

import pytest

from guidepub.findings.errors import kind_and_reason, reason_and_file, reason_of


@pytest.mark.parametrize(
    ("error", "said"),
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
def test_a_reason_is_never_empty(error, said):
    assert reason_of(error) == said


def test_the_file_that_the_system_names_stands_behind_the_reason():
    full = OSError(errno.ENOSPC, "No space left on device", "dist/a.pdf")
    assert reason_and_file(full) == "No space left on device: dist/a.pdf"
    assert reason_and_file(OSError(errno.EBADF, "Bad file descriptor", 7)) == "Bad file descriptor"
    assert reason_and_file(OSError(errno.EIO, "Input/output error")) == "Input/output error"


def test_an_error_that_nobody_foresaw_is_named_by_its_class():
    assert kind_and_reason(KeyError("x")) == "KeyError: 'x'"
    assert kind_and_reason(AssertionError()) == "AssertionError: no reason was given"
