"""Definitions by themselves: which files they are, and what of a guide stands in one."""
