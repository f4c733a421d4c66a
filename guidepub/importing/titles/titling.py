"""Finds the title of a guide: the name of the occupation that headings, metadata and prose agree on.

A title in the metadata may be a question, a site's name or a line of a mail. So all places that may
name the occupation are read, and each name is compared with the others and with the prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from guidepub.importing.headings.capitals import spelling
from guidepub.importing.headings.known import known_section
from guidepub.importing.headings.questions import asks_for_section
from guidepub.importing.headings.title_names import (
    NameInTitle,
    are_same_name,
    first_of_pair,
    folded,
    is_more_specific,
    is_possible,
    names_in,
    pattern_of,
    recased,
)
from guidepub.importing.matter.site_matter import is_sentence, mail_head
from guidepub.importing.originals.ledger import ImportLog
from guidepub.importing.originals.original import Original, OriginalBlock
from guidepub.importing.titles.several import headings_of_occupations
from guidepub.importing.titles.subjects import (
    has_several_subjects,
    openings_of,
    subject_in,
    subjects_in,
)
from guidepub.importing.titles.uncertain_titles import titled_by_metadata
from guidepub.text.naming.classification import occupation_called
from guidepub.text.naming.occupations import looks_like_one
from guidepub.text.residue.site_chrome import is_chrome

# The most words of a line with a title.
_LINE_WORDS = 16
# How many blocks at the beginning are searched for the title.
_REGION = 12
# The most words of a mail above the title of the text in it.
_LONGEST_LETTER = 150
# How many characters of the text without headings are searched for names.
_MOST_READ = 20_000
_MOST_TIMES, _FEW_TIMES = 6, 2
_SHORT = 4
# Limits against texts made to be slow: characters of prose and of bold words, and names.
_MOST_PROSE, _MOST_BOLD, _MOST_NAMES = 60_000, 600, 40
# Languages in which the noun of a name comes first.
_NOUN_FIRST = ("es", "fr", "pt")
# The weight of a name by its position.
_CALLED, _LINE, _ELSEWHERE = 4.0, 2.0, 1.0
# The extra weight of a name that sentences begin with.
_SUBJECT = 4.0
# The weight that a name must exceed to become the title. English names also gain weight by being
# listed, and by their endings.
_ENOUGH, _ENOUGH_ENGLISH = 2.5, 3.5
_BOLD = re.compile(r"(?:\A\W{0,3}|(?<=\w\s)|(?<=\w\s\W))\*\*([^*\n]{3,90}[^*\n.:])\*\*(?![.:])")


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A name that may be the title, the weight of its position, and its block, if any."""

    found: NameInTitle
    weight: float
    block: OriginalBlock | None = None


@dataclass(frozen=True, slots=True)
class Titled:
    """A text's title, its subtitle, and the other blocks."""

    title: str
    subtitle: str
    blocks: list[OriginalBlock]


# Programs' names for untitled pages and files.
_UNNAMED = re.compile(
    r"(?i)(?:untitled|unnamed|new|blank|my)(?: (?:document|page|post|file|site|web ?site))?(?:[ -]?\d+)?|(?:document|page|home|index|default|main|microsoft word|word)(?:[ -]?\d+)?(?: ?- .{0,80}\.docx?)?"
    r"|(?:unbenannt(?:es dokument)?|neue seite|ohne titel|dokument|seite|startseite|sans titre|sans nom|nouvelle page|document sans (?:titre|nom)|accueil|(?:documento )?sin (?:título|nombre)|página nueva|nueva página|documento|inicio|(?:documento )?sem (?:título|nome)|nova página|página)(?:[ -]?\d+)?|[\w-]{1,40}\.(?:html?|php|aspx?|docx?|odt|txt|md|pdf|rtf)"
)


def _abbreviations(blocks: Sequence[OriginalBlock]) -> frozenset[str]:
    """Return the words in lower case that a text's sentences have in capitals: “HVAC”."""
    seen = spelling(block.text for block in blocks if block.kind == "paragraph")
    return frozenset(low for low, usual in seen.items() if len(low) > 1 and usual.isupper())


def titled(
    blocks: list[OriginalBlock], original: Original, language: str, ledger: ImportLog
) -> Titled:
    """Return the title of a text and its other blocks. `language` is the text's.

    A text about several occupations is not named after one of them.
    """
    mail = mail_head(blocks)
    if any(block.text == original.title for block in mail) or _UNNAMED.fullmatch(
        original.title.strip()
    ):
        original = replace(original, title="")
    chosen = None
    if not headings_of_occupations(blocks):
        # The text of a mail has a better title than its subject, “Re: Re: Text roofer, last version”.
        chosen = _chosen(blocks[len(mail) :], original, language)
        chosen = chosen or (_chosen(blocks, original, language) if mail else None)
    if chosen is None:
        title, left = titled_by_metadata(blocks, original.title, language, ledger)
        return Titled(title, "", left)
    name = chosen.found.name
    name = recased(name, language, _abbreviations(blocks) if name.isupper() else frozenset())
    gone = list(_titles(blocks, name, original.title))
    is_head = _is_above_all(blocks, chosen) or _is_head_of_page(blocks, chosen)
    if chosen.block and chosen.block not in gone and is_head:
        gone = [*gone, chosen.block]
    ledger.record(gone, "title")
    places = [number for number, block in enumerate(blocks) if block in gone] or [0]
    # The subject of a mail contains the title of its text.
    above = _above(blocks, places[-1] if mail or is_head else places[0])
    above = [block for block in above if block not in gone]
    ledger.record(above, "furniture", note="above the title")
    left = [block for block in blocks if block not in gone and block not in above]
    is_marked = chosen.weight >= _CALLED or (chosen.block and chosen.block.kind == "heading")
    subtitle = chosen.found.rest if is_marked else ""
    return Titled(name, subtitle, left)


def _titles(blocks: Sequence[OriginalBlock], name: str, given: str) -> Iterator[OriginalBlock]:
    """Yield the blocks that repeat the title `name`, or the one `given` in the metadata.

    A later heading that says more than the name, “Why Become a Nurse?”, belongs to a part.
    """
    highest = 0
    for number, block in enumerate(blocks):
        is_heading = block.kind == "heading"
        is_first = is_heading and block.level <= 1 and block.text.casefold() == given.casefold()
        names = number < _REGION and _names_only(block, name)
        if names and is_heading and 0 < highest < block.level:
            names = all(found.is_whole for found in names_in(block.text))
        if is_first or names:
            highest = highest or (block.level if is_heading else 0)
            yield block


def _is_above_all(blocks: Sequence[OriginalBlock], chosen: _Candidate) -> bool:
    """Return whether a name is in a heading above all others, whatever else that says."""
    first = chosen.block
    if first is None or chosen.weight < _CALLED:
        return False
    others = [b.level for b in blocks if b.kind == "heading" and b is not first]
    return first.level < min(others, default=first.level + 1)


def _is_head_of_page(blocks: Sequence[OriginalBlock], chosen: _Candidate) -> bool:
    """Return whether a name is in a heading like a section's, while the real section is below.

    “How to Become a Gunsmith” is the title of a page if that also has a heading “Training”.
    """
    first = chosen.block
    if first is None or not chosen.found.is_led_to or first.kind != "heading":
        return False
    section = known_section(first.text)
    after = blocks[blocks.index(first) + 1 :]
    return bool(section) and any(
        block.kind == "heading" and known_section(block.text) == section for block in after
    )


def _above(blocks: Sequence[OriginalBlock], title: int) -> list[OriginalBlock]:
    """Return the blocks above a title: lines of a publisher, a site or a mail, but not prose."""
    above = [block for block in blocks[:title] if block.kind in ("heading", "paragraph", "quote")]
    if title > _REGION or any(block.kind == "table" for block in blocks[:title]):
        return []
    if mail_head(blocks[:title]):
        return above if sum(len(b.text.split()) for b in above) <= _LONGEST_LETTER else []
    if any(len(block.text.split()) > _LINE_WORDS for block in above):
        return []
    return [block for block in above if not is_sentence(block.text)]


def _chosen(
    blocks: Sequence[OriginalBlock], original: Original, language: str
) -> _Candidate | None:
    """Return the name with the most evidence, or None if none is certain."""
    prose = folded(_prose(blocks))
    prose_text = "\n".join(block.text for block in blocks if block.kind != "heading")[:_MOST_READ]
    words = folded(prose_text)
    headings = [block.text for block in blocks if block.kind == "heading"]
    heads = folded("\n".join(headings)[:_MOST_READ])
    openings = openings_of(prose_text)
    called = (original.title, *(b.text for b in blocks[:1] if b.kind == "heading"))
    if any(has_several_subjects(each, openings, language) for each in called):
        return None
    is_named = any(_times(found, words, language) for found in names_in(original.title))
    begun = _subject_candidates(blocks, original, openings, language, is_named=is_named)
    marked = [*begun, *islice(_title_candidates(blocks, original), _MOST_NAMES)]
    candidates = marked or _sentence_candidates(_prose(blocks), language)
    best = _best_candidate(candidates, original, language, prose, words, heads)
    if best is None and not original.title:
        candidates = _sentence_candidates(prose_text, language)
        best = _best_candidate(candidates, original, language, words, words, heads)
    return best and _plain_candidate(_longer_name(best, candidates), candidates)


def _best_candidate(
    candidates: Sequence[_Candidate],
    original: Original,
    language: str,
    prose: str,
    words: str,
    heads: str,
) -> _Candidate | None:
    """Return the candidate with the most evidence, or None if none is certain.

    `prose`, `words` and `heads` are the longer paragraphs, everything except headings, and headings.
    """
    best, most = None, _ENOUGH_ENGLISH if language == "en" else _ENOUGH
    for candidate in candidates:
        name = candidate.found.name
        times = _times(candidate.found, prose, language)
        if not times and (candidate.block is None or candidate.block.is_set_apart):
            # Short texts may have the name only in short paragraphs.
            times = min(_times(candidate.found, words, language), _FEW_TIMES)
            # A bold line is itself part of the words.
            times -= bool(times and candidate.block and candidate.block.kind != "heading")
        if not times and candidate.found.is_led_to:
            # The name may be only in headings: “Le salaire du boulanger”.
            times = _times(candidate.found, heads, language)
            times = times if times > _FEW_TIMES else 0
        listed = language == "en" and occupation_called(name) is not None
        others = sum(
            other.weight
            for other in candidates
            if other.found is not candidate.found and are_same_name(other.found.name, name)
        )
        agent = language == "en" and looks_like_one(name)
        is_led_to = candidate.found.is_led_to and (agent or candidate.weight >= _CALLED)
        # A page marks its title; the first line of a text may be anything.
        is_marked = original.is_page and candidate.found.is_whole and candidate.weight >= _CALLED
        if not (times or listed or is_led_to or is_marked):
            continue
        weight = candidate.weight + times + 2 * candidate.found.is_led_to + others
        weight += 3 * listed + 2 * agent + 2 * candidate.found.is_whole
        if weight > most:
            best, most = candidate, weight
    return best


def _longer_name(best: _Candidate, candidates: Sequence[_Candidate]) -> _Candidate:
    """Return the longer name in a title that the best candidate is a part of, or the best itself.

    The “interpreter” of the prose is the “sign language interpreter” of the title.
    """
    words = folded(best.found.name).split()
    longer = (
        each
        for each in candidates
        if each.block is None
        and each.weight >= _CALLED
        and len(each.found.name.split()) > len(words)
        and (each.found.is_led_to or each.found.is_whole)
        and is_more_specific(each.found.name, best.found.name)
    )
    return next(longer, best)


def _plain_candidate(best: _Candidate, candidates: Sequence[_Candidate]) -> _Candidate:
    """Return the candidate with the same name that is plainly in a title, if there is one."""
    if best.block is None and best.weight >= _CALLED and not best.found.is_led_to:
        return best
    plain = (
        each
        for each in candidates
        if each.block is None
        and not each.found.is_led_to
        and not each.found.name.islower()
        and are_same_name(each.found.name, best.found.name)
    )
    return next(plain, best)


def _prose(blocks: Sequence[OriginalBlock]) -> str:
    """Return the longer paragraphs, without headings and lines such as the title itself."""
    paragraphs = (
        block.text
        for block in blocks
        if block.kind in ("list", "quote", "paragraph") and len(block.text.split()) > _LINE_WORDS
    )
    return "\n".join(paragraphs)[:_MOST_PROSE]


def _times(found: NameInTitle, prose: str, language: str) -> int:
    """Return how often prose in folded letters has a name, up to the limit."""
    name = first_of_pair(found.name)
    whole = len(pattern_of(name).findall(prose))
    if not whole:
        # “L’infirmière” is short for “Infirmière diplômée d’État”, “captains” for “Tugboat Captain”.
        noun = name.split()[0 if language in _NOUN_FIRST else -1]
        is_long = len(noun) > _SHORT and is_possible(noun)
        whole = min(len(pattern_of(noun).findall(prose)), _FEW_TIMES) if is_long else 0
    return min(whole, _MOST_TIMES)


def _title_candidates(blocks: Sequence[OriginalBlock], original: Original) -> Iterator[_Candidate]:
    """Yield names in titles, and in the lines at the beginning of a text."""
    for number, found in enumerate(names_in(original.title)):
        yield _Candidate(found, _CALLED - (number > 0))
    slug = str(original.about.get("slug") or original.about.get("permalink") or "")[:200]
    words = slug.strip("/").rpartition("/")[2].replace("-", " ").replace("_", " ")
    for called in (*(each for each in original.called if each != original.title), words):
        for found in names_in(called):
            yield _Candidate(found, _LINE)
    for number, block in enumerate(blocks[:_REGION]):
        for line in () if is_chrome(block.text) else _lines(block):
            for found in names_in(line):
                yield _Candidate(found, _LINE - number / _REGION, block)


def _subject_candidates(
    blocks: Sequence[OriginalBlock],
    original: Original,
    openings: Sequence[tuple[str, bool]],
    language: str,
    *,
    is_named: bool,
) -> Iterator[_Candidate]:
    """Yield the names in titles that sentences of the text begin with.

    If the text never has the title of its page, “Tri-County Library”, a heading that introduces a
    name also counts as a title: “How to Become a Gunsmith”.
    """
    heads = [block for block in blocks[:_REGION] if block.kind == "heading"]
    above = [
        block
        for block in heads
        if block is heads[0]
        or not known_section(block.text)
        or not (is_named or all(not found.is_led_to for found in names_in(block.text)))
    ]
    for block in (None, *above[: _FEW_TIMES + (not is_named)]):
        found = subject_in(block.text if block else original.title, openings, language)
        if found:
            yield _Candidate(found, (_LINE if block else _CALLED) + _SUBJECT, block)


def _lines(block: OriginalBlock) -> Iterator[str]:
    """Yield the parts of a block that may be a title: a heading, a short line, bold words."""
    if block.kind in ("heading", "paragraph", "quote"):
        if len(block.text.split()) <= _LINE_WORDS and not re.search(r"[.;,:]$", block.text):
            yield block.text
        # Bold words at the beginning of a paragraph are the label of what follows.
        yield from (bold[1] for bold in _BOLD.finditer(block.markdown[:_MOST_BOLD]))


def _sentence_candidates(text: str, language: str) -> list[_Candidate]:
    return [_Candidate(found, _ELSEWHERE) for found in subjects_in(text, language)]


def _names_only(block: OriginalBlock, name: str) -> bool:
    """Return whether a heading or a short line has only a title and the usual words around titles."""
    if block.kind not in ("heading", "paragraph") or len(block.text.split()) > _LINE_WORDS:
        return False
    if (block.kind == "heading" and known_section(block.text)) or asks_for_section(block):
        return False
    found = list(names_in(block.text))
    # “Riggers earn.” is a sentence.
    ends_sentence = block.kind == "paragraph" and block.text.endswith(".")
    is_name = not ends_sentence or block.text[:-1] in [each.name for each in found]
    return bool(found) and is_name and all(are_same_name(each.name, name) for each in found)
