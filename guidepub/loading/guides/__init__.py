"""Definitions by themselves: which files they are, and what of a guide is in one."""
