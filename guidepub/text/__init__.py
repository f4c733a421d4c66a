"""Readers of running text: sentences, figures, years, levels of education, page code.

There is one reader for each, which `linting` and `importing` share. Readers know nothing about
guides, and do not judge what they read.
"""
