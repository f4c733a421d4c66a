"""S: what time has overtaken."""
