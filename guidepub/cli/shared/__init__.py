"""What commands share: their arguments and options, the terminal, signals, and outcomes in words."""
