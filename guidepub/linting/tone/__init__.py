"""M and G: how a text speaks to its readers, and of people: promises, prejudice, praise."""
