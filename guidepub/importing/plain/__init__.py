"""Plain texts: where their lines begin headings, lists, columns and pages."""
