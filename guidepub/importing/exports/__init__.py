"""Reads exports of whole sites: WordPress and MediaWiki."""
