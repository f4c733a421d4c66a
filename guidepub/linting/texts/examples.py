"""Worked examples in prose: sentences with made-up figures, which need no source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from guidepub.linting import data
from guidepub.linting.texts.blocks import INTRODUCED, Block, Sentence
from guidepub.text.figures.calculations import works_out
from guidepub.text.figures.quantities import all_figures
from guidepub.text.vocabulary import compiled, either, vocabulary

# “You earn $20” and “they would earn $20” are not about everybody.
_NOT_ALL = r"(?<!\byou\s)(?<!\bwe\s)(?<!\bto\s)(?<!\bwould\s)(?<!\bcan\s)"


@dataclass(frozen=True, slots=True)
class _ExampleWords:
    """The patterns of words around worked examples, in all languages together."""

    begins: re.Pattern[str]
    announced: re.Pattern[str]
    pay: re.Pattern[str]
    all_earn: re.Pattern[str]
    facts: re.Pattern[str]
    continues: re.Pattern[str]


@cache
def _words() -> _ExampleWords:
    table = data.table("examples")

    def words(kind: str) -> str:
        return either(form for forms in table[kind].values() for form in forms)

    return _ExampleWords(
        begins=compiled(rf"\W*{words('begins')}\b"),
        announced=compiled(rf"\W*{words('announced')}\b"),
        pay=compiled(rf"\b{words('pay')}\b"),
        all_earn=compiled(rf"{_NOT_ALL}\b{words('all_earn')}\b"),
        facts=compiled(rf"\b(?:(?:19|20)\d\d|{words('facts')})\b"),
        continues=compiled(rf"\W*{words('continues')}\b"),
    )


@cache
def made_up_words(language: str) -> re.Pattern[str]:
    """Return the pattern of words that mark a sentence as an example.

    In a language without a list of such words, it matches nothing.
    """
    forms = either(vocabulary("statistics", language).get("supposed", ()))
    return compiled(rf"(?<!\w)(?:{forms})(?!\w)")


def _works_out(text: str, language: str) -> bool:
    """Return whether a sentence calculates an amount, as an example does.

    For pay, only products count, since a difference may compare two statistics. A sentence about
    everyone, such as “Welders earn $20 an hour”, is not an example whatever it calculates.
    """
    return not _words().all_earn.search(text) and works_out(
        text, language, times_only=_words().pay.search(text) is not None
    )


def introduces_example(block: Block, language: str) -> bool:
    """Return whether a block introduces a list or a table of made-up figures."""
    last = [*block.sentences][-1:]
    return bool(last) and _introduces(last[0], made_up_words(language))


def _introduces(sentence: Sentence, supposed: re.Pattern[str]) -> bool:
    return sentence.text.rstrip().endswith(":") and supposed.search(sentence.text) is not None


def outside_examples(sentences: Iterable[Sentence], language: str) -> Iterator[Sentence]:
    """Yield the sentences that are not part of an example.

    An example continues to the end of its paragraph, in the list that it introduces, and in a next
    paragraph that refers to it, unless a sentence returns to facts.
    """
    supposed = made_up_words(language)
    example: Block | None = None
    last: Block | None = None
    leads = announced = False
    for sentence in sentences:
        if sentence.block.passage.kind not in INTRODUCED:
            leads = _introduces(sentence, supposed)
        elif leads and not _words().facts.search(sentence.text):
            continue
        is_next = sentence.block is not last and last is not None and last is example
        if is_next and (announced or _words().continues.match(sentence.text)):
            example = sentence.block
        last = sentence.block
        is_real = _words().facts.search(sentence.text) is not None
        announced = not is_real and _words().announced.match(sentence.text) is not None
        if announced:
            example = sentence.block
            continue
        if supposed.search(sentence.text):
            # “If you like people, …” does not begin an example; figures and “take forty loaves” do.
            has_digits = any(char.isdigit() for char in sentence.text)
            if has_digits or (
                _words().begins.match(sentence.text) and all_figures(sentence.text, language)
            ):
                example = sentence.block
            continue
        if is_real or (example is not sentence.block and not _works_out(sentence.text, language)):
            yield sentence
