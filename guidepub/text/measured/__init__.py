"""Statements of measures, such as the median wage or the growth of jobs, as rules read them."""
