"""A catalogue: its publishers, what it asks of its guides, and how it publishes them."""
