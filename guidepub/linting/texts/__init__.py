"""What rules are given, and what they return: a text with its places, and alarms."""
