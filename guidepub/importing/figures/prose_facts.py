"""Turns figures in paragraphs and lists into facts, and replaces them by references."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from guidepub.importing.figures.block_sentences import (
    block_sentences,
    cited_by_sentence,
    may_be_line,
    without_struck_words,
)
from guidepub.importing.figures.cell_labels import line_with_unit
from guidepub.importing.figures.confining import (
    confining_words,
    names_employer,
    names_part,
    names_place,
    strange_aside,
)
from guidepub.importing.figures.facts import Facts
from guidepub.importing.figures.label_words import Label, label_of
from guidepub.importing.figures.labelled_lines import read_line
from guidepub.importing.figures.leads import STRANGE, context_below, context_of, dated, may_confine
from guidepub.importing.figures.opening_phrases import answers_heading
from guidepub.importing.figures.paired_labels import labelled_halves
from guidepub.importing.figures.references import referring
from guidepub.importing.figures.sentence_facts import RunningText, SentenceFacts
from guidepub.importing.figures.sums_of_jobs import SumsOfJobs
from guidepub.importing.figures.surroundings import BlockSurroundings, place_of
from guidepub.importing.figures.table_facts import SettledBlock, TableFacts
from guidepub.importing.figures.women_only import names_only_women
from guidepub.importing.headings.known import known_section
from guidepub.importing.originals.citations import BARE, Citations
from guidepub.importing.originals.original import OriginalBlock
from guidepub.importing.originals.stated_figures import StatedFigure, as_figure, labelled
from guidepub.importing.titles.trade_names import may_be_trade
from guidepub.text.figures.quantities import figures as quantities
from guidepub.text.figures.scope import narrows_what_follows
from guidepub.text.figures.years import Dating, when
from guidepub.text.naming.occupations import is_anyone, looks_like_one, subject_of
from guidepub.text.punctuation.accents import with_accents

_LINK = re.compile(r"\]\([^)]*\)")
_LETTER = re.compile(r"[^\W\d_]")
# A single word does not name an occupation: “Jobs: 240” below “Ferguson Shipyard”.
_BARE_LABEL = re.compile(r"\W{0,4}\w+\W{0,4}:\W{0,6}\d[^:]{0,30}$")
_OF_OTHERS = re.compile(r"([A-Z][^:.!?%$€\d]{2,60}):\s*[$€£]?\d[\d.,]*[^.]{0,30}$")
# The subject at the beginning of a line: “**Plasterer.** …”, “Plasterer: …”.
_LEAD = re.compile(r"(?P<who>[^\W\d_][^.:!?\n$€£%\d]{1,50}?)(?P<ends>[.:])\s+\S")
_LONGEST_BARE_LEAD = 3


@dataclass(frozen=True, slots=True)
class _BlockSentence:
    """A sentence of a block with its neighbours and its source; `label` is the term that it defines.

    `number` is its index in the block, and `start` where it begins in the block's text.
    """

    number: int
    start: int
    label: str
    text: str
    before: str
    behind: str
    source: str

    @property
    def line(self) -> str:
        """The sentence with its label before it."""
        return f"{self.label}{self.text}"

    @property
    def line_start(self) -> int:
        """Where the line begins in the block's text."""
        return self.start - len(self.label)


@dataclass(slots=True)
class _OpenBlock:
    """A block in whose Markdown figures are replaced by references to facts, and the facts' keys."""

    block: OriginalBlock
    language: str
    sums: SumsOfJobs
    markdown: str
    keys: list[str] = field(default_factory=list)

    def add_reference(self, key: str, figure: StatedFigure, at: int) -> None:
        """Replace a figure at a position in the block's text by a reference, if it has a key."""
        if key:
            self.keys.append(key)
            self.sums.note(key)
            self.markdown = referring(
                self.markdown, self.block.text, at, figure, key, self.language
            )

    def settled(self, original: OriginalBlock) -> SettledBlock:
        """Return the original block with its references; it was read without struck-out words."""
        block = replace(original, markdown=self.markdown)
        return SettledBlock(block, tuple(dict.fromkeys(self.keys)))


class ProseFacts:
    """Turns the figures in one text's prose and tables into facts.

    `own` is the key of the text itself as a source, or empty; `language` is the guide's, in which
    figures are printed, and `spoken` the text's.
    """

    def __init__(
        self, facts: Facts, citations: Citations, own: str, language: str, spoken: str
    ) -> None:
        self.facts, self.citations = facts, citations
        self._own, self._language, self.spoken = own, language, spoken
        self.tables = TableFacts(facts, own, spoken)
        self.sentences = SentenceFacts(facts, spoken)

    def reset_if_outdated(self) -> bool:
        """Clear what was read if some facts turned out to be outdated, and return whether that is so."""
        if not self.facts.reset_if_outdated():
            return False
        self.tables = TableFacts(self.facts, self._own, self.spoken)
        self.sentences = SentenceFacts(self.facts, self.spoken)
        return True

    def settle_prose(
        self,
        block: OriginalBlock,
        heading: str = "",
        below: str = "",
        lead: str = "",
        *,
        is_confined: bool = False,
        is_of_others: bool = False,
        is_first_of_education: bool = False,
    ) -> SettledBlock:
        """Settle a paragraph or a list, or a heading or a box with a label.

        `heading` is that of the section, `below` the nearest heading above the block, and `lead`
        the line that introduces it, or else the heading. A block that `is_confined` is about a place
        or other people according to its surroundings, and one that `is_of_others` is below the
        name of another occupation. The block that `is_first_of_education` may begin with just the
        level of entry.
        """
        is_named = looks_like_one(heading) and self.facts.owner_of(heading) != "own"
        around = self._surroundings(below, lead, is_of_others, is_named, is_confined)
        is_led = is_confined or may_confine(lead, self.facts.own, self.spoken)
        has_lines = not (around.is_others or around.is_of_part or is_led)
        context = context_of(lead, self.facts.own, self.spoken)
        running = RunningText(SumsOfJobs(self.facts, self.spoken))
        original, block = block, without_struck_words(block)
        block = replace(block, text=with_accents(block.text, self.spoken))
        opened = _OpenBlock(block, self._language, running.sums, original.markdown)
        for sentence in self._sentences(block, below):
            is_apart = self._is_apart(block, sentence, below, is_confined)
            is_line = has_lines and not is_apart
            read = self._read_line(block, sentence, lead, context) if is_line else []
            context = context_below(context, read)
            for figure, dating in read:
                years = dated(dating, lead, context)
                key = self.facts.add(figure, years, sentence.source, "", sentence.line, block.line)
                opened.add_reference(key, figure, sentence.line_start + figure.at)
            if read or (block.kind == "list" and self._is_strange(sentence.line, context)):
                continue
            if labelled_halves(sentence.line, self.facts.own, self.spoken) == ():
                # “Median/mean pay: $38,000” is one of the two.
                continue
            if is_line and (label := labelled(sentence.line, self.spoken)):
                key = self._labelled(label, sentence, block.line)
                opened.add_reference(key, label, sentence.line_start + label.at)
                continue
            if block.kind in ("heading", "quote"):
                # A quotation is about one person; the list in a box is not.
                continue
            place = place_of(
                (sentence.before, sentence.text, sentence.behind),
                sentence.source,
                block,
                sentence.start,
                is_apart,
                (self.facts.own, self.spoken),
            )
            if place is None:
                continue
            if not (around.is_others or is_confined):
                is_first = is_first_of_education and not sentence.number
                self.sentences.keep_level_alone(place, is_first, block)
            for key, figure in self.sentences.stated_by(place, around, running):
                opened.add_reference(key, figure, place.start + figure.at)
        return self._with_own_source(opened.settled(original))

    def _surroundings(
        self, below: str, lead: str, is_of_others: bool, is_named: bool, is_confined: bool
    ) -> BlockSurroundings:
        """Return whom a block is about, according to the headings and the line above it."""
        own = self.facts.own
        is_of_part = narrows_what_follows(below, "", own) or names_place(lead)
        is_of_named = is_of_others or names_part(below, own, self.spoken) or names_employer(lead)
        return BlockSurroundings(
            below, is_of_others or is_named, is_of_part, is_confined, is_of_named
        )

    def _sentences(self, block: OriginalBlock, below: str) -> Iterator[_BlockSentence]:
        """Yield the sentences of a block below a heading."""
        cited = cited_by_sentence(block, {source.key for source in self.citations.sources})
        spans = block_sentences(block)
        before = below
        for number, (start, end, label) in enumerate(spans):
            text = block.text[start:end]
            behind = block.text[slice(*spans[number + 1][:2])] if spans[number + 1 :] else ""
            source = cited.get(number) or self._source(text)
            yield _BlockSentence(number, start, label, text, before, behind, source)
            before = text

    def _with_own_source(self, settled: SettledBlock) -> SettledBlock:
        """Return a paragraph with a citation of the text itself, if its figures have no source."""
        markdown = settled.block.markdown
        loose = (
            settled.block.kind == "paragraph" and "{fact}" not in markdown and "[@" not in markdown
        )
        if not (self._own and loose and quantities(_LINK.sub("", markdown), self.spoken)):
            return settled
        return replace(settled, block=replace(settled.block, markdown=f"{markdown} [@{self._own}]"))

    def with_weighed(
        self, done: Mapping[int, SettledBlock], blocks: Mapping[int, OriginalBlock]
    ) -> dict[int, SettledBlock]:
        """Return settled blocks, with those figures as facts that the rest of the text makes certain.

        `blocks` are the originals of the blocks.
        """
        found = dict(done)
        for place, statement, dating in self.sentences.weighing.sure():
            figure = as_figure(statement)
            key = self.facts.add(figure, dating, place.source, "", place.whole, place.line)
            if key:
                was = found[place.block]
                text = without_struck_words(blocks[place.block]).text
                at = place.start + figure.at
                markdown = referring(was.block.markdown, text, at, figure, key, self._language)
                block = replace(was.block, markdown=markdown)
                found[place.block] = replace(was, block=block, facts=(*was.facts, key))
        return found

    def _is_apart(
        self, block: OriginalBlock, sentence: _BlockSentence, below: str, is_confined: bool
    ) -> bool:
        """Return whether a sentence is about others, or is a labelled line in a confined block."""
        is_line = may_be_line(block, sentence.line)
        is_apart = is_line and (is_confined or self._is_labelled_apart(sentence.line))
        return is_apart or self._is_led_apart(block, sentence.start, below)

    def _is_labelled_apart(self, line: str) -> bool:
        """Return whether the label of a line confines its figure to a part of the occupation."""
        own, spoken = self.facts.own, self.spoken
        is_labelled = labelled(line, spoken) is not None
        return bool(
            confining_words(line, own, spoken)
            or (is_labelled and strange_aside(line, own, spoken))
            or names_only_women(line, self.facts.title, own, spoken)
        )

    def _is_led_apart(self, block: OriginalBlock, at: int, below: str) -> bool:
        """Return whether a sentence's line begins with the name of others: “**Mason:** …”, “Mason. …”.

        If it is not bold, an adjective such as “Excellent.” may answer the heading above it.
        """
        begins = block.text.rfind("\n", 0, at) + 1
        lead = _LEAD.match(block.text, begins)
        if lead is None:
            return False
        is_bold = f"**{lead['who']}" in block.markdown
        if not is_bold and (known_section(below) or not self._is_bare_lead(lead)):
            return False
        own, spoken = self.facts.own, self.spoken
        if self.facts.owner_of(lead["who"]) == "own" or label_of(lead["who"], own, spoken):
            return False
        return may_be_trade(lead["who"], spoken) or names_part(lead["who"], own, spoken)

    def _is_bare_lead(self, lead: re.Match[str]) -> bool:
        """Return whether an opening that is not bold is a name and not a sentence: “Mason. …”."""
        words = lead["who"].split()
        is_name = lead["ends"] == "." and len(words) <= _LONGEST_BARE_LEAD
        if not is_name or words[-1].endswith("s") or is_anyone(words[0]):
            return False
        if answers_heading(lead["who"], self.spoken):
            return False
        # “Remember. Masons earn …” continues about the same people.
        subject = subject_of(lead.string[lead.end() - 1 :])
        return not subject or self.facts.owner_of(subject) != "own"

    def _read_line(
        self, block: OriginalBlock, sentence: _BlockSentence, lead: str, context: Label | None
    ) -> list[tuple[StatedFigure, Dating]]:
        """Return the figures that a line of labels states; running prose has none.

        A bare figure is only as certain as the words of its block: “£22,000”, “Starter”.
        """
        line = line_with_unit(sentence.line, lead, self.spoken)
        is_bare = not _LETTER.search(line) and _LETTER.search(block.text)
        if is_bare or not may_be_line(block, line):
            return []
        return read_line(line, self.facts.own, self.spoken, context, self.tables.counted)

    def _is_strange(self, line: str, context: Label | None) -> bool:
        """Return whether an item is about others, like “Registered nurses as a whole: $96,180”."""
        if context == STRANGE and _BARE_LABEL.match(line):
            return True
        found = _OF_OTHERS.match(line)
        return found is not None and label_of(found[1], self.facts.own, self.spoken) is None

    def _labelled(self, figure: StatedFigure, sentence: _BlockSentence, number: int) -> str:
        """Add the fact in a labelled line, and return its key if a book can print the figure there."""
        line, source = sentence.line, sentence.source
        if isinstance(figure.value, str):
            self.facts.add_level(figure, source, "", line, number)
            return ""
        return self.facts.add(figure, when(line), source, "", line, number)

    def _source(self, sentence: str) -> str:
        return self._own or self.citations.source_named(BARE.sub("", sentence))
