"""The result of readers of foreign texts, and what all readers and later steps share.

Nothing here knows a format, a heading or a figure's meaning.
"""
