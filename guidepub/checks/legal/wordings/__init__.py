"""The wordings of notices in a text: word for word or with changes, and why a text is not seen."""
