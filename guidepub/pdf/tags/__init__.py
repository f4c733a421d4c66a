"""The tagged structure: what a reader hears, follows and fills in."""
