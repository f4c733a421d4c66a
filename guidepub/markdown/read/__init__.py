"""Reading of parsed prose: its running text with places, its references, and their targets."""
