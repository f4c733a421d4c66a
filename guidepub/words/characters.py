"""Which characters a book can carry: the one rule for files, models, tables and prose.

Some characters are never carried, since they end a file, turn letters round or hide what
follows. Others cannot be seen and are at home in some scripts and signs: plain texts, such as
names, titles, cells and wordings, hold them there and nowhere else.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

LONGEST_WORD = 1000
"""Characters of a word: setting one takes the square of its length. No language has one of 200,
and addresses that are printed have some hundreds."""

# Scripts of East and South-East Asia write no spaces between words, and break anywhere or as
# a dictionary says.
_WORD = "[^\\s\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]"

# XML 1.0, section 2.2, bars most controls, surrogates and U+FFFE. HTML bars those from
# U+007F to U+009F, nearly always the mark of a wrong encoding. U+2028 and U+2029 would
# end a line for some readers of a file and for others not. U+202A to U+202E turn letters that
# have a direction of their own, U+206A to U+206F are deprecated by Unicode, and U+FFF9 to
# U+FFFB hide what stands between them.
# Few ranges: a class that says what is carried takes re ten times as long to compile.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u206a-\u206f"
    "\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff]"
)

# Such as stand for the bytes of a file's name that are not UTF-8 (PEP 383).
_HALF = re.compile("[\ud800-\udfff]")

# What would break a line of a report, or turn the direction of what follows.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

_SOFT_HYPHEN = "\N{SOFT HYPHEN}"
# What cannot be seen (Unicode’s Default_Ignorable_Code_Point, and the blank letter U+FFA0).
_INVISIBLE = re.compile(
    "[\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u2069\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)
# More marks over one letter than any script sets reach over the lines above and below.
_PILED = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{9,}"
)
# UTS #51, ED-14a: a flag of a region, such as Scotland's.
_FLAG = re.compile("\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f")
_VIRAMA = 9
_BLANK_BRAILLE = "\N{BRAILLE PATTERN BLANK}"


def forbidden(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield each character that no book can carry: its line and column from 1, its name."""
    return _placed(text, (match.start() for match in FORBIDDEN.finditer(text)))


def misplaced(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield each character that cannot be seen and has no use where it stands in a plain text.

    With its line and column from 1, and its name. A name has no use for a soft hyphen either,
    which is left to `misplaced_in_name`.
    """
    return _placed(text, _misplaced(text))


def misplaced_in_name(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield what `misplaced` does, and every soft hyphen."""
    soft = {at for at, sign in enumerate(text) if sign == _SOFT_HYPHEN}
    return _placed(text, iter(sorted({*soft, *_misplaced(text)})))


def without_misplaced(text: str) -> str:
    """Return a text without the characters that `misplaced_in_name` yields."""
    gone = {at for at, sign in enumerate(text) if sign == _SOFT_HYPHEN} | {*_misplaced(text)}
    return "".join(sign for at, sign in enumerate(text) if at not in gone)


def is_blank(text: str) -> bool:
    """Return whether a text shows nothing: spaces, what cannot be seen, marks over no letter."""
    return not any(map(_is_seen, text))


def _is_seen(sign: str) -> bool:
    blank = sign.isspace() or sign == _BLANK_BRAILLE or _INVISIBLE.match(sign)
    return not blank and not unicodedata.category(sign).startswith("M")


def isolated(text: str) -> str:
    """Return a text that turns nothing beside it, whichever way its letters run (UAX #9, 2.4)."""
    return f"\u2068{text}\u2069" if any(map(_is_leftward, text)) else text


def printable(name: str) -> str:
    r"""Return a file's name as text that can be written everywhere.

    Names are bytes, and not all are UTF-8: those that are not stand as `\xE9`.
    """
    return _HALF.sub(_written_out, name)


def _written_out(match: re.Match[str]) -> str:
    byte = ord(match[0]) - 0xDC00
    return f"\\x{byte:02X}" if 0x80 <= byte <= 0xFF else f"\\u{ord(match[0]):04X}"


def endless_word(text: str) -> str:
    """Return the beginning of a word that is longer than any book prints, or an empty string."""
    found = len(text) > LONGEST_WORD and _endless().search(text)
    return found[0][:20] if found else ""


@functools.cache
def _endless() -> re.Pattern[str]:
    # Few texts are so long.
    return re.compile(f"(?<!{_WORD}){_WORD}{{{LONGEST_WORD + 1}}}")


def one_line(text: str, limit: int) -> str:
    """Return a text fit for one line of a report: nothing unseen, and cut at a length."""
    shown = _UNSEEN.sub(REPLACEMENT, printable(text[: limit + 1]))
    return shown if len(shown) <= limit else shown[: limit - 1] + "…"


def _placed(text: str, found: Iterator[int]) -> Iterator[tuple[int, int, str]]:
    line, start = 1, 0
    for at in found:
        line += text.count("\n", start, at)
        start = at
        yield line, start - text.rfind("\n", 0, start), f"U+{ord(text[at]):04X}"


def _misplaced(text: str) -> Iterator[int]:
    if text.isascii():
        return
    # Of each flag, all but the picture that it begins with.
    in_flags = {at for flag in _FLAG.finditer(text) for at in range(flag.start() + 1, flag.end())}
    has_leftward = any(map(_is_leftward, text))
    piled = (match.start() + 8 for match in _PILED.finditer(text))
    unseen = (match.start() for match in _INVISIBLE.finditer(text))
    for at in sorted((*piled, *unseen)):
        before, sign, after = text[max(at - 1, 0) : at], text[at], text[at + 1 : at + 2]
        if at not in in_flags and not _USES.get(sign, _is_of_no_use)(before, sign, after):
            # Marks of direction serve a text that has letters of either.
            if sign in _DIRECTIONS and has_leftward:
                continue
            yield at


def _is_of_no_use(_before: str, _sign: str, _after: str) -> bool:
    return False


def _is_leftward(sign: str) -> bool:
    return sign not in _DIRECTIONS and unicodedata.bidirectional(sign) in ("R", "AL")


def _is_arabic(sign: str) -> bool:
    """Tell a letter of a script whose letters join, such as Arabic or Syriac."""
    return bool(sign) and unicodedata.bidirectional(sign) in ("AL", "NSM")


def _is_virama(sign: str) -> bool:
    return bool(sign) and unicodedata.combining(sign) == _VIRAMA


def _is_picture(sign: str) -> bool:
    return bool(sign) and (unicodedata.category(sign) in ("So", "Sk") or sign == "\ufe0f")


def _joins(before: str, _sign: str, after: str) -> bool:
    """RFC 5892, A.2, Arabic forms that stand alone, and pictures of several parts."""
    letters = _is_virama(before) or _is_virama(after) or _is_arabic(before) or _is_arabic(after)
    return letters or (_is_picture(before) and _is_picture(after))


def _keeps_apart(before: str, _sign: str, after: str) -> bool:
    """RFC 5892, A.1."""
    return _is_virama(before) or (_is_arabic(before) and _is_arabic(after))


def _hyphenates(before: str, _sign: str, after: str) -> bool:
    return before.isalpha() and after.isalpha()


def _parts_words(before: str, _sign: str, after: str) -> bool:
    """Scripts of South-East Asia write no spaces between words."""
    return all(
        "\u0e00" <= sign <= "\u17ff" or "\u1950" <= sign <= "\u1aaf" for sign in (before, after)
    )


def _varies(before: str, sign: str, after: str) -> bool:
    """A selector chooses the form of a sign, of a CJK ideograph, or of a Mongolian letter."""
    if not before:
        return False
    if sign >= "\U000e0100":
        return sign <= "\U000e01ef" and unicodedata.name(before, "").startswith("CJK ")
    if sign < "\ufe00":
        return "\u1800" <= before <= "\u18af"
    if unicodedata.category(before) == "Nd":
        return after == "\u20e3"
    return before == "\u2139" or unicodedata.category(before) in ("So", "Sm", "Po", "Pd", "Lo")


def _is_old_korean(before: str, _sign: str, after: str) -> bool:
    return any("\u1100" <= sign <= "\u11ff" for sign in (before, after))


def _is_over_marks(before: str, _sign: str, _after: str) -> bool:
    return bool(before) and unicodedata.combining(before) > 0


_DIRECTIONS = frozenset("\u061c\u200e\u200f")
_Use = Callable[[str, str, str], bool]
_USES: Mapping[str, _Use] = MappingProxyType(
    {
        _SOFT_HYPHEN: _hyphenates,
        "\u034f": _is_over_marks,
        "\u115f": _is_old_korean,
        "\u1160": _is_old_korean,
        "\u200b": _parts_words,
        "\u200c": _keeps_apart,
        "\u200d": _joins,
    }
    | dict.fromkeys(map(chr, (*range(0x180B, 0x1810), *range(0xFE00, 0xFE10))), _varies)
    | dict.fromkeys(map(chr, range(0xE0100, 0xE01F0)), _varies)
)
"""What a character that cannot be seen is good for, given what stands before and after it."""
