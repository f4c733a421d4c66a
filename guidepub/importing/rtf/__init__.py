"""Rich text: its words, notes and raised signs."""
