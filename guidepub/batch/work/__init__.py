"""The work on one book: what is sent to a process or a machine, and what comes back."""
