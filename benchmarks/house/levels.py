"""Which room stands on which level: the one table, for the measure and for the test.

A room is a folder of `guidepub/`. It may import rooms on lower levels, and none beside it.
"""

from __future__ import annotations

# Tables come before what loads definitions.
LEVELS: dict[int, frozenset[str]] = {
    15: frozenset({"cli"}),
    14: frozenset({"preview"}),
    13: frozenset({"batch"}),
    12: frozenset({"editions"}),
    11: frozenset({"assembly", "checks", "epub", "importing", "pdf", "trade", "web"}),
    10: frozenset({"linting"}),
    9: frozenset({"notices"}),
    8: frozenset({"loading"}),
    7: frozenset({"bibliography", "pictures", "tables"}),
    6: frozenset({"text"}),
    5: frozenset({"model"}),
    4: frozenset({"markdown", "themes"}),
    3: frozenset({"phrases", "templating", "workers"}),
    2: frozenset({"files", "plugins"}),
    1: frozenset({"findings"}),
    0: frozenset({"exports", "figures", "words"}),
}


def level(room: str) -> int:
    """Return the level of a room.

    Raises:
        LookupError: the table does not know the room.
    """
    for number, rooms in LEVELS.items():
        if room in rooms:
            return number
    raise LookupError(f"{room} has no level: give it one in benchmarks/house/levels.py")
