"""Notices, and what they say to machines."""
