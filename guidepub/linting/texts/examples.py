"""Worked examples in prose: sentences with made-up figures, which need no source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from guidepub.linting.texts.blocks import INTRODUCED, Block, Sentence
from guidepub.text.figures.calculations import works_out
from guidepub.text.figures.quantities import all_figures
from guidepub.text.vocabulary import compiled, either, vocabulary

_BEGINS = re.compile(
    r"\W*(?:suppos(?:e|ing)|imagine|assume|picture|take|consider)\b", re.IGNORECASE
)
# “Let’s take an example.”, “Hagamos la cuenta: …”: the figures come next.
_ANNOUNCED = re.compile(
    r"\W*(?:(?:here(?:['’]s|\s+is)|take|consider|let['’]s\s+(?:take|look\s+at)|let\s+us\s+take|to\s+(?:give|take))\s+)?(?:an?|one|another|this|the\s+following)\s+(?:\w+\s+)?example\b"
    r"|\W*(?:(?:pongamos|veamos|tomemos|sirva|valga|he\s+aquí|aquí\s+va|va|este\s+es)\s+)?(?:un|otro)\s+ejemplo\b"
    r"|\W*(?:(?:prenons|voici|soit|voyons)\s+)?(?:un|un\s+autre)\s+exemple\b"
    r"|\W*(?:(?:nehmen\s+wir|hier(?:\s+ist)?|dazu|betrachten\s+wir)\s+)?(?:noch\s+)?ein\s+(?:\w+\s+)?(?:rechen)?beispiel\b|\W*rechenbeispiel\b"
    r"|\W*(?:let\s+us\s+|let['’]s\s+)?do\s+the\s+(?:sums?|math|arithmetic)\b|\W*hagamos\s+(?:la\s+cuenta|las\s+cuentas|números)\b"
    r"|\W*(?:faisons\s+(?:le\s+calcul|les\s+comptes)|calculons)\b|\W*rechnen\s+wir\b|\W*façamos\s+(?:a\s+conta|as\s+contas)\b"
    r"|\W*(?:(?:vejamos|veja|tomemos|eis|aqui\s+vai)\s+)?(?:um|outro)\s+exemplo\b",
    re.IGNORECASE,
)
_PAY = re.compile(
    r"\b(?:wages?|salar\w+|pay|paid|earn\w*|income|raise[ds]?|rose|bonus\w*|sueldos?|gan(?:a|an|ó|aban?)|cobr(?:a|an|ó)|salaires?|gagne\w*|touche\w*|primes?|verdien\w+|gehalt\w*|gehälter|lohn|löhne|ganha\w*|recebe\w*|salári\w+)\b",
    re.IGNORECASE,
)
_ALL_EARN = re.compile(
    r"(?<!\byou\s)(?<!\bwe\s)(?<!\bto\s)(?<!\bwould\s)(?<!\bcan\s)\b(?:earn|earned|are\s+paid|were\s+paid|ganan|ganaban|ganaron|cobran|gagnent|touchent|perçoivent|verdienen|verdienten|ganham|ganhavam|recebem)\b",
    re.IGNORECASE,
)
# Words that end an example and return to facts.
_NO_LONGER_SUPPOSED = re.compile(
    r"\b(?:(?:19|20)\d\d|medians?|averag\w+|statistics?|survey\w*|bureau|bls|census|according|nationwide|typical\w*|on\s+the\s+whole|in\s+fact|in\s+reality"
    r"|median[oa]s?|promedios?|estadísticas?|encuestas?|según|de\s+hecho|en\s+realidad"
    r"|médiane?s?|en\s+moyenne|selon|en\s+réalité|durchschnitt\w*|laut|in\s+wirklichkeit|em\s+média|segundo|na\s+realidade)\b",
    re.IGNORECASE,
)
# The beginning of a paragraph that continues the example of the one before it.
_CONTINUES = re.compile(
    r"\W*(?:another|then|so|that|this|such|say|now|with\s+(?:such|that|this|the\s+same)|after\s+that|the\s+same|if|suppose"
    r"|otr[oa]|entonces|así|eso|esto|si|con\s+(?:eso|esto)|un\s+autre|une\s+autre|alors|ainsi|cela|s[’']il|avec\s+cela"
    r"|dann|so|das|damit|wenn|ein\s+anderer|eine\s+andere|outr[oa]|então|assim|isso|se|com\s+isso)\b",
    re.IGNORECASE,
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
    return not _ALL_EARN.search(text) and works_out(
        text, language, times_only=_PAY.search(text) is not None
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
        elif leads and not _NO_LONGER_SUPPOSED.search(sentence.text):
            continue
        is_next = sentence.block is not last and last is not None and last is example
        if is_next and (announced or _CONTINUES.match(sentence.text)):
            example = sentence.block
        last = sentence.block
        is_real = _NO_LONGER_SUPPOSED.search(sentence.text) is not None
        announced = not is_real and _ANNOUNCED.match(sentence.text) is not None
        if announced:
            example = sentence.block
            continue
        if supposed.search(sentence.text):
            # “If you like people, …” does not begin an example; figures and “take forty loaves” do.
            has_digits = any(char.isdigit() for char in sentence.text)
            if has_digits or (
                _BEGINS.match(sentence.text) and all_figures(sentence.text, language)
            ):
                example = sentence.block
            continue
        if is_real or (example is not sentence.block and not _works_out(sentence.text, language)):
            yield sentence
