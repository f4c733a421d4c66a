"""The requirements of a press: inks, colours, gutters, boxes and PDF/X."""
