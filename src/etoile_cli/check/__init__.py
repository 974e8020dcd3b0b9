"""Every problem of a catalogue, and how a problem is written."""
