"""X: what is left where it does not belong: code, chrome, legal matter, broken and doubled text."""
