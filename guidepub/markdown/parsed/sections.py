"""Splitting a definition's prose into sections, one for each first-level heading."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from markdown_it import MarkdownIt
from mdit_py_plugins.colon_fence import colon_fence_plugin

from guidepub.markdown.parsed.prose import ended

_FIRST_LEVEL = re.compile(r"^ {0,3}# ", re.M)
# The kind of a section, after its title: `# Foreword {.foreword}`.
_KIND = re.compile(r"[ \t]+\{\.(?P<kind>[A-Za-z][A-Za-z0-9-]*)\}\Z")


@dataclass(frozen=True, slots=True)
class RawSection:
    """A heading and the Markdown below it; lines are counted from 1 in the text.

    `column`, from 0, is where the title begins in the heading's line. `kind` is the word in braces
    after the title, as in `{.foreword}`, or empty.
    """

    title: str
    heading_line: int
    column: int
    body: str
    body_line: int
    kind: str = ""


def split_sections(text: str) -> tuple[str, tuple[RawSection, ...]]:
    """Return the text before the first first-level heading, and the sections."""
    lines = text.split("\n")
    tokens = _splitter().parse(ended(text))
    headings: list[tuple[str, str, int, int]] = []
    for index, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag == "h1" and token.level == 0 and token.map:
            title, kind = _title_and_kind(tokens[index + 1].content)
            headings.append((title, kind, token.map[0], token.map[1]))
    starts = [start for _, _, start, _ in headings] + [len(lines)]
    before = "\n".join(lines[: starts[0]])
    sections = tuple(
        RawSection(
            title,
            start + 1,
            max(lines[start].find(title.partition("\n")[0]), 0),
            "\n".join(lines[end:following]),
            end + 1,
            kind,
        )
        for (title, kind, start, end), following in zip(headings, starts[1:], strict=True)
    )
    return before, sections


def _title_and_kind(heading: str) -> tuple[str, str]:
    """Return a heading's title, and the kind in braces after it."""
    found = _KIND.search(heading)
    return (heading[: found.start()], found["kind"]) if found else (heading, "")


def taken_in(text: str) -> str:
    """Return the title of the first first-level heading in a text, or ""."""
    if not _FIRST_LEVEL.search(text):
        return ""
    _, sections = split_sections(text)
    return sections[0].title if sections else ""


@functools.cache
def _splitter() -> MarkdownIt:
    """Return a parser of blocks only, for which a `#` inside a fence is not a heading."""
    splitter = MarkdownIt("commonmark", {"html": False}).disable(["html_block"])
    splitter.use(colon_fence_plugin)
    splitter.core.ruler.enableOnly(["normalize", "block"])
    return splitter
