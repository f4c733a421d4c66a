"""Which characters a book may contain: one rule for files, models, tables and prose.

Some characters are forbidden everywhere, since they end a file, reverse letters or hide what
follows. Other invisible characters are needed in some scripts and signs. Plain texts, such as
names, titles, cells and the wording of notices, may have these only where they are needed.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

LONGEST_WORD = 1000
"""The longest word in characters, since the time to lay out a word grows with its length squared.

No language has a word of 200 characters, and printed URLs have some hundreds.
"""

# Scripts of East and South-East Asia have no spaces between words, and break anywhere or by a
# dictionary.
_WORD = "[^\\s\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]"

# XML 1.0, section 2.2, forbids most control characters, surrogates and U+FFFE. HTML forbids U+007F to
# U+009F, which nearly always come from a wrong encoding. U+2028 and U+2029 end a line for some
# programs only. U+202A to U+202E override the direction of letters, U+206A to U+206F are
# deprecated by Unicode, and U+FFF9 to U+FFFB hide the text between them.
# The class has the forbidden ranges; one of those allowed takes ten times as long to compile.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u206a-\u206f"
    "\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff]"
)

# Surrogates, as for the bytes of a file name that are not UTF-8 (PEP 383).
_HALF = re.compile("[\ud800-\udfff]")

# Characters that would break a line of a report, or change the direction of the text after them.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

_SOFT_HYPHEN = "\N{SOFT HYPHEN}"
# Invisible characters: Unicode’s Default_Ignorable_Code_Point, and the blank letter U+FFA0.
_INVISIBLE = re.compile(
    "[\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u2069\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)
# More combining marks on one letter than any script has: they would cover the lines around.
_PILED = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{9,}"
)
# The flag of a region, such as Scotland's (UTS #51, ED-14a).
_FLAG = re.compile("\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f")
_VIRAMA = 9
_BLANK_BRAILLE = "\N{BRAILLE PATTERN BLANK}"


def forbidden(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield each forbidden character: its line and column, counted from 1, and its name."""
    return _placed(text, (match.start() for match in FORBIDDEN.finditer(text)))


def misplaced(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield each invisible character that has no use at its place in a plain text.

    It comes as its line and column, counted from 1, and its name. Soft hyphens, which names do
    not need either, are left to `misplaced_in_name`.
    """
    return _placed(text, _misplaced(text))


def misplaced_in_name(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield what `misplaced` yields, and every soft hyphen."""
    soft = {at for at, sign in enumerate(text) if sign == _SOFT_HYPHEN}
    return _placed(text, iter(sorted({*soft, *_misplaced(text)})))


def without_misplaced(text: str) -> str:
    """Return a text without the characters that `misplaced_in_name` yields."""
    gone = {at for at, sign in enumerate(text) if sign == _SOFT_HYPHEN} | {*_misplaced(text)}
    return "".join(sign for at, sign in enumerate(text) if at not in gone)


def is_blank(text: str) -> bool:
    """Return whether a text has only spaces, invisible characters and marks without a letter."""
    return not any(map(_is_seen, text))


def _is_seen(sign: str) -> bool:
    blank = sign.isspace() or sign == _BLANK_BRAILLE or _INVISIBLE.match(sign)
    return not blank and not unicodedata.category(sign).startswith("M")


def isolated(text: str) -> str:
    """Return a text between isolates, so that its direction does not affect the text around it.

    Unicode Standard Annex 9, section 2.4.
    """
    return f"\u2068{text}\u2069" if any(map(_is_leftward, text)) else text


def printable(name: str) -> str:
    r"""Return a file's name as text that can be written everywhere.

    A name may have bytes that are not UTF-8; they are escaped as `\xE9`.
    """
    return _HALF.sub(_written_out, name)


def _written_out(match: re.Match[str]) -> str:
    byte = ord(match[0]) - 0xDC00
    return f"\\x{byte:02X}" if 0x80 <= byte <= 0xFF else f"\\u{ord(match[0]):04X}"


def endless_word(text: str) -> str:
    """Return the beginning of a word of more than `LONGEST_WORD` characters, or an empty string."""
    found = len(text) > LONGEST_WORD and _endless().search(text)
    return found[0][:20] if found else ""


@functools.cache
def _endless() -> re.Pattern[str]:
    # Compiled only when it is needed, which is rare.
    return re.compile(f"(?<!{_WORD}){_WORD}{{{LONGEST_WORD + 1}}}")


def one_line(text: str, limit: int) -> str:
    """Return a text for one line of a report: no invisible characters, and at most `limit` long."""
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
    # The characters of each flag after its first one, which is visible.
    in_flags = {at for flag in _FLAG.finditer(text) for at in range(flag.start() + 1, flag.end())}
    has_leftward = any(map(_is_leftward, text))
    piled = (match.start() + 8 for match in _PILED.finditer(text))
    unseen = (match.start() for match in _INVISIBLE.finditer(text))
    for at in sorted((*piled, *unseen)):
        before, sign, after = text[max(at - 1, 0) : at], text[at], text[at + 1 : at + 2]
        if at not in in_flags and not _USES.get(sign, _is_of_no_use)(before, sign, after):
            # Directional marks are useful in a text with right-to-left letters.
            if sign in _DIRECTIONS and has_leftward:
                continue
            yield at


def _is_of_no_use(_before: str, _sign: str, _after: str) -> bool:
    return False


def _is_leftward(sign: str) -> bool:
    return sign not in _DIRECTIONS and unicodedata.bidirectional(sign) in ("R", "AL")


def _is_arabic(sign: str) -> bool:
    """Return whether a character is a letter of a joining script, such as Arabic or Syriac."""
    return bool(sign) and unicodedata.bidirectional(sign) in ("AL", "NSM")


def _is_virama(sign: str) -> bool:
    return bool(sign) and unicodedata.combining(sign) == _VIRAMA


def _is_picture(sign: str) -> bool:
    return bool(sign) and (unicodedata.category(sign) in ("So", "Sk") or sign == "\ufe0f")


def _joins(before: str, _sign: str, after: str) -> bool:
    """Return whether a joiner is used: RFC 5892, A.2, an isolated Arabic form, or an emoji."""
    letters = _is_virama(before) or _is_virama(after) or _is_arabic(before) or _is_arabic(after)
    return letters or (_is_picture(before) and _is_picture(after))


def _keeps_apart(before: str, _sign: str, after: str) -> bool:
    """RFC 5892, A.1."""
    return _is_virama(before) or (_is_arabic(before) and _is_arabic(after))


def _hyphenates(before: str, _sign: str, after: str) -> bool:
    return before.isalpha() and after.isalpha()


def _parts_words(before: str, _sign: str, after: str) -> bool:
    """Return whether a space of no width is used, as in scripts of South-East Asia."""
    return all(
        "\u0e00" <= sign <= "\u17ff" or "\u1950" <= sign <= "\u1aaf" for sign in (before, after)
    )


def _varies(before: str, sign: str, after: str) -> bool:
    """Return whether a selector is used: for a symbol, a CJK ideograph or a Mongolian letter."""
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
"""For each invisible character, whether it is of use between two other characters."""
