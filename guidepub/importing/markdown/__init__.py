"""Reads Markdown, and the markup of other tools in Markdown or plain text."""
