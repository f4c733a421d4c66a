"""The forms that prose may use: references, citations, directives, typing, and marks of other dialects."""
