"""Finds the headings of a text, and the section that each belongs to."""
