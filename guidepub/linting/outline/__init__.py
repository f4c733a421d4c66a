"""A: the structure of a guide: sections, headings, tables, links, and references to them."""
