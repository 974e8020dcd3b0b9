"""The command line: commands, options, help, completion, and messages about mistakes."""
