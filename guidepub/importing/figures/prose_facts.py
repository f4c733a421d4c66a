"""Paragraphs and lists of a text with their figures as facts: prose that refers to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from guidepub.importing.figures.block_sentences import (
    block_sentences,
    cited_by_sentence,
    may_be_line,
)
from guidepub.importing.figures.cell_labels import line_with_unit
from guidepub.importing.figures.confining import (
    confined_statement,
    confining_words,
    names_employer,
    names_part,
    names_place,
    strange_aside,
)
from guidepub.importing.figures.facts import Facts
from guidepub.importing.figures.label_words import Label, label_of
from guidepub.importing.figures.labelled_lines import read_line
from guidepub.importing.figures.leads import STRANGE, context_below, context_of, dated, narrows
from guidepub.importing.figures.opening_phrases import opening_place
from guidepub.importing.figures.references import referring
from guidepub.importing.figures.sums_of_jobs import SumsOfJobs
from guidepub.importing.figures.surroundings import BlockSurroundings, SentencePlace, place_of
from guidepub.importing.figures.table_facts import SettledBlock, TableFacts
from guidepub.importing.figures.weighing import Weighing
from guidepub.importing.headings.telling_heads import is_about_figures, may_be_name
from guidepub.importing.originals.citations import BARE, Citations
from guidepub.importing.originals.original import OriginalBlock
from guidepub.importing.originals.stated_figures import StatedFigure, labelled, stated
from guidepub.importing.titles.trade_names import may_be_trade
from guidepub.text.figures.quantities import Figure
from guidepub.text.figures.quantities import figures as quantities
from guidepub.text.figures.scope import narrows_what_follows
from guidepub.text.figures.years import Dating, when
from guidepub.text.measured.measures import Statement
from guidepub.text.naming.occupations import (
    is_anyone,
    is_of_nation,
    is_of_place,
    looks_like_one,
    subject_of,
)
from guidepub.text.naming.places import without_seats
from guidepub.text.readings.reserves import (
    goes_on_about_others,
    names_own,
    names_wider_group,
    reserve,
    states_pay,
)
from guidepub.text.readings.weighed_statements import all_statements
from guidepub.text.schooling.demands import nouns
from guidepub.text.schooling.entry_levels import entry_level
from guidepub.text.schooling.entry_lines import first_level, listed_level
from guidepub.text.schooling.levels import levels

_LINK = re.compile(r"\]\([^)]*\)")
_LETTER = re.compile(r"[^\W\d_]")
# One word does not name an occupation: “Jobs: 240” below “Ferguson Shipyard”.
_BARE_LABEL = re.compile(r"\W{0,4}\w+\W{0,4}:\W{0,6}\d[^:]{0,30}$")
_OF_OTHERS = re.compile(r"([A-Z][^:.!?%$€\d]{2,60}):\s*[$€£]?\d[\d.,]*[^.]{0,30}$")
# The subject at the beginning of a line: “**Plasterer.** …”, “Plasterer: …”.
_LEAD = re.compile(r"(?P<who>[^\W\d_][^.:!?\n$€£%\d]{1,50}?)(?P<ends>[.:])\s+\S")
_MOST_FIGURES = 7


@dataclass(slots=True)
class _Running:
    """The state that continues from one sentence of a block to the next.

    `carried` is whom they are about, `last` when their figures hold, `paid` what they state of the
    occupation's pay, and `is_of_wider` that they are about more than those in the occupation.
    """

    sums: SumsOfJobs
    carried: str = ""
    last: Dating = Dating()  # noqa: RUF009 - frozen
    paid: tuple[Figure, ...] = ()
    is_of_wider: bool = False


class ProseFacts:
    """Turns the figures of one text's prose, its tables and their likes into facts.

    `own` is the key of the source that the text itself is, or empty; `language` is that of the
    guide, in which it prints figures, and `spoken` that of the text.
    """

    def __init__(
        self, facts: Facts, citations: Citations, own: str, language: str, spoken: str
    ) -> None:
        self.facts, self.citations = facts, citations
        self._own, self._language, self.spoken = own, language, spoken
        self._nouns = nouns([facts.title, *sorted(facts.own)])
        self.tables = TableFacts(facts, own, spoken)
        self.weighing = Weighing(facts, spoken)

    def starts_again(self) -> bool:
        """Forget all that was read if some of it turned out to be of a past; return whether it was."""
        if not self.facts.starts_again():
            return False
        self.tables = TableFacts(self.facts, self._own, self.spoken)
        self.weighing = Weighing(self.facts, self.spoken)
        return True

    def prose(
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
        """Settle a paragraph or a list that stands under a heading, or a heading or box that has a label.

        `below` is the heading, or the one within its section, that stands next above the block;
        `lead` is the line above that leads to it, or the heading whatever it is; one that
        `is_confined` is of a place or of others by what stands around it, and one that
        `is_of_others` stands below the name of another occupation. What
        `is_first_of_education` may begin with the level of entry alone.
        """
        is_led = is_confined or narrows(lead, self.facts.own, self.spoken)
        context = context_of(lead, self.facts.own, self.spoken)
        keys: list[str] = []
        markdown = block.markdown

        def refer(key: str, figure: StatedFigure, at: int) -> None:
            nonlocal markdown
            if key:
                keys.append(key)
                running.sums.note(key)
                markdown = referring(markdown, block.text, at, figure, key, self._language)

        above, running = below, _Running(SumsOfJobs(self.facts, self.spoken))
        is_named = looks_like_one(heading) and self.facts.owner_of(heading) != "own"
        is_others = is_of_others or is_named
        is_of_part = narrows_what_follows(below, "", self.facts.own) or names_place(lead)
        cited = cited_by_sentence(block, {source.key for source in self.citations.sources})
        spans = block_sentences(block)
        is_of_named = is_of_others or names_part(below, self.facts.own, self.spoken)
        around = BlockSurroundings(
            below, is_others, is_of_part, is_confined, is_of_named or names_employer(lead)
        )
        for number, (start, end, label) in enumerate(spans):
            sentence = block.text[start:end]
            line, line_at = f"{label}{sentence}", start - len(label)
            before, above = above, sentence
            behind = block.text[slice(*spans[number + 1][:2])] if spans[number + 1 :] else ""
            source = cited.get(number) or self._source(sentence)
            is_apart = may_be_line(block, line) and (is_confined or self._is_apart(line))
            is_apart = is_apart or self._is_led_apart(block, start)
            is_line = not (is_others or is_of_part or is_led or is_apart)
            united = line_with_unit(line, lead, self.spoken)
            read = self._read(block, united, context) if is_line else []
            context = context_below(context, read)
            for figure, figure_dating in read:
                years = dated(figure_dating, lead, context)
                key = self.facts.add(figure, years, source, "", line, block.line)
                refer(key, figure, line_at + figure.at)
            if read or (block.kind == "list" and self._is_strange(line, context)):
                continue
            if is_line and (labelled_figure := labelled(line, self.spoken)):
                key = self._labelled(labelled_figure, line, source, block.line)
                refer(key, labelled_figure, line_at + labelled_figure.at)
                continue
            if block.kind in ("heading", "quote"):
                # What somebody says in a quotation is of one; what a box lists is not.
                continue
            place = place_of(
                (before, sentence, behind),
                source,
                block,
                start,
                is_apart,
                (self.facts.own, self.spoken),
            )
            if place is None:
                continue
            if not (is_others or is_confined):
                self._level_alone(place, is_first_of_education and not number, block)
            for key, figure in self._facts_of_sentence(place, around, running):
                refer(key, figure, place.start + figure.at)
        loose = block.kind == "paragraph" and "{fact}" not in markdown and "[@" not in markdown
        if self._own and loose and quantities(_LINK.sub("", markdown), self.spoken):
            markdown = f"{markdown} [@{self._own}]"
        return SettledBlock(replace(block, markdown=markdown), tuple(dict.fromkeys(keys)))

    def _facts_of_sentence(
        self, place: SentencePlace, around: BlockSurroundings, running: _Running
    ) -> Iterator[tuple[str, StatedFigure]]:
        """Add the facts that a sentence states, and yield their keys with the figures."""
        sentence, before = without_seats(place.text), without_seats(place.before)
        is_of_nation_now = is_of_nation(sentence)
        if is_of_nation_now or names_own(sentence, self.facts.own, self.spoken):
            running.carried = ""
        running.carried = subject_of(sentence) or running.carried
        if not around.is_others:
            self._level(sentence, place.source, place.line)
        unreserved = self._unreserved(sentence, before, place.behind, running.paid)
        running.is_of_wider = self._is_of_wider(sentence, unreserved, running.is_of_wider)
        # Below “California” the occupation's figures are a state's.
        is_of_part = around.is_of_part or around.is_of_named or place.is_apart
        is_partial = running.is_of_wider or (is_of_part and not is_of_nation_now)
        lifted, paid = set[int](), running.paid
        if quantities(sentence, self.spoken):
            running.paid = ()
        running.sums.next_sentence()
        for statement in unreserved:
            running.last = statement.when if statement.when != Dating() else running.last
            who = self._subject(statement, running.carried, around)
            is_own = who is not None and self.facts.owner_of(who) == "own"
            if who is None or (is_partial and is_own):
                continue
            figure = stated(statement)
            key = self.facts.add(figure, running.last, place.source, who, place.whole, place.line)
            yield key, figure
            lifted |= {statement.figure.start} if key else set()
            if key and is_own:
                running.paid = (*running.paid, statement.figure)
        is_of_others = is_partial or around.is_others or around.is_confined
        is_below_own = self.facts.owner_of(around.below) == "own"
        is_named = not is_below_own and may_be_name(around.below, self.spoken)
        self.weighing.note(
            place, (sentence, before), paid, frozenset(lifted), running.last,
            is_of_others=is_of_others or is_named,
        )  # fmt: skip
        if is_of_others:
            return
        stated_at = {statement.figure.start for statement in unreserved}
        for statement in running.sums.stated(sentence, before, place.behind):
            figure, years = stated(statement), statement.when
            if figure.at not in stated_at:
                key = self.facts.add(figure, years, place.source, "", place.whole, place.line)
                yield key, figure

    def with_weighed(
        self, done: Mapping[int, SettledBlock], blocks: Mapping[int, OriginalBlock]
    ) -> dict[int, SettledBlock]:
        """Return settled blocks with the figures as facts that the others of the text make sure.

        `blocks` are the same as they were before.
        """
        found = dict(done)
        for place, statement, dating in self.weighing.sure():
            figure = stated(statement)
            key = self.facts.add(figure, dating, place.source, "", place.whole, place.line)
            if key:
                was = found[place.block]
                text, at = blocks[place.block].text, place.start + figure.at
                markdown = referring(was.block.markdown, text, at, figure, key, self._language)
                block = replace(was.block, markdown=markdown)
                found[place.block] = replace(was, block=block, facts=(*was.facts, key))
        return found

    def _is_apart(self, line: str) -> bool:
        """Return whether a line of a label and a figure is itself of a part of the occupation."""
        own, spoken = self.facts.own, self.spoken
        is_labelled = labelled(line, spoken) is not None
        return bool(
            confining_words(line, own, spoken) or (is_labelled and strange_aside(line, own, spoken))
        )

    def _is_led_apart(self, block: OriginalBlock, at: int) -> bool:
        """Return whether the line of a sentence begins with others: “**Mason.** …”."""
        begins = block.text.rfind("\n", 0, at) + 1
        lead = _LEAD.match(block.text, begins)
        if lead is None or f"**{lead['who']}" not in block.markdown:
            return False
        own, spoken = self.facts.own, self.spoken
        if self.facts.owner_of(lead["who"]) == "own" or label_of(lead["who"], own, spoken):
            return False
        return may_be_trade(lead["who"], spoken) or names_part(lead["who"], own, spoken)

    def _read(
        self, block: OriginalBlock, line: str, context: Label | None
    ) -> list[tuple[StatedFigure, Dating]]:
        """Return the figures that a line of labels states; running prose has none.

        A figure alone is no more sure than the words of its block: “£22,000”, “Starter”.
        """
        is_bare = not _LETTER.search(line) and _LETTER.search(block.text)
        if is_bare or not may_be_line(block, line):
            return []
        return read_line(line, self.facts.own, self.spoken, context, self.tables.counted)

    def _is_strange(self, line: str, context: Label | None) -> bool:
        """Return whether an item is a figure of others, “Registered nurses as a whole: $96,180”."""
        if context == STRANGE and _BARE_LABEL.match(line):
            return True
        found = _OF_OTHERS.match(line)
        return found is not None and label_of(found[1], self.facts.own, self.spoken) is None

    def _labelled(self, figure: StatedFigure, line: str, source: str, number: int) -> str:
        """Add the fact of a labelled line, and return its key if a book can print the figure there."""
        if isinstance(figure.value, str):
            self.facts.add_level(figure, source, "", line, number)
            return ""
        return self.facts.add(figure, when(line), source, "", line, number)

    def _statements(
        self, sentence: str, before: str, paid: tuple[Figure, ...]
    ) -> Sequence[Statement]:
        """Return the statements of a sentence; one with too many figures was a table once.

        `before` is the sentence before it, or the heading. A figure without words states nothing.
        """
        own, spoken = self.facts.own, self.spoken
        is_table = len(quantities(sentence, spoken)) > _MOST_FIGURES
        if is_table or not _LETTER.search(sentence) or opening_place(sentence, own, spoken):
            return ()
        return all_statements(sentence, own, spoken, before, paid)

    def _unreserved(
        self, sentence: str, before: str, behind: str, paid: tuple[Figure, ...]
    ) -> list[Statement]:
        """Return the statements of a sentence without reserves; `behind` is the sentence behind it.

        `paid` are amounts of the occupation's pay in the sentences before.
        """
        own, spoken = self.facts.own, self.spoken
        return [
            statement
            for statement in self._statements(sentence, before, paid)
            if not reserve(statement, sentence, before, behind, own, spoken)
            and not confined_statement(statement, sentence, own, spoken)
        ]

    def _is_of_wider(self, sentence: str, statements: Sequence[Statement], was: bool) -> bool:
        """Return whether a sentence is about others than the occupation, as one before it `was`.

        It is where it names a wider group or another occupation, or where a rule knows its pay and
        that of others; and so are sentences behind it that name no one.
        """
        own, spoken = self.facts.own, self.spoken
        if names_wider_group(sentence, own, spoken):
            return True
        who = subject_of(sentence) or ""
        is_others = looks_like_one(who) and self.facts.owner_of(who) == "other"
        if (is_others or not statements) and states_pay(sentence, own, spoken):
            return True
        return was and goes_on_about_others(sentence, own, spoken)

    def _subject(self, statement: Statement, carried: str, around: BlockSurroundings) -> str | None:
        """Return whose fact a statement gives, or None where it gives none.

        `carried` is whom the sentences before it are about; under the name of another occupation
        “the average salary” is that one's. What weights read is taken below headings of sections
        and those that ask about the occupation or name its figures (`is_about_figures`) alone, and
        not of an occupation in a place: “California” narrows all below it.
        """
        if statement.who is None or statement.narrowed or not statement.is_exact:
            return None
        who = statement.who or carried
        owners = {self.facts.owner_of(who)}
        if not is_about_figures(around.below, self.spoken):
            owners.add(self.facts.owner_of(around.below))
        if statement.is_learned and (owners != {"own"} or is_of_place(self.facts.title)):
            return None
        if around.is_others and (not who or is_anyone(who)):
            return None
        return None if around.is_of_named and self.facts.owner_of(who) != "own" else who

    def _level(self, sentence: str, source: str, line: int) -> None:
        """Keep the level of education that a sentence demands, if it demands one."""
        demand = entry_level(sentence, self._nouns, self.facts.own, self.spoken)
        if demand is not None:
            level = StatedFigure("entry_education", demand.level, None, demand.text, demand.start)
            who = (subject_of(sentence) or demand.who) if demand.who else ""
            self.facts.add_level(level, source, who, sentence, line)

    def _level_alone(self, place: SentencePlace, is_first: bool, block: OriginalBlock) -> None:
        """Keep a level of education that a line of facts names, or a section's first sentence is."""
        found = first_level(place.text, self.spoken) if is_first else None
        if found and self._goes_on_to_another(found.level, block):
            return
        if found := found or listed_level(place.text, self.spoken):
            level = StatedFigure("entry_education", found.level, None, found.text, found.start)
            self.facts.add_level(level, place.source, "", place.whole, place.line)

    def _goes_on_to_another(self, level: str, block: OriginalBlock) -> bool:
        """Return whether a list names another level, too, or a paragraph a second one alone."""
        if block.kind == "list":
            return any(other.level != level for other in levels(block.text, 12, self.spoken))
        texts = (block.text[start:end] for start, end, _ in block_sentences(block))
        others = (first_level(text, self.spoken) for text in texts)
        return any(other.level != level for other in others if other)

    def _source(self, sentence: str) -> str:
        return self._own or self.citations.named(BARE.sub("", sentence))
