"""Figures as drawings in SVG, and as rows of text for screens."""
