"""The work on one book: what is handed to a process or a machine, and what comes back."""
