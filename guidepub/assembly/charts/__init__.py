"""The drawings that directives ask for, each of a guide's facts or of rows."""
