"""Changes to the file of a catalogue: just the bytes that a change is about, everything else as a person wrote it."""
