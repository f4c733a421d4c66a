"""Whether finished files print their guides' own text, word for word.

Reads the finished bytes and holds them against a `Manuscript`. Knows no templates, no
stylesheets of pages and no renderer.
"""
