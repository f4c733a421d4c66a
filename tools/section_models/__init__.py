"""Weights by which import tells which section a part of a guide is of; see README.md."""
