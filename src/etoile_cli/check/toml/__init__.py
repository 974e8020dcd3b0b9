"""A TOML text: where its statements begin and end, which tables it has, where every key and value stands."""
