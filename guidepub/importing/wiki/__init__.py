"""Reads pages of MediaWiki."""
