"""Markdown, and the marks of other tools that stand in it or in plain texts."""
