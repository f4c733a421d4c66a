"""Whether finished files print their guides' own text, word for word.

Reads the finished bytes and compares them with a `Manuscript`. Knows no templates, no
stylesheets of pages and no renderer.
"""
