"""Commands that start catalogues and definitions, and give editors what they need to write them."""
