"""PDFs with a text layer: letters to lines, columns, blocks and headings."""
