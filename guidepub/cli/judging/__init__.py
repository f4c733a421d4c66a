"""Commands that report findings in definitions and in finished files."""
