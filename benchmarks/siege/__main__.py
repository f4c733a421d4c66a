"""`python -m benchmarks.siege`: all kinds of cases or some, in a pool of processes."""

from __future__ import annotations

import argparse
import sys
import time

from benchmarks.siege.kinds import KINDS, besieged


def main() -> None:
    """Besiege, print the sums, and end with 1 if anything happened that must not."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.siege", description=__doc__)
    parser.add_argument(
        "kinds", nargs="*", metavar="KIND", help=f"of {', '.join(KINDS)}; all if none"
    )
    parser.add_argument("--first", type=int, default=0, help="the number of the first case")
    parser.add_argument("--count", type=int, help="how many cases of each kind")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    if unknown := set(options.kinds) - KINDS.keys():
        parser.error(f"no such kind: {', '.join(sorted(unknown))}")
    held = True
    for kind in options.kinds or KINDS:
        begin = time.monotonic()
        count = KINDS[kind][0] if options.count is None else options.count
        tally = besieged(kind, options.first, count, options.jobs)
        print("\n".join(tally.lines()))
        print(f"  {time.monotonic() - begin:.0f} s", flush=True)
        held = held and not tally.faults
    sys.exit(0 if held else 1)


if __name__ == "__main__":
    main()
