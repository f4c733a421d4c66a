"""Which room stands on which level: the one table, for the measure and for the test.

A room is a folder or a loose module of `guidepub/`. It may import rooms on lower levels; on
its own level only what `SIDEWAYS` lists.
"""

from __future__ import annotations

# Tables come before what loads definitions.
LEVELS: dict[float, frozenset[str]] = {
    9: frozenset({"cli"}),
    8: frozenset({"preview"}),
    7: frozenset({"batch"}),
    6: frozenset({"editions"}),
    5: frozenset({"assembly", "pdf", "epub", "web", "checks", "importing"}),
    4: frozenset({"leaves", "linting"}),
    3.7: frozenset({"notices"}),
    3.5: frozenset({"loading"}),
    3: frozenset({"pictures", "tables"}),
    2.5: frozenset({"text"}),
    2: frozenset({"model", "sarif"}),
    1: frozenset({
        "characters", "charts", "colours", "confinement", "covers", "dates", "deadlines", "figures", "files", "findings", "folders", "locales",
        "manuscript", "markdown",
        "names", "native", "numbers", "phrases", "revisions", "themes", "units", "wording", "workers",
    }),
    0: frozenset({"errors"}),
}  # fmt: skip

# The ground has no floors of its own; what stands on what is listed here.
SIDEWAYS = frozenset(
    {
        ("figures", "locales"),
        ("figures", "units"),
        ("files", "findings"),
        ("findings", "characters"),
        ("folders", "characters"),
        ("folders", "files"),
        ("folders", "findings"),
        ("markdown", "characters"),
        ("markdown", "findings"),
        ("markdown", "manuscript"),
        ("markdown", "names"),
        ("numbers", "locales"),
        ("numbers", "units"),
        ("revisions", "files"),
        ("revisions", "findings"),
        ("themes", "colours"),
        ("themes", "confinement"),
        ("themes", "files"),
        ("themes", "findings"),
        ("themes", "folders"),
        ("units", "locales"),
        ("wording", "files"),
        ("workers", "dates"),
        ("workers", "deadlines"),
    }
)


def level(room: str) -> float:
    """Return the level of a room.

    Raises:
        LookupError: the table does not know the room.
    """
    for number, rooms in LEVELS.items():
        if room in rooms:
            return number
    raise LookupError(f"{room} has no level: give it one in benchmarks/house/levels.py")
