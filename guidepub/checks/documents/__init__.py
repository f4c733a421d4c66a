"""Documents of EPUBs and pages of HTML, read: their outlines, and the ways through them."""
