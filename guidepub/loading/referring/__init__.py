"""What a guide names, held against what it and its catalogue define."""
