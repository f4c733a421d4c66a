"""What texts are made of: characters, names, wordings, and the manuscript of a book."""
