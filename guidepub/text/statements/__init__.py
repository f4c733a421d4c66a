"""Other statements of sentences, in a form in which two of them can be compared."""
