"""Rules that a catalogue should keep beyond the types of its keys: one module a subject, its codes included."""
