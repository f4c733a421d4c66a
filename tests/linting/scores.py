"""Precision and recall of each family of lint's codes on the labelled sentences.

`python tests/linting/scores.py` prints the table, and writes it into `docs/lint/README.md`
with `--write`; with `--wrong` it shows what was found amiss.
"""

from __future__ import annotations

import csv
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import guidepub
from guidepub.linting import lint

HERE = Path(__file__).parent
INDEX = HERE.parents[1] / "docs" / "lint" / "README.md"
BEGIN, END = "<!-- scores -->\n", "<!-- end of scores -->\n"
SETS = ("tuned", "held-out", "written")
FAMILIES = {
    "X": "Residue",
    "S": "Staleness",
    "V": "Evidence",
    "Q": "Contradiction",
    "A": "Access and structure",
    "G": "Language",
    "M": "Promise",
}

_NURSE = "title: Registered Nurse\noccupation: {soc: '29-1141', title: Registered Nurses}"
_ASSISTANT = (
    "title: Occupational Therapy Assistant\n"
    "occupation: {soc: '31-2011', title: Occupational Therapy Assistants}"
)
_SOURCES = "sources:\n  bls: {title: Occupational Outlook Handbook, publisher: BLS}"


def _facts(source: str = "bls", **values: tuple[object, str]) -> str:
    rows = []
    for key, (value, unit) in values.items():
        when = (
            "period: [2024, 2034]"
            if "growth" in key or key.startswith("projected")
            else "as_of: 2024"
        )
        extra = f", unit: {unit}" if unit else ""
        cited = f", source: {source}" if source else ""
        rows.append(f"  {key}: {{value: {value}, {when}{extra}{cited}}}")
    return "facts:\n" + "\n".join(rows)


_YEAR, _SHARE, _JOBS = "USD/year", "percent", "jobs"
_NURSE_FACTS = _facts(
    median_wage=(93600, _YEAR), wage_p10=(66030, _YEAR), wage_p90=(135320, _YEAR),
    projected_growth=(5, _SHARE), employment=(3391000, _JOBS), entry_education=("bachelor", ""),
)  # fmt: skip
_ASSISTANT_FACTS = _facts(
    median_wage=(68340, _YEAR), wage_p10=(49070, _YEAR), wage_p90=(86930, _YEAR),
    projected_growth=(19, _SHARE), employment=(49200, _JOBS), entry_education=("associate", ""),
)  # fmt: skip
SETUPS: Mapping[str, tuple[str, ...]] = {
    "nurse": (_NURSE, _NURSE_FACTS),
    "ota": (_ASSISTANT, _ASSISTANT_FACTS),
    "bare-nurse": (_NURSE,),
    "bare-ota": (_ASSISTANT,),
    "pictured": (_ASSISTANT,),
    "short": (_ASSISTANT,),
    "unsourced-nurse": (_NURSE, _facts("", median_wage=(93600, _YEAR))),
    "swapped-nurse": (_NURSE, _facts(wage_p10=(93600, _YEAR), median_wage=(66030, _YEAR))),
    "swapped-ota": (_ASSISTANT, _facts(median_wage=(86930, _YEAR), wage_p90=(68340, _YEAR))),
    "falling-clerk": ("title: File Clerk", _facts(projected_growth=(-17, _SHARE))),
    "unsummed-nurse": (_NURSE, _facts(employment=(3391000, _JOBS), projected_employment=(3557100, _JOBS), projected_growth=(12, _SHARE))),
    "unsummed-ota": (_ASSISTANT, _facts(employment=(49200, _JOBS), projected_employment=(58700, _JOBS), employment_change=(5900, _JOBS))),
}  # fmt: skip


@dataclass(frozen=True)
class Row:
    """A labelled text: the codes that are expected and those that lint finds."""

    text: str
    expected: frozenset[str]
    found: frozenset[str]


def rows(name: str) -> Iterator[Row]:
    """Lint one of the sets of labelled sentences."""
    with (
        tempfile.TemporaryDirectory() as temporary,
        (HERE / "labelled" / f"{name}.tsv").open(encoding="utf-8") as file,
    ):
        folder = Path(temporary)
        shutil.copyfile(HERE.parent / "bakery" / "images" / "oven.svg", folder / "picture.svg")
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            text = row["text"].replace("\\n", "\n")
            expected = frozenset(row["codes"].split()) - {"-"}
            yield Row(text, expected, _found(folder, row["setup"], text))


def _found(folder: Path, setup: str, text: str) -> frozenset[str]:
    least = 10 if setup == "short" else 0
    (folder / "catalog.toml").write_text(f"[lint]\nsection_words = [{least}, 4000]\n", "utf-8")
    head = "\n".join(SETUPS[setup])
    head += f"\n{_SOURCES}" if "bls" in f"{head}{text}" else ""
    path = folder / "one.md"
    path.write_text(f"---\n{head}\npublished: 2026-11-24\n---\n# Overview\n\n{text}\n", "utf-8")
    catalog = guidepub.load(path)
    # What loading warns of by itself, such as “#schools”, comes beside what lint finds.
    others = [finding for finding in catalog.findings if finding.code != "D036"]
    assert others == [], others
    return frozenset(finding.code for finding in lint(catalog["one"], catalog))


@dataclass(frozen=True)
class Score:
    """How many codes of a family were right, wrong and missed."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """Return which share of what was told is right."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Return which share of the faults was told."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    def cells(self) -> tuple[str, str, str]:
        """Return the number of faults, the precision and the recall for a table."""
        return str(self.right + self.missed), f"{self.precision:.2f}", f"{self.recall:.2f}"


def scores(found: list[Row]) -> dict[str, Score]:
    """Return the score of each family."""
    right, wrong, missed = Counter[str](), Counter[str](), Counter[str]()
    for row in found:
        right.update(code[0] for code in row.expected & row.found)
        wrong.update(code[0] for code in row.found - row.expected)
        missed.update(code[0] for code in row.expected - row.found)
    return {family: Score(right[family], wrong[family], missed[family]) for family in FAMILIES}


def table(by_set: Mapping[str, list[Row]]) -> str:
    """Return the scores on all sets, and on the one held out, as a table in Markdown."""
    whole = scores([row for found in by_set.values() for row in found])
    held_out = scores(by_set["held-out"])
    lines = [
        "| family | faults | precision | recall | held out: faults | precision | recall |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    for family, title in FAMILIES.items():
        cells = [cell for score in (whole[family], held_out[family]) for cell in score.cells()]
        lines.append(f"| {family} {title} | {' | '.join(cells)} |")
    counts = [
        f"{name} {len(found)} ({sum(not row.expected for row in found)})"
        for name, found in by_set.items()
    ]
    return "\n".join(lines) + f"\n\nTexts, and the clean ones among them: {', '.join(counts)}.\n"


def main(arguments: list[str]) -> None:
    """Print the table, or what was found amiss, or write the table into the docs."""
    if "--wrong" in arguments:
        for name in SETS:
            for row in rows(name):
                if row.expected != row.found:
                    wrong, missed = (
                        sorted(row.found - row.expected),
                        sorted(row.expected - row.found),
                    )
                    sys.stdout.write(f"{name}: wrong {wrong}, missed {missed}: {row.text!r}\n")
        return
    made = table({name: list(rows(name)) for name in SETS})
    sys.stdout.write(made)
    if "--write" in arguments:
        before, _, rest = INDEX.read_text("utf-8").partition(BEGIN)
        INDEX.write_text(f"{before}{BEGIN}\n{made}\n{END}{rest.partition(END)[2]}", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
