"""Editions: which there are, the size of their pages, and what was released or reprinted."""
