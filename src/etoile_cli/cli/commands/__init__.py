"""One module a kind of command: read, select, render, done."""
