"""Old EPUBs: the package, and its documents in their order."""
