"""Exports of whole sites: WordPress and MediaWiki."""
