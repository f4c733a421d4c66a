"""Names in a text: occupations, places, and the institutions that figures come from."""
