"""G: how a text is written: its spelling, its grammar, its sentences."""
