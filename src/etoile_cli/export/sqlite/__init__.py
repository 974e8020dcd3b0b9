"""Shows as a relational database in SQLite: `tables` declares it, `rows` fills it, `database` writes it."""
