"""Parsing of texts to prose: sections, tokens and findings."""
