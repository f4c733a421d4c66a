"""JSON to plain data, with the place of every key and value, which `json` does not give."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path

from guidepub.loading.formats.documents import MAX_DEPTH, Document, number_of
from guidepub.model.validation.annotated import Path_

_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\],:]|[^\s{}\[\],:"]+')


def read_json(path: Path, text: str) -> Document:
    """Read a JSON object. Duplicate keys are kept as findings.

    Raises:
        InputError: broken syntax, too deep, or no object (D004, D007).
    """
    document = Document(path)
    try:
        data = json.loads(text, parse_int=number_of, parse_float=number_of, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        at, problem = (error.lineno, error.colno), error.msg
        raise document.fail(
            at, "D004", f"This is not valid JSON: {problem}.", _remedy(problem)
        ) from error
    except ValueError as error:
        at = next((at for token, at in _tokens(text) if token == str(error)), (1, 1))
        message = f"This is not valid JSON: {error} is not one of its numbers."
        raise document.fail(at, "D004", message, "Write a number or a text in quotes.") from error
    except RecursionError as error:
        _keep_places(document, text)  # which reports where it is too deep
        raise document.fail_deep((1, 1)) from error
    _keep_places(document, text)
    if not isinstance(data, dict):
        message = "An object of keys and values is expected here."
        raise document.fail((1, 1), "D004", message, 'Begin with {"title": "Welder", …')
    document.data = data
    return document


def _refuse(name: str) -> None:
    raise ValueError(name)


def _remedy(problem: str) -> str:
    if problem.startswith("Expecting property name"):
        return "Put each key in double quotes, with no comma after the last."
    return ""


def _tokens(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the tokens of valid JSON with their lines and columns from 1."""
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    for match in _TOKEN.finditer(text):
        line = bisect_right(starts, match.start())
        yield match[0], (line, match.start() - starts[line - 1] + 1)


def _keep_places(document: Document, text: str) -> None:
    """Fill a document's places from valid JSON, without a call for each level."""
    open_paths: list[Path_] = []
    # For each open container the index of the next item, or the current key, or None.
    at_hand: list[int | str | None] = []
    seen: list[set[str]] = []
    for word, at in _tokens(text):
        if word in "}]":
            open_paths.pop()
            at_hand.pop()
            seen.pop()
        elif word == ",":
            index = at_hand[-1]
            at_hand[-1] = index + 1 if isinstance(index, int) else None
        elif word != ":" and at_hand and at_hand[-1] is None:
            at_hand[-1] = _keep_key(document, open_paths[-1], seen[-1], word, at)
        elif word != ":":
            here = at_hand[-1] if at_hand else None
            path = () if here is None else (*open_paths[-1], here)
            document.values.setdefault(path, at)
            if word in "{[":
                if len(open_paths) == MAX_DEPTH:
                    raise document.fail_deep(at)
                open_paths.append(path)
                at_hand.append(0 if word == "[" else None)
                seen.append(set())
            elif word.startswith('"') and "\\" not in word:
                document.texts.setdefault(path, (at[0], at[1]))


def _keep_key(
    document: Document, parent: Path_, seen: set[str], word: str, at: tuple[int, int]
) -> str:
    key: str = json.loads(word)
    path = (*parent, key)
    if key in seen:
        first = document.keys[path][0]
        message = f"The key “{key}” occurs twice; first on line {first}."
        document.report(at, "D005", message, "Remove one.")
    seen.add(key)
    document.keys.setdefault(path, at)
    return key
