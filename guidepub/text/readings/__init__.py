"""Statements of measures by all available readers: rules, learned weights, and reserves."""
