"""G: words that were confused with others, and words that do not agree, if there is no doubt.

Each row of `data/mixups.*.toml` lists the words that it needs, so that only a few are tried on a
text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from guidepub.linting import data
from guidepub.linting.texts.alarms import Alarm
from guidepub.linting.texts.blocks import LINES, PROSE, Block
from guidepub.linting.texts.rules import Rule, rules_in
from guidepub.linting.texts.subjects import Subject
from guidepub.text.punctuation.quoting import is_quoted
from guidepub.text.vocabulary import compiled, spaced
from guidepub.text.weighed.soundalikes import soundalikes

# The other word of a pair stands within so many characters.
_NEAR = 24
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]*)?")


@dataclass(frozen=True, slots=True, eq=False)
class _Mixup:
    """A pattern that matches wrong words, and the words that were meant (empty if uncertain)."""

    form: re.Pattern[str]
    meant: str


@cache
def _mixups(language: str) -> Mapping[str, tuple[_Mixup, ...]]:
    """Return the rows of a language, keyed by the words that they need."""
    found: dict[str, list[_Mixup]] = defaultdict(list)
    table = data.table(f"mixups.{language}")
    for wrong, meant in table.get("words", {}).items():
        # A capitalized word may be a foreign name, except at the beginning of a sentence.
        first = rf"(?:(?<=^)|(?<=[.!?]\s)){wrong[0].upper()}{wrong[1:]}"
        form = rf"(?<![\w-])(?-i:{wrong}|{first})(?![\w’'-])"
        found[wrong.casefold()].append(_Mixup(compiled(form), meant))
    for row in table["mixups"]:
        mixup = _Mixup(compiled(spaced(row["form"])), row["meant"])
        for word in row["words"]:
            found[word].append(mixup)
    return {word: tuple(rows) for word, rows in found.items()}


def _mixed_up(language: str, subject: Subject) -> Iterator[Alarm]:
    """Yield alarms for words that their context shows to be wrong."""
    known = _mixups(language)
    for block in subject.blocks:
        if block.passage.kind not in PROSE | LINES:
            continue
        words = {word.replace("’", "'") for word in _WORD.findall(block.text.casefold())}
        # “L'apprentissage” is two words.
        words |= {word.partition("'")[2] for word in words}
        # Each row once, in a stable order.
        rows = {mixup: None for word in sorted(words & known.keys()) for mixup in known[word]}
        found_spans = set()
        for mixup in rows:
            for match in mixup.form.finditer(block.text):
                span = match.span(match.lastindex or 0)
                if span not in found_spans:
                    found_spans.add(span)
                    yield from _alarms(subject, block, span, mixup.meant)
        for found in soundalikes(block.text) if language == "en" else ():
            if (found.start, found.end) not in found_spans:
                yield from _alarms(subject, block, (found.start, found.end), found.meant)


def _alarms(subject: Subject, block: Block, span: tuple[int, int], meant: str) -> Iterator[Alarm]:
    in_code = any(code.start <= span[0] < code.end for code in block.passage.spans_of("code"))
    if in_code or is_quoted(block.text, *span) or _is_of_a_pair(block.text, span, meant):
        return
    wrong = " ".join(block.text[slice(*span)].split())
    message = f"“{wrong}” does not fit the words around it."
    yield subject.alarm(
        "G005", block, span, message, f"Did you mean “{meant}”?" if meant else "Correct it."
    )


def _is_of_a_pair(text: str, span: tuple[int, int], meant: str) -> bool:
    """Return whether a word stands beside the one that was meant: “el aún y el aun”."""
    near = text[max(span[0] - _NEAR, 0) : span[1] + _NEAR]
    joined = (
        r"\s(?:and|or|not|from|y|o|u|e|ni|ou|et|und|oder)\s(?:(?:the|el|la|le|o|a|das|der|die)\s)?"
    )
    words = (re.escape(meant), re.escape(text[slice(*span)]))
    pairs = "|".join(rf"\b{one}{joined}{other}\b" for one, other in (words, words[::-1]))
    return bool(meant) and compiled(pairs).search(near) is not None


# A capital “A” is an article only at the start of a sentence: “Class A and B”.
_ARTICLE = re.compile(
    r"(?<![\w.’'-])(an?|(?:(?<=^)|(?<=[.!?]\s))An?) (?!the )([a-z]{3,}|European|Ukrainian|Ugandan)(?![\w’'])(?!-)"
)
# Words that are spelled with a vowel and spoken with a consonant, and vice versa.
_TAKES_A = re.compile(
    r"(?:eu|ew|one(?!r)|once|ouija|uku|ubiq|uk|uni(?!n|m)|un[ai]|us[aeu]|usu|ut[eio]|ur[aei]|uro|uga|ufo)",
    re.IGNORECASE,
)
_TAKES_AN = re.compile(
    r"(?:hour|honest|honou?r|heir|herb|histor|hotel|habitual|hysteri|homage|hors)"
)
_UN = re.compile(r"un(?:im|in(?!v)|a(?!ni)|id(?!ir))")


def _articles(subject: Subject) -> Iterator[Alarm]:
    """Yield alarms for articles that do not fit the next word: “a applicant”, “an union”."""
    for block, match in subject.matches(_ARTICLE, PROSE | LINES):
        article, word = match[1].lower(), match[2]
        if is_quoted(block.text, *match.span()) or _TAKES_AN.match(word):
            continue
        vowel = word[0] in "aeiou" or word[0] in "EU"
        sounds_like_yoo = _TAKES_A.match(word) and not _UN.match(word)
        if (article == "a" and vowel and not sounds_like_yoo) or (
            article == "an" and (not vowel or sounds_like_yoo)
        ):
            right = "an" if article == "a" else "a"
            message = f"“{match[1]}” does not fit “{word}”."
            yield subject.alarm("G005", block, match.span(1), message, f"Write “{right}”.")


RULES = (
    *rules_in(("de", "en", "es", "fr", "pt"), ("G005",), _mixed_up),
    Rule(("G005",), _articles, "en"),
)
