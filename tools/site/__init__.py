"""The site of the docs: pages that are made of other files, of the code and of the schemas."""
