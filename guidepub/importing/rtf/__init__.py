"""Rich text: what it prints, its notes and raised signs."""
