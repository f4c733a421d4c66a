"""What else is read of parsed prose: running text with its places, references, and where these lead."""
