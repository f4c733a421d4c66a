"""Commands that list what a catalogue has: books, ISBNs, notices and figures."""
