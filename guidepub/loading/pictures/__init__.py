"""Checks whether pictures can be used: their kinds, and that they are whole and harmless."""
