"""What a press asks: inks, colours, gutters, boxes and PDF/X."""
