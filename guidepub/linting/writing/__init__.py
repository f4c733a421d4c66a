"""G: spelling, grammar, punctuation and readability."""
