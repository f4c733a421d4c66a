"""Whether pictures can be used: what they are, and that they are whole and harmless."""
