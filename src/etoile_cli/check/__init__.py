"""Every problem of a catalogue, each with its line and column, and what to do about it."""
