"""A guide: its facts, its sources and its sections."""
