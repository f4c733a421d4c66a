"""YAML, JSON and TOML to plain data and back, with the place of every key and value."""
