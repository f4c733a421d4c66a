"""Who says so in a sentence: whether the name of a survey or an office may be of all in an occupation."""

from __future__ import annotations

import functools
import re

from guidepub.text.naming.own_names import WORD, end_of_name
from guidepub.text.naming.places import place_named
from guidepub.text.vocabulary import either, vocabulary, written_out
from guidepub.words.languages import primary_language

# Words that narrow no name, by what `vocabulary/clauses.*.toml` has them say.
_NARROW_NOTHING = ("plain", "gross", "trade", "anyone", "and")


def may_be_of_all(words: str, own: frozenset[str], language: str) -> bool:
    """Return whether who says so may speak of the whole occupation: “the national survey of welders”.

    “A survey of pipe welders” and “the association of Jalisco” may not. `own` are the names of the
    occupation at hand, as `occupations.comparable` writes them.
    """
    if place_named(words):
        return False
    alike, at = _alike(language), 0
    while match := WORD.search(words, at):
        named = end_of_name(words, match.start(), own)
        if not named and not alike.match(words, match.start()):
            return False
        at = named or match.end()
    return True


@functools.lru_cache(maxsize=16)
def _alike(language: str) -> re.Pattern[str]:
    """Return the pattern of a word that makes no one of some of who says so.

    Such are numbers, and names; in German, capitals make no name.
    """
    table = vocabulary("clauses", language)
    listed = table.get("sources", {}).get("names", ())
    plain = [form for kind in _NARROW_NOTHING for form in table["words"][kind]]
    forms = either([*listed, *plain, "{survey}", "{institute}"])
    known = written_out(forms, table.get("parts", {}))
    name = r"[^\W\d_a-zß-ÿ]+" if primary_language(language) == "de" else r"[^\W\d_a-zß-ÿ]\S*"
    return re.compile(rf"(?:(?i:{known})|{name}|\d[\d.,]*|[(),’'.\"“”-])(?!\w)")
