"""WeasyPrint and pydyf as the rest sees them: loaded, fetching, complaining, and their boxes and objects."""
