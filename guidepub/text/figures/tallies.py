"""Numbers in a sentence that do not add up: three announced and four listed, parts above a whole."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from guidepub.text.figures.quantities import Figure, all_figures

_HUNDRED = 101
# Longer items (in words) may contain commas and “and”.
_LONGEST_ITEM = 5
_MOST_LISTED = 12
_WORDS = {
    "en": ("two three four five six seven eight nine ten eleven twelve", "and|or", r"\b(?:who|which|that|where|when|if|such|like|among|including|example|at\s+least|more|altogether|in\s+(?:all|total))\b"),
    "es": ("dos tres cuatro cinco seis siete ocho nueve diez once doce", "y|e|o|u", r"\b(?:que|cuando|donde|como|si|quien|entre|ejemplo|al\s+menos|más|en\s+(?:total|conjunto))\b"),
}  # fmt: skip
_OF_A_WHOLE = re.compile(
    r"^(?:Of|Among|De|Entre)\s+(?:the|our|its|these|those|their|all|los|las|sus|nuestr[oa]s)\s+(?=\d|[a-zá]+\s)"
)
# “60 on law” counts what was announced; “60 minutes of law” counts something else.
_COUNTED = re.compile(
    r"\s*[\w,.]+\s+(?:are\s+|is\s+)?(?:on|in|about|of|for|from|at|by|with|to|public|private|sobre|de|en)\b|\s*[\w,.]+\s*$",
    re.IGNORECASE,
)
_ITEMS = re.compile(r",\s*(?:(?:and|y)\s+)?|\s(?:and|y)\s")
_PLURAL = re.compile(r"\s+(?:[^\W\d_-]+\s+){0,2}?[^\W\d_]+s\b\s*[^.;:]{0,24}:")
_SHARES = re.compile(
    r"\b(?:employ(?:s|ed)|work(?:s|ed)?\s+(?:in|for|at)|account(?:s|ed)?\s+for|ma[dk]e(?:s)?\s+up|belong(?:s|ed)?\s+to"
    r"|(?:were|are|is)\s+(?:employed|self-employed|held)|emplea\w*|trabaja\w*\s+(?:en|para)|representa\w*"
    r"|(?:are|were|son|eran)\s+(?:wo)?(?:men|male|mujeres|hombres)\b[^.;]{0,40}?(?<!of\s)(?<!the\s)(?<!las\s)(?<!los\s)\b(?:women|female|mujeres|hombres|men|male))\b",
    re.IGNORECASE,
)
_CHANGES = re.compile(
    r"\b(?:grow\w*|grew|increas\w*|decreas\w*|declin\w*|r[io]se\w*|fell|fall\w*|from|than|up|down|compared|earlier|while\s+in|in\s+(?:19|20)\d\d[^.;]*in\s+(?:19|20)\d\d"
    r"|crec\w*|aument\w*|ca[ey]\w*|baj\w*)\b",
    re.IGNORECASE,
)

_SMALL_DIGITS = frozenset("123456789")


@dataclass(frozen=True, slots=True)
class Misfit:
    """Numbers that do not add up: the place of the last one, and an explanation."""

    start: int
    end: int
    text: str


def misfits(sentence: str, language: str = "en") -> Iterator[Misfit]:
    """Yield the misfits of a sentence: counts and lists that do not add up."""
    if language not in _WORDS:
        return
    found = all_figures(sentence, language)
    if counts := _counts(sentence, found):
        yield from _sums(*counts)
    else:
        yield from _lists(sentence, language)
    yield from _parts(sentence, found)
    yield from _percentages(sentence, found)


@dataclass(frozen=True, slots=True)
class _ListWords:
    """The words of a language that announce a number of things, join a list, or leave it open."""

    numbers: dict[str, int]
    announced: re.Pattern[str]
    joined: re.Pattern[str]
    joined_last: re.Pattern[str]
    open_ended: re.Pattern[str]

    def number_of(self, item: str) -> int:
        """Return how many things an item of a list is: two of “two practical ones”, or one."""
        first = next(iter(item.casefold().split()), "")
        return int(first) if first in _SMALL_DIGITS else self.numbers.get(first, 1)


@functools.cache
def _list_words(language: str) -> _ListWords:
    numbers, joins, open_ended = _WORDS[language]
    announced = (
        rf"(?<![\d.,$€£])\b(?P<number>{'|'.join(numbers.split())}|[2-9]|1[0-2])\s+(?!per\s?cent\b|por\s+ciento\b)(?P<noun>[a-záéíóúñ-]+(?:\s+[a-záéíóúñ-]+){{0,3}}):\s+"
        r"(?P<list>[^.;:!?()—]{5,300})[.]?$"
    )
    return _ListWords(
        {word: value for value, word in enumerate(numbers.split(), 2)},
        re.compile(announced, re.IGNORECASE),
        re.compile(rf"\s(?:{joins})\s"),
        re.compile(rf",\s*(?:{joins})\s+"),
        re.compile(open_ended, re.IGNORECASE),
    )


def _lists(sentence: str, language: str) -> Iterator[Misfit]:
    words = _list_words(language)
    match = words.announced.search(sentence)
    if match is None or words.open_ended.search(match["noun"] + " " + match["list"]):
        return
    number = match["number"].casefold()
    announced = words.numbers.get(number) or int(number)
    items = words.joined_last.sub(", ", match["list"]).split(",")
    # An “and” within an item may join two items.
    parts = [part for item in items for part in words.joined.split(item)]
    least, most = len(items), len(parts)
    if _is_plain_list(match["list"], items, words):
        # The only “and”, in the last item and without a comma, joins two items.
        least = most
    longest = max(len(part.split()) for part in parts)
    # “Three parts: one written and two practical.”
    if announced == sum(map(words.number_of, parts)):
        return
    if least <= announced <= most or most > _MOST_LISTED or longest > _LONGEST_ITEM or most < 2:
        return
    text = f"{match['number']} {match['noun']} are announced, but {most} are listed"
    yield Misfit(match.start("list"), match.end("list"), text)


def _is_plain_list(listed: str, items: list[str], words: _ListWords) -> bool:
    """Return whether a list of single words has one “and”, in its last item."""
    joins = [len(words.joined.findall(item)) for item in items]
    is_single = all(len(words.joined.sub(" ", item).split()) <= 2 for item in items)
    is_last = len(items) > 2 and joins[-1] == 1 and not any(joins[:-1])
    return is_last and is_single and not words.joined_last.search(listed)


def _counts(sentence: str, found: tuple[Figure, ...]) -> list[Figure]:
    """Return the count before a colon and the counts after it, if every item has one; else none."""
    colon = sentence.find(":")
    before = [f for f in found if f.end <= colon]
    parts = [f for f in found if f.start > colon]
    # “100 questions in three parts: …” also states the number of parts.
    before = [f for f in before if f.value != len(parts)] if len(before) > 1 else before
    is_of_counts = all(f.kind in ("number", "count") for f in found)
    if colon < 0 or len(before) != 1 or len(parts) < 2 or not is_of_counts:
        return []
    items = _ITEMS.split(sentence[colon + 1 :].strip(" ."))
    each_counts = len(items) == len(parts) and all(_COUNTED.match(item) for item in items)
    is_announced = each_counts and _PLURAL.match(sentence, before[0].end)
    return [*before, *parts] if is_announced else []


def _sums(whole: Figure, *parts: Figure) -> Iterator[Misfit]:
    """“100 questions: 60 on law, 30 on practice and 20 on ethics”."""
    exact = all(f.is_exact and not f.per for f in (whole, *parts))
    total = sum((part.value for part in parts), Decimal(0))
    if exact and total != whole.value:
        text = f"{' and '.join(part.text for part in parts)} are {total}, not {whole.text}"
        yield Misfit(parts[-1].start, parts[-1].end, text)


def _parts(sentence: str, found: tuple[Figure, ...]) -> Iterator[Misfit]:
    begins = _OF_A_WHOLE.match(sentence)
    counts = [f for f in found if f.kind in ("number", "count") and f.high is None]
    if begins is None or len(counts) < 3 or counts[0].start > begins.end() + 1:
        return
    whole, *parts = counts
    total = sum((part.value for part in parts), Decimal(0))
    # Only for two parts, since a part may be divided itself, and a number may be a year.
    if len(parts) == 2 and all(p.value < whole.value for p in parts) and total > whole.value:
        text = f"{parts[0].text} and {parts[1].text} are more than {whole.text}"
        yield Misfit(parts[-1].start, parts[-1].end, text)


def _percentages(sentence: str, found: tuple[Figure, ...]) -> Iterator[Misfit]:
    shares = [f for f in found if f.kind == "percent" and f.high is None]
    if len(shares) < 2 or not _SHARES.search(sentence) or _CHANGES.search(sentence):
        return
    total = sum((share.value for share in shares), Decimal(0))
    if total > _HUNDRED:
        yield Misfit(shares[-1].start, shares[-1].end, f"the shares add up to {total} percent")
