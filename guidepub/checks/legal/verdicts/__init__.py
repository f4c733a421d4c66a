"""What was found in files, kept, and what follows from it: verdicts and reports."""
