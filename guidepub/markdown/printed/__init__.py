"""Printing of parsed prose: as XHTML, as plain words, and as texts of one line."""
