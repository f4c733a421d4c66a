"""Statements of measures, such as the median wage or the growth of jobs, read by rules."""
