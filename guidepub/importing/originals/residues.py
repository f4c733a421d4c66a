"""Replaces page-script code in a text by tokens, and recognises known widgets in it.

A token is a number between two characters that no text has, because `decoding` removes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from guidepub.importing.knowledge import knowledge
from guidepub.importing.originals.original import Grid, Residue
from guidepub.text.residue.page_code import Bracket, brackets, may_hold_code, whole_pieces

OPEN, CLOSE = "\ufdd0", "\ufdd1"
TOKEN = re.compile(f"{OPEN}([0-9]{{1,7}}){CLOSE}")

# Code in a code span is mentioned on purpose, and was not left there by accident.
_CODE = re.compile(r"(?<!`)(`{1,3})(?=[^`])[^\n]{1,400}?(?<=[^`])\1(?!`)")
_KEPT = re.compile("\ufdd2([0-9]{1,7})\ufdd3")
_IN_ADDRESS = re.compile(f"(?:{OPEN}|%EF%B7%90)[0-9]{{1,7}}(?:{CLOSE}|%EF%B7%91)", re.IGNORECASE)

# The most pieces of code that are extracted; a file with more is hardly a text.
_MOST = 5000
# `'campusType' => 'BOTH'`, `$_SESSION['campusType'] = "BOTH"`, `campus="both"`.
_SETTING = re.compile(
    r"""['"]?\b([A-Za-z][\w-]{1,40})['"]?\]?\s{0,3}(?:=>|=|:)\s{0,3}(?:"([^"\n]{0,200})"|'([^'\n]{0,200})'|([\w-]{1,60}))"""
)
_NAME = re.compile(r"[A-Za-z][\w-]{2,40}")


@dataclass(frozen=True, slots=True)
class Widget:
    """A directive that replaces page-script code."""

    directive: str
    argument: str
    options: Mapping[str, str]

    @property
    def markdown(self) -> str:
        """The directive as it is written in a guide."""
        head = f":::{{{self.directive}}} {self.argument}".rstrip()
        return "\n".join(
            [head, *(f":{key}: {value}" for key, value in self.options.items()), ":::"]
        )


def extract_code(text: str, line: int, found: list[Residue], only: Sequence[str] = ()) -> str:
    """Return a text with tokens instead of its page-script code, which is added to `found`.

    `line` is the number of the text's first line. `only` limits the search to some opening brackets.
    """
    if not may_hold_code(text):
        return text
    for bracket in brackets():
        if bracket.opening in text and bracket.opening in (only or (bracket.opening,)):
            text = _extract_between(text, line, found, bracket)
    if only:
        return text
    for pattern in whole_pieces():
        text = pattern.sub(lambda match: _token(match, text, line, found), text)  # noqa: B023
    return text


def extract_code_outside_spans(text: str, line: int, found: list[Residue]) -> str:
    """Return Markdown with tokens instead of page-script code, except inside its code spans."""
    spans: list[str] = []

    def kept(span: re.Match[str]) -> str:
        spans.append(span[0])
        return f"\ufdd2{len(spans) - 1}\ufdd3"

    def shown(words: str) -> str:
        return _KEPT.sub(lambda mark: spans[int(mark[1])], words)

    first = len(found)
    tokenized = shown(extract_code(_CODE.sub(kept, text), line, found))
    found[first:] = [replace(residue, source=shown(residue.source)) for residue in found[first:]]
    return tokenized


def without_tokens(address: str) -> str:
    """Return an address without tokens, which may be percent-encoded."""
    return _IN_ADDRESS.sub("", address)


def restored(text: str, found: Sequence[Residue]) -> str:
    """Return a text with the code that its tokens stand for."""
    return TOKEN.sub(lambda match: found[int(match[1])].source, text)


def tokens_of(grid: Grid) -> list[str]:
    """Return the numbers of the code in a table's caption and cells."""
    return TOKEN.findall(" ".join([grid.caption, *(cell for row in grid.cells for cell in row)]))


def widget_of(residues: Iterable[Residue]) -> Widget | None:
    """Return the widget that pieces of code make together, if it is a known one."""
    settings: dict[str, str] = {}
    names: set[str] = set()
    for residue in residues:
        names.update(name.lower().replace("_", "-") for name in _NAME.findall(residue.source))
        for match in _SETTING.finditer(residue.source):
            settings.setdefault(
                _letters(match[1]), (match[2] or match[3] or match[4] or "").strip()
            )
    for rule in knowledge("residues")["widgets"]:
        if not names.isdisjoint(rule["names"]) or not settings.keys().isdisjoint(rule["signs"]):
            return _widget(rule, settings)
    return None


def _widget(rule: Mapping[str, Any], settings: Mapping[str, str]) -> Widget | None:
    options: dict[str, str] = {}
    for option, how in rule["options"].items():
        value = next((settings[key] for key in how["keys"] if settings.get(key)), "")
        if "values" in how:
            value = how["values"].get(_letters(value), "")
        if value := " ".join(value.split()):
            options[option] = value
    title = next((settings[key] for key in rule["argument"] if settings.get(key)), "")
    if not options and not title:
        return None
    return Widget(rule["directive"], " ".join(title.split()), options)


def _letters(text: str) -> str:
    return re.sub(r"[^a-z]", "", text.lower())


def _extract_between(text: str, line: int, found: list[Residue], bracket: Bracket) -> str:
    opening, closing, span = bracket.opening, bracket.closing, bracket.span
    parts, start, at = [], 0, 0
    row, counted = line, 0
    while len(found) < _MOST and (at := text.find(opening, at)) >= 0:
        end = text.find(closing, at + len(opening), at + span)
        if end < 0 and opening == "<?":
            # A script without an end is extracted up to the end of its line.
            end = text.find("\n", at)
            closing_length = 0
            end = len(text) if end < 0 else end
        elif end < 0:
            at += len(opening)
            continue
        else:
            closing_length = len(closing)
        row += text.count("\n", counted, at)
        counted = at
        source = text[at : end + closing_length]
        parts += [text[start:at], f"{OPEN}{len(found)}{CLOSE}"]
        found.append(Residue(restored(source, found), row))
        start = at = end + closing_length
    return "".join([*parts, text[start:]])


def _token(match: re.Match[str], text: str, line: int, found: list[Residue]) -> str:
    if len(found) >= _MOST:
        return match[0]
    row = line + text.count("\n", 0, match.start())
    whole = match[0]
    # A match may end inside the token of other code.
    cut = whole.rfind(OPEN) if whole.rfind(OPEN) > whole.rfind(CLOSE) else len(whole)
    found.append(Residue(restored(whole[:cut].strip(), found), row))
    return f"{OPEN}{len(found) - 1}{CLOSE}{whole[cut:]}"
