"""The common form into which all readers bring a text, and what readers and later steps share.

Nothing here depends on a format, or on the meaning of a heading or a figure.
"""
