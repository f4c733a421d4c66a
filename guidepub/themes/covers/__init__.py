"""Clusters of occupations: their colours, tools and covers."""
