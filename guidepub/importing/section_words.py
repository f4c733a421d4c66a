"""Which section a text belongs to, by its words, where its heading names none."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection

from guidepub.importing.knowledge import knowledge
from guidepub.words.languages import primary_language

# Words of its own that a section has at least, and how many more than any other.
_FEWEST, _MORE = 2, 2
_READ = 2000


def section_by_words(text: str, language: str, there: Collection[str]) -> str:
    """Return the id of the section whose words a text has, or "" where that is not clear.

    `there` are the sections that the guide has already, which it is none of.
    """
    counted = {
        section: sum(word.search(text[:_READ]) is not None for word in words)
        for section, words in _words(primary_language(language)).items()
    }
    best = max(counted, key=lambda section: counted[section], default="")
    others = [count for section, count in counted.items() if section != best]
    is_clear = best and counted[best] >= max(_FEWEST, _MORE + max(others, default=0))
    return best if is_clear and best not in there else ""


@functools.lru_cache(maxsize=16)
def _words(language: str) -> dict[str, tuple[re.Pattern[str], ...]]:
    return {
        section: tuple(
            re.compile(form if form.startswith("[") else rf"\b{form}", re.IGNORECASE)
            for form in forms[language]
        )
        for section, forms in knowledge("section_words").items()
        if language in forms
    }
