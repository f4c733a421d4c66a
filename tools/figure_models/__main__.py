"""`python -m tools.figure_models`: learn the weights by which import tells what figures state.

It writes them into `guidepub/text/weights`, and into `docs/import.md` what the passages of each
writer show of weights that were learned without them. `--left-out` only prints that table;
`--doubtful N` prints the figures whose labels such weights contradict most, so that they are
looked at again.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from tools import ROOT
from tools.figure_models.digest import MADE_OF, WEIGHTS, made_of
from tools.figure_models.learning import ReadFigure, learn, left_out, table_of, with_bounds
from tools.figure_models.passages import LabelledFigure, Passage, figures_of, passages
from tools.figure_models.tables import table

_PAGE = ROOT / "docs" / "import.md"
_BEGIN, _END = "<!-- scores of passages -->\n", "<!-- end of scores of passages -->\n"


def write(known: Sequence[Passage], figures: Sequence[LabelledFigure]) -> None:
    """Learn all weights, and write them and what they show."""
    found = list(left_out(figures))
    learned = with_bounds(learn(figures), found)
    (WEIGHTS / "figures.tsv").write_text(table_of(learned), "utf-8")
    (WEIGHTS / MADE_OF).write_text(made_of() + "\n", "utf-8")
    before, _, rest = _PAGE.read_text("utf-8").partition(_BEGIN)
    after = rest.partition(_END)[2]
    shown = table(known, found, learned)
    _PAGE.write_text(f"{before}{_BEGIN}\n{shown}\n{_END}{after}", "utf-8")


def doubtful(found: Sequence[ReadFigure], most: int) -> str:
    """Return the figures whose labels weights contradict that were learned without them."""
    wrong = [each for each in found if each.reading and each.reading.key != each.figure.key]
    surest = sorted(
        wrong,
        key=lambda each: -(each.reading.sureness if each.reading else 0) if each.learned else -9.0,
    )
    missed = sorted(
        (each for each in wrong if each.figure.key),
        key=lambda each: each.reading.is_fact if each.reading else 0,
    )
    return "".join(
        f"{each.figure.passage.writer} {each.figure.passage.title}: {each.figure.figure.text!r}"
        f" is {each.figure.key or 'none'}, read as {each.learned or 'none'}:"
        f" {each.figure.before[-90:]} | {each.figure.sentence}\n"
        for each in (*surest[:most], *missed[:most])
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the weights, or print what they show."""
    parser = argparse.ArgumentParser(prog="python -m tools.figure_models", description=__doc__)
    parser.add_argument("--left-out", action="store_true")
    parser.add_argument("--doubtful", type=int, metavar="N")
    options = parser.parse_args(arguments)
    known = passages()
    figures = [figure for passage in known for figure in figures_of(passage)]
    if not options.left_out and not options.doubtful:
        write(known, figures)
        return
    found = list(left_out(figures))
    learned = with_bounds(learn(figures), found)
    sys.stdout.write(
        doubtful(found, options.doubtful) if options.doubtful else table(known, found, learned)
    )


if __name__ == "__main__":
    main()
