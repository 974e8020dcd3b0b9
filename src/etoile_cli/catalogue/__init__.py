"""What a catalogue is: its records, their keys and sections, what is declared of them, how it is read."""
