"""A book's leaves as the HTML that is laid out, before WeasyPrint is asked for anything."""
