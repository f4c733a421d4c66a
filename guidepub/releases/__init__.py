"""Editions that are frozen in a small record: what they printed, and the bytes of their files."""

from guidepub.releases.comparing import Change, changes
from guidepub.releases.freezing import differences, freeze, snapshot
from guidepub.releases.records import (
    Release,
    ReleasedFact,
    ReleasedFile,
    ReleasedLeaf,
    ReleasedNotice,
    keep,
    read_release,
    released_editions,
)

__all__ = [
    "Change",
    "Release",
    "ReleasedFact",
    "ReleasedFile",
    "ReleasedLeaf",
    "ReleasedNotice",
    "changes",
    "differences",
    "freeze",
    "keep",
    "read_release",
    "released_editions",
    "snapshot",
]
