"""Characters, words, names and normal forms of texts, and the manuscript of a book."""
