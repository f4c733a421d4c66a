"""The text of an EPUB's documents and of web pages, and whether a reader sees it."""
