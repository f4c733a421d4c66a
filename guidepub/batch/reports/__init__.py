"""Information on a build: events while it runs, and the report."""
