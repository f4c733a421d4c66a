"""The scope of a sentence's source: whether a survey may cover the whole occupation."""

from __future__ import annotations

import functools
import re

from guidepub.text.naming.own_names import WORD, end_of_name
from guidepub.text.naming.places import place_named
from guidepub.text.vocabulary import either, vocabulary, written_out
from guidepub.words.languages import primary_language

# Classes of `vocabulary/clauses.*.toml` whose words do not narrow the name of a source.
_NOT_NARROWING = ("plain", "gross", "trade", "anyone", "and")


def may_be_of_all(words: str, own: frozenset[str], language: str) -> bool:
    """Return whether a source may be about the whole occupation: “the national survey of welders”.

    “A survey of pipe welders” and “the association of Jalisco” are not. `own` are the names of the
    guide's occupation, as `occupations.comparable` returns them.
    """
    if place_named(words):
        return False
    not_narrowing, at = _not_narrowing(language), 0
    while match := WORD.search(words, at):
        named = end_of_name(words, match.start(), own)
        if not named and not not_narrowing.match(words, match.start()):
            return False
        at = named or match.end()
    return True


@functools.lru_cache(maxsize=16)
def _not_narrowing(language: str) -> re.Pattern[str]:
    """Return the pattern of a word that does not narrow a source.

    Numbers and names do not; in German, a capital does not make a name.
    """
    table = vocabulary("clauses", language)
    listed = table.get("sources", {}).get("names", ())
    plain = [form for kind in _NOT_NARROWING for form in table["words"][kind]]
    forms = either([*listed, *plain, "{survey}", "{institute}"])
    known = written_out(forms, table.get("parts", {}))
    name = r"[^\W\d_a-zß-ÿ]+" if primary_language(language) == "de" else r"[^\W\d_a-zß-ÿ]\S*"
    return re.compile(rf"(?:(?i:{known})|{name}|\d[\d.,]*|[(),’'.\"“”-])(?!\w)")
