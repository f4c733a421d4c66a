"""Commands that make books, and show them."""
