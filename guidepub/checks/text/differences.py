"""The differences between an expected text and what was read, word by word."""

from __future__ import annotations

import difflib
import re

from guidepub.checks.legal.wordings.comparing import context
from guidepub.words.wording import LINE_END_HYPHEN, formed

# PDF readers separate a raised figure from the full stop after it.
_BEFORE_STOP = re.compile(r"\s+(?=[.,;:!?)\]])")
# A comparison grows with the square of its length.
_MOST_WORDS = 3000
_LONGEST = 600
# The share of a text's words that must be there for it to count as changed, not missing.
_THERE = 0.4


def word_difference(wanted: str, read: str, exact: bool = False) -> str:
    """Return the differences, or an empty string where hardly any expected word was read.

    Hyphens and case make no difference unless it is `exact`. Words that are missing stand as
    `[-these-]`, others in their place as `{+those+}`; of
    words that are the same a few are shown on either side.
    """
    asked, there = wanted.split()[:_MOST_WORDS], _whole(read).split()[:_MOST_WORDS]
    matcher = difflib.SequenceMatcher(
        None,
        [_key(word, exact) for word in asked],
        [_key(word, exact) for word in there],
        autojunk=False,
    )
    steps = matcher.get_opcodes()
    same = sum(b - a for kind, a, b, _, _ in steps if kind == "equal")
    if same < _THERE * len(asked):
        return ""
    first = next(n for n, step in enumerate(steps) if step[0] == "equal")
    last = max(n for n, step in enumerate(steps) if step[0] == "equal")
    parts = []
    for number, (kind, a, b, c, d) in enumerate(steps):
        if kind == "equal":
            parts.append(context(" ".join(asked[a:b]), number == first, number == last))
            continue
        # Words before the first match and after the last one belong to other texts.
        new = " ".join(there[c:d]) if first < number < last else ""
        gone = " ".join(asked[a:b])
        parts.append("".join((f"[-{gone}-]" if gone else "", f"{{+{new}+}}" if new else "")))
    text = " ".join(part for part in parts if part)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _whole(text: str) -> str:
    text = text.replace(f"{LINE_END_HYPHEN}\n", "").replace(LINE_END_HYPHEN, "")
    return _BEFORE_STOP.sub("", text)


def _key(word: str, exact: bool) -> str:
    return formed(word).casefold() if exact else formed(word).replace("-", "").casefold()
