"""Seams by which WeasyPrint lays out otherwise: notes, cells, figures, lines and parts of units."""
