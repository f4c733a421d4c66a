"""Classifiers with learned weights: for promises, contradictions, remains and confused words."""
