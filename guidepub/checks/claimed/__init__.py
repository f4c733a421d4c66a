"""Whether what a file claims of its accessibility is true, as far as the file itself shows."""
