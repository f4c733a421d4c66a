"""Laid-out pages as the objects of a PDF, and the copies that editions take of them."""
