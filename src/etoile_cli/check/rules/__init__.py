"""What a catalogue that can be read should still mind, one module a subject; each rule yields what it finds."""
