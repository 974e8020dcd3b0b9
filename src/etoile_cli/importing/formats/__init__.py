"""The formats of others: what of their trees a catalogue has keys for."""
