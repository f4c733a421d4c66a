"""Untrusted templates: a small language, checked before it is compiled and counted while it runs.

`themes` fills its leaves with it and `loading` the guides that a template makes of a table's rows.
"""
