"""What a sentence is by learned weights: a promise, an exclusion, a remnant, a word for its like."""
