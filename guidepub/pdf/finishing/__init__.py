"""A drawn PDF to a file: numbers of pages, marks, standards and bytes."""
