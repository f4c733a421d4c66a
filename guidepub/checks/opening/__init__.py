"""Files that are checked: found, and opened in a process with limits."""
