"""Unfinished parts of a draft: placeholders, notes on what is left to do, queries to the author."""

from __future__ import annotations

import functools
import re

from guidepub.text.vocabulary import compiled, spaced, vocabulary, written_out


@functools.cache
def left_to_do() -> re.Pattern[str]:
    """Return the pattern of placeholders, notes and queries in all languages."""
    table = vocabulary("drafts")
    notes = "|".join(
        written_out(form, {part: pattern for part, pattern in words.items() if part != "forms"})
        for words in table["notes"].values()
        for form in words["forms"]
    )
    # “Still to check: is the wage right?”
    asked = r"(?:\s?: [^\n]{2,160}\?)?"
    alone = rf"^\W*(?:{notes}){asked}\W*$|[\[(]\s?(?:{notes})\W{{0,3}}[\])](?!\()"
    return compiled("|".join([*map(spaced, table["stand_ins"] + table["queries"]), alone]))
