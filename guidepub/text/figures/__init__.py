"""Figures in prose: their values and units, the years that they are for, and whether they agree."""
