"""Texts to parsed prose: their sections, their tokens, and what is wrong with them."""
