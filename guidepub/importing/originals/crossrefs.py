"""Carries labels and cross-references from a text's reader to the definition.

A reader wraps what a text prints, “Figure 2” before a caption and in a sentence, in elements of
two classes (`LABEL`, `REFERENCE`). In Markdown these become characters that no text has, so that
comparisons of words see only the words of the text. When the sections are written, a label becomes
the name of its figure or table, and a reference to an existing name becomes a reference of ours.
Other references stay plain words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from guidepub.importing.originals.escaping import spaced
from guidepub.markdown import printed_words
from guidepub.words.names import slugify

LABEL, REFERENCE = "guidepub-label", "guidepub-reference"
"""The classes of elements that hold a label's words, and a reference's; see `marker_markdown`."""

_ROLES = frozenset({"ref", "numref", "pageref"})
# References to a heading, which is named by its words.
_TO_HEADING = {"heading": "ref", "heading-page": "pageref"}
_LABEL_OPEN, _REFERENCE_OPEN, _MIDDLE, _CLOSE = "\ufdd3", "\ufdd4", "\ufdd5", "\ufdd6"
# Sixteen characters for the hexadecimal digits of a name; letters would count as words.
_DIGITS = "".join(map(chr, range(0xFDE0, 0xFDF0)))
_INNER = (
    f"(?P<name>[{_DIGITS}]*){_MIDDLE}(?P<words>[^{_LABEL_OPEN}{_REFERENCE_OPEN}{_CLOSE}]*){_CLOSE}"
)
_LABEL = re.compile(rf"{_LABEL_OPEN}{_INNER}[\s.:\-–—|]*")
_REFERENCE = f"{_REFERENCE_OPEN}{_INNER}"
_STRAY = re.compile(f"[{_LABEL_OPEN}{_REFERENCE_OPEN}{_MIDDLE}{_CLOSE}{_DIGITS}]")
_NAME = "\n:name: "
_NAMED = re.compile(r"^(?P<opening>:::\{[^\n]*)\n:name: (?P<name>\S+)$", re.M)
_HEADING = re.compile(r"^#{2,6} (.+)$", re.M)
_CLASS = re.compile(r"\s*\{\.[a-z-]+\}$")
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Resolved:
    """Sections with references, the words that these replaced, and those of references to nothing."""

    sections: Sequence[tuple[str, str]]
    made: tuple[str, ...]
    lost: tuple[str, ...]


def marker_markdown(kind: str, name: str, inner: str) -> str:
    """Return the Markdown of an element of one of the two classes, given its title.

    A label's title is its name. A reference's title is its role and its target, with a colon in
    between: `numref:figure-2`, `numref:figure-2 {number}`, `pageref:figure-2`, `heading:Pay`,
    `heading-page:Pay`.
    """
    opening = _LABEL_OPEN if kind == LABEL else _REFERENCE_OPEN
    coded = "".join(_DIGITS[int(digit, 16)] for digit in name[:_LONGEST].encode().hex())
    return f"{opening}{coded}{_MIDDLE}{_STRAY.sub('', inner)}{_CLOSE}"


def label_in(markdown: str) -> str:
    """Return the label in a caption's Markdown, in the form that `marker_markdown` gave it, or ""."""
    found = _LABEL.search(markdown)
    return found[0] if found else ""


def unlabelled(caption: str, label: str) -> str:
    """Return a caption's plain words without the words of its label."""
    found = _LABEL.match(label)
    if found is None or not caption.startswith(words := spaced(found["words"])):
        return caption
    return caption[len(words) :].lstrip(" .:-–—|")


def with_name_option(directive: str) -> str:
    """Return a directive with the label in its caption as its `:name:`."""
    found = _LABEL.search(directive)
    if found is None or not directive.startswith(":::{") or not _name(found["name"]):
        return directive
    first, _, rest = _LABEL.sub("", directive).partition("\n")
    return f"{first}\n:name: {_name(found['name'])}\n{rest}"


def resolved(
    sections: Iterable[tuple[str, str]], page_words: str, titles: Mapping[str, str]
) -> Resolved:
    """Return sections with references to what has a label in them, and all others as words.

    `page_words` is a pattern for the words before a page number in the text's language: `page`.
    `titles` are the titles of the sections by their headings in the text.
    """
    written = [(title, _only_words(body)) for title, body in sections]
    if not any(_MIDDLE in words or _NAME in words for part in written for words in part):
        # There are no references and no names.
        return Resolved([(_STRAY.sub("", a), _STRAY.sub("", b)) for a, b in written], (), ())
    places, written = _places(written, titles)
    made: list[str] = []
    lost: list[str] = []

    def reference(found: re.Match[str]) -> str:
        before, words = found["before"] or "", found["words"]
        role, _, name = _decoded(found["name"]).partition(":")
        ours = places.reference(role, name)
        if not ours:
            lost.append(spaced(words))
            return f"{before}{words}"
        # Our reference prints the word for “page” itself.
        before_ours = "" if ours.startswith("{pageref}") else before
        made.append(f"{before}{words}")
        return f"{before_ours}{ours}"

    pattern = re.compile(rf"(?P<before>(?:\b{page_words}\s+)?){_REFERENCE}", re.I)
    referring = [
        (_STRAY.sub("", title), _STRAY.sub("", pattern.sub(reference, body)))
        for title, body in written
    ]
    return Resolved(referring, tuple(made), tuple(dict.fromkeys(filter(None, lost))))


@dataclass(frozen=True, slots=True)
class _Referable:
    """A part of a definition that references can lead to."""

    labels: frozenset[str]
    headings: Counter[str]
    renamed: Mapping[str, str]

    def reference(self, role: str, name: str) -> str:
        """Return a reference of ours, or "" if it has no target."""
        heading = name if self.headings[_plain(name)] else self.renamed.get(_plain(name), "")
        if (asked := _TO_HEADING.get(role)) and self.headings[_plain(heading)] == 1:
            return "" if re.search("[`<]", heading) else f"{{{asked}}}`{heading}`"
        target, _, form = name.partition(" ")
        label = slugify(target)
        if role not in _ROLES or label not in self.labels:
            return ""
        return f"{{{role}}}`{form} <{label}>`" if form else f"{{{role}}}`{label}`"


def _places(
    sections: Sequence[tuple[str, str]], titles: Mapping[str, str]
) -> tuple[_Referable, list[tuple[str, str]]]:
    """Return what references can lead to, and the sections with each name used only once."""
    above = [_CLASS.sub("", title) for title, _ in sections]
    below = [heading for _, body in sections for heading in _HEADING.findall(body)]
    headings = Counter(_plain(each) for each in [*above, *below])
    own = {slugify(heading) for heading in headings}
    taken = set(own)
    once = [(title, _named_once(body, taken)) for title, body in sections]
    renamed = {_plain(heading): title for heading, title in titles.items()}
    return _Referable(frozenset(taken - own), headings, renamed), once


def _only_words(body: str) -> str:
    """Return a body with its labels as plain words."""
    return _LABEL.sub(lambda found: found[0][found[0].index(_MIDDLE) + 1 :], body)


def _named_once(body: str, taken: set[str]) -> str:
    """Return a body without names in `taken`, and add its own names to them."""

    def named_once(found: re.Match[str]) -> str:
        if found["name"] in taken:
            return found["opening"]
        taken.add(found["name"])
        return found[0]

    return _NAMED.sub(named_once, body)


def _name(coded: str) -> str:
    return slugify(_decoded(coded))[:_LONGEST]


def _decoded(coded: str) -> str:
    digits = "".join(f"{_DIGITS.index(sign):x}" for sign in coded)
    return bytes.fromhex(digits[: len(digits) // 2 * 2]).decode(errors="replace")


def _plain(heading: str) -> str:
    return spaced(printed_words(heading)).casefold()
