"""A book: its leaves, what it is known by, and the mark that its files have."""
