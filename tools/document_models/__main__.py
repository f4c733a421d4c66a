"""`python -m tools.document_models`: learn the weights by which import weighs a document's figures together.

It writes them into `guidepub/text/weights`, and prints how many figures of documents that were
left out they lift, and how many of these are right. `--left-out` only prints that.
"""

from __future__ import annotations

import sys

from tools.document_models.digest import MADE_OF, WEIGHTS, made_of
from tools.document_models.labels import documents
from tools.document_models.learning import learned, table_of


def main() -> None:
    """Write the weights, and print what they show."""
    weights, found = learned(list(documents()))
    if "--left-out" not in sys.argv:
        (WEIGHTS / "documents.tsv").write_text(table_of(weights), "utf-8")
        (WEIGHTS / MADE_OF).write_text(made_of() + "\n", "utf-8")
    for least in (weights.least, 3.0, 2.5, 2.0, 1.5, 1.0, 0.5):
        lifted = [is_right for sure, is_right in found if sure >= least]
        sys.stdout.write(f"from {least:.2f} on {sum(lifted)} of {len(lifted)} are right\n")
    sys.stdout.writelines(f"{sign}: {weight}\n" for sign, weight in sorted(weights.signs.items()))


if __name__ == "__main__":
    main()
