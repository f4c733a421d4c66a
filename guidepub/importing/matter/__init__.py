"""Matter that does not belong to the guide: the words of a site, and legal matter."""
