"""The parts of a text with a source: by a citation, by a lead-in, or by a name in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from guidepub.linting.texts.blocks import LED, Block, Sentence
from guidepub.text.naming.attributions import names_who_counted

# “Source of the wages below: Bureau of Labor Statistics.”
_SOURCE_AHEAD = re.compile(
    r"\W*(?:sources?|quellen?|fuentes?|fontes?)\b[^:.]{0,60}?\b(?:below|following|folgend\w*|nachstehend\w*|unten|siguientes?|abajo"
    r"|suivante?s?|ci-dessous|ci-après|seguintes?|abaixo)\b[^:.]{0,30}:\s*\w",
    re.IGNORECASE,
)


def names_source_ahead(block: Block) -> bool:
    """Return whether a block is the source of what follows it, though it ends as a sentence."""
    return _SOURCE_AHEAD.match(block.text) is not None


def names_its_source(sentence: Sentence, language: str) -> bool:
    """Return whether a sentence says in words, or by a link, which institute counted."""
    end = sentence.start + len(sentence.text)
    links = [
        (span.start - sentence.start, span.end - sentence.start)
        for span in sentence.block.passage.spans_of("link")
        if sentence.start <= span.start < span.end <= end
    ]
    return names_who_counted(sentence.text, language, links)


def leads_with_source(block: Block, language: str) -> bool:
    """Return whether a block leads to what follows it, and says where that comes from.

    “Their largest employers [@bls] were” goes on in the items.
    """
    if names_source_ahead(block):
        return True
    if block.text.rstrip(' ”’"»)')[-1:] in tuple(".!?…"):
        return False
    return block.cited or any(
        names_its_source(sentence, language) for sentence in [*block.sentences][-1:]
    )


def with_lead_ins(blocks: Iterable[Block], language: str) -> Iterator[Block]:
    """Yield blocks in order; the items and terms of a list have the source of its lead-in.

    What a term is said to be has the term's source.
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
        if block.passage.kind not in LED:
            lead, leads = block, None
        elif lead is not None:
            leads = leads_with_source(lead, language) if leads is None else leads
            if leads:
                yield replace(block, cited=True)
                continue
        yield block
