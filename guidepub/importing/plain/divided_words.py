"""Joins words that are divided at the ends of lines.

A hyphen at the end of a line may divide a word (“pa-” “tients”) or belong to it (“well-” “known”).
Another occurrence in the text decides, then the language's list of words. Words that neither has are
reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from guidepub.findings import Finding, Place, Severity
from guidepub.importing.originals.escaping import plain_letters, spaced
from guidepub.importing.originals.original import Original, OriginalBlock
from guidepub.words.listed import is_word

_SOFT = "\u00ad"
_SHOWN = re.compile(r"(?<=[^\W\d_])¬(?=[ \t]*\n)")
_HYPHENS = "-\u2010"
# A part of a word at the end and at the beginning of a line, each bounded.
_END = re.compile(rf"([^\W\d_]{{1,40}})([{_HYPHENS}{_SOFT}])\s*$")
# “day-to-” is continued by a separate part of a compound.
_COMPOUND = re.compile(
    rf"[^\W\d_][{_HYPHENS}](?:a|à|al|and|by|de|en|in|o|of|on|or|the|to|und|zu)[{_HYPHENS}]\s*$",
    re.I,
)
_BEGINNING = re.compile(r"\s*([^\W\d_]{1,40})")
_NEXT = re.compile(r"\s*([^\W\d_]{1,8})(?=\s|$)")
# Portuguese repeats a hyphen that belongs to the word on the next line: “aço-” “-carbono”.
_REPEATED = re.compile(rf"\s*[{_HYPHENS}](?=[^\W\d_])")
_LONGEST = 100
_FENCE = re.compile(r"\s{0,12}(`{3,}|~{3,})")
_JOINED_BY_SIGN = re.compile(rf"[^\W_][{_HYPHENS}–—/]\s*$")
# “2024-” “2034”, “Twin Cities-” “Duluth”: the author wrote the hyphen, but not the break.
_JOINED_BY_HYPHEN = re.compile(rf"(?<![^\s(])(?:\d{{1,7}}|[^\W\d_]+)[{_HYPHENS}]$")
_NAME_OR_FIGURE = re.compile(r"\s{0,12}(?:\d{1,7}(?![\w.)])|[A-ZÀ-Þ][^\W\d_]+)")
_PARTED_BY_HAND = re.compile(
    rf"(?P<above>[^\W\d_]{{1,40}})(?P<sign>[{_HYPHENS}])\\\n[ ]{{0,4}}(?P<below>[^\W\d_]{{1,40}})"
)
_MOST_BREAKS = 400
_ALNUM = re.compile(r"\s*[$€£]?[^\W_]")
_WORD = re.compile(r"(?<![\w-])[^\W\d_]{2,60}(?:-[^\W\d_]{1,60})?(?![\w-])")
# Words after a suspended hyphen: “full- and part-time”.
_AND = frozenset(
    "and or to but nor y o e u et ou und oder bis bzw sowie i oraz lub és vagy en of".split()
)
# English words with a hyphen whose parts, or parts joined, are also words.
_HYPHENED = frozenset(
    "follow-up follow-ups close-up close-ups check-in check-ins well-being on-site on-call off-site co-op co-ops e-mail hands-on full-time part-time long-term short-term entry-level real-time year-round first-aid in-house in-person on-line add-on add-ons stand-by line-up sign-up sit-down start-up start-ups pre-med pre-law".split()
)
# Languages with few hyphenated compounds, except for attached pronouns.
_PRINTED = frozenset({"de", "fr", "pt"})
# Pronouns attached to a verb in French and Portuguese: “y a-t-il”, “tornar-se”.
_HANGING = frozenset(
    "il elle ils elles on je tu nous vous ce ci là t même mêmes moi toi lui leur y en le la les"
    " se me te lhe lhes lo la los las no na nos nas o a os as vos mesmo".split()
)


def soft_hyphens(text: str) -> str:
    """Return a text with soft hyphens instead of the “¬” that Word shows at the ends of lines."""
    return _SHOWN.sub(_SOFT, text)


class LineJoiner:
    """Joins the lines of one text. `unsure` has the words that were joined by a guess."""

    def __init__(self, text: str, language: str) -> None:
        self._language = language
        self._words = frozenset(word.casefold() for word in _WORD.findall(text))
        self.unsure: list[str] = []

    def joined(self, lines: Sequence[str]) -> str:
        """Return lines as a single line, with one space between words."""
        parts: list[str] = []
        for line in lines:
            if parts:
                before, after = self._joined_pair(parts[-1], line)
                parts[-1:] = [before, after]
            else:
                parts.append(line)
        return spaced(plain_letters("".join(parts)))

    def findings(self, path: str) -> Iterator[Finding]:
        """Yield a finding on the words of a file that were joined by a guess."""
        if self.unsure:
            shown = ", ".join(dict.fromkeys(self.unsure))
            message = f"Words divided at the ends of lines may be joined wrongly: {shown}"
            remedy = "Compare them with the original."
            yield Finding(Place(path), "I055", message, remedy, Severity.WARNING)

    def whole_lines(self, lines: Sequence[str]) -> list[str]:
        """Return the lines of a Markdown text, each with the rest of a word that it divided.

        Lines keep their numbers. Code is not changed.
        """
        found: list[str] = []
        fence = ""
        for line in lines:
            mark = _FENCE.match(line)
            if mark:
                fence = "" if mark[1][:3] == fence else fence or mark[1][:3]
            if found and not mark and not fence and self.is_divided(found[-1], line):
                found[-1:] = self._with_word_moved(found[-1], line)
            else:
                found.append(line)
        return found

    def _with_word_moved(self, above: str, below: str) -> tuple[str, str]:
        """Return two lines with a divided word moved to one of them; neither becomes empty."""
        first, second = self._joined_pair(above, below)
        if first.endswith(" "):
            return above, below
        before, _, begun = first.rpartition(" ")
        if re.search(r"\w", before):
            indent = below[: len(below) - len(below.lstrip())]
            return before, f"{indent}{begun}{second}"
        word, _, rest = second.partition(" ")
        return f"{first}{word}", rest

    def is_divided(self, above: str, below: str) -> bool:
        """Return whether a word continues from one line to the next."""
        end, beginning = _END.search(above), _BEGINNING.match(below)
        if end and beginning and beginning[1][0].islower():
            return not _may_follow_suspended_hyphen(below)
        return _JOINED_BY_HYPHEN.search(above[-_LONGEST:]) is not None and bool(
            _NAME_OR_FIGURE.match(below)
        )

    def _joined_pair(self, above: str, below: str) -> tuple[str, str]:
        """Return two lines with what belongs between them: a space, a hyphen, or nothing."""
        end, beginning = _END.search(above[-_LONGEST:]), _BEGINNING.match(below)
        if end and (repeated := _REPEATED.match(below)):
            return f"{above.rstrip()[:-1]}-", below[repeated.end() :]
        if end is None or beginning is None:
            # A range or a compound such as “2024-” “2034” has no space in it.
            glued = _ALNUM.match(below) and _JOINED_BY_SIGN.search(above[-_LONGEST:])
            return (above.rstrip(), below.lstrip()) if glued else (f"{above} ", below)
        first, sign, second = end[1], end[2], beginning[1]
        if _may_follow_suspended_hyphen(below) and sign != _SOFT:
            return f"{above} ", below
        compound = _COMPOUND.search(above[-_LONGEST:]) is not None
        is_one = second[0].islower() and not compound and self._is_one_word(first, second)
        whole = sign == _SOFT or is_one
        return f"{above.rstrip()[:-1]}{'' if whole else '-'}", below.lstrip()

    def _is_one_word(self, first: str, second: str) -> bool:
        """Return whether two parts are one word without a hyphen."""
        whole, compound = f"{first}{second}", f"{first}-{second}"
        is_hyphened = self._language.startswith("en") and compound.casefold() in _HYPHENED
        if is_hyphened or len(first) == 1 or first.isupper():
            # “x-ray” and “GPS-based” are never divided anywhere else.
            return False
        for form, answer in ((compound, False), (whole, True)):
            if form.casefold() in self._words:
                return answer
        if self._language == "de" and first[0].isupper():
            # A German noun after its own hyphen has a capital: “Industrie-Meister”.
            return True
        known = is_word(whole, self._language)
        if known:
            return True
        if known is not None and all(is_word(part, self._language) for part in (first, second)):
            return False
        # If a part is not a word by itself, the hyphen more likely divides a word.
        is_printers = self._language in _PRINTED and second.casefold() not in _HANGING
        answer = known is not None or is_printers
        self.unsure.append(whole if answer else compound)
        return answer


def with_whole_words(original: Original, path: str) -> Original:
    """Return a text that was wrapped by hand with its divided words joined."""
    if not any(_PARTED_BY_HAND.search(block.markdown) for block in original.blocks):
        return original
    joiner = LineJoiner("\n".join(block.text for block in original.blocks), original.language)
    blocks = tuple(_with_whole_words(block, joiner) for block in original.blocks)
    return replace(original, blocks=blocks, findings=(*original.findings, *joiner.findings(path)))


def _with_whole_words(block: OriginalBlock, joiner: LineJoiner) -> OriginalBlock:
    text, markdown = block.text, block.markdown
    for found in islice(_PARTED_BY_HAND.finditer(block.markdown), _MOST_BREAKS):
        above, below = f"{found['above']}{found['sign']}", found["below"]
        if joiner.is_divided(above, below):
            whole = joiner.joined([above, below])
            markdown = markdown.replace(found[0], whole, 1)
            text = text.replace(f"{above} {below}", whole, 1)
    return block if text == block.text else replace(block, text=text, markdown=markdown)


def _may_follow_suspended_hyphen(line: str) -> bool:
    """Return whether a line begins with a word that may follow a suspended hyphen: “full- and part-”."""
    match = _NEXT.match(line)
    return match is not None and match[1].casefold() in _AND
