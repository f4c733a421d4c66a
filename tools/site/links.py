"""Links between the project's files, as links between the site's pages."""

from __future__ import annotations

import posixpath
import re

from tools import ROOT

OUTSIDE = {
    "README.md": "index.md",
    "CHANGELOG.md": "changes.md",
    "CONTRIBUTING.md": "contributing.md",
    "SECURITY.md": "reporting.md",
    "findings/README.md": "libraries.md",
}
"""The project's pages that do not stand in `docs/`, and where they stand on the site."""

# A block of code, which stays as it is, or a link.
_PART = re.compile(
    r"^(?P<fence>`{3,}).*?^(?P=fence)$|(?<!!)\[(?P<text>[^\]\n]+)\]\((?P<target>[^)\s]+)\)",
    re.S | re.M,
)


def file_of(page: str) -> str:
    """Return the project's file that a page of the site shows."""
    return next((file for file, shown in OUTSIDE.items() if shown == page), f"docs/{page}")


def page_of(file: str) -> str | None:
    """Return the page of the site that shows a file of the project, or None."""
    if file in OUTSIDE:
        return OUTSIDE[file]
    return file.removeprefix("docs/") if file.startswith("docs/") else None


def relinked(text: str, page: str) -> str:
    """Return a page's Markdown with its links leading to pages of the site.

    A link to a file that the site does not show becomes its words alone; code stays as it is.

    Raises:
        ValueError: a link leads to a file that is not there.
    """
    return _PART.sub(lambda match: match[0] if match["fence"] else _relinked(match, page), text)


def _relinked(match: re.Match[str], page: str) -> str:
    target, hash_sign, anchor = match["target"].partition("#")
    if not target or re.match(r"[a-z]+:", target):
        return match[0]
    file = posixpath.normpath(posixpath.join(posixpath.dirname(file_of(page)), target))
    if not (ROOT / file).exists():
        raise ValueError(f"{file_of(page)} links to {target}, which is not there")
    if (ROOT / file).is_dir():
        file = posixpath.join(file, "README.md")
    shown = page_of(file)
    if shown is None:
        return match["text"]
    place = posixpath.relpath(shown, posixpath.dirname(page) or ".")
    return f"[{match['text']}]({place}{hash_sign}{anchor})"
