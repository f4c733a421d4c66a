"""A theme's folders, its settings, and the files that it brings; and where the shipped ones lie."""
