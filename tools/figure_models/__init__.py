"""Weights of clues, learned from labelled passages, by which import tells what figures state."""
