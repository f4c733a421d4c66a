"""Reads PDFs with a text layer: letters, lines, columns, blocks and headings."""
