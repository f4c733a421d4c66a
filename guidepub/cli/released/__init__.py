"""Commands for released editions: releasing one, and what has changed since."""
