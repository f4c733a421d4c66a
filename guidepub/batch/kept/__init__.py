"""The records of files that were built, in a ledger next to them."""
