"""`python -m guidepub` is the command `guidepub`.

Each process that a command starts imports this file, and must not load the commands for it.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Mapping

# How many more objects are allocated before Python's garbage collector runs; by default, 700. Loading
# a command allocates about half a million, all of which stay, so the first collection comes later.
_LOADED = 1_000_000
_MORE = 50_000


def main() -> None:
    """Run the command line."""
    # Otherwise pydantic looks for plugins in all installed packages.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    gc.set_threshold(_LOADED)
    gc.callbacks.append(_collect_sooner)
    try:
        from guidepub.cli import main as run
    except KeyboardInterrupt:
        # Somebody stops the command while it is loaded, before it could answer for itself.
        sys.stderr.write("Stopped.\n")
        raise SystemExit(130) from None
    try:
        run()
    finally:
        # Otherwise Python collects twice at its end, going through everything that was loaded.
        gc.freeze()


def _collect_sooner(phase: str, _info: Mapping[str, int]) -> None:
    """Once there was a collection, leave out what it has kept, and let the next ones come sooner."""
    if phase == "stop":
        gc.callbacks.remove(_collect_sooner)
        gc.set_threshold(_MORE)
        gc.freeze()


if __name__ == "__main__":
    main()
