"""Other kinds of statements, in forms in which two of them can be compared."""
