"""`python -m tools.section_models`: learn the weights by which import places parts of guides.

It writes `guidepub/importing/knowledge/parts.tsv`. `--left-out` only prints what weights show that
were learned without the documents that they are tried on; `--doubtful N` prints those that they
are surest and wrong of, so that their labels are looked at again.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from guidepub.importing.headings.part_weights import OURS, SCALE, PartWeights
from tools.section_models.digest import KNOWLEDGE, MADE_OF, made_of
from tools.section_models.documents import document_parts
from tools.section_models.learning import JudgedPart, bound, learn, left_out
from tools.section_models.parts import labelled_parts


def table_of(weights: PartWeights) -> str:
    """Return weights as their file has them: rows of a clue's weights, and all clues that have them."""
    alike: dict[str, list[str]] = defaultdict(list)
    for clue, row in weights.by_clue.items():
        shown = " ".join(f"{n}:{round(w * SCALE)}" for n, w in enumerate(row) if w)
        alike[shown].append(clue)
    head = ["\t".join(weights.sections), "\t".join(map(str, weights.bases))]
    head.append(f"{weights.least}\t{weights.least_agreed}\t{weights.least_apart}")
    rows = ["\t".join([shown, *sorted(clues)]) for shown, clues in sorted(alike.items())]
    return "".join(f"{line}\n" for line in (*head, *rows))


def kinds_of(judged: Sequence[JudgedPart]) -> dict[str, list[JudgedPart]]:
    """Return parts by the bound that they have."""
    ours = [each for each in judged if each.section in OURS]
    return {
        "placed by weights alone": [each for each in ours if not each.is_divided],
        "placed where words agree": [each for each in ours if each.is_agreed],
        "kept apart": [each for each in judged if each.section not in OURS],
    }


def shown(judged: Sequence[JudgedPart], bounds: Sequence[float]) -> str:
    """Return how many parts are placed, and how many of them where they belong."""
    lines = []
    for least, (name, group) in zip(bounds, kinds_of(judged).items(), strict=True):
        placed = [each.is_right for each in group if each.sureness >= least]
        lines.append(f"{name}, from {least} on: {sum(placed)} of {len(placed)} right")
    return "\n".join([*lines, f"of {len(judged)} parts under headings that name no section"])


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the weights, or print what they show."""
    parser = argparse.ArgumentParser(prog="python -m tools.section_models", description=__doc__)
    parser.add_argument("--left-out", action="store_true")
    parser.add_argument("--doubtful", type=int, metavar="N", default=0)
    options = parser.parse_args(arguments)
    parts = [*labelled_parts(), *document_parts()]
    judged = list(left_out(parts))
    bounds = [bound(group) for group in kinds_of(judged).values()]
    print(shown(judged, bounds))
    wrong = sorted((each for each in judged if not each.is_right), key=lambda e: -e.sureness)
    for each in wrong[: options.doubtful]:
        head, text = each.part.heading, each.part.text[:140]
        print(f"{each.sureness:.2f} {each.section}, not {each.part.section}: [{head}] {text!r}")
    if not (options.left_out or options.doubtful):
        least, agreed, apart = bounds
        made = replace(learn(parts), least=least, least_agreed=agreed, least_apart=apart)
        (KNOWLEDGE / "parts.tsv").write_text(table_of(made), "utf-8")
        (KNOWLEDGE / MADE_OF).write_text(made_of() + "\n", "utf-8")


if __name__ == "__main__":
    main()
