"""Which approved notices stand in finished files, word for word and to be seen.

Reads the files themselves, guidepub's own or others', made today or years ago: their text by
position, their metadata, and what they look like. The catalogue's register says which words
are looked for; what a file's mark claims is only held against its text.
"""
