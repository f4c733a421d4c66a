"""What a reader makes of a foreign text, and what all readers and later steps share.

Nothing here knows a format, a heading or a figure's meaning.
"""
