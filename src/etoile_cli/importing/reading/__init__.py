"""What is read: the bytes of files, as trees of tables, lists and values."""
