"""The text of a book: prose to a leaf for each section, of a guide or of those in a volume."""
