"""The command line: which commands and options there are, and what a mistaken one is answered with."""
