"""Sections placed and figures lifted on the labelled texts, by document.

`PYTHONPATH=. python tests/importing/labelled_scores.py` prints the tables, and writes them into
`docs/import.md` with `--write`; with `--wrong` it shows what went amiss, but in the texts that are
held out.
"""

from __future__ import annotations

import hashlib
import re
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from guidepub.importing.conversion import convert
from guidepub.importing.headings.known import known_section
from guidepub.importing.originals.foreign import ForeignText
from guidepub.importing.originals.spoken_language import with_notation
from guidepub.importing.originals.stated_figures import labelled
from guidepub.model import Section
from guidepub.text.measured.measures import statements
from guidepub.text.naming.occupations import is_own, names_of, subject_of
from tools.labelled_documents import written

HERE = Path(__file__).parent
PAGE = HERE.parents[1] / "docs" / "import.md"
SEEN, HELD_OUT = ("labelled", "labelled_development"), ("labelled_held_out",)
"""The folders of texts by which import was mended, and of those that nobody looks at."""

SEEN_DOCUMENTS, KEPT_DOCUMENTS = ("labelled_documents",), ("labelled_documents_kept",)
"""Those of whole documents as publishers have them, and of such that came later and nobody looks at."""

SENTENCES = HERE / "labelled_sentences.txt"
"""Single sentences with what they state; half of them nobody looks at, by a hash of their names."""

_TABLES = {SEEN: "scores", HELD_OUT: "scores held out",
           SEEN_DOCUMENTS: "scores of documents", KEPT_DOCUMENTS: "scores of documents kept"}  # fmt: skip
# Their labels are older than facts of quarters: what such a text says of them is not counted.
_WITHOUT_QUARTERS = (*SEEN[:1], *HELD_OUT)
_QUARTERS = ("wage_p25", "wage_p75")
# The writers of the kept documents had keys for points of yearly pay alone.
_POINTS_OF_OTHER_PERIODS = (
    "starting_hourly_wage",
    "starting_monthly_wage",
    *(f"wage_p{point}_{period}" for point in (10, 25, 75, 90) for period in ("hourly", "monthly")),
)
# Where phrases may stand that are labelled with other than one section of ours: books have what
# people in an occupation are and do in one, and what no section is for has a heading of its own.
_HOMES = {
    "duties": {"overview"},
    "licensing": {"education", ""},
    **{name: {name, ""} for name in ("advancement", "skills", "similar", "faq", "resources")},
}


@dataclass(frozen=True)
class Score:
    """What an import made of one text: how many of each were wanted, and how many were right."""

    name: str
    form: str
    language: str
    sections: int
    placed: int
    wanted: int
    lifted: int
    right: int
    wrong: tuple[str, ...]


def scores(folders: Sequence[str], each: int = 1) -> Iterator[Score]:
    """Yield the score of each labelled text of some folders, or of `each` second or third one."""
    with tempfile.TemporaryDirectory() as scratch:
        for file in [file for name in folders for file in sorted((HERE / name).glob("*.toml"))]:
            unlabelled = _unlabelled(file.parent.name)
            for text in tomllib.loads(file.read_text("utf-8"))["texts"][::each]:
                spared = (*text.get("may", ()), *unlabelled)
                yield _score(text, file.stem, Path(scratch), spared)


def _unlabelled(folder: str) -> tuple[str, ...]:
    """Return the keys of facts that the writers of a folder's labels did not label."""
    if folder in _WITHOUT_QUARTERS:
        return _QUARTERS
    return _POINTS_OF_OTHER_PERIODS if folder in KEPT_DOCUMENTS else ()


def _score(text: Mapping[str, Any], language: str, scratch: Path, spared: Sequence[str]) -> Score:
    path = written(text, scratch)
    imported = convert(ForeignText(path), None)
    misplaced = [
        f"section {name}: “{phrase}”"
        for name, phrase in text["sections"].items()
        if not _is_placed(imported.guide.sections if imported.guide else (), name, phrase)
    ]
    found = {fact.key: fact.value for fact in imported.facts if fact.key not in spared}
    right = [key for key, value in text["facts"].items() if _is_same(found.get(key), value)]
    lifted = [f"lifted {key}: {value}" for key, value in found.items() if key not in right]
    missed = [f"missed {key}" for key in text["facts"] if key not in right]
    return Score(
        text["name"], text["form"], language, len(text["sections"]),
        len(text["sections"]) - len(misplaced),
        len(text["facts"]), len(found), len(right), (*misplaced, *lifted, *missed),
    )  # fmt: skip


def _is_placed(sections: Sequence[Section], name: str, phrase: str) -> bool:
    """Return whether a labelled phrase stands in its section, or below a heading of its own if it has none."""
    homes = {known_section(each.title) for each in sections if _plain(phrase) in _plain(each.body)}
    return not homes.isdisjoint(_HOMES.get(name, {name}))


def _plain(words: str) -> str:
    """Return words without the marks that Markdown has for them."""
    return " ".join(re.sub(r"[\\*_`\[\]]", "", words).split())


def _is_same(found: object, wanted: object) -> bool:
    """Return whether a fact has the value wanted, however many decimals it is written with."""
    if isinstance(found, Decimal) and not isinstance(wanted, str):
        return found == Decimal(str(wanted))
    return str(found) == str(wanted)


def sentence_scores(*, is_held_out: bool) -> Iterator[Score]:
    """Yield the score of the labelled sentences of each occupation of one half."""
    for part in SENTENCES.read_text("utf-8").split("\n@")[1:]:
        head, *lines = part.strip().splitlines()
        language, name, title = head[:2], *map(str.strip, head[2:].split("|"))
        if int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2 != is_held_out:
            continue
        wanted, lifted, right, wrong = 0, 0, 0, []
        for line in lines:
            sentence, _, facts = line.rpartition("|")
            label = dict(fact.split("=") for fact in facts.split())
            found = _stated(sentence.strip(), names_of(title, language=language), language)
            # Pay by the month stays prose.
            label = {key: Decimal(value) for key, value in label.items() if "month" not in key}
            same = sum(found.get(key) == value for key, value in label.items())
            wanted, lifted, right = wanted + len(label), lifted + len(found), right + same
            if found != label:
                wrong.append(sentence)
        yield Score(name, "sentences", language, 0, 0, wanted, lifted, right, tuple(wrong))


def _stated(sentence: str, own: frozenset[str], language: str) -> dict[str, Decimal]:
    """Return the facts of the whole occupation that a sentence states by itself."""
    language = with_notation(language, sentence)
    if line := labelled(sentence, language):
        is_stated = isinstance(line.value, Decimal) and "month" not in line.measure
        return {line.measure: line.value} if is_stated else {}
    return {
        each.key: each.value
        for each in statements(sentence, own, language)
        if each.is_exact and not (each.narrowed or each.who is None or "month" in each.key)
        and is_own(each.who or subject_of(sentence) or "", own)
    }  # fmt: skip


def sentence_table() -> str:
    """Return the table of the labelled sentences, by language and half."""
    lines = ["| language | half | figures lifted, right | wanted | precision | recall |",
             "|---|---|--:|--:|--:|--:|"]  # fmt: skip
    for is_held_out in (False, True):
        found = list(sentence_scores(is_held_out=is_held_out))
        half = "held out" if is_held_out else "built with"
        languages = sorted({each.language for each in found})
        for language in (*languages, "all"):
            scored = [each for each in found if language in (each.language, "all")]
            wanted, lifted, right = (
                sum(getattr(s, key) for s in scored) for key in ("wanted", "lifted", "right")
            )
            lines.append(
                f"| {language} | {half} | {lifted}, {right} | {wanted} "
                f"| {share(right, lifted)} | {share(right, wanted)} |"
            )
    return "\n".join(lines) + "\n"


def share(part: int, whole: int) -> str:
    """Return a share as a percentage, or a dash of nothing."""
    return f"{100 * part / whole:.0f} %" if whole else "–"


def table(found: Sequence[Score], *, by_document: bool = True) -> str:
    """Return the table by document, with a row for each language and for all; or these rows alone."""
    groups = [(each.name, each.form, [each]) for each in found if by_document]
    groups += [
        (f"all of `{language}`", "", [e for e in found if e.language == language])
        for language in dict.fromkeys(each.language for each in found)
    ]
    groups.append(("all", "", list(found)))
    lines = ["| document | form | sections placed | figures lifted, right | wanted | precision | recall |",
             "|---|---|--:|--:|--:|--:|--:|"]  # fmt: skip
    for name, form, scored in groups:
        sections, placed = (sum(getattr(s, key) for s in scored) for key in ("sections", "placed"))
        wanted, lifted, right = (
            sum(getattr(s, key) for s in scored) for key in ("wanted", "lifted", "right")
        )
        lines.append(
            f"| {name} | {form} | {placed} of {sections} | {lifted}, {right} | {wanted} "
            f"| {share(right, lifted)} | {share(right, wanted)} |"
        )
    return "\n".join(lines) + "\n"


def _with_table(text: str, name: str, rows: str) -> str:
    """Return the page with the rows of one of its tables anew."""
    begin, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->\n"
    before, after = text.split(begin, maxsplit=1)[0], text.split(end)[1]
    return f"{before}{begin}\n{rows}\n{end}{after}"


def main() -> None:
    """Print the tables, or write them into the documentation."""
    text = PAGE.read_text("utf-8")
    for folders, name in _TABLES.items():
        found = list(scores(folders))
        if "--wrong" in sys.argv and folders not in (HELD_OUT, KEPT_DOCUMENTS):
            for each in found:
                lines = (
                    f"{each.language} {each.name}.{each.form}: {amiss}" for amiss in each.wrong
                )
                sys.stdout.writelines(f"{line}\n" for line in lines)
        shown = table(found, by_document=folders not in (SEEN_DOCUMENTS, KEPT_DOCUMENTS))
        text = _with_table(text, name, shown)
        if "--write" not in sys.argv:
            sys.stdout.write(shown)
    text = _with_table(text, "scores of sentences", sentence_table())
    if "--write" not in sys.argv:
        sys.stdout.write(sentence_table())
    if "--write" in sys.argv:
        PAGE.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
