"""Z: comments that ignore findings, remarks left by import, and unknown codes in settings.

`<!-- guidepub: ignore X001 reason -->` at the end of a line applies to that line; on a line of its
own, to all lines up to the next blank one. In front matter, write the same after `#`. Import leaves
`<!-- guidepub: unsettled … -->` where an editor has to decide something.
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
"""A text that may contain comments, and the path of its file (empty for none)."""


@dataclass(frozen=True, slots=True)
class Ignoring:
    """A comment that ignores some codes on some lines, and its place."""

    codes: tuple[str, ...]
    lines: range
    place: Place
    reason: str


def comments(texts: Iterable[CommentedText]) -> list[Ignoring]:
    """Return the comments for lint in a guide's texts."""
    return [found for text, path in texts for found in _comments(text, path)]


def unsettled(texts: Iterable[CommentedText]) -> Iterator[Alarm]:
    """Yield an alarm for each remark of import that is still there."""
    for text, path in texts:
        for match in COMMENT.finditer(text) if _UNSETTLED in text else ():
            word, _, remark = match["words"].strip().partition(" ")
            if word == _UNSETTLED:
                shown = textwrap.shorten(remark, _LONGEST_SHOWN, placeholder="…")
                message = f"Import left this for you to decide: “{shown}”."
                remedy = "Decide it, then delete the remark."
                yield Alarm("Z004", _place(path, text, match.start()), message, remedy)


def commented_texts(subject: Subject) -> list[CommentedText]:
    """Return the text of a guide's file, or of each of its sections if it has no file.

    For a guide made from a template, this is the text of the template.
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


# Words by which comments tell other tools to ignore something.
_IGNORING_WORDS = frozenset(
    {"ignore", "disable", "enable", "skip", "off", "noqa", "nolint", "suppress"}
)


def _is_remark(words: str) -> bool:
    """Return whether a comment is for people: a remark of import, or an editor's note.

    A comment that names a code, or begins with a word like “ignore”, is meant for lint.
    """
    word, *others = words.split() or [""]
    if word == _UNSETTLED:
        return True
    first = re.split(r"[^a-z]", word.casefold())[0]
    is_for_tools = first in _IGNORING_WORDS or (not others and nearest(first, _IGNORING_WORDS))
    return bool(word) and not is_for_tools and re.search(rf"\b{_CODE}\b", words) is None


def _place(path: str, text: str, at: int) -> Place:
    return Place(path, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))


def not_ignored(
    alarms: Iterable[Alarm],
    found: Iterable[Ignoring],
    known: Collection[str],
    is_of_row: bool = False,
) -> Iterator[Alarm]:
    """Yield the alarms that no comment ignores, and the faults of the comments themselves.

    In a guide made from a template, a comment without effect may be there for other rows.
    """
    comments_ = list(found)
    used: set[tuple[Ignoring, str]] = set()
    for alarm in alarms:
        ignored_by = [
            comment
            for comment in comments_
            if alarm.code in comment.codes and alarm.place.line in comment.lines and comment.reason
        ]
        used.update((comment, alarm.code) for comment in ignored_by)
        if not ignored_by:
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
    """Yield an alarm for each code under `[lint]` that no rule reports."""
    settings = subject.settings
    root = subject.catalog.root
    place = Place(str(root / CATALOG_FILE) if root else "")
    for code in (*settings.off, *settings.severity):
        if code not in known:
            message = f"The setting [lint] names an unknown code, “{code}”."
            yield Alarm("Z001", place, message, did_you_mean(code, known))
