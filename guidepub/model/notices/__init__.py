"""Notices, and their machine-readable terms."""
