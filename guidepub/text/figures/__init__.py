"""Figures in prose: how much of what, of which years, and whether they go together."""
