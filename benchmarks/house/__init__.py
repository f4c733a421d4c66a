"""The package measured from its own source: rooms, the arrows between them, and its names."""
