"""M and G: how a text addresses its readers and describes people: promises, bias, praise."""
