"""What is wrong with one statement that is not TOML, and what was probably meant."""
