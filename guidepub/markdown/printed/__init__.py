"""What parsed prose prints: XHTML, the words of it, and texts of one line."""
