"""What commands share: arguments and options, the terminal, signals, and printed outcomes."""
