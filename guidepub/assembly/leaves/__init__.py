"""The leaves before and behind a book's text."""
