"""What is said of a build: events while it runs, and the report."""
