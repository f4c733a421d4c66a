"""`python -m guidepub` is the command `guidepub`.

Each process that a command starts imports this file, and must not load the commands for it.
"""

from __future__ import annotations

import gc
import sys

# How many may be made until those are looked for that nobody needs; Python’s own number is 700.
_OBJECTS = 50_000


def main() -> None:
    """Run the command line."""
    # What a command loads stays: looking through it again and again takes a tenth of its time.
    gc.set_threshold(_OBJECTS)
    try:
        from guidepub.cli import main as run
    except KeyboardInterrupt:
        # Somebody stops the command while it is loaded, before it could answer for itself.
        sys.stderr.write("Stopped.\n")
        raise SystemExit(130) from None
    try:
        run()
    finally:
        # At its end Python looks for what nobody needs, twice, among all that was loaded.
        gc.freeze()


if __name__ == "__main__":
    main()
