"""Commands that begin catalogues and definitions, and what editors need to write them."""
