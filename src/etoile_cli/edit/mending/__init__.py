"""What `check --fix` mends: which problems are certain, what mending them does, and the bytes after it."""
