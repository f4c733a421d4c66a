"""Weights of clues, learned from labelled sentences, by which lint tells how a sentence reads."""
