"""Q: contradictions within a guide: figures, counts, requirements, education."""
