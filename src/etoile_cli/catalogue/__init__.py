"""What a catalogue is: its records, their keys and sections, how it is read, what it is called by others."""
