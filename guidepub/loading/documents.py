"""YAML, JSON and TOML to plain data, with the line and column of every key and value.

YAML is read from its events, so that aliases are never expanded and depth is bounded. Its
plain scalars are those of YAML 1.2's core schema: `no` is a word and a date is a text.
"""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from guidepub.findings import Finding, InputError, Place

MAX_DEPTH = 32
_MAX_FINDINGS = 20

Path_ = tuple[str | int, ...]

_INTEGER = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_WORDS: dict[str, object] = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
# XML 1.0, section 2.2: what a document may hold.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(slots=True)
class Document:
    """Plain data with the places of its keys and values by their path from the root."""

    path: Path
    data: dict[str, Any] = field(default_factory=dict)
    keys: dict[Path_, tuple[int, int]] = field(default_factory=dict)
    values: dict[Path_, tuple[int, int]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def place(self, path: Path_, of_key: bool = False) -> Place:
        """Return where a value (or its key) stands, or the nearest thing above it."""
        while path:
            first, second = (self.keys, self.values) if of_key else (self.values, self.keys)
            if found := first.get(path) or second.get(path):
                return Place(str(self.path), *found)
            path = path[:-1]
            of_key = True
        return Place(str(self.path), 1, 1)

    def report(self, mark: tuple[int, int], code: str, message: str, remedy: str = "") -> None:
        """Keep a finding at a line and column."""
        self.findings.append(Finding(Place(str(self.path), *mark), code, message, remedy))


def check_text(path: Path, text: str) -> None:
    """Refuse text that no book can carry.

    Raises:
        InputError: the text is blank, or holds control characters (D003, D008).
    """
    if not text.strip():
        raise InputError([Finding(Place(str(path)), "D003", "The file is empty.")])
    findings = []
    for match in _ILLEGAL.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        column = match.start() - text.rfind("\n", 0, match.start())
        message = f"The character U+{ord(match[0]):04X} cannot stand in a book."
        findings.append(Finding(Place(str(path), line, column), "D008", message, "Delete it."))
        if len(findings) == _MAX_FINDINGS:
            break
    if findings:
        raise InputError(findings)


def read_yaml(path: Path, text: str, first_line: int = 1) -> Document:
    """Read a YAML mapping whose first line is line `first_line` of its file.

    Duplicate keys, anchors, aliases and tags are kept as findings.

    Raises:
        InputError: broken syntax, too deep, or no mapping (D004, D007).
    """
    document = Document(path)
    try:
        data = _YamlReader(document, first_line).read(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = (mark.line + first_line, mark.column + 1) if mark else (first_line, 1)
        what = (error.problem or error.context or "the syntax is wrong").capitalize()
        document.report(at, "D004", f"This is no valid YAML: {what}.", _yaml_remedy(what))
        raise InputError(document.findings) from error
    except yaml.YAMLError as error:
        document.report((first_line, 1), "D004", f"This is no valid YAML: {error}.")
        raise InputError(document.findings) from error
    return _mapping(document, data, first_line)


def read_json(path: Path, text: str) -> Document:
    """Read a JSON object. Raises InputError as `read_yaml` does."""
    document = Document(path)
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        at = (error.lineno, error.colno)
        document.report(at, "D004", f"This is no valid JSON: {error.msg}.")
        raise InputError(document.findings) from error
    except RecursionError as error:
        document.report((1, 1), "D007", f"The file is nested over {MAX_DEPTH} levels deep.")
        raise InputError(document.findings) from error
    # JSON in nearly all its forms is YAML as well: that reader tells the places.
    places = Document(path)
    try:
        _YamlReader(places, 1).read(text.replace("\t", " "))
        document.keys, document.values = places.keys, places.values
        document.findings = places.findings
    except yaml.YAMLError:
        pass
    return _mapping(document, data, 1)


def read_toml(path: Path, text: str) -> Document:
    """Read a TOML document. Raises InputError where its syntax is broken (D004)."""
    document = Document(path)
    try:
        document.data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        match = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        at = (int(match[1]), int(match[2])) if match else (text.count("\n") + 1, 1)
        what = re.sub(r" \(at .*\)$", "", str(error))
        document.report(at, "D004", f"This is no valid TOML: {what}.")
        raise InputError(document.findings) from error
    document.keys = _toml_keys(text)
    return document


def _mapping(document: Document, data: object, line: int) -> Document:
    if not isinstance(data, dict):
        document.report((line, 1), "D004", "A mapping of keys to values is expected here.")
        raise InputError(document.findings)
    document.data = data
    return document


def _yaml_remedy(problem: str) -> str:
    if "mapping values are not allowed" in problem.lower():
        return "Put a text that holds a colon in quotes."
    if "cannot start any token" in problem.lower():
        return "Indent with spaces, and put a text that begins with a sign in quotes."
    return ""


class _YamlReader:
    """Builds data from YAML's events with a stack of its own."""

    def __init__(self, document: Document, first_line: int) -> None:
        self._document = document
        self._first_line = first_line

    def read(self, text: str) -> object:
        root: list[Any] = []
        containers: list[Any] = [root]
        paths: list[Path_] = [()]
        pending: list[str | None] = [None]
        documents = 0
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            mark = event.start_mark
            assert mark is not None
            at = (mark.line + self._first_line, mark.column + 1)
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._document.report(at, "D004", "Only one YAML document is read here.")
                    break
            if isinstance(event, yaml.AliasEvent):
                remedy = "Write the value out."
                self._document.report(at, "D006", "YAML aliases are not read here.", remedy)
                value: object = None
            elif isinstance(event, yaml.ScalarEvent):
                self._refuse_extras(event, at)
                value = _scalar(event)
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
            if isinstance(value, (dict, list)) and not isinstance(event, yaml.AliasEvent):
                if len(containers) > MAX_DEPTH:
                    message = f"The file is nested over {MAX_DEPTH} levels deep."
                    self._document.report(at, "D007", message)
                    raise InputError(self._document.findings)
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
        if isinstance(container, list):
            path = (*parent, len(container)) if len(pending) > 1 else ()
            container.append(value)
            self._document.values[path] = at
            return path
        key = pending[-1]
        if key is None:
            if not isinstance(event, yaml.ScalarEvent):
                self._document.report(at, "D004", "A key is a word.")
                stand_in = pending[-1] = f"#{len(container)}"
                return (*parent, stand_in)
            pending[-1] = event.value
            path = (*parent, event.value)
            if event.value in container:
                first = self._document.keys[path][0]
                message = f"The key “{event.value}” stands twice; first on line {first}."
                self._document.report(at, "D005", message, "Remove one.")
            else:
                self._document.keys[path] = at
            return path
        path = (*parent, key)
        pending[-1] = None
        container.setdefault(key, value)
        self._document.values[path] = at
        return path

    def _refuse_extras(self, event: Any, at: tuple[int, int]) -> None:
        if event.anchor:
            self._document.report(at, "D006", "YAML anchors are not read here.", "Remove “&…”.")
        if event.tag and event.tag not in ("!", "tag:yaml.org,2002:str"):
            self._document.report(at, "D006", "YAML tags are not read here.", "Remove “!…”.")


def _scalar(event: Any) -> object:
    text: str = event.value
    if event.style:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text) and len(text) < 32:
        return int(text)
    if _FLOAT.fullmatch(text) and len(text) < 32:
        return float(text)
    return text


_TOML_HEADER = re.compile(r"[ \t]*(\[\[?)[ \t]*([^\[\]#]+?)[ \t]*\]\]?")
_TOML_KEY = re.compile(
    r"""[ \t]*((?:[\w-]+|"[^"\n]*"|'[^'\n]*')(?:\s*\.\s*(?:[\w-]+|"[^"\n]*"))*)[ \t]*="""
)
_TOML_INLINE_KEY = re.compile(r"[{,]\s*([\w-]+)\s*=")
_TOML_BLOCK = re.compile(r"'''.*?'''|\"\"\".*?\"\"\"", re.S)


def _toml_keys(text: str) -> dict[Path_, tuple[int, int]]:
    """Return where the keys of a valid TOML text stand; tomllib itself does not tell."""
    blank = _TOML_BLOCK.sub(lambda match: re.sub(r"[^\n]", "x", match[0]), text)
    keys: dict[Path_, tuple[int, int]] = {}
    counts: dict[Path_, int] = {}
    table: Path_ = ()
    for number, line in enumerate(blank.split("\n"), 1):
        if header := _TOML_HEADER.match(line):
            names = _toml_names(header[2])
            if header[1] == "[[":
                index = counts[names] = counts.get(names, -1) + 1
                table = (*names, index)
            else:
                table = names
            at = (number, header.start(2) + 1)
            for depth in range(1, len(table) + 1):
                keys.setdefault(table[:depth], at)
        elif key := _TOML_KEY.match(line):
            path = (*table, *_toml_names(key[1]))
            keys.setdefault(path, (number, key.start(1) + 1))
            for inner in _TOML_INLINE_KEY.finditer(line, key.end()):
                keys.setdefault((*path, inner[1]), (number, inner.start(1) + 1))
    return keys


def _toml_names(text: str) -> Path_:
    return tuple(part.strip().strip("\"'") for part in text.split("."))
