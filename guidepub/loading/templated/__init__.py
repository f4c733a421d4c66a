"""Guides that a template makes of a table's rows."""
