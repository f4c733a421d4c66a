"""Pages whose few words are placed by hand: the cover, and the sheet that wraps a book."""
