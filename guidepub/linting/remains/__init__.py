"""X: remains that do not belong in a book: page code, web chrome, legal texts, broken text."""
