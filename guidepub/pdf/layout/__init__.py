"""Leaves to pages: units with the theme's styles, tried again where they end badly."""
