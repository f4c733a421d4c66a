"""Recognises names of trades by their endings."""

from __future__ import annotations

import re

from guidepub.importing.headings.known import known_section
from guidepub.text.naming.occupations import looks_like_one
from guidepub.words.languages import primary_language

LONGEST_NAME = 4
"""The most words of the name of a trade."""

# Endings of names of trades, in languages without a list of names. In German the last word has the
# ending, in the others the first.
_AGENT = re.compile(
    r"(?:^[^\W\d_]{2,}(?:eir[oa]|er[oa]|dora?|tora?|sora?|ist[ae]|log[oa]|logue|eur|euse|trice|ière?|ienne?|ari[oa]|aire|ant[ea]?|ente)\b"
    r"|(?<=\w\w)(?:er|ar|ist|eur|ör|or|ent)(?:in)?$|(?:mann|frau|kraft|wirt|wirtin)$)",
    re.IGNORECASE,
)


def ends_as_trade(name: str) -> bool:
    """Return whether a name ends like that of a trade in one of the languages other than English."""
    return _AGENT.search(name) is not None


def may_be_trade(name: str, language: str) -> bool:
    """Return whether words may be the name of an occupation, according to their endings."""
    if len(name.split()) > LONGEST_NAME or known_section(name):
        return False
    is_english = primary_language(language) == "en"
    return looks_like_one(name) if is_english else ends_as_trade(name)
