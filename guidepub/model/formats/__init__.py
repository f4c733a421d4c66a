"""Editions, their page sizes, and releases and printings."""
