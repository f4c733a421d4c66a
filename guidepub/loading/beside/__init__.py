"""What stands beside the guides in a catalogue: data, works, terms, wordings, ledgers."""
