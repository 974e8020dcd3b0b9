"""The commands, and what they share: each reads a catalogue, selects records, and prints them."""
