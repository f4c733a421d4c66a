"""Orders for books: planned, carried out by an executor, and their results stored."""
