"""Finds the title of a text: the occupation that it is about, or several."""
