"""Word files: what they show, with its numbers, fields, references and styles."""
