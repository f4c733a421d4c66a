"""Readers of running text: sentences, figures, years, levels of education, code.

One reader of each, for whatever asks. Nothing here knows a guide or says what is right:
`linting` and `importing` do that with what they read here.
"""
