"""Records of what a book prints, and what has changed since."""
