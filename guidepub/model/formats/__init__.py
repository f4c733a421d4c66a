"""Editions: which there are, what their pages and printers ask, and what was released or reprinted."""
