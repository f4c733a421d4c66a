"""A catalogue's books for the book trade: lists of them, and records for shops."""
