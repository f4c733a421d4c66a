"""Commands that list findings: on definitions, and on finished files."""
