"""What an author has typed wrong where a parser only says where it could not go on.

A parser stops behind the cause: at the line below a key without its colon, at the next quotation
mark, at the end of the file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple


class Cause(NamedTuple):
    """What is wrong, where, and what helps; `row` and `column` count from 0."""

    row: int
    column: int
    message: str
    remedy: str


# A line of a mapping: its indentation with the dash of an item, its key and what is said by it.
_PAIR = re.compile(r"(?P<before>\s*(?:- +)?)(?P<key>[\w-]+)\s*:(?:\s+(?P<value>\S.*))?$")
_NO_SPACE = re.compile(r"(?P<before>\s*(?:- +)?)(?P<key>[A-Za-z_][\w-]*):(?P<value>[^\s:/].*)$")
_NO_COLON = re.compile(r"(?P<before>\s*)(?P<key>[A-Za-z_][\w-]*)(?: +(?P<value>[^\s#-].*))?$")
_INNER_COLON = re.compile(r":(?=\s)|:$")


def yaml_cause(lines: Sequence[str], begun: int, stopped: int) -> Cause | None:
    """Return what made a parser of YAML stop, or None where that cannot be told.

    Args:
        lines: the text.
        begun: the row, from 0, on which that begins which the parser was reading.
        stopped: the row on which it stopped.
    """
    rows = range(max(min(begun, stopped, len(lines) - 1), 0), min(stopped + 1, len(lines)))
    for row in reversed(rows):
        if cause := _open_quote(row, lines[row]):
            return cause
    # The line on which it stopped is the first to look at: it may say all by itself.
    before = stopped - 1
    while before >= 0 and not lines[before].strip():
        before -= 1
    for row in (stopped, before):
        if 0 <= row < len(lines):
            cause = _colon_in_value(row, lines[row]) or _lost_colon(row, lines)
            if cause is not None:
                return cause
    return None


def _open_quote(row: int, line: str) -> Cause | None:
    """Return the fault of a value whose quotation mark opens and does not close on its line."""
    pair = _PAIR.match(line)
    value = pair["value"] if pair else None
    if pair is None or not value or value[0] not in "\"'":
        return None
    mark = value[0]
    inner = re.sub(r"\\.", "", value[1:]) if mark == '"' else value[1:].replace("''", "")
    if mark in inner:
        return None
    message = "The quotation mark that opens here is not closed on its line."
    return Cause(row, pair.start("value"), message, f"Write {pair['key']}: {value}{mark}")


def _colon_in_value(row: int, line: str) -> Cause | None:
    """Return the fault of a text with a colon that YAML takes for that of a key."""
    pair = _PAIR.match(line)
    value = pair["value"] if pair else None
    if pair is None or not value or value[0] in "\"'[{|>" or not _INNER_COLON.search(value):
        return None
    quoted = value.rstrip().replace("\\", "\\\\").replace('"', '\\"')
    message = "A text with a colon needs quotation marks."
    return Cause(row, pair.start("value"), message, f'Write {pair["key"]}: "{quoted}".')


def _lost_colon(row: int, lines: Sequence[str]) -> Cause | None:
    """Return the fault of a line that should be a key and its value."""
    line = lines[row]
    if close := _NO_SPACE.match(line):
        message = f"Behind “{close['key']}:” stands no space."
        return Cause(row, close.start("key"), message, f"Write {close['key']}: {close['value']}")
    lost = _NO_COLON.match(line)
    if lost is None or _continues(row, lines):
        return None
    message = f"Behind the key “{lost['key']}” stands no colon."
    return Cause(
        row, lost.start("key"), message, f"Write {lost['key']}: {lost['value'] or ''}".rstrip()
    )


def _continues(row: int, lines: Sequence[str]) -> bool:
    """Tell whether a line only goes on with the text of the line above it."""
    above = next((line for line in reversed(lines[:row]) if line.strip()), "")
    indent = len(lines[row]) - len(lines[row].lstrip())
    deeper = indent > len(above) - len(above.lstrip())
    return deeper and not above.rstrip().endswith(":")


# How what `tomllib` says begins, and what helps.
_TOML_REMEDIES = (
    ("Invalid value", 'Put a text in quotation marks, as in name = "My Press".'),
    ("Expected '='", 'Write a key, the sign =, and its value: theme = "classic".'),
    ("Expected newline", "Put a text in quotation marks, and each key on a line of its own."),
    ("Unclosed array", "Close the list with ]."),
    ("Unclosed inline table", "Close it with }."),
    ("Invalid statement", 'Begin a line with a key, as in theme = "classic", or with a [table].'),
    ("Expected ']'", "Close the name of the table with ]."),
    ("Unescaped '\\'", "Write a backslash twice, or use ' instead of \"."),
    ("Illegal character", "Delete it, or put the text in quotation marks."),
)


def toml_remedy(message: str) -> str:
    """Return what helps against what Python's reader of TOML says, or ""."""
    return next((remedy for begin, remedy in _TOML_REMEDIES if message.startswith(begin)), "")


def unclosed_text(opened: str) -> tuple[str, str]:
    """Return what is wrong and what helps where a text of TOML opens and does not close."""
    for marks in ("'''", '"""'):
        if opened.startswith(marks):
            return "The text that opens here is not closed.", f"End it with {marks}."
    message = "The quotation mark that opens here is not closed on its line."
    return message, "Close it, or begin and end a text of several lines with three of them."
