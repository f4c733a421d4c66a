"""Saved web pages: their boxes and tabs, tables and lists, and what of them is a site's."""
