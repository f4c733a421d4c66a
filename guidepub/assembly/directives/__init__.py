"""What directives and references print."""
