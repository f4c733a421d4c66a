"""`python -m guidepub` is the command `guidepub`.

Each process that a command starts imports this file, and must not load the commands for it.
"""

from __future__ import annotations


def main() -> None:
    """Run the command line."""
    from guidepub.cli import main as run

    run()


if __name__ == "__main__":
    main()
