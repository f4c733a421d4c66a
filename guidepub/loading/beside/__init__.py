"""The other files of a catalogue, next to its guides: data, works, terms, wordings, ledgers."""
