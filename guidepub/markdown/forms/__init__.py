"""The forms that prose may use: references, citations, directives, typography, foreign marks."""
