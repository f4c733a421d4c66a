"""Q: what contradicts itself: figures, counts, demands, schooling."""
