"""Finds what does not belong to the guide: the words of a site, and legal matter."""
