"""Paths, such as `cast[0].name`: what they say, what they lead to, and the values there."""
