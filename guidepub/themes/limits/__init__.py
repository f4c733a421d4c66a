"""What a theme may make of leaves, and may say of those that bear notices."""
