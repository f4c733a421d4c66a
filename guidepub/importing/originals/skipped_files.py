"""Reports the files in a folder or an archive that are not texts to import, in one finding."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from pathlib import PurePosixPath

from guidepub.findings import Finding, Place, Severity
from guidepub.model import slug_of
from guidepub.words.characters import printable

_MOST_NAMED = 30
_PICTURE = re.compile(r"\.(?:png|jpe?g|gif|svg|webp|avif|bmp|ico|tiff?)$", re.I)
# Files in which folders describe themselves.
_ABOUT = re.compile(
    r"(?:readme|l[eé]eme|lisez-?moi|liesmich|leia-?me|todo|licen[sc]e|copying|change-?log|contributing|code[_-]of[_-]conduct|(?-i:SECURITY|NOTICE|AUTHORS|HISTORY|MAINTAINERS|INSTALL)"
    r"|(?:[a-z]{1,12}-)?requirements(?:-[a-z]{1,12})?(?=\.txt)|constraints(?=\.txt)|cmakelists(?=\.txt)|(?:robots|humans|app-ads|llms|llms-full)(?=\.txt)|pull_request_template|issue_template)"
    r"(?:[._-](?:[a-z]{2}(?:[_-][a-z]{2})?|mit|apache|bsd|gpl))?(?:\.(?:md|markdown|txt|rst|html?))?",
    re.I,
)


def is_about_folder(name: str) -> bool:
    """Return whether a file is about the folder that contains it, like `README.md`."""
    return _ABOUT.fullmatch(PurePosixPath(name).name) is not None


def is_picture(name: str) -> bool:
    """Return whether a file's name is that of a picture."""
    return _PICTURE.search(name) is not None


def skipped_files(
    every: Sequence[str], place: str, pictures: Collection[str] = ()
) -> tuple[Finding, ...]:
    """Return a finding that names the files that were skipped, if there are any.

    `pictures` are the names of the imported pictures next to the guides.
    """
    taken = {name.rpartition("-")[0] for name in pictures}
    names = [name for name in every if slug_of(PurePosixPath(name).stem) not in taken]
    if not names:
        return ()
    shown = ", ".join(printable(name) for name in names[:_MOST_NAMED])
    more = len(names) - _MOST_NAMED
    shown += f" and {more} more" if more > 0 else ""
    message = f"Files that are not guides were skipped: {shown}."
    remedy = "Import one by name if it is a guide; a picture is imported if a text shows it."
    return (Finding(Place(place), "I061", message, remedy, Severity.WARNING),)
