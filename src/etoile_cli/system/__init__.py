"""Everything outside the program: the standard streams, environment variables, files, signals."""
