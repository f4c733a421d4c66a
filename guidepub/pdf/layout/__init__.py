"""Leaves to pages: units with the theme's styles, tried anew where they end badly."""
