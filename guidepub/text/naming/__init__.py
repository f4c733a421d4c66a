"""Whom a text speaks of: occupations, places, and who says so."""
