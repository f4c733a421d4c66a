"""A catalogue: its publishers, what it requires of its guides, and how it publishes them."""
