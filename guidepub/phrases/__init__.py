"""The words that guidepub itself puts into a book, one TOML file a language.

Nothing else in the code is written in the language of a book.
"""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from typing import cast

from babel import Locale

from guidepub.words.typography import Typography
from guidepub.words.wording import filled

# U+202F sits between a number and its unit or inside French quotation marks.


@functools.cache
def languages() -> frozenset[str]:
    """Return the ISO 639 codes of the languages that books can be made in."""
    folder = resources.files(__name__)
    return frozenset(
        entry.name.removesuffix(".toml")
        for entry in folder.iterdir()
        if entry.name.endswith(".toml")
    )


@functools.cache
def phrases(language: str) -> Phrases:
    """Return the phrases for a language tag such as `es-US`.

    Raises:
        KeyError: guidepub has no phrases in that language.
    """
    locale = Locale.parse(language, sep="-")
    code = locale.language
    if code not in languages():
        raise KeyError(language)
    text = resources.files(__name__).joinpath(f"{code}.toml").read_text("utf-8")
    return Phrases(f"{code}-{locale.territory}" if locale.territory else code, tomllib.loads(text))


class Phrases:
    """The phrases of one language. A missing phrase raises `KeyError`."""

    def __init__(self, tag: str, table: dict[str, object]) -> None:
        self._tag, self._table = tag, table

    @property
    def words(self) -> dict[str, str]:
        """All phrases that belong to no group, by their keys."""
        return {key: text for key, text in self._table.items() if isinstance(text, str)}

    def __getitem__(self, key: str) -> str:
        return cast(str, self._table[key])

    def get(self, group: str, key: str) -> str | None:
        """Return a phrase of a group such as `facts`, or None where it is unknown."""
        return cast(dict[str, str], self._table[group]).get(key)

    def say(self, key: str, **values: object) -> str:
        """Return a phrase with its placeholders filled."""
        return filled(self[key], values)

    @property
    def typography(self) -> Typography:
        """How texts of the language are set."""
        return Typography(self._tag, tuple(cast(list[str], self._table["quotes"])))
