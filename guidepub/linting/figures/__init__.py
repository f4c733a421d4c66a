"""V: figures in prose and in tables, and their sources."""
