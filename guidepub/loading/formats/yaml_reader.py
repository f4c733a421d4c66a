"""YAML to plain data, with the place of every key and value.

It is read from its events, so that aliases are never expanded and depth is bounded. Its
plain scalars are those of YAML 1.2's core schema: `no` is a word and a date is a text. Numbers
keep their digits, and one that begins with a needless zero is a text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from guidepub.findings import Severity
from guidepub.findings.errors import reason_of
from guidepub.loading.formats.documents import MAX_DEPTH, Document, number_of
from guidepub.loading.formats.syntax_causes import (
    Cause,
    half_a_list,
    quoted,
    tab,
    unquoted_sign,
    yaml_cause,
)
from guidepub.model.validation.annotated import Path_

_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NUMBER_SIGN = re.compile(r"[ \t]+#[0-9][^\n]*")
_FLOW_END = re.compile(r"[,\]}]")
_CURLY = re.compile(
    r"“[^“”\"\\]{1,300}”|‘[^‘’\"\\]{1,300}’|„[^„“”\"\\]{1,300}[“”]|«[^«»\"\\]{1,300}»"
)
# Stands for an unusable key; no text of a file can hold it.
_NO_KEY = "\0"
_WORDS: dict[str, object] = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


def read_yaml(path: Path, text: str, first_line: int = 1) -> Document:
    """Read a YAML mapping whose first line is line `first_line` of its file.

    Duplicate keys, anchors, aliases and tags are kept as findings.

    Raises:
        InputError: broken syntax, too deep, or no mapping (D004, D007).
    """
    document = Document(path)
    try:
        data = _EventReader(document, text, first_line).read()
    except yaml.MarkedYAMLError as error:
        mark, lines = error.problem_mark or error.context_mark, text.split("\n")
        at = (first_line, 1)
        if mark is not None:
            # The parser reports the end of a text on a line after it.
            row = min(mark.line, len(lines) - 1)
            column = mark.column if row == mark.line else len(lines[row])
            at = (row + first_line, column + 1)
        problem = error.problem or error.context or "the syntax is wrong"
        if "nesting depth" in problem:
            # libyaml 0.2.6 has a limit of its own, and looks for brackets ahead of its events.
            raise document.fail_deep(at) from error
        begun = error.context_mark.line if error.context_mark else at[0] - first_line
        message = f"This is not valid YAML: {problem}."
        remedy = _remedy(problem, begun + first_line, at[0])
        opened = error.context_mark if "',' or" in problem else None
        if opened is not None:
            at = (opened.line + first_line, opened.column + 1)
            message = "The bracket that opens here is not closed, or a comma is missing after it."
            remedy = f"Close it with {problem.split()[-1]}, and put commas between its items."
        elif cause := _cause(error, lines, at, first_line):
            at = (cause.row + first_line, cause.column + 1)
            message, remedy = cause.message, cause.remedy
        raise document.fail(at, "D004", message, remedy) from error
    except yaml.YAMLError as error:
        raise document.fail(
            (first_line, 1), "D004", f"This is not valid YAML: {reason_of(error)}."
        ) from error
    if not isinstance(data, dict):
        message = "A mapping of keys to values is expected here."
        raise document.fail(
            (first_line, 1), "D004", message, "Begin with a line such as title: Welder."
        )
    document.data = data
    return document


def _cause(
    error: yaml.MarkedYAMLError, lines: Sequence[str], at: tuple[int, int], first_line: int
) -> Cause | None:
    """Return the author's mistake, where the parser's own message does not say it better."""
    problem, begun, row = error.problem or "", error.context_mark, at[0] - first_line
    if "tab character" in problem:
        return tab(lines[row], row)
    if "cannot start any token" in problem:
        return tab(lines[row], row) or unquoted_sign(lines[row], row, at[1] - 1)
    if "expected '-'" in problem and begun is not None and begun.line < row:
        return half_a_list(begun.line, begun.column, at[0])
    return yaml_cause(lines, begun.line if begun else row, row)


def _remedy(problem: str, begun: int, line: int) -> str:
    if "mapping values are not allowed" in problem:
        return "Put a text with a colon in quotes."
    if "cannot start any token" in problem or "tab character" in problem:
        return "Indent with spaces, and put a text that begins with a special character in quotes."
    if "expected key" in problem or "expected '-'" in problem:
        return "Indent the line like those around it."
    if begun < line:
        return f"Look at what begins on line {begun}."
    return ""


class _EventReader:
    """Builds data from YAML's events with a stack of its own."""

    def __init__(self, document: Document, text: str, first_line: int) -> None:
        self._document = document
        self._text, self._lines = text, text.split("\n")
        self._first_line = first_line

    def read(self) -> object:
        root: list[Any] = []
        containers: list[Any] = [root]
        paths: list[Path_] = [()]
        pending: list[str | None] = [None]
        documents = 0
        for event in yaml.parse(self._text, Loader=yaml.CSafeLoader):
            mark = event.start_mark
            assert mark is not None
            at = (mark.line + self._first_line, mark.column + 1)
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    message = "Only one YAML document is read here."
                    self._document.report(at, "D004", message, "Put each into a file of its own.")
                    break
            if isinstance(event, yaml.AliasEvent):
                remedy = "Write the value out."
                self._document.report(at, "D006", "YAML aliases are not read here.", remedy)
                value: object = None
            elif isinstance(event, yaml.ScalarEvent):
                self._refuse_extras(event, at)
                value = _scalar(event)
                if isinstance(value, str) and not event.style:
                    self._warn_of_change(value, event, at)
            elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                self._refuse_extras(event, at)
                value = {} if isinstance(event, yaml.MappingStartEvent) else []
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                containers.pop()
                paths.pop()
                pending.pop()
                continue
            else:
                continue
            path = self._put(containers[-1], paths[-1], pending, value, event, at)
            if isinstance(value, (dict, list)):
                if len(containers) > MAX_DEPTH:
                    raise self._document.fail_deep(at)
                containers.append(value)
                paths.append(path)
                pending.append(None)
        return root[0] if root else None

    def _put(
        self,
        container: Any,
        parent: Path_,
        pending: list[str | None],
        value: object,
        event: Any,
        at: tuple[int, int],
    ) -> Path_:
        """Add a value to the innermost container, or keep it as the next key."""
        document = self._document
        if isinstance(container, list):
            path = (*parent, len(container)) if len(pending) > 1 else ()
            container.append(value)
        elif (key := pending[-1]) is None:
            return self._keep_key(container, parent, pending, event, at)
        else:
            path = (*parent, key)
            pending[-1] = None
            # Values under no key, or under a repeated one, are only walked through.
            if key == _NO_KEY or key in container:
                return (*parent, key, _NO_KEY)
            container[key] = value
        document.values[path] = at
        if isinstance(value, str) and (where := self._place_of_text(value, event)):
            document.texts[path] = where
        return path

    def _keep_key(
        self,
        container: dict[str, object],
        parent: Path_,
        pending: list[str | None],
        event: Any,
        at: tuple[int, int],
    ) -> Path_:
        if not isinstance(event, yaml.ScalarEvent):
            self._document.report(
                at,
                "D004",
                "A key must be a word.",
                "Put it, or the text that begins with {, in quotes.",
            )
            pending[-1] = _NO_KEY
            return (*parent, _NO_KEY)
        key: str = event.value
        pending[-1] = key
        path = (*parent, key)
        if key in container:
            first = self._document.keys.get(path, at)[0]
            message = f"The key “{key}” occurs twice; first on line {first}."
            self._document.report(at, "D005", message, "Remove one.")
        else:
            self._document.keys[path] = at
        return path

    def _refuse_extras(self, event: Any, at: tuple[int, int]) -> None:
        if event.anchor:
            self._document.report(at, "D006", "YAML anchors are not read here.", _extra("&"))
        if event.tag and event.tag not in ("!", "tag:yaml.org,2002:str"):
            self._document.report(at, "D006", "YAML tags are not read here.", _extra("!"))

    def _warn_of_change(self, value: str, event: Any, at: tuple[int, int]) -> None:
        """Warn of a text that YAML reads otherwise than it looks: cut off, or with its quotes."""
        end = event.end_mark
        # A comment has a space after its sign; what counts, as in “The #1 Guide”, has none.
        if lost := _NUMBER_SIGN.match(self._lines[end.line], end.column):
            message = f"The text after “{value}” is a comment, and is lost."
            behind = lost[0]
            start = event.start_mark
            if _is_in_brackets(self._lines[start.line][: start.column]):
                behind = _FLOW_END.split(behind, maxsplit=1)[0]
            remedy = f"To keep it, write {quoted(value + behind)}."
        elif _CURLY.fullmatch(value):
            message = "These quotation marks are printed; YAML’s own are straight ones."
            remedy = f'Write "{value[1:-1].strip()}". To keep them, write "{value}".'
        else:
            return
        self._document.report(at, "D039", message, remedy, Severity.WARNING)

    def _place_of_text(self, value: str, event: Any) -> tuple[int, int] | None:
        """Return the first line and the indentation of a text that is in the file as it is read."""
        row, column = event.start_mark.line, event.start_mark.column
        if event.style == "|":
            for offset, line in enumerate(value.split("\n")):
                if line.strip():
                    indent = len(self._lines[row + 1 + offset]) - len(line)
                    return row + 1 + self._first_line, indent
            return None
        column += 1 if event.style in ("'", '"') else 0
        if event.style != ">" and self._lines[row].startswith(value, column):
            return row + self._first_line, column
        return None


def _is_in_brackets(before: str) -> bool:
    """Return whether a bracket is open after the beginning of a line."""
    return sum(map(before.count, "[{")) > sum(map(before.count, "]}"))


def _extra(sign: str) -> str:
    return f"Remove “{sign}…”, or put a text that begins with {sign} in quotes."


def _scalar(event: Any) -> object:
    text: str = event.value
    if event.style or event.tag:
        return text
    if text in _WORDS:
        return _WORDS[text]
    return number_of(text) if _NUMBER.fullmatch(text) else text
