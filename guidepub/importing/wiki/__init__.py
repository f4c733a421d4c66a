"""Wiki pages of MediaWiki."""
