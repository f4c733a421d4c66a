"""The limits of themes: elements of leaves, and rules for leaves with notices."""
