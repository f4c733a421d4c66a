"""Finds the figures of a text that are facts of its occupation."""
