"""A definition's prose in other words, of the same lengths.

Books of a catalogue differ, and what a process has kept of one serves little in the next. Words
change their places with others of their length in the same definition: they stay words of the
language, which can be hyphenated, and lines and pages stay about as long.
"""

from __future__ import annotations

import re

# Marks of Markdown, directives and their options, keys, roles, links, and titles.
_WORD = re.compile(
    r"""
    ^[ ]*(?:[:\#|!<>]|-{3}|```).*$
    | ^[ -]*\w+:.*$
    | \{[^}\n]*\} | `[^`\n]*` | \[[^\]\n]*\] | \([^)\n]*\) | https?://\S+
    | \b(?P<word>[a-z]{4,})\b
    """,
    re.M | re.X,
)
# Where the prose begins, in Markdown and in YAML.
_PROSE = re.compile(r"^(?:# |sections:)", re.M)


def reworded(definition: str, number: int) -> str:
    """Return a definition in other words; each number gives others, 0 its own."""
    begin = _PROSE.search(definition)
    if begin is None:
        return definition
    prose = definition[begin.start() :]
    lengths: dict[int, dict[str, None]] = {}
    for found in _WORD.finditer(prose):
        if word := found["word"]:
            lengths.setdefault(len(word), {})[word] = None
    other: dict[str, str] = {}
    for words in map(list, lengths.values()):
        by = number % len(words)
        other.update(zip(words, words[by:] + words[:by], strict=True))
    changed = _WORD.sub(lambda found: other.get(found["word"] or "", found[0]), prose)
    return definition[: begin.start()] + changed
