"""The typing mistake where a parser stopped, since parsers only say where they stopped.

A parser stops after the cause: at the line below a key without its colon, at the next quotation
mark, at the end of the file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple


class Cause(NamedTuple):
    """A mistake with its place and remedy; `row` and `column` count from 0."""

    row: int
    column: int
    message: str
    remedy: str


# A line of a mapping: its indentation with the dash of an item, its key and its value.
_PAIR = re.compile(r"(?P<before>\s*(?:- +)?)(?P<key>[\w-]+)\s*:(?:\s+(?P<value>\S.*))?$")
_NO_SPACE = re.compile(r"(?P<before>\s*(?:- +)?)(?P<key>[A-Za-z_][\w-]*):(?P<value>[^\s:/].*)$")
_NO_COLON = re.compile(r"(?P<before>\s*)(?P<key>[A-Za-z_][\w-]*)(?: +(?P<value>[^\s#-].*))?$")
# Beginnings that YAML takes for something else than a text: a list with words after it,
# a text of several lines with words on its first, an item, an alias.
_SIGN_FIRST = re.compile(
    r"[@%`]|[&*!](?=.*\s)|[-?](?=\s)|[|>](?![-+0-9]{0,2}\s*(?:#|$))|\[[^\[\]]*\]\s*[^\s#,]|\{[^{}]*\}\s*[^\s#,]"
)
# A text in quotation marks with one of them among its letters.
_QUOTE_INSIDE = re.compile(
    r"'(?P<single>(?:[^']|'')*\w'\w[^\n]*)'|\"(?P<double>[^\"\\]*\"[^\"\\]+\"[^\"\\]*)\""
)
_IN_BRACES = re.compile(r"[@%`][^,{}\[\]\n]*")
_INNER_COLON = re.compile(r":(?=\s)|:$")


def yaml_cause(lines: Sequence[str], begun: int, stopped: int) -> Cause | None:
    """Return the mistake at which a parser of YAML stopped, or None where it is not known.

    Args:
        lines: the text.
        begun: the row, from 0, on which the value begins that the parser was reading.
        stopped: the row on which it stopped.
    """
    rows = range(max(min(begun, stopped, len(lines) - 1), 0), min(stopped + 1, len(lines)))
    for row in reversed(rows):
        if cause := _open_quote(row, lines[row]) or _quote_inside(row, lines[row]):
            return cause
    # The line on which it stopped is the first to look at: it may say all by itself.
    before = stopped - 1
    while before >= 0 and not lines[before].strip():
        before -= 1
    for row in (stopped, before):
        if 0 <= row < len(lines):
            line = lines[row]
            cause = _colon_in_value(row, line) or _sign_first(row, line) or _lost_colon(row, lines)
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


def _quote_inside(row: int, line: str) -> Cause | None:
    """Return the fault of a text in quotation marks that one of these ends within, as in 'it's'."""
    pair = _PAIR.match(line)
    value = (pair["value"] or "").rstrip() if pair else ""
    found = _QUOTE_INSIDE.fullmatch(value)
    if pair is None or found is None:
        return None
    inner = (found["single"] or found["double"]).replace("''", "'")
    message = f"The text ends at its second {value[0]}, but more follows it."
    remedy = f"Write {pair['key']}: {quoted(inner)}."
    return Cause(row, pair.start("value"), message, remedy)


def tab(line: str, row: int) -> Cause | None:
    """Return the fault of a line that is indented with a tab."""
    column = line.find("\t", 0, len(line) - len(line.lstrip()))
    message = "There is a tab here, where YAML allows only spaces."
    return Cause(row, column, message, "Use spaces instead.") if column >= 0 else None


def _colon_in_value(row: int, line: str) -> Cause | None:
    """Return the fault of a text with a colon that YAML takes for that of a key."""
    pair = _PAIR.match(line)
    value = pair["value"] if pair else None
    if pair is None or not value or value[0] in "\"'[{|>" or not _INNER_COLON.search(value):
        return None
    message = "A text with a colon needs quotation marks."
    return Cause(row, pair.start("value"), message, f"Write {pair['key']}: {quoted(value)}.")


def _sign_first(row: int, line: str) -> Cause | None:
    """Return the fault of a text that begins with a sign by which YAML means something."""
    pair = _PAIR.match(line)
    value = pair["value"] if pair else None
    if pair is None or not value or not _SIGN_FIRST.match(value):
        return None
    message = f"A text that begins with {value[0]} needs quotation marks."
    return Cause(row, pair.start("value"), message, f"Write {pair['key']}: {quoted(value)}.")


def unquoted_sign(line: str, row: int, column: int) -> Cause | None:
    """Return the fault of a text that begins, where YAML stopped, with a sign that none may."""
    match = _IN_BRACES.match(line, column)
    if match is None or (cause := _sign_first(row, line)):
        return cause if match else None
    message = f"A text that begins with {match[0][0]} needs quotation marks."
    return Cause(row, column, message, f"Write {quoted(match[0])}.")


def half_a_list(begun: int, column: int, line: int) -> Cause:
    """Return the fault of an item that begins in a row and column where `line` has no hyphen."""
    message = f"A list begins here, but line {line} has no hyphen."
    return Cause(begun, column, message, f"Remove the hyphen, or write one in line {line}.")


def quoted(text: str) -> str:
    """Return a text as YAML has it in quotation marks."""
    escaped = text.rstrip().replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _lost_colon(row: int, lines: Sequence[str]) -> Cause | None:
    """Return the fault of a line that should be a key and its value."""
    line = lines[row]
    if close := _NO_SPACE.match(line):
        message = f"There is no space after “{close['key']}:”."
        return Cause(row, close.start("key"), message, f"Write {close['key']}: {close['value']}")
    lost = _NO_COLON.match(line)
    if lost is None or _continues(row, lines):
        return None
    message = f"There is no colon after the key “{lost['key']}”."
    return Cause(
        row, lost.start("key"), message, f"Write {lost['key']}: {lost['value'] or ''}".rstrip()
    )


def _continues(row: int, lines: Sequence[str]) -> bool:
    """Return whether a line only goes on with the text of the line above it."""
    above = next((line for line in reversed(lines[:row]) if line.strip()), "")
    indent = len(lines[row]) - len(lines[row].lstrip())
    deeper = indent > len(above) - len(above.lstrip())
    return deeper and not above.rstrip().endswith(":")


# The beginnings of messages from `tomllib`, each with its remedy.
_TOML_REMEDIES = (
    ("Invalid value", 'Put a text in quotation marks, as in name = "My Press".'),
    ("Expected '='", 'Write a key, the sign =, and its value: theme = "classic".'),
    ("Expected newline", "Put a text in quotation marks, and each key on a line of its own."),
    ("Unclosed array", "Close the list with ], and put commas between its items."),
    ("Unclosed inline table", "Close it with }, and put commas between its items."),
    ("Invalid initial character", "Write the braces on one line, or use a [table]."),
    ("Invalid hex value", "Write / in place of each backslash."),
    ("Invalid statement", 'Begin a line with a key, as in theme = "classic", or with a [table].'),
    ("Expected ']'", "Close the name of the table with ]."),
    ("Unescaped '\\'", "Use / in a path; elsewhere double the backslash."),
    ("Illegal character", "Delete it, or put the text in quotation marks."),
)


# Habits of other languages, in a whole line and in a value: pattern, cause and remedy.
_TOML_LINES: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (re.compile(r"\s*(?://|/\*|--)"), "A comment begins with # here.", "Write # before it."),
    (re.compile(r"\s*([\w.-]+):\s*$"), "The name of a table needs brackets.", "Write [{}]."),
)
_TOML_VALUES: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (re.compile(r"[“”„«‘]([^“”„«»‘’\n]*)[“”»’]"), "TOML does not allow curly quotation marks.",
     'Write straight ones: "{}".'),
    (re.compile(r"(?i:(true|false|yes|no))\s*(?=[,}#]|$)"), "true or false is expected here.",
     "Write true or false, in lower case."),
    (re.compile(r"[0-9]{1,4}[/.][0-9]{1,2}[/.][0-9]{2,4}\b()"), "This is not a date.",
     "Write a date as 2026-11-24."),
    (re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+\b()"), "A comma ends a value.", "Write digits without it, as in 43460."),
)  # fmt: skip
_VALUE = re.compile(r"\s*[\w.\"-]+\s*=\s*")


def toml_cause(message: str, lines: Sequence[str], at: tuple[int, int]) -> tuple[str, str]:
    """Return the mistake and its remedy where Python's reader of TOML stopped.

    Args:
        message: the reader's message.
        lines: the text.
        at: the line and the column where it stopped, from 1.
    """
    line = lines[at[0] - 1] if at[0] <= len(lines) else ""
    for pattern, cause, remedy in _TOML_LINES:
        if match := pattern.match(line):
            return cause, remedy.format(*match.groups())
    begin = value.end() if (value := _VALUE.match(line)) else at[1] - 1
    for pattern, cause, remedy in _TOML_VALUES:
        if match := pattern.match(line, begin):
            return cause, remedy.format(*match.groups())
    remedies = (remedy for first, remedy in _TOML_REMEDIES if message.startswith(first))
    return f"This is not valid TOML: {message}.", next(remedies, "")


def repeated_key(text: str, row: int) -> tuple[str, str]:
    """Return the mistake and its remedy where a row of TOML, from 0, repeats a key or a table."""
    lines = text.split("\n")
    key = _key_of(lines[row])
    above = (number for number in range(row - 1, -1, -1) if _key_of(lines[number]) == key)
    first = next(above, None)
    where = f"; first on line {first + 1}" if first is not None else ""
    kind = "table" if key.startswith("[") else "key"
    return f"The {kind} “{key.strip('[]')}” occurs twice{where}.", "Remove one."


def _key_of(line: str) -> str:
    return line.split("#", maxsplit=1)[0].partition("=")[0].strip()


def unclosed_text(opened: str) -> tuple[str, str]:
    """Return the mistake and its remedy where a string of TOML opens and does not close."""
    for marks in ("'''", '"""'):
        if opened.startswith(marks):
            return "The text that opens here is not closed.", f"End it with {marks}."
    message = "The quotation mark that opens here is not closed on its line."
    return message, "Close it, or begin and end a text of several lines with three of them."
