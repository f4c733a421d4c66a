"""Data tables, and the cells from which printed figures come."""
