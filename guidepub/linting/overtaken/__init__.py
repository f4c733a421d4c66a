"""S: statements, facts and translations that are out of date."""
