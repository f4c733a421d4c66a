"""Sections placed and figures lifted on the labelled texts, by document.

`python tests/importing/labelled_scores.py` prints the tables, and writes them into `docs/import.md`
with `--write`; with `--wrong` it shows what went amiss, but in the texts that are held out.
"""

from __future__ import annotations

import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import weasyprint

from guidepub.importing.conversion import convert
from guidepub.importing.foreign import ForeignText
from guidepub.importing.headings import known_section

HERE = Path(__file__).parent
PAGE = HERE.parents[1] / "docs" / "import.md"
SEEN, HELD_OUT = ("labelled", "labelled_development"), ("labelled_held_out",)
"""The folders of texts by which import was mended, and of those that nobody looks at."""

_TABLES = {SEEN: "scores", HELD_OUT: "scores held out"}


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


def scores(folders: Sequence[str]) -> Iterator[Score]:
    """Yield the score of each labelled text of some folders."""
    with tempfile.TemporaryDirectory() as scratch:
        for file in [file for name in folders for file in sorted((HERE / name).glob("*.toml"))]:
            for text in tomllib.loads(file.read_text("utf-8"))["texts"]:
                yield _score(text, file.stem, Path(scratch))


def _score(text: Mapping[str, Any], language: str, scratch: Path) -> Score:
    path = scratch / f"{text['name']}.{text['form']}"
    words = text["text"].lstrip("\n")
    if text["form"] == "pdf":
        weasyprint.HTML(string=words).write_pdf(path)
    else:
        path.write_text(words, "utf-8")
    imported = convert(ForeignText(path), None)
    bodies: dict[str, str] = {}
    for section in imported.guide.sections if imported.guide else ():
        bodies[known_section(section.title)] = " ".join(section.body.split())
    # Books have what people in an occupation are and do in one section.
    bodies["duties"] = bodies.get("overview", "")
    amiss = [
        f"section {name}: “{phrase}”"
        for name, phrase in text["sections"].items()
        if phrase not in bodies.get(name, "")
    ]
    spared = text.get("may", ())
    found = {fact.key: fact.value for fact in imported.facts if fact.key not in spared}
    right = [key for key, value in text["facts"].items() if _is_same(found.get(key), value)]
    amiss += [f"lifted {key}: {value}" for key, value in found.items() if key not in right]
    amiss += [f"missed {key}" for key in text["facts"] if key not in right]
    return Score(
        text["name"], text["form"], language, len(text["sections"]),
        sum(phrase in bodies.get(name, "") for name, phrase in text["sections"].items()),
        len(text["facts"]), len(found), len(right), tuple(amiss),
    )  # fmt: skip


def _is_same(found: object, wanted: object) -> bool:
    """Tell whether a fact has the value wanted, however many decimals it is written with."""
    if isinstance(found, Decimal) and not isinstance(wanted, str):
        return found == Decimal(str(wanted))
    return str(found) == str(wanted)


def share(part: int, whole: int) -> str:
    """Return a share as a percentage, or a dash of nothing."""
    return f"{100 * part / whole:.0f} %" if whole else "–"


def table(found: Sequence[Score]) -> str:
    """Return the table by document, with a row for each language and for all."""
    groups = [(each.name, each.form, [each]) for each in found]
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


def main() -> None:
    """Print the tables, or write them into the documentation."""
    text = PAGE.read_text("utf-8")
    for folders, name in _TABLES.items():
        found = list(scores(folders))
        if "--wrong" in sys.argv and folders is not HELD_OUT:
            for each in found:
                lines = (
                    f"{each.language} {each.name}.{each.form}: {amiss}" for amiss in each.wrong
                )
                sys.stdout.writelines(f"{line}\n" for line in lines)
        begin, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->\n"
        before, after = text.split(begin)[0], text.split(end)[1]
        text = f"{before}{begin}\n{table(found)}\n{end}{after}"
        if "--write" not in sys.argv:
            sys.stdout.write(table(found))
    if "--write" in sys.argv:
        PAGE.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
