"""Finished PDFs, read: pages counted, drawn as pictures, their lines of text and bars next to these."""
