"""What people and programs give to be put into a catalogue: KEY=VALUE, JSON, CSV."""
