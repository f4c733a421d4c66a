"""Lint against labelled texts by a hand that did not know its rules.

`python tests/linting/unseen.py` prints precision and recall a family with their intervals, and
`--write` puts them into `docs/lint/README.md`. There are several sets of texts: one may be looked at
while rules are mended (`--wrong` shows what is found amiss there), the others are counted only.
"""

from __future__ import annotations

import json
import math
import sys
import tempfile
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import guidepub
from guidepub.linting import lint
from guidepub.text.punctuation.sentences import sentences

HERE = Path(__file__).parent / "unseen"
INDEX = Path(__file__).parents[2] / "docs" / "lint" / "README.md"
SETS = {
    "looked at": ("development", "neighbours", "contrary", "mia", "ned", "rob"),
    "held out": ("held-out",),
    "una": ("una",),
}
"""The sets of texts, and the files of each."""
COUNTED = {"held out": "unseen", "una": "unseen una"}
"""The sets that are only counted, and what the comments around their tables in the docs are called."""
FAMILIES = {
    "contradiction": ("Contradiction", "Q V003 V004"),
    "promise": ("Promise", "M"),
    "residue": ("Residue", "X D032 D036 Z004"),
    "stale": ("Staleness", "S"),
    "typography": ("Typography", "G004 G005 G006"),
    "bias": ("Wording", "G003 G007"),
}
"""The families of the labels: what each is called, and the codes that begin so report it."""
# What reports a slip of typing as well, and a text that was broken when it was copied.
_SHARED = {"residue": "G005", "typography": "X004 X007 X008 X009 X010 X012 X015 D036"}
_SOURCE = {"title": "Tables", "publisher": "The Bureau"}
_95_PERCENT = 1.959964


@dataclass(frozen=True)
class Fault:
    """A labelled fault: its family, and the lines and sentences that it may be found in."""

    family: str
    spans: tuple[str, ...]


@dataclass(frozen=True)
class LocatedFinding:
    """A finding of lint: its code, and the sentence and the whole line that it stands in."""

    code: str
    message: str
    sentence: str
    line: str

    def is_about(self, fault: Fault) -> bool:
        """Return whether it is about a labelled fault: of its family, and in its sentence."""
        codes = f"{FAMILIES[fault.family][1]} {_SHARED.get(fault.family, '')}".split()
        return self.code.startswith(tuple(codes)) and any(self._is_at(s) for s in fault.spans)

    def _is_at(self, span: str) -> bool:
        lines = [line.strip() for line in span.split("\n") if line.strip()]
        return any(
            part in self.sentence or self.sentence in part or (part in self.line and ". " in part)
            for part in lines
        )

    @property
    def family(self) -> str | None:
        """Return the family that it counts for where it is wrong; None for one without labels."""
        return next(
            (name for name, (_, codes) in FAMILIES.items() if self.code.startswith(tuple(codes.split()))),
            None,
        )  # fmt: skip


@dataclass(frozen=True)
class Item:
    """A labelled text, its faults, and what lint found."""

    id: str
    text: str
    faults: tuple[Fault, ...]
    findings: tuple[LocatedFinding, ...]

    @property
    def missed(self) -> list[Fault]:
        """The faults that were not found."""
        return [fault for fault in self.faults if not any(f.is_about(fault) for f in self.findings)]

    @property
    def wrong(self) -> list[LocatedFinding]:
        """The findings of the labels' families that are about none of the faults."""
        return [
            finding
            for finding in self.findings
            if finding.family and not any(finding.is_about(fault) for fault in self.faults)
        ]


def items(name: str) -> Iterator[Item]:
    """Lint the texts of one set."""
    with tempfile.TemporaryDirectory() as folder:
        for label in labels(name):
            findings = tuple(_findings(Path(folder), label))
            yield Item(label["id"], label["text"], tuple(_faults(label)), findings)


def labels(name: str) -> list[dict[str, Any]]:
    """Return the labelled texts of one set."""
    files = (HERE / f"{file}.jsonl" for file in SETS[name])
    return [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]


def stale_sentences(name: str) -> list[dict[str, Any]]:
    """Return one half of the sentences on what time has overtaken: `looked-at` or `counted`."""
    lines = (HERE / f"stale-{name}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def stale_table() -> str:
    """Return how lint fares on each half of the sentences on what time has overtaken."""
    lines = ["| sentences | faults | clean | precision | recall |", "|---|--:|--:|--:|--:|"]
    for half in ("looked-at", "counted"):
        for language, spoken in (("en", "English"), ("es", "Spanish")):
            known = [row for row in stale_sentences(half) if row["language"][:2] == language]
            with tempfile.TemporaryDirectory() as folder:
                reported = [
                    any(t.family == "stale" for t in _findings(Path(folder), row)) for row in known
                ]
            faults = sum(row["fault"] is not None for row in known)
            right = sum(
                is_reported and row["fault"] is not None
                for is_reported, row in zip(reported, known, strict=True)
            )
            count = Count(right, sum(reported) - right, faults - right)
            cells = (f"{spoken}, {half.replace('-', ' ')}", str(faults), str(len(known) - faults))
            lines.append(f"| {' | '.join((*cells, *count.cells()))} |")
    return "\n".join(lines) + "\n"


def _faults(label: Mapping[str, Any]) -> Iterator[Fault]:
    single = [{**label, "family": label["fault"]}] if label.get("fault") else []
    for fault in (*single, *label.get("faults", ())):
        also = fault.get("also") or ()
        spans = (fault["span"], *([also] if isinstance(also, str) else also))
        yield Fault(fault["family"], spans)


def _findings(folder: Path, label: Mapping[str, Any]) -> Iterator[LocatedFinding]:
    facts = label.get("facts") or {}
    sources = {fact["source"]: _SOURCE for fact in facts.values() if "source" in fact}
    head = {
        "title": (label.get("occupation") or "Baker").capitalize(),
        "language": label["language"],
        "published": "2026-11-24",
        "facts": facts,
        "sources": sources,
    }
    lines = [f"{key}: {json.dumps(value)}" for key, value in head.items()]
    before = ["---", *lines, "---", "# Overview", ""]
    (folder / "catalog.toml").write_text("[lint]\nsection_words = [0, 4000]\n", "utf-8")
    path = folder / "one.md"
    path.write_text("\n".join((*before, label["text"], "")), "utf-8")
    try:
        catalog = guidepub.load(path)
    except guidepub.InputError as error:
        found = list(error.findings)
    else:
        found = [*catalog.findings, *lint(catalog["one"], catalog)]
    assert not any(finding.code == "D012" for finding in found), label["id"]
    text = label["text"].split("\n")
    for finding in found:
        row = (finding.place.line or 0) - len(before) - 1
        if 0 <= row < len(text):
            at = max((finding.place.column or 1) - 1, 0)
            sentence = next(
                (text[row][a:b] for a, b in sentences(text[row]) if a <= at < b), text[row]
            )
            yield LocatedFinding(finding.code, finding.message, sentence.strip(), text[row].strip())


@dataclass(frozen=True)
class Count:
    """How many findings of a family were right and wrong, and how many faults were missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def cells(self) -> tuple[str, str]:
        """Return the precision and the recall, each with its interval, for a table."""
        return (
            _share(self.right, self.right + self.wrong),
            _share(self.right, self.right + self.missed),
        )


def _share(part: int, whole: int) -> str:
    if not whole:
        return "–"
    low, high = wilson(part, whole)
    return f"{part / whole:.2f} ({low:.2f}–{high:.2f})"


def wilson(part: int, whole: int) -> tuple[float, float]:
    """Return the interval of a share, with 95 percent confidence, by E. B. Wilson's formula."""
    share, z2 = part / whole, _95_PERCENT**2
    middle = share + z2 / (2 * whole)
    width = _95_PERCENT * math.sqrt(share * (1 - share) / whole + z2 / (4 * whole**2))
    return max((middle - width) / (1 + z2 / whole), 0), min((middle + width) / (1 + z2 / whole), 1)


def counts(found: Collection[Item]) -> dict[str, Count]:
    """Return how a family fares: a fault counts once, however many findings are about it."""
    right, wrong, missed = Counter[str](), Counter[str](), Counter[str]()
    for item in found:
        gone = item.missed
        missed.update(fault.family for fault in gone)
        right.update(fault.family for fault in item.faults if fault not in gone)
        wrong.update({finding.family for finding in item.wrong if finding.family})
    return {name: Count(right[name], wrong[name], missed[name]) for name in FAMILIES}


def table(found: Mapping[str, Count], first: Mapping[str, Count]) -> str:
    """Return the counts of the set that is held out, beside those of the first run on it."""
    lines = [
        "| family | faults | precision | recall | first run: precision | recall |",
        "|---|--:|--:|--:|--:|--:|",
    ]
    for name, (title, _) in FAMILIES.items():
        count = found[name]
        cells = (str(count.right + count.missed), *count.cells(), *first[name].cells())
        lines.append(f"| {title} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def first_run(name: str) -> dict[str, Count]:
    """Return the counts of a set that is held out, from the day that it came."""
    kept = json.loads((HERE / "first-run.json").read_text("utf-8"))[name]
    return {family: Count(**count) for family, count in kept.items()}


def comments(name: str) -> tuple[str, str]:
    """Return the comments between which a table stands in the docs."""
    return f"<!-- {name} -->\n", f"<!-- end of {name} -->\n"


def main(arguments: list[str]) -> None:
    """Print the tables, or what is found amiss where it may be looked at, or write the tables."""
    if "--wrong" in arguments:
        for item in items("looked at"):
            for fault in item.missed:
                sys.stdout.write(f"{item.id} missed {fault.family} {fault.spans}: {item.text!r}\n")
            for finding in item.wrong:
                sys.stdout.write(
                    f"{item.id} wrong {finding.code} {finding.message}: {item.text!r}\n"
                )
        return
    if "--count" in arguments:
        for name in SETS:
            found = counts(list(items(name)))
            sys.stdout.write(json.dumps({k: vars(v) for k, v in found.items()}) + "\n")
        return
    made = {COUNTED[name]: table(counts(list(items(name))), first_run(name)) for name in COUNTED}
    made["stale"] = stale_table()
    for name, text in made.items():
        sys.stdout.write(text)
        if "--write" in arguments:
            begin, end = comments(name)
            before, _, rest = INDEX.read_text("utf-8").partition(begin)
            INDEX.write_text(f"{before}{begin}\n{text}\n{end}{rest.partition(end)[2]}", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
