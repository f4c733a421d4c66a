"""`python -m benchmarks.house`: measure the package from its own imports.

Exit code 0 if there is no circle, no arrow that points up, and no class name for two things.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from benchmarks.house.measures import House, measured
from benchmarks.house.sources import modules


def main() -> None:
    """Print the measures, and end with 1 if one is not zero that must be."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.house", description=__doc__)
    parser.add_argument("--arrows", action="store_true", help="list what each room imports, too")
    options = parser.parse_args()
    house = measured(modules())
    print("\n".join(lines(house)))
    if options.arrows:
        print("\n".join(arrow_lines(house)))
    sys.exit(0 if is_in_order(house) else 1)


def is_in_order(house: House) -> bool:
    """Return whether a house has none of what it must not have."""
    return not (house.circles or house.arrows_up or house.class_names)


def lines(house: House) -> Iterator[str]:
    """Yield the measures, one a line, and below each what it counts, where that can be mended."""
    yield f"{len(house.rooms):5} rooms"
    yield f"{len(house.arrows):5} arrows between rooms"
    yield f"{len(house.circles):5} rooms or modules in circles"
    yield from (f"        {name}" for name in house.circles)
    yield f"{len(house.arrows_up):5} arrows up"
    yield from (f"        {path} imports {room}" for path, room in house.arrows_up)
    yield f"{len(house.class_names):5} class names that mean two things"
    yield from (f"        {name}: {', '.join(where)}" for name, where in house.class_names.items())
    yield f"{len(house.file_names):5} file names that stand in several rooms"
    yield from (f"        {name}: {', '.join(where)}" for name, where in house.file_names.items())
    yield f"{len(house.renders):5} functions called render"
    yield from (f"        {path}" for path in house.renders)


def arrow_lines(house: House) -> Iterator[str]:
    """Yield what each room imports."""
    for room in sorted(house.rooms):
        yield f"{room}: {', '.join(sorted(end for start, end in house.arrows if start == room))}"


if __name__ == "__main__":
    main()
