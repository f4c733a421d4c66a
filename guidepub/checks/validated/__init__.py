"""Other programs' verdicts on files: EPUBCheck, Ace and veraPDF, and the certificates of these."""
