"""Whether data has the keys and the types of a catalogue."""
