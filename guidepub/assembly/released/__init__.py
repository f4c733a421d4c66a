"""What a book prints, kept for its release, and what has changed since."""
