"""What a book's files depend on, and which of them are out of date."""
