"""Z: what an author has told to be ignored, what import left to settle, wrong settings.

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
from guidepub.findings import InputError, Place, did_you_mean
from guidepub.linting.alarms import Alarm
from guidepub.linting.subjects import Subject
from guidepub.model import CATALOG_FILE

_COMMENT = re.compile(
    r"(?:<!--|(?:^|\s)#)[ \t]*guidepub:[ \t]*(?P<said>ignore\b(?P<codes>(?:[ \t,]+[A-Z]{1,8}[0-9]{3}\b)*)"
    r"[ \t,:—–]*(?P<reason>.*?)|.*?)[ \t]*(?:-->|$)"
)
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
    """Return the comments in a guide's texts that tell lint something."""
    return [found for text, path in texts for found in _comments(text, path)]


def unsettled(texts: Iterable[CommentedText]) -> Iterator[Alarm]:
    """Yield what import could not settle and nobody has settled since."""
    for text, path in texts:
        for number, line in enumerate(text.split("\n"), 1):
            for match in _COMMENT.finditer(line) if _UNSETTLED in line else ():
                said, _, what = match["said"].partition(" ")
                if said == _UNSETTLED:
                    shown = textwrap.shorten(what, _LONGEST_SHOWN, placeholder="…")
                    message = f"Import left this to settle: “{shown}”."
                    remedy = "Settle it, then delete the remark."
                    yield Alarm("Z004", _place(path, number, match), message, remedy)


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
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        found = _COMMENT.finditer(line) if "guidepub:" in line else ()
        match = next((m for m in found if not _is_remark(m["said"])), None)
        if match is None:
            continue
        last = number + 1
        if not (line[: match.start()] + line[match.end() :]).strip():
            while last <= len(lines) and lines[last - 1].strip():
                last += 1
        codes = tuple(re.findall(r"[A-Z]{1,8}[0-9]{3}", match["codes"] or ""))
        place = _place(path, number, match)
        yield Ignoring(codes, range(number, last), place, match["reason"] or "")


# What other tools’ comments say to be silent.
_ORDERS = frozenset({"ignore", "disable", "enable", "skip", "off", "noqa", "nolint", "suppress"})


def _is_remark(said: str) -> bool:
    """Tell whether a comment is for people: import's, or some words of an editor's own.

    One that names a code, or is but a word or two, was meant to silence something.
    """
    word, _, rest = said.partition(" ")
    if word == _UNSETTLED or word.casefold() in _ORDERS:
        return word == _UNSETTLED
    return len(rest.split()) > 1 and re.search(r"\b[A-Z]{1,8}[0-9]{3}\b", said) is None


def _place(path: str, line: int, comment: re.Match[str]) -> Place:
    return Place(path, line, comment.start() + len(comment[0]) - len(comment[0].lstrip()) + 1)


def kept(
    alarms: Iterable[Alarm], found: Iterable[Ignoring], known: Collection[str], of_row: bool = False
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
        yield from (fault for fault in faults if not (of_row and fault.code == "Z002"))


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
            message = f"Nothing here is told as {code}."
            yield Alarm("Z002", comment.place, message, "Delete the comment.")


def unknown_settings(subject: Subject, known: Collection[str]) -> Iterator[Alarm]:
    """Yield the codes under `[lint]` that no rule tells."""
    settings = subject.settings
    root = subject.catalog.root
    place = Place(str(root / CATALOG_FILE) if root else "")
    for code in (*settings.off, *settings.severity):
        if code not in known:
            message = f"The setting [lint] names an unknown code, “{code}”."
            yield Alarm("Z001", place, message, did_you_mean(code, known))
