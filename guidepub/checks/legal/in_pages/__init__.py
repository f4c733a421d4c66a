"""The text of a PDF's pages, and whether a reader sees it."""
