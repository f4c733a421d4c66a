"""Checks of the names in a guide against the definitions in it and in its catalogue."""
