"""What is not TOML: what is wrong with it, statement by statement, and what can still be read of it."""
