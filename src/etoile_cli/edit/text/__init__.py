"""Texts, the edits that change them, and changes as patches; what the texts mean is left to others."""
