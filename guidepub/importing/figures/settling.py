"""Turns the figures in a text's blocks into facts, to which the text then refers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from guidepub.importing.figures.block_sentences import without_struck_words
from guidepub.importing.figures.confined_blocks import confined_blocks
from guidepub.importing.figures.facts import Facts
from guidepub.importing.figures.noted_limits import noted_limits
from guidepub.importing.figures.panels import panel_keys
from guidepub.importing.figures.prose_facts import ProseFacts
from guidepub.importing.figures.references import with_reference
from guidepub.importing.figures.table_facts import SettledBlock
from guidepub.importing.headings.draft_sections import DraftSection
from guidepub.importing.headings.known import known_section
from guidepub.importing.originals.escaping import escaped, spaced
from guidepub.importing.originals.ledger import ImportLog
from guidepub.importing.originals.original import OriginalBlock
from guidepub.importing.originals.stated_figures import states_figure
from guidepub.importing.titles.several import blocks_of_others

_SOURCE_LINE = re.compile(r"\bSources?: [^\n]{3,250}$", re.I)
_LONGEST_SOURCE = 300
# Kinds of blocks whose figures count only if they have a label.
_SILENT = ("heading", "quote")


def settle(
    parts: Sequence[DraftSection],
    settling: ProseFacts,
    ledger: ImportLog,
    notes: Mapping[str, str],
) -> tuple[DraftSection, ...]:
    """Return sections with their figures as facts. Tables are read first, as the most reliable."""
    own, spoken = settling.facts.own, settling.spoken
    others = blocks_of_others(parts, settling.facts.title)
    confined = others.union(*(confined_blocks(part, own, spoken) for part in parts))
    settling.facts.limits = noted_limits((b for part in parts for b in part.blocks), notes, spoken)
    parts = [_with_sources(part, settling, ledger) for part in parts]
    done, blocks = _settled_blocks(parts, settling, others, confined)
    if settling.reset_if_outdated():
        done, blocks = _settled_blocks(parts, settling, others, confined)
    done = settling.with_weighed(done, blocks)
    settled: dict[int, OriginalBlock | None] = {}
    for part in parts:
        for block in part.blocks:
            if block.number in done and block.number not in settled:
                settled[block.number] = _settled(block, done[block.number], part, ledger)
    settling.facts.settle()
    settled |= _tables_with_other_facts(settled, done, blocks, settling)
    for part in parts:
        settled |= _printed_facts(part, settled, done, settling)
    if taken := settling.facts.take_from_groups():
        settled = {number: _renamed(block, taken) for number, block in settled.items()}
        ledger.rename_facts(taken)
    return tuple(
        replace(
            part,
            blocks=tuple(
                kept
                for block in part.blocks
                if (kept := settled.get(block.number, block)) is not None
            ),
        )
        for part in parts
    )


def _tables_with_other_facts(
    settled: Mapping[int, OriginalBlock | None],
    done: Mapping[int, SettledBlock],
    blocks: Mapping[int, OriginalBlock],
    settling: ProseFacts,
) -> dict[int, OriginalBlock | None]:
    """Return tables with a list of those of their facts for which the panel has no room."""
    shown = panel_keys(settling.facts.found)
    found: dict[int, OriginalBlock | None] = {}
    for number, each in done.items():
        keys = [key for key in each.facts if key not in shown] if each.replaced else ()
        if keys and blocks[number].kind == "table":
            listed = _as_list(blocks[number], keys, settling.facts, settling.spoken)
            found[number] = _joined(settled[number], listed)
    return found


def _printed_facts(
    part: DraftSection,
    settled: Mapping[int, OriginalBlock | None],
    done: Mapping[int, SettledBlock],
    settling: ProseFacts,
) -> dict[int, OriginalBlock | None]:
    """Return lists of facts for the blocks of a section that has nothing else to print."""
    inner = [block for block in part.blocks if block.kind != "heading"]
    if not inner or any(settled.get(block.number, block) is not None for block in inner):
        return {}
    return {
        block.number: _as_list(block, done[block.number].facts, settling.facts, settling.spoken)
        for block in inner
    }


def _settled_blocks(
    parts: Sequence[DraftSection],
    settling: ProseFacts,
    others: frozenset[int],
    confined: frozenset[int],
) -> tuple[dict[int, SettledBlock], dict[int, OriginalBlock]]:
    """Return the settled blocks that may state figures, and the originals, by their numbers."""
    done: dict[int, SettledBlock] = {}
    blocks: dict[int, OriginalBlock] = {}
    for kinds in (("table", "chart"), ("paragraph", "list", "heading", "quote")):
        for part in parts:
            for block, below, lead in _with_context(part):
                number, is_confined = block.number, block.number in confined
                is_silent = block.kind in _SILENT and not states_figure(block.text, settling.spoken)
                if block.kind not in kinds or number in done or is_silent:
                    continue
                blocks[number] = block
                if block.grid:
                    done[number] = _settled_table(block, lead, settling, is_confined)
                    continue
                done[number] = settling.settle_prose(
                    block,
                    _name_above(part),
                    below,
                    lead,
                    is_confined=is_confined,
                    is_of_others=number in others,
                    is_first_of_education=block is _first_of_education(part),
                )
    return done, blocks


def _with_context(part: DraftSection) -> Iterator[tuple[OriginalBlock, str, str]]:
    """Yield each block of a section with the heading above it and the line that introduces it."""
    below, lead = _name_above(part), part.heading.text if part.heading else ""
    for block in part.blocks:
        if block.kind == "heading":
            below = "" if known_section(block.text) else block.text
        yield block, below, lead
        if block.kind == "heading" or block.text.rstrip().endswith(":"):
            lead = block.text


def _settled_table(
    block: OriginalBlock, lead: str, settling: ProseFacts, is_confined: bool
) -> SettledBlock:
    """Return a settled table or chart; its struck-out words are kept, but not read."""
    read = without_struck_words(block)
    settled = settling.tables.settled(read, lead, is_confined=is_confined)
    return replace(settled, block=block) if settled.block is read else settled


def _as_list(
    block: OriginalBlock, keys: Sequence[str], facts: Facts, language: str
) -> OriginalBlock:
    """Return the rows of a summary that state some facts as a list with references to the facts."""
    sentences = (facts.found[key].sentence for key in keys if key in facts.found)
    rows = {sentence: escaped(spaced(sentence)) for sentence in sentences}
    for fact in facts.found.values():
        if fact.sentence in rows:
            rows[fact.sentence] = with_reference(rows[fact.sentence], fact, language)
    lines = [f"- {row}" for row in rows.values()]
    return replace(block, kind="list", markdown="\n".join(lines), grid=None)


def _joined(rest: OriginalBlock | None, listed: OriginalBlock) -> OriginalBlock:
    """Return the remaining rows of a table with a list of its facts below them."""
    if rest is None:
        return listed
    return replace(rest, markdown="\n".join([rest.markdown, listed.markdown]))


def _renamed(block: OriginalBlock | None, taken: Mapping[str, str]) -> OriginalBlock | None:
    """Return a block with the new keys in its references to facts."""
    if block is None or "{fact}" not in block.markdown:
        return block
    referred = re.compile(rf"(?<={{fact}}`)(?:{'|'.join(map(re.escape, taken))})(?=`)")
    return replace(block, markdown=referred.sub(lambda key: taken[key[0]], block.markdown))


def _settled(
    block: OriginalBlock, done: SettledBlock, part: DraftSection, ledger: ImportLog
) -> OriginalBlock | None:
    """Return the rest of a block, or None if nothing is left, and record where it went."""
    note = f"facts: {', '.join(done.facts)}" if done.facts else ""
    if not done.replaced:
        ledger.record([block], "heading" if block.kind == "heading" else "prose", part.title, note)
        return done.block
    if done.block is not block:
        ledger.record([block], "fact", part.title, note)
        return done.block
    if block.kind != "chart" or block.grid is None:
        ledger.record([block], "fact", part.title, note)
        return None
    ledger.record([block], "directive", part.title, note)
    head = (
        f":::{{chart}} {escaped(spaced(block.grid.caption))}\n:facts: {', '.join(done.facts)}\n:::"
    )
    markdown = "\n\n".join(filter(None, (head, block.markdown)))
    return replace(block, kind="code", markdown=markdown, grid=None)


def _name_above(part: DraftSection) -> str:
    """Return a section's heading if it is not a usual section of guides, or an empty string."""
    heading = part.heading.text if part.heading else ""
    return "" if known_section(heading) else heading


def _first_of_education(part: DraftSection) -> OriginalBlock | None:
    """Return the first text of a section on education, directly below a heading on education."""
    blocks = part.blocks[:2] if part.id == "education" else ()
    first = next((block for block in blocks if block.kind != "heading"), None)
    return first if first and first.kind in ("paragraph", "list") else None


def _with_sources(part: DraftSection, settling: ProseFacts, ledger: ImportLog) -> DraftSection:
    """Return a section with the sources of tables and charts, from lines in or below them."""
    kept: list[OriginalBlock] = []
    for block in part.blocks:
        is_chart = block.kind == "chart"
        line = block.markdown if is_chart else block.text if block.kind == "paragraph" else ""
        named = _SOURCE_LINE.search(line) if is_chart or len(line) < _LONGEST_SOURCE else None
        key = settling.citations.source_named(named[0]) if named else ""
        if key and named and is_chart:
            rest = line.replace(named[0], "").strip()
            kept.append(replace(block, source=key, markdown=rest))
        elif key and kept and kept[-1].kind in ("table", "chart"):
            kept[-1] = replace(kept[-1], source=key)
            ledger.record([block], "source", part.title, f"now the source “{key}”")
        else:
            kept.append(block)
    return replace(part, blocks=tuple(kept))
