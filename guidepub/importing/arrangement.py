"""Arranges blocks into the sections that a catalogue asks for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from guidepub.findings import Finding, Place, Severity
from guidepub.importing.figures.confining import names_place
from guidepub.importing.headings.draft_sections import (
    BELOW_TITLE,
    DraftSection,
    own_title,
    titled_section,
)
from guidepub.importing.headings.known import (
    is_fallback_heading,
    is_similar_careers_heading,
    known_section,
    usual_title,
)
from guidepub.importing.headings.section_titles import JOINED
from guidepub.importing.headings.sections_by_words import with_sections_by_words
from guidepub.importing.headings.unheaded import unheaded_sections
from guidepub.importing.matter.site_matter import is_sentence
from guidepub.importing.originals.original import OriginalBlock
from guidepub.importing.originals.residues import widget_of
from guidepub.importing.originals.stated_figures import (
    sections_labelled,
    sections_stated,
    states_figure,
)
from guidepub.importing.titles.several import headings_of_occupations
from guidepub.model import SectionRules
from guidepub.model.guides.sections import in_order
from guidepub.words.names import name_key

# “Training: on the job”.
_LABEL = re.compile(r"\w\s?:\s+\w")
# How many characters at the beginning of a block are read to tell what it is about.
_STATING = 400


def arrange(
    blocks: Sequence[OriginalBlock],
    rules: SectionRules,
    language: str,
    path: str,
    spoken: str = "",
) -> tuple[tuple[DraftSection, ...], list[Finding]]:
    """Return the sections of a text in the catalogue's order, and findings on what was decided.

    `language` is the guide's language, and `spoken` the text's if it is a different one.
    """
    spoken = spoken or language
    findings: list[Finding] = []
    parts = _split(blocks, _section_level(blocks))
    titled = [titled_section(part, rules, language) for part in parts]
    titled = [_under_own_title(part, titled) for part in titled]
    titled = _with_education(titled, rules, language)
    if not any(block.kind == "heading" for block in blocks):
        titled = unheaded_sections(blocks, rules, (language, spoken), path, findings)
    elif not headings_of_occupations(blocks):
        titled = with_sections_by_words(titled, rules, (language, spoken), path, findings)
    titled = _promoted(_with_halves_split(titled, rules, language), rules, language)
    kept = [_with_stating_headings(part, spoken) for part in titled if part.blocks or part.heading]
    joined = _joined(kept, spoken, path, findings)
    filled = _without_empty(joined, path, findings)
    return _placed(_ordered([*filled, *_missing(filled, rules, language)], rules)), findings


def _section_level(blocks: Sequence[OriginalBlock]) -> int:
    """Return the level of headings that divides a text: the first with several known sections."""
    heads = [block for block in blocks if block.kind == "heading"]
    levels = [head.level for head in heads]
    known: dict[int, set[str]] = {}
    alike = 0
    for head in heads:
        # Headings below “Similar Careers” divide the descriptions of those careers, not the text.
        if alike and head.level > alike:
            continue
        alike = head.level if is_similar_careers_heading(head.text) else 0
        if section := known_section(head.text):
            known.setdefault(head.level, set()).add(section)
    # A single heading that sounds like a section may be above all the sections.
    if divided := [level for level, found in known.items() if len(found) > 1]:
        return min(divided)
    if known:
        return min(known)
    counted = Counter(levels)
    several = [level for level, count in counted.items() if count > 1]
    return min(several or levels or [1])


def _split(blocks: Sequence[OriginalBlock], level: int) -> list[DraftSection]:
    """Split blocks at headings of the level or above; blocks before the first have no heading."""
    parts: list[tuple[OriginalBlock | None, list[OriginalBlock]]] = [(None, [])]
    for block in blocks:
        if block.kind == "heading" and block.level <= level:
            parts.append((block, []))
        elif block.kind == "heading":
            parts[-1][1].append(replace(block, level=block.level - level + 1))
        else:
            parts[-1][1].append(block)
    return [DraftSection("", "", heading, tuple(inner)) for heading, inner in parts]


def _under_own_title(part: DraftSection, parts: Sequence[DraftSection]) -> DraftSection:
    """Return a section such as “Summary” under its own title if another section has its place."""
    original = part.heading.text if part.heading else ""
    others = (p for p in parts if p.id == part.id and p is not part and p.heading)
    if not is_fallback_heading(original) or all(
        is_fallback_heading(p.heading.text) for p in others if p.heading
    ):
        return part
    title = own_title(part.heading)
    return replace(part, id=name_key(title), title=title)


def _with_education(
    parts: list[DraftSection], rules: SectionRules, language: str
) -> list[DraftSection]:
    """Return sections, with one on programs as the one on education if a text has no other.

    “Cursos” is the heading of what one has to study as often as of a list of schools. This is done
    only if the catalogue has no section on programs.
    """
    has_own = "programs" in rules.titles or any(part.id == "education" for part in parts)
    first = next((part for part in parts if part.id == "programs" and part.heading), None)
    if has_own or first is None or first.heading is None:
        return parts
    heading = replace(first.heading, text=usual_title("education", language))
    named = titled_section(replace(first, heading=heading), rules, language)
    moved = replace(first, id=named.id, title=named.title)
    return [moved if part is first else part for part in parts]


def _with_halves_split(
    parts: list[DraftSection], rules: SectionRules, language: str
) -> list[DraftSection]:
    """Split sections such as “Salary and Job Outlook” in two, by what their paragraphs state."""
    there = {part.id for part in parts}
    result: list[DraftSection] = []
    for part in parts:
        names = JOINED.split(part.heading.text) if part.heading else []
        candidates = [
            titled_section(
                DraftSection("", "", replace(part.heading, text=name), ()), rules, language
            )
            for name in names
            if part.heading and known_section(name)
        ]
        wanted = [c for c in candidates if c.id == part.id or c.id not in there]
        if len({candidate.id for candidate in wanted}) < 2:
            result.append(part)
            continue
        blocks: dict[str, list[OriginalBlock]] = {candidate.id: [] for candidate in wanted}
        at = next(iter(blocks))
        for block in part.blocks:
            stated = list(sections_stated(block.text[:_STATING], language))
            stated += sections_labelled(block.grid) if block.grid else ()
            at = next((section for section in stated if section in blocks), at)
            blocks[at].append(block)
        for candidate in wanted:
            own = tuple(blocks.pop(candidate.id, ()))
            heading = part.heading if candidate is wanted[0] else None
            result += [replace(candidate, heading=heading, blocks=own)] if own or heading else []
    return result


def _missing(
    parts: Sequence[DraftSection], rules: SectionRules, language: str
) -> list[DraftSection]:
    """Return the required sections that a text lacks, as sections without blocks."""
    there = {part.id for part in parts}
    missing = []
    for section in rules.required:
        if section not in there:
            titles = rules.titles.get(section) or (section,)
            usual = usual_title(section, language)
            missing.append(DraftSection(section, usual if usual in titles else titles[0], None, ()))
    if not parts and not missing:
        missing.append(
            DraftSection("overview", usual_title("overview", language) or "Overview", None, ())
        )
    return missing


def _promoted(parts: list[DraftSection], rules: SectionRules, language: str) -> list[DraftSection]:
    """Turn subsections into sections if the catalogue requires them as sections."""
    wanted = set(rules.required) - {part.id for part in parts}
    result: list[DraftSection] = []
    for part in parts:
        kept: list[OriginalBlock] = []
        found: DraftSection | None = None
        is_alike = part.heading is not None and is_similar_careers_heading(part.heading.text)
        for block in part.blocks:
            # The blocks directly below a section's heading are all that the section has.
            is_own = bool(part.heading) and not (found or any(b.kind != "heading" for b in kept))
            if block.kind == "heading" and not (is_alike or is_own):
                candidate = titled_section(DraftSection("", "", block, ()), rules, language)
                if candidate.id in wanted:
                    result += [found] if found else []
                    found = candidate
                    wanted.discard(candidate.id)
                    continue
                if found and found.heading and block.level <= found.heading.level:
                    result.append(found)
                    found = None
            if found:
                found = replace(found, blocks=(*found.blocks, block))
            else:
                kept.append(block)
        result.append(replace(part, blocks=tuple(kept)))
        result += [found] if found else []
    return result


def _joined(
    parts: Sequence[DraftSection], spoken: str, path: str, findings: list[Finding]
) -> list[DraftSection]:
    """Join sections with the same id: later ones follow the first under their own headings."""
    by_id: dict[str, DraftSection] = {}
    last = ""
    for number, part in enumerate(parts, 1):
        section = part.id or f"part-{number}"
        there = by_id.get(section)
        if there is None:
            by_id[section] = _with_own_words(replace(part, id=section), spoken)
            last = section
            continue
        own = (replace(part.heading, level=BELOW_TITLE),) if part.heading and part.blocks else ()
        if part.heading and not part.blocks:
            findings.append(_left_out(part.heading, path))
        line = part.heading.line if part.heading else 0
        if part.heading and part.blocks and there.heading and section != last:
            message = f"“{part.heading.text}” was joined to the section “{there.title}”."
            finding = Finding(
                Place(path, line),
                "I012",
                message,
                "Check how they read together.",
                Severity.WARNING,
            )
            findings.append(finding)
        last = section
        by_id[section] = replace(there, blocks=(*there.blocks, *own, *part.blocks))
    return list(by_id.values())


def _with_stating_headings(part: DraftSection, spoken: str) -> DraftSection:
    """Return a section that has only headings with their words as its text.

    “Median pay: $38,910” below “Salary” may be set as a heading. A section's own heading is also
    repeated as text if nothing is below it and it states a figure, or something after a label.
    “Notes” below “Notes and References” adds nothing.
    """
    if any(block.kind != "heading" for block in part.blocks):
        return part
    heading, above = part.heading, _words_of(part.heading)
    stating = tuple(block for block in part.blocks if not _words_of(block) <= above)
    if (
        not stating
        and heading
        and (_LABEL.search(heading.text) or states_figure(heading.text, spoken))
    ):
        stating = (heading,)
    return replace(part, blocks=tuple(replace(b, kind="paragraph", level=0) for b in stating))


def _words_of(heading: OriginalBlock | None) -> set[str]:
    return set(re.findall(r"\w+", heading.text.casefold())) if heading else set()


def _with_own_words(part: DraftSection, spoken: str) -> DraftSection:
    """Return a section with its original heading kept as text, if that says more than the title.

    “Pay: Ohio” says which place the figures are for, and “Median salary: $38,910” states one.
    """
    if not (part.heading and part.blocks):
        return part
    words = part.heading.text
    is_there = words in (part.title, part.blocks[0].text)
    if is_there or not (names_place(words) or states_figure(words, spoken)):
        return part
    inner = replace(part.heading, level=BELOW_TITLE)
    return replace(part, heading=None, blocks=(inner, *part.blocks))


def _without_empty(
    parts: list[DraftSection], path: str, findings: list[Finding]
) -> list[DraftSection]:
    filled: list[DraftSection] = []
    for part in parts:
        is_code = all(block.kind in ("heading", "script") for block in part.blocks)
        is_loose = is_code and part.heading is not None and not known_section(part.heading.text)
        has_widget = any(widget_of(block.residues) for block in part.blocks)
        if part.blocks and is_loose and filled and not has_widget:
            # A section that has only removed code, such as a widget for notes, is dropped: the
            # marks of the code go to the end of the section before it.
            scripts = tuple(block for block in part.blocks if block.kind == "script")
            filled[-1] = replace(filled[-1], blocks=(*filled[-1].blocks, *scripts))
        elif any(block.kind != "heading" for block in part.blocks):
            filled.append(_without_last_heading(part, path, findings))
        elif part.heading and filled and is_sentence(part.heading.text):
            # A sentence that was marked as a heading, such as “# This wage is higher.”, stays as prose.
            paragraph = replace(part.heading, kind="paragraph", level=0)
            filled[-1] = replace(filled[-1], blocks=(*filled[-1].blocks, paragraph, *part.blocks))
        elif part.heading:
            findings.append(_left_out(part.heading, path))
    return filled


def _without_last_heading(part: DraftSection, path: str, findings: list[Finding]) -> DraftSection:
    """Return a section without a heading at its end that has nothing below it.

    “Legal” is such a heading once its notices are removed. Several in a row are a list set as
    headings and stay, and so does one that says something after a label.
    """
    *above, last = part.blocks
    if last.kind != "heading" or not above or above[-1].kind == "heading":
        return part
    if _LABEL.search(last.text) or is_sentence(last.text) or re.search(r"\d", last.text):
        return replace(part, blocks=(*above, replace(last, kind="paragraph", level=0)))
    findings.append(_left_out(last, path))
    return replace(part, blocks=tuple(above))


def _left_out(heading: OriginalBlock, path: str) -> Finding:
    message = f"The heading “{heading.text}” has no text below it and was left out."
    place = Place(path, heading.line)
    return Finding(place, "I013", message, "Check what is missing.", Severity.WARNING)


def _placed(parts: Sequence[DraftSection]) -> tuple[DraftSection, ...]:
    """Return sections with forewords first, and appendices and similar parts last."""
    return tuple(parts[number] for number in in_order([part.kind for part in parts]))


def _ordered(parts: list[DraftSection], rules: SectionRules) -> tuple[DraftSection, ...]:
    """Return sections in the catalogue's order.

    A section that it does not name follows the one before it, or stays last if it was last.
    """
    ranks = {section: rank for rank, section in enumerate(rules.order)}
    last = max((number for number, part in enumerate(parts) if part.id in ranks), default=-1)
    keys = []
    rank = -1
    for number, part in enumerate(parts):
        rank = ranks.get(part.id, rank) if number <= last else len(ranks)
        keys.append((rank, number))
    return tuple(
        part for _, part in sorted(zip(keys, parts, strict=True), key=lambda pair: pair[0])
    )
