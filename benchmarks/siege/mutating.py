"""Texts and bytes changed by chance, as by a slip, a bad disk, or somebody who means harm."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

# Signs that mean something to one of the parsers, and some that no text should hold.
TOKENS = (
    "---", "***", "```", ":::", ":::{chart} A\n:facts: a\n:::", "{fact}`", "{fact}`a`", "[^a]", "[^a]: ",
    "^[", "[@a]", "![", "](", "<!--", "-->", "<script>", "&#0;", "&#xD800;", "{{", "}}", "{%", "%}",
    "${", "\\", "\\\\", "|", "| - |", "$$", "~", "^", "`", "\t", "\0", "\x1b[31m", "\u202e", "\u200b",
    "\ufeff", "\ud800", "\U000e0041", "é", "e\u0301", "麵", "🥖", "\u2028", "\r", "1e999", "-0", "NaN",
    "2024-13-45", "0x1F", "1_000", "!!python/name:a", "&a", "*a", "<<: *a", "? ", "- ", ": ", "#", "~~~",
    "title: ", "facts: ", "sections: ", "notices: [disclaimer@9]", "imprint: nobody", "language: xx",
    "slug: ../../up", "slug: con", "isbn: {print: 1}", "> ", "        ", "=" * 80, "x" * 1200,
)  # fmt: skip


def mutated(text: str, chance: Random) -> str:
    """Return a text with one to eight changes."""
    for _ in range(chance.randint(1, 8)):
        text = chance.choice(_CHANGES)(text, chance)
    return text


def damaged(data: bytes, chance: Random) -> bytes:
    """Return bytes with one to four kinds of damage: cut, lost, flipped, doubled."""
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(data) + 1)
        size = min(chance.choice((1, 1, 8, 64, 512, 4096)), len(data) - at)
        kind = chance.choice(("cut", "lose", "zero", "flip", "double", "chance"))
        piece = data[at : at + size]
        if kind == "cut":
            data = data[:at]
        elif kind == "double":
            data = data[: at + size] + data[at:]
        else:
            new = {
                "lose": b"",
                "zero": bytes(size),
                "flip": bytes(byte ^ 1 << chance.randrange(8) for byte in piece),
                "chance": chance.randbytes(size),
            }[kind]
            data = data[:at] + new + data[at + size :]
    return data


def _lines(text: str, chance: Random) -> tuple[list[str], int, int]:
    lines = text.split("\n")
    first = chance.randrange(len(lines))
    return lines, first, min(len(lines), first + chance.choice((1, 1, 2, 5, 20)))


def _lose_lines(text: str, chance: Random) -> str:
    lines, first, last = _lines(text, chance)
    return "\n".join(lines[:first] + lines[last:])


def _repeat_lines(text: str, chance: Random) -> str:
    lines, first, last = _lines(text, chance)
    times = chance.choice((2, 2, 3, 30))
    return "\n".join(lines[:first] + lines[first:last] * times + lines[last:])


def _indent_lines(text: str, chance: Random) -> str:
    lines, first, last = _lines(text, chance)
    indent = chance.choice((" ", "  ", "    ", "\t", "> ", "- "))
    return "\n".join(lines[:first] + [indent + line for line in lines[first:last]] + lines[last:])


def _add_token(text: str, chance: Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(TOKENS) * chance.choice((1, 1, 1, 2, 50)) + text[at:]


def _lose_letters(text: str, chance: Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + text[at + chance.choice((1, 1, 3, 40)) :]


def _swap_letters(text: str, chance: Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + text[at : at + 2][::-1] + text[at + 2 :]


def _cut(text: str, chance: Random) -> str:
    return text[: chance.randrange(len(text) + 1)]


def _swap_value(text: str, chance: Random) -> str:
    """Give a key of the front matter the value of another kind."""
    lines, first, _ = _lines(text, chance)
    key, colon, _ = lines[first].partition(":")
    values = ("", "~", "[]", "{}", "[[1]]", "1", "true", "{a: {b: c}}", "'x'", "2026-01-01", "-1")
    if colon:
        lines[first] = f"{key}: {chance.choice(values)}"
    return "\n".join(lines)


_CHANGES: tuple[Callable[[str, Random], str], ...] = (
    _lose_lines, _repeat_lines, _indent_lines, _add_token, _add_token, _add_token, _lose_letters,
    _swap_letters, _swap_value, _cut,
)  # fmt: skip
