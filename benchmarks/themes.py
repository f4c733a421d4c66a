"""Themes on trial: those that try to hide a notice or to change it, and those that do not.

    python benchmarks/themes.py

Each trick must be refused with its rule named, be stopped by the proof of the finished file, or
leave the notices as they are, in the EPUB byte by byte and in the PDF pixel by pixel. Each honest
theme must make both. Exits 1 where one does otherwise.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tests" / "themes")]

from honest import honest  # noqa: E402
from trial import Trial, shown  # noqa: E402
from tricks import tricks  # noqa: E402

import guidepub  # noqa: E402

__all__ = ["Trial", "honest", "main", "shown", "tricks"]


def main(first: int = 0, count: int | None = None) -> int:
    """Try the themes from `first` on, `count` of them or all; return 1 if one fails."""
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(Path(folder))
        outcomes: Counter[str] = Counter()
        for trick in list(tricks())[first:][:count]:
            verdict = trial.verdict(trick)
            outcomes[verdict.outcome] += 1
            if verdict.outcome != "refused":
                print(f"{verdict.outcome:9} {trick.family}: {trick.name}. {verdict.message}")
        for name, files in honest().items():
            try:
                shown(trial.book(files))
                outcomes["honest"] += 1
            except guidepub.GuidepubError as error:
                outcomes["HONEST REFUSED"] += 1
                print(f"honest    {name}: {error}")
    print(", ".join(f"{number} {outcome}" for outcome, number in sorted(outcomes.items())))
    return int(any(outcome.isupper() for outcome in outcomes))


if __name__ == "__main__":
    raise SystemExit(main(*map(int, sys.argv[1:3])))
