"""Z: what an author wants ignored, what import left to settle, wrong settings.

`<!-- guidepub: ignore X001 reason -->` behind a line silences it; alone on its line, all
lines down to the next blank one. In front matter the same stands behind `#`. Import leaves
`<!-- guidepub: unsettled … -->` where something is left to an editor.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from guidepub.files import read_text
from guidepub.findings import InputError, Place, did_you_mean, nearest
from guidepub.linting.texts.alarms import Alarm
from guidepub.linting.texts.subjects import Subject
from guidepub.markdown import COMMENT
from guidepub.model import CATALOG_FILE

_HASH = re.compile(r"(?:^|(?<=\s))#[ \t]*guidepub:(?P<words>.*)", re.MULTILINE)
_CODE = r"[A-Z]{1,8}[0-9]{3}"
_IGNORE = re.compile(rf"ignore\b(?P<codes>(?:[\s,]+{_CODE}\b)*)[\s,:—–]*(?P<reason>.*)", re.DOTALL)
_UNSETTLED = "unsettled"
_LONGEST_SHOWN = 120
_LIMIT = 512 * 1024

CommentedText = tuple[str, str]
"""A text that may hold comments, and the path of its file (empty for no file)."""


@dataclass(frozen=True, slots=True)
class Ignoring:
    """One comment: the codes that it silences, on which lines, and where it stands."""

    codes: tuple[str, ...]
    lines: range
    place: Place
    reason: str


def comments(texts: Iterable[CommentedText]) -> list[Ignoring]:
    """Return the comments in a guide's texts that are for lint."""
    return [found for text, path in texts for found in _comments(text, path)]


def unsettled(texts: Iterable[CommentedText]) -> Iterator[Alarm]:
    """Yield the remarks of import that nobody has settled yet."""
    for text, path in texts:
        for match in COMMENT.finditer(text) if _UNSETTLED in text else ():
            word, _, remark = match["words"].strip().partition(" ")
            if word == _UNSETTLED:
                shown = textwrap.shorten(remark, _LONGEST_SHOWN, placeholder="…")
                message = f"Import left this to settle: “{shown}”."
                remedy = "Settle it, then delete the remark."
                yield Alarm("Z004", _place(path, text, match.start()), message, remedy)


def commented_texts(subject: Subject) -> list[CommentedText]:
    """Return the text of a guide's file, or those of its sections where it has no file.

    That of a guide which a template makes of a row is the template.
    """
    path = subject.guide.origin
    if path is None:
        return [(section.body, "") for section in subject.guide.sections]
    if subject.guide.row is not None:
        path = path.parent
    try:
        return [(read_text(path, _LIMIT), str(path))]
    except InputError:
        return []


def _comments(text: str, path: str) -> Iterator[Ignoring]:
    if "guidepub:" not in text:
        return
    lines = text.split("\n")
    for match in (*COMMENT.finditer(text), *_HASH.finditer(text)):
        words = match["words"].strip()
        if _is_remark(words):
            continue
        place = _place(path, text, match.start())
        first = place.line
        last = first + match[0].count("\n")
        before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        if not (before + text[match.end() :].partition("\n")[0]).strip():
            while last < len(lines) and lines[last].strip():
                last += 1
        found = _IGNORE.match(words)
        codes = tuple(re.findall(_CODE, found["codes"])) if found else ()
        yield Ignoring(codes, range(first, last + 1), place, found["reason"] if found else "")


# Words by which comments silence other tools.
_ORDERS = frozenset({"ignore", "disable", "enable", "skip", "off", "noqa", "nolint", "suppress"})


def _is_remark(words: str) -> bool:
    """Return whether a comment is for people: import's remark, or an editor's words.

    One that names a code, or begins as an order to be silent does, was meant to silence something.
    """
    word, *others = words.split() or [""]
    if word == _UNSETTLED:
        return True
    order = re.split(r"[^a-z]", word.casefold())[0]
    is_order = order in _ORDERS or (not others and nearest(order, _ORDERS))
    return bool(word) and not is_order and re.search(rf"\b{_CODE}\b", words) is None


def _place(path: str, text: str, at: int) -> Place:
    return Place(path, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))


def kept(
    alarms: Iterable[Alarm],
    found: Iterable[Ignoring],
    known: Collection[str],
    is_of_row: bool = False,
) -> Iterator[Alarm]:
    """Yield the alarms that no comment silences, and what is wrong with the comments.

    In a guide that a template makes of a row a comment may be there for other rows.
    """
    comments_ = list(found)
    used: set[tuple[Ignoring, str]] = set()
    for alarm in alarms:
        silencing = [
            comment
            for comment in comments_
            if alarm.code in comment.codes and alarm.place.line in comment.lines and comment.reason
        ]
        used.update((comment, alarm.code) for comment in silencing)
        if not silencing:
            yield alarm
    for comment in comments_:
        faults = _faults(comment, used, known)
        yield from (fault for fault in faults if not (is_of_row and fault.code == "Z002"))


def _faults(
    comment: Ignoring, used: Collection[tuple[Ignoring, str]], known: Collection[str]
) -> Iterator[Alarm]:
    form = "Write: guidepub: ignore CODE reason."
    if not comment.codes or not comment.reason:
        lacks = "a reason" if comment.codes else "a code"
        yield Alarm("Z001", comment.place, f"The comment lacks {lacks}.", form)
        return
    for code in comment.codes:
        if code not in known:
            message = f"The comment names an unknown code, “{code}”."
            yield Alarm("Z001", comment.place, message, did_you_mean(code, known))
        elif (comment, code) not in used:
            message = f"Nothing here is reported as {code}."
            yield Alarm("Z002", comment.place, message, "Delete the comment.")


def unknown_settings(subject: Subject, known: Collection[str]) -> Iterator[Alarm]:
    """Yield the codes under `[lint]` that no rule reports."""
    settings = subject.settings
    root = subject.catalog.root
    place = Place(str(root / CATALOG_FILE) if root else "")
    for code in (*settings.off, *settings.severity):
        if code not in known:
            message = f"The setting [lint] names an unknown code, “{code}”."
            yield Alarm("Z001", place, message, did_you_mean(code, known))
