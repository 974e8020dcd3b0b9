"""The outside: the two streams, the environment, files, interrupts."""
