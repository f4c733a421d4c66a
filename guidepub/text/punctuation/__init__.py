"""Punctuation: the ends of sentences, quotations, and note marks."""
