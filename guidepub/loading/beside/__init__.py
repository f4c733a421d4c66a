"""The other files of a catalogue, beside its guides: data, works, terms, wordings, ledgers."""
