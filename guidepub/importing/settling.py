"""A text's blocks with their figures as facts: prose that refers to them, tables that state them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from guidepub import figures
from guidepub.importing.block_sentences import block_sentences, cited_by_sentence
from guidepub.importing.citations import BARE, Citations
from guidepub.importing.confining import confined_blocks, confining_words, strange_aside
from guidepub.importing.draft_sections import DraftSection
from guidepub.importing.escaping import escaped, spaced
from guidepub.importing.facts import Facts
from guidepub.importing.headings import known_section
from guidepub.importing.label_words import Label, label_of
from guidepub.importing.labelled_lines import read_line
from guidepub.importing.leads import STRANGE, context_below, context_of, narrows
from guidepub.importing.ledger import ImportLog
from guidepub.importing.originals import OriginalBlock
from guidepub.importing.stated_figures import StatedFigure, labelled, stated
from guidepub.importing.table_facts import SettledBlock, TableFacts
from guidepub.text.demands import nouns
from guidepub.text.entry_levels import entry_level
from guidepub.text.figure_readings import all_statements
from guidepub.text.measures import Statement
from guidepub.text.note_marks import RAISED_MARKS
from guidepub.text.occupations import (
    is_anyone,
    is_of_nation,
    is_of_place,
    looks_like_one,
    subject_of,
)
from guidepub.text.quantities import figures as quantities
from guidepub.text.reserves import (
    goes_on_about_others,
    names_wider_group,
    reserve,
    states_pay,
)
from guidepub.text.scope import narrows_what_follows
from guidepub.text.years import Dating, when

_LINK = re.compile(r"\]\([^)]*\)")
_SOURCE_LINE = re.compile(r"\bSources?: [^\n]{3,250}$", re.I)
_LETTER = re.compile(r"[^\W\d_]")
_LABELLED = re.compile(r"\w\W{0,3}:\s|\s[·|•]\s")
# One word says of nobody whose figure it is: “Jobs: 240” below “Ferguson Shipyard”.
_BARE_LABEL = re.compile(r"\W{0,4}\w+\W{0,4}:\W{0,6}\d[^:]{0,30}$")
_OF_OTHERS = re.compile(r"([A-Z][^:.!?%$€\d]{2,60}):\s*[$€£]?\d[\d.,]*[^.]{0,30}$")
_LONGEST_SOURCE = 300
_MOST_FIGURES = 7


class Settling:
    """Turns the figures of one text into facts.

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

    def prose(
        self,
        block: OriginalBlock,
        heading: str = "",
        below: str = "",
        lead: str = "",
        *,
        is_confined: bool = False,
    ) -> SettledBlock:
        """Settle a paragraph or a list that stands under a heading.

        `below` is the heading, or the one within its section, that stands next above the block;
        `lead` is the line above that leads to it, or the heading whatever it is; one that
        `is_confined` is of a place or of others by what stands around it.
        """
        is_led = is_confined or narrows(lead, self.facts.own, self.spoken)
        context = context_of(lead, self.facts.own, self.spoken)
        keys: list[str] = []
        markdown = block.markdown

        def refer(key: str, figure: StatedFigure, at: int) -> None:
            nonlocal markdown
            if key:
                keys.append(key)
                markdown = self._referring(markdown, block.text, at, figure, key)

        carried, last, above = "", Dating(), below
        is_others = looks_like_one(heading) and self.facts.whose(heading) != "own"
        is_of_part = narrows_what_follows(below, "", self.facts.own)
        known = {source.key for source in self.citations.sources}
        cited = cited_by_sentence(block, known)
        spans = block_sentences(block)
        is_of_wider = False
        for number, (start, end, label) in enumerate(spans):
            sentence = block.text[start:end]
            line, line_at = f"{label}{sentence}", start - len(label)
            before, above = above, sentence
            behind = block.text[slice(*spans[number + 1][:2])] if spans[number + 1 :] else ""
            source = cited.get(number) or self._source(sentence)
            is_apart = _is_line(block, line) and (is_confined or self._is_apart(line))
            is_line = not (is_others or is_of_part or is_led or is_apart)
            read = self._read(block, line, context) if is_line else []
            context = context_below(context, read)
            for figure, dating in read:
                key = self.facts.add(figure, dating, source, "", line, block.line)
                refer(key, figure, line_at + figure.at)
            if read or (block.kind == "list" and self._is_strange(line, context)):
                continue
            if is_line and (said := labelled(line, self.spoken)):
                key = self._labelled(said, line, source, block.line)
                refer(key, said, line_at + said.at)
                continue
            carried = subject_of(sentence) or ("" if is_of_nation(sentence) else carried)
            self._level("" if is_others else sentence, source, block.line)
            unreserved = self._unreserved(sentence, before, behind)
            is_of_wider = self._is_of_wider(sentence, unreserved, is_of_wider)
            for statement in unreserved:
                last = statement.when if statement.when != Dating() else last
                who = self._whose(statement, carried, below, is_others=is_others)
                # Below “California” the occupation's figures are a state's.
                is_partial = is_of_wider or (
                    (is_of_part or is_apart) and not is_of_nation(sentence)
                )
                if who is None or (is_partial and self.facts.whose(who) == "own"):
                    continue
                figure = stated(statement)
                key = self.facts.add(figure, last, source, who, sentence, block.line)
                refer(key, figure, start + figure.at)
        loose = block.kind == "paragraph" and "{fact}" not in markdown and "[@" not in markdown
        if self._own and loose and quantities(_LINK.sub("", markdown), self.spoken):
            markdown = f"{markdown} [@{self._own}]"
        return SettledBlock(replace(block, markdown=markdown), tuple(dict.fromkeys(keys)))

    def _is_apart(self, line: str) -> bool:
        """Tell whether a line of a label and a figure is itself of a part of the occupation."""
        own, spoken = self.facts.own, self.spoken
        is_labelled = labelled(line, spoken) is not None
        return bool(
            confining_words(line, own, spoken) or (is_labelled and strange_aside(line, own, spoken))
        )

    def _read(
        self, block: OriginalBlock, line: str, context: Label | None
    ) -> list[tuple[StatedFigure, Dating]]:
        """Return what a line of labels and figures states; running prose is none."""
        if not _is_line(block, line):
            return []
        return read_line(line, self.facts.own, self.spoken, context, self.tables.counted)

    def _is_strange(self, line: str, context: Label | None) -> bool:
        """Tell whether an item is a figure of others, “Registered nurses as a whole: $96,180”."""
        if context == STRANGE and _BARE_LABEL.match(line):
            return True
        found = _OF_OTHERS.match(line)
        return found is not None and label_of(found[1], self.facts.own, self.spoken) is None

    def _labelled(self, figure: StatedFigure, line: str, source: str, number: int) -> str:
        """Keep what a labelled line states, and return its key if a book can print that there."""
        if isinstance(figure.value, str):
            self.facts.add_level(figure, source, "", line, number)
            return ""
        return self.facts.add(figure, when(line), source, "", line, number)

    def _statements(self, sentence: str, before: str) -> Sequence[Statement]:
        """Return what a sentence states; what holds so many figures was a table once.

        `before` is the sentence before it, or the heading. A figure without words states nothing.
        """
        is_table = len(quantities(sentence, self.spoken)) > _MOST_FIGURES
        if is_table or not _LETTER.search(sentence):
            return ()
        return all_statements(sentence, self.facts.own, self.spoken, before)

    def _unreserved(self, sentence: str, before: str, behind: str) -> list[Statement]:
        """Return what a sentence states without reserve; `behind` is the sentence behind it."""
        own, spoken = self.facts.own, self.spoken
        return [
            said
            for said in self._statements(sentence, before)
            if not reserve(said, sentence, before, behind, own, spoken)
        ]

    def _is_of_wider(self, sentence: str, said: Sequence[Statement], was: bool) -> bool:
        """Tell whether a sentence is about others than the occupation, as one before it `was`.

        It is where it names a wider group or another occupation, or where a rule knows its pay and
        that of others; and so is what goes on behind it and names nobody.
        """
        own, spoken = self.facts.own, self.spoken
        if names_wider_group(sentence, own, spoken):
            return True
        who = subject_of(sentence) or ""
        is_others = looks_like_one(who) and self.facts.whose(who) == "other"
        if (is_others or not said) and states_pay(sentence, own, spoken):
            return True
        return was and goes_on_about_others(sentence, own, spoken)

    def _whose(
        self, statement: Statement, carried: str, below: str, *, is_others: bool
    ) -> str | None:
        """Return whose fact a statement gives, or None where it gives none.

        `carried` is whom the sentences before it are about; `is_others` tells that it stands under
        the name of another occupation, where “the average salary” is that one's. What weights read
        is not taken below any heading but of a section, nor of an occupation in a place:
        “California” narrows all below it.
        """
        if statement.who is None or statement.narrowed or not statement.is_exact:
            return None
        who = statement.who or carried
        whose = {self.facts.whose(who), self.facts.whose(below)}
        is_own = whose == {"own"} and not is_of_place(self.facts.title)
        if statement.is_learned and not is_own:
            return None
        return None if is_others and (not who or is_anyone(who)) else who

    def _level(self, sentence: str, source: str, line: int) -> None:
        """Keep the level of education that a sentence demands, if it demands one."""
        demand = entry_level(sentence, self._nouns, self.facts.own, self.spoken)
        if demand is not None:
            level = StatedFigure("entry_education", demand.level, None, demand.text, demand.start)
            who = (subject_of(sentence) or demand.who) if demand.who else ""
            self.facts.add_level(level, source, who, sentence, line)

    def _source(self, sentence: str) -> str:
        return self._own or self.citations.named(BARE.sub("", sentence))

    def _referring(self, markdown: str, text: str, at: int, figure: StatedFigure, key: str) -> str:
        """Put a reference in a figure's place where it will be printed as it stood there."""
        if not isinstance(figure.value, Decimal) or figure.unit is None:
            return markdown
        printed = figures.figure(figure.value, figure.unit, self._language)
        if _bare(printed) != _bare(figure.literal):
            return markdown
        # The mark of a note may follow, and stays.
        end = rf"(?:(?={RAISED_MARKS})|(?!\w|[.,]\d))"
        literal = re.compile(rf"(?<![\w.,$\-–−`]){re.escape(figure.literal)}{end}")
        before = sum(1 for match in literal.finditer(text) if match.start() < at)
        places = list(literal.finditer(markdown))
        gone = sum(1 for _ in literal.finditer(text)) - len(places)
        number = before - gone
        if not 0 <= number < len(places):
            return markdown
        place = places[number]
        return f"{markdown[: place.start()]}{{fact}}`{key}`{markdown[place.end() :]}"


def settle(
    parts: Sequence[DraftSection], settling: Settling, ledger: ImportLog
) -> tuple[DraftSection, ...]:
    """Return sections with their figures as facts. Tables come first: they state them plainly."""
    own, spoken = settling.facts.own, settling.spoken
    confined = frozenset().union(*(confined_blocks(part, own, spoken) for part in parts))
    parts = [_with_sources(part, settling, ledger) for part in parts]
    settled: dict[int, OriginalBlock | None] = {}
    stated: dict[int, tuple[str, ...]] = {}
    for kinds in (("table", "chart"), ("paragraph", "list")):
        for part in parts:
            name = below = _name_above(part)
            lead = part.heading.text if part.heading else ""
            for block in part.blocks:
                if block.kind == "heading":
                    below = "" if known_section(block.text) else block.text
                if block.kind in kinds and block.number not in settled:
                    is_confined = block.number in confined
                    done = (
                        settling.tables.settled(block, lead, is_confined=is_confined)
                        if block.grid
                        else settling.prose(block, name, below, lead, is_confined=is_confined)
                    )
                    settled[block.number] = _settled(block, done, part, ledger)
                    stated[block.number] = done.facts
                if block.kind == "heading" or block.text.rstrip().endswith(":"):
                    lead = block.text
    settling.facts.settle()
    for part in parts:
        inner = [block for block in part.blocks if block.kind != "heading"]
        if inner and all(settled.get(block.number, block) is None for block in inner):
            # All that a section says became facts: it prints them where they stood.
            for block in inner:
                settled[block.number] = _as_list(block, stated[block.number], settling.facts)
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


def _is_line(block: OriginalBlock, line: str) -> bool:
    """Tell whether a part of a block may be a line of labels and figures, and is no running prose."""
    is_marked = block.kind == "list" or _LABELLED.search(line)
    return bool(is_marked) or not line.rstrip().endswith(".")


def _as_list(block: OriginalBlock, keys: Sequence[str], facts: Facts) -> OriginalBlock:
    """Return the list of the facts that a summary states, each under the name that it has there."""
    found = [facts.found[key] for key in dict.fromkeys(keys) if key in facts.found]
    items = [
        (fact.sentence, "")
        if isinstance(fact.value, str)
        else (fact.sentence.partition(":")[0], f": {{fact}}`{fact.key}`")
        for fact in found
    ]
    lines = [f"- {escaped(spaced(words))}{figure}" for words, figure in items]
    return replace(block, kind="list", markdown="\n".join(lines), grid=None)


def _renamed(block: OriginalBlock | None, taken: Mapping[str, str]) -> OriginalBlock | None:
    """Return a block whose references to facts have their new keys."""
    if block is None or "{fact}" not in block.markdown:
        return block
    referred = re.compile(rf"(?<={{fact}}`)(?:{'|'.join(map(re.escape, taken))})(?=`)")
    return replace(block, markdown=referred.sub(lambda key: taken[key[0]], block.markdown))


def _settled(
    block: OriginalBlock, done: SettledBlock, part: DraftSection, ledger: ImportLog
) -> OriginalBlock | None:
    """Return what is left of a block, and keep where it went."""
    note = f"facts: {', '.join(done.facts)}" if done.facts else ""
    if not done.replaced:
        ledger.went([block], "prose", part.title, note)
        return done.block
    if done.block is not block:
        ledger.went([block], "fact", part.title, note)
        return done.block
    if block.kind != "chart" or block.grid is None:
        ledger.went([block], "fact", part.title, note)
        return None
    ledger.went([block], "directive", part.title, note)
    head = (
        f":::{{chart}} {escaped(spaced(block.grid.caption))}\n:facts: {', '.join(done.facts)}\n:::"
    )
    markdown = "\n\n".join(filter(None, (head, block.markdown)))
    return replace(block, kind="code", markdown=markdown, grid=None)


def _name_above(part: DraftSection) -> str:
    """Return a section's heading where it is none of the sections that guides usually have."""
    heading = part.heading.text if part.heading else ""
    return "" if known_section(heading) else heading


def _with_sources(part: DraftSection, settling: Settling, ledger: ImportLog) -> DraftSection:
    """Give tables and charts the source that a line of theirs, or one below them, names."""
    kept: list[OriginalBlock] = []
    for block in part.blocks:
        is_chart = block.kind == "chart"
        line = block.markdown if is_chart else block.text if block.kind == "paragraph" else ""
        named = _SOURCE_LINE.search(line) if is_chart or len(line) < _LONGEST_SOURCE else None
        key = settling.citations.named(named[0]) if named else ""
        if key and named and is_chart:
            rest = line.replace(named[0], "").strip()
            kept.append(replace(block, source=key, markdown=rest))
        elif key and kept and kept[-1].kind in ("table", "chart"):
            kept[-1] = replace(kept[-1], source=key)
            ledger.went([block], "source", part.title, f"now the source “{key}”")
        else:
            kept.append(block)
    return replace(part, blocks=tuple(kept))


def _bare(figure: str) -> str:
    """Return a figure as it is compared: `5 percent` and `5%` are the same."""
    plain = figure.replace("percent", "%").replace("per cent", "%")
    return re.sub(r"\s|\u00a0", "", re.sub("^[-–−]", "-", plain))
