"""What a sentence states of a measure by all that is known: rules, weights and reserves."""
