"""A: sections, leaves and lists, and what refers to them."""
