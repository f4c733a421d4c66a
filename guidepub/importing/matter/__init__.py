"""What is not the guide's: the words of a site, and legal matter."""
