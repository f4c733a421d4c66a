"""Reads plain texts: finds headings, lists, columns and pages in their lines."""
