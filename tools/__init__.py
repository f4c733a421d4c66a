"""Commands for who works on guidepub: tables of the docs, reference pictures, the gallery."""
