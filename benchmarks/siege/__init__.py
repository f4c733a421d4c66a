"""The siege: thousands of hostile files and broken machines, and what must hold against them.

    python -m benchmarks.siege                          # all of it
    python -m benchmarks.siege definitions --first 4000 --count 500
    python -m benchmarks.siege pictures --jobs 4

Each case is made from its number alone, so that one can be tried again by `--first`. Nothing
here harms a machine: what would be read, run or sent is a marker.
"""
