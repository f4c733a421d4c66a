"""`python -m guidepub` is the command `guidepub`."""

from guidepub.cli import main

if __name__ == "__main__":
    main()
