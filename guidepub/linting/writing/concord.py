"""G: verbs and nouns that do not agree in number: “florists works”, “one of the worker is”.

The patterns are in `data/concord.toml`. They are combined with the names of the guide's occupation,
which are certain to be people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from guidepub.linting import data
from guidepub.linting.figures.claims import own_names, own_nouns
from guidepub.linting.texts.alarms import Alarm
from guidepub.linting.texts.blocks import LINES, PROSE, Block
from guidepub.linting.texts.rules import rules_in
from guidepub.linting.texts.subjects import Subject
from guidepub.text.punctuation.quoting import is_quoted
from guidepub.text.vocabulary import compiled, spaced

_LANGUAGES = ("en", "es", "fr", "pt")
_WORD = re.compile(r"[^\W\d_]{3,}")


def _disagreeing(language: str, subject: Subject) -> Iterator[Alarm]:
    names = own_names(subject) | own_nouns(subject)
    forms, inner = _forms(language, frozenset(name for name in names if _WORD.fullmatch(name)))
    for block in subject.blocks:
        if block.passage.kind not in PROSE | LINES:
            continue
        starts = [start for start, _ in block.bounds] or [0]
        found = (
            match for start in starts for form in forms if (match := form.match(block.text, start))
        )
        yield from _alarms(subject, block, found)
        yield from _alarms(subject, block, (m for form in inner for m in form.finditer(block.text)))


def _alarms(subject: Subject, block: Block, found: Iterator[re.Match[str]]) -> Iterator[Alarm]:
    for match in found:
        span = match.span(match.lastindex or 0)
        in_code = any(code.start <= span[0] < code.end for code in block.passage.spans_of("code"))
        if in_code or _is_title(match[0]):
            continue
        if not is_quoted(block.text, *span):
            message = f"“{' '.join(match[0].split())}”: the words do not agree in number."
            yield subject.alarm("G005", block, span, message, "Correct the number of one of them.")


def _is_title(words: str) -> bool:
    """Return whether words are the title of a work or the name of a band: “The Students was a hit”."""
    return any(word[:1].isupper() for word in words.split()[1:])


@lru_cache(maxsize=64)
def _forms(
    language: str, names: frozenset[str]
) -> tuple[tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]]:
    """Return the patterns for the beginning of a sentence, and those for anywhere."""
    table = data.table("concord")[language]
    one = sorted({*table["people"].split(), *names})
    # Names may be plural: “florists”.
    names_of_one = {name.removesuffix("s") for name in one}
    parts = {
        "{one}": "(?:" + "|".join(map(re.escape, sorted(names_of_one))) + ")",
        "{several}": "(?:"
        + "|".join(re.escape(_plural(name)) for name in sorted(names_of_one))
        + ")",
    }

    def written(form: str, before: str = "") -> re.Pattern[str]:
        for part, words in parts.items():
            form = form.replace(part, words)
        return compiled(before + spaced(form))

    return (
        tuple(written(form, r"[“\"«(]?") for form in table["forms"]),
        tuple(written(form) for form in table["inner"]),
    )


def _plural(name: str) -> str:
    return f"{name[:-1]}ies" if re.search(r"[^aeiou]y$", name) else f"{name}s"


RULES = tuple(rules_in(_LANGUAGES, ("G005",), _disagreeing))
