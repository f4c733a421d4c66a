"""Reference pictures: fingerprints of the pages of whole books, so that none moves unseen.

`fingerprints` takes what a page looks like and compares it with tolerance, `storage` keeps it
small, `books` says which books there are, `pictures` shows both beside each other.
"""
