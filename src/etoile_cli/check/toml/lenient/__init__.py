"""A text that is not TOML: where its statements seem to begin and end, and which headers seem to be meant."""
