"""Reads saved web pages: headings, tabs, tables and lists, without the site around the text."""
