"""TOML to plain data, with the place of every key and value, which `tomllib` does not give."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from guidepub.loading.formats.documents import MAX_DEPTH, Document
from guidepub.loading.formats.syntax_causes import repeated_key, toml_cause, unclosed_text
from guidepub.model.validation.annotated import Path_

# Beyond these digits Python refuses to read a number.
_LONGEST_NUMBER = 4000
# `(?>(?:…)*)` is `(?:…)*+`, which matches too little before Python 3.11.5.
_TOKEN = re.compile(
    r"""\#[^\n]*
      | (?P<text>'''(?>(?:[^']++|'{1,2}(?!'))*)'{3,5}
               | '(?!'')[^'\n]*+'
               | \"{3}(?>(?:[^"\\]++|\\.|\"{1,2}(?!"))*)\"{3,5}
               | "(?!"")(?>(?:[^"\\\n]++|\\.)*)")
      | (?P<open>["'].*)
      | (?P<sign>[\[\]{}=,.\n])
      | (?P<word>[^\s\#"'\[\]{}=,.]+)""",
    re.S | re.X,
)


def read_toml(path: Path, text: str) -> Document:
    """Read a TOML document.

    Raises:
        InputError: broken syntax, a key that occurs twice, or too deep (D004, D005, D007).
    """
    return _read(path, text).copy()


# The preview reads a catalogue, its phrases and its glossary again with each save of a guide.
@lru_cache(maxsize=8)
def _read(path: Path, text: str) -> Document:
    document = Document(path)
    tokens = list(_tokens(text))
    _refuse_depth(document, tokens)
    try:
        document.data = tomllib.loads(text)
    except ValueError as error:
        match = re.search(r" \(at line (\d+), column (\d+)\)$", str(error))
        at = (int(match[1]), int(match[2])) if match else _end(text)
        problem = re.sub(r" \(at [^()]*\)$", "", str(error))
        if problem.startswith(("Cannot overwrite", "Cannot declare")):
            line = text.split("\n")[at[0] - 1]
            at = (at[0], len(line) - len(line.lstrip()) + 1)
            raise document.fail(at, "D005", *repeated_key(text, at[0] - 1)) from error
        if not isinstance(error, tomllib.TOMLDecodeError):
            at = next((token.at for token in tokens if _is_long_number(token)), at)
            problem = "A number is too long"
        opened = next((token for token in tokens if token.kind == "open"), None)
        if opened is not None and problem.startswith(("Expected", "Illegal", "Unterminated")):
            cause = unclosed_text(opened.text)
            raise document.fail(opened.at, "D004", *cause) from error
        if problem.startswith("Unclosed") and (bracket := _open_bracket(tokens, at)):
            at = bracket
        cause = toml_cause(problem, text.split("\n"), at)
        raise document.fail(at, "D004", *cause) from error
    _Places(document, tokens).fill()
    return document


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    kind: str
    at: tuple[int, int]


def _tokens(text: str) -> Iterator[_Token]:
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    for match in _TOKEN.finditer(text):
        if kind := match.lastgroup:
            line = bisect_right(starts, match.start())
            yield _Token(match[0], kind, (line, match.start() - starts[line - 1] + 1))


def _open_bracket(tokens: list[_Token], before: tuple[int, int]) -> tuple[int, int] | None:
    """Return the place of the innermost bracket that was still open where reading stopped."""
    opened: list[tuple[int, int]] = []
    for token in tokens:
        if token.at >= before:
            break
        if token.kind == "sign" and token.text in "[{":
            opened.append(token.at)
        elif token.kind == "sign" and token.text in "]}" and opened:
            opened.pop()
    return opened[-1] if opened else None


def _is_long_number(token: _Token) -> bool:
    return token.kind == "word" and len(token.text) > _LONGEST_NUMBER


def _end(text: str) -> tuple[int, int]:
    lines = text.rstrip().split("\n")
    return len(lines), len(lines[-1]) + 1


def _refuse_depth(document: Document, tokens: list[_Token]) -> None:
    """Refuse what would cost `tomllib` too much: it is slow on deep lists and dotted keys."""
    depth = dots = 0
    for token in tokens:
        if token.text == ".":
            dots += 1
        elif token.kind == "sign":
            dots = 0
            depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(token.text, 0)
        if max(depth, dots) > MAX_DEPTH:
            raise document.fail_deep(token.at)


class _Places:
    """Walks the tokens of valid TOML and keeps where its keys and values stand."""

    def __init__(self, document: Document, tokens: list[_Token]) -> None:
        self._document = document
        self._tokens, self._next = tokens, 0
        self._counts: dict[Path_, int] = {}

    def fill(self) -> None:
        table: Path_ = ()
        while self._next < len(self._tokens):
            token = self._tokens[self._next]
            if token.text == "\n":
                self._next += 1
            elif token.text == "[" and token.kind == "sign":
                table = self._header()
            else:
                self._pair(table)

    def _peek(self) -> str:
        """Return the next sign, or "" where a word or the end of the file comes next."""
        token = self._tokens[self._next] if self._next < len(self._tokens) else None
        return token.text if token and token.kind == "sign" else ""

    def _header(self) -> Path_:
        self._next += 1
        many = self._peek() == "["
        self._next += many
        at, names = self._names()
        self._next += 1 + many
        path: Path_ = ()
        for number, name in enumerate(names, 1):
            path = (*path, name)
            self._document.keys.setdefault(path, at)
            if many and number == len(names):
                self._counts[path] = self._counts.get(path, -1) + 1
            if path in self._counts:
                path = (*path, self._counts[path])
                self._document.keys.setdefault(path, at)
        return path

    def _names(self) -> tuple[tuple[int, int], list[str]]:
        """Read a dotted key."""
        at = self._tokens[self._next].at
        names = []
        while True:
            token = self._tokens[self._next]
            quoted = token.kind == "text"
            names.append(next(iter(tomllib.loads(f"{token.text}=0"))) if quoted else token.text)
            self._next += 1
            if self._peek() != ".":
                return at, names
            self._next += 1

    def _pair(self, table: Path_) -> None:
        at, names = self._names()
        path = table
        for name in names:
            path = (*path, name)
            self._document.keys.setdefault(path, at)
        self._next += 1
        self._value(path)

    def _value(self, path: Path_) -> None:
        token = self._tokens[self._next]
        self._document.values[path] = token.at
        self._next += 1
        if token.kind == "sign" and token.text == "[":
            self._items(path)
        elif token.kind == "sign" and token.text == "{":
            while self._peek() != "}":
                if self._peek() in (",", "\n"):
                    self._next += 1
                else:
                    self._pair(path)
            self._next += 1
        else:
            # A number or a date is several words.
            while self._next < len(self._tokens) and self._peek() in ("", "."):
                self._next += 1

    def _items(self, path: Path_) -> None:
        index = 0
        while self._peek() != "]":
            if self._peek() in (",", "\n"):
                self._next += 1
            else:
                self._value((*path, index))
                index += 1
        self._next += 1
