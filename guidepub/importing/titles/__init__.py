"""What a text is called: whom it is about, and whether it is about several."""
