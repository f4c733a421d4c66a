"""Reads Word files as they are shown, with numbers, fields, references and styles."""
