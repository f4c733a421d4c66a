"""The words that guidepub itself puts into a book, in a TOML file for each language.

No other part of the code contains words in the language of a book. A catalogue may add languages, and
replace single phrases.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from types import MappingProxyType
from typing import cast

from guidepub.figures.locales import locale_of
from guidepub.words.languages import primary_language
from guidepub.words.typography import Typography
from guidepub.words.wording import filled

# U+202F sits between a number and its unit or inside French quotation marks.

PhraseTable = Mapping[str, object]
"""Phrases by their keys: texts, the four quotation marks, and groups such as `facts`."""

NONE_OF_ITS_OWN: Mapping[str, PhraseTable] = MappingProxyType({})
"""The phrases of a catalogue without any of its own."""


@functools.cache
def languages() -> frozenset[str]:
    """Return the ISO 639 codes of the languages that guidepub has phrases in."""
    folder = resources.files(__name__)
    return frozenset(
        entry.name.removesuffix(".toml")
        for entry in folder.iterdir()
        if entry.name.endswith(".toml")
    )


def languages_with(own: Mapping[str, PhraseTable]) -> frozenset[str]:
    """Return the codes of all languages that books can be made in, given a catalogue's own."""
    return languages() | frozenset(map(primary_language, own))


def phrases(language: str, own: Mapping[str, PhraseTable] = NONE_OF_ITS_OWN) -> Phrases:
    """Return the phrases for a language tag such as `es-US`.

    `own` are a catalogue's, by the tags of their languages. Those of a region come before those
    of the language, and both before guidepub's.

    Raises:
        KeyError: there are no phrases in that language.
        ValueError: the tag is none.
    """
    locale = locale_of(language)
    code = locale.language
    tag = f"{code}-{locale.territory}" if locale.territory else code
    if code not in languages_with(own):
        raise KeyError(language)
    table = shipped_phrases(code) if code in languages() else {}
    for name in dict.fromkeys((code, tag)):
        table = _joined(table, own.get(name, {}))
    return Phrases(tag, table)


def shipped_text(code: str) -> str:
    """Return the file of guidepub's own phrases in a language."""
    return resources.files(__name__).joinpath(f"{code}.toml").read_text("utf-8")


@functools.cache
def shipped_phrases(code: str) -> PhraseTable:
    """Return guidepub's own phrases in a language, by its ISO 639 code."""
    return tomllib.loads(shipped_text(code))


def _joined(table: PhraseTable, own: PhraseTable) -> PhraseTable:
    """Return phrases updated with others; groups are merged key by key."""
    groups = {
        key: {**cast(PhraseTable, table.get(key, {})), **group}
        for key, group in own.items()
        if isinstance(group, Mapping)
    }
    return {**table, **own, **groups}


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of one language, or of one of its regions. A missing phrase raises `KeyError`."""

    tag: str
    table: PhraseTable

    @property
    def words(self) -> dict[str, str]:
        """All phrases that belong to no group, by their keys."""
        return {key: text for key, text in self.table.items() if isinstance(text, str)}

    def __getitem__(self, key: str) -> str:
        return cast(str, self.table[key])

    def get(self, group: str, key: str) -> str | None:
        """Return a phrase of a group such as `facts`, or None if there is none."""
        return cast(dict[str, str], self.table[group]).get(key)

    def filled(self, key: str, **values: object) -> str:
        """Return a phrase with its placeholders filled."""
        return filled(self[key], values)

    @property
    def typography(self) -> Typography:
        """How texts of the language are set."""
        return Typography(self.tag, tuple(cast(list[str], self.table["quotes"])))
