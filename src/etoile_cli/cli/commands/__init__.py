"""The commands, one in each module: each reads a catalogue, selects records, and prints them."""
