"""Reads EPUBs: the package, and its documents in order."""
