"""What else sentences state, each in a form that can be held against another's."""
