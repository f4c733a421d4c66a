"""The faces of a theme: whether they can be used, which letters they have, and which are missing."""
