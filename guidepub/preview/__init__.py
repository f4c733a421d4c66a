"""The live preview: a local server that shows a catalogue's books while they are written.

It serves one catalogue to one author's browser, and changes nothing on disk.
"""
