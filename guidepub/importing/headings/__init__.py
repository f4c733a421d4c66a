"""Headings of foreign texts: which lines are some, and of which section each is."""
