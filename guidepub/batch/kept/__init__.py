"""What is kept of books that were made: records of their files, in a ledger next to these."""
