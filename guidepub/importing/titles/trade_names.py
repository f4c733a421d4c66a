"""Names of trades, known by how such names end."""

from __future__ import annotations

import re

from guidepub.importing.headings.known import known_section
from guidepub.text.naming.occupations import looks_like_one
from guidepub.words.languages import primary_language

LONGEST_NAME = 4
"""In words, of a name that may be a trade's."""

# Endings of names of trades, in languages without a list of names: in German the last word
# does, in the others the first.
_AGENT = re.compile(
    r"(?:^[^\W\d_]{2,}(?:eir[oa]|er[oa]|dora?|tora?|sora?|ist[ae]|log[oa]|logue|eur|euse|trice|ière?|ienne?|ari[oa]|aire|ant[ea]?|ente)\b"
    r"|(?<=\w\w)(?:er|ar|ist|eur|ör|or|ent)(?:in)?$|(?:mann|frau|kraft|wirt|wirtin)$)",
    re.IGNORECASE,
)


def ends_as_trade(name: str) -> bool:
    """Return whether a name ends as those of trades do in one of the languages that are no English."""
    return _AGENT.search(name) is not None


def may_be_trade(name: str, language: str) -> bool:
    """Return whether some words may be the name of an occupation, by how such names end."""
    if len(name.split()) > LONGEST_NAME or known_section(name):
        return False
    is_english = primary_language(language) == "en"
    return looks_like_one(name) if is_english else ends_as_trade(name)
