"""The data that can be read of a text that is not TOML, and every fault in it."""
