"""Weights by which import tells the facts of a whole document, learned from labelled documents."""
