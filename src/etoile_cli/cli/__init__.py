"""The command line: commands, options, help, completion, and what is said of mistakes."""
