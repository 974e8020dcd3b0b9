"""Whether the data of a file has the keys and the types of a catalogue."""
