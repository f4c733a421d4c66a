"""What a press is asked for: how a printer wants its files, and what each printer asks."""
