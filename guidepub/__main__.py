"""`python -m guidepub` is the command `guidepub`.

Each process that a command starts imports this file, and must not load the commands for it.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Mapping

# Python looks for unused objects each time that so many more have been made; by default 700. A
# command loads about half a million, all of which stay, so the first look comes later.
_LOADED = 1_000_000
_MORE = 50_000


def main() -> None:
    """Run the command line."""
    # Otherwise pydantic looks for plugins in all installed packages.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    gc.set_threshold(_LOADED)
    gc.callbacks.append(_look_sooner)
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


def _look_sooner(phase: str, _info: Mapping[str, int]) -> None:
    """Let the looks for unused objects after the first one come sooner, and leave out what stays."""
    if phase == "stop":
        gc.callbacks.remove(_look_sooner)
        gc.set_threshold(_MORE)
        gc.freeze()


if __name__ == "__main__":
    main()
