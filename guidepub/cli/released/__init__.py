"""Commands on released editions: freezing one, and what has changed since."""
