"""What the book trade is told of a catalogue's books: lists, and records for shops."""
