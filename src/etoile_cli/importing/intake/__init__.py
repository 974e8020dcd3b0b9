"""What is taken in: the show and its records, with values as a catalogue has them."""
