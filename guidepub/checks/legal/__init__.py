"""Approved notices in finished files: which are there, word for word and visible.

Reads the files themselves, guidepub's own or others', made today or years ago: their text by
position, their metadata, and what they look like. The catalogue's register says which words
are looked for; what a file's mark claims is only compared with its text.
"""
