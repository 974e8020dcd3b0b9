"""What to do about a fault: hints, texts as messages quote them, and what a format declares of its keys."""
