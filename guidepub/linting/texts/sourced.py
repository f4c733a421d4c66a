"""Which parts of a text have a source: by a citation, a lead-in, or a name in the prose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from guidepub.linting.texts.blocks import INTRODUCED, Block, Sentence
from guidepub.text.naming.attributions import names_who_counted

# “Source of the wages below: Bureau of Labor Statistics.”
_SOURCE_AHEAD = re.compile(
    r"\W*(?:sources?|quellen?|fuentes?|fontes?)\b[^:.]{0,60}?\b(?:below|following|folgend\w*|nachstehend\w*|unten|siguientes?|abajo"
    r"|suivante?s?|ci-dessous|ci-après|seguintes?|abaixo)\b[^:.]{0,30}:\s*\w",
    re.IGNORECASE,
)


def names_source_ahead(block: Block) -> bool:
    """Return whether a block is a sentence that names the source of what follows."""
    return _SOURCE_AHEAD.match(block.text) is not None


def names_its_source(sentence: Sentence, language: str) -> bool:
    """Return whether a sentence names or links the institution that published its figures."""
    end = sentence.start + len(sentence.text)
    links = [
        (span.start - sentence.start, span.end - sentence.start)
        for span in sentence.block.passage.spans_of("link")
        if sentence.start <= span.start < span.end <= end
    ]
    return names_who_counted(sentence.text, language, links)


def introduces_with_source(block: Block, language: str) -> bool:
    """Return whether a block introduces what follows, and names its source.

    “Their largest employers [@bls] were” is continued by the items of a list.
    """
    if names_source_ahead(block):
        return True
    if block.text.rstrip(' ”’"»)')[-1:] in tuple(".!?…"):
        return False
    return block.cited or any(
        names_its_source(sentence, language) for sentence in [*block.sentences][-1:]
    )


def with_lead_ins(blocks: Iterable[Block], language: str) -> Iterator[Block]:
    """Yield blocks in order, with items and terms `cited` if their lead-in names a source.

    A definition has the source of its term.
    """
    lead: Block | None = None
    leads: bool | None = None
    has_term_source = False
    for block in blocks:
        if block.passage.kind != "definition":
            has_term_source = block.passage.kind == "term" and block.cited
        elif has_term_source:
            yield replace(block, cited=True)
            continue
        if block.passage.kind not in INTRODUCED:
            lead, leads = block, None
        elif lead is not None:
            leads = introduces_with_source(lead, language) if leads is None else leads
            if leads:
                yield replace(block, cited=True)
                continue
        yield block
