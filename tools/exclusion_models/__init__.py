"""Weights by which lint tells that two sentences exclude each other, learned from labelled passages."""
