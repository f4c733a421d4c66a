"""Reads rich text (RTF): its visible text, notes, superscripts and subscripts."""
