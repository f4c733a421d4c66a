"""Seams by which WeasyPrint reaches the same by a shorter way."""
