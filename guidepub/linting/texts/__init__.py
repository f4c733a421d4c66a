"""What rules take and return: a text that knows its places in the file, and alarms."""
