"""Where what was taken in goes: a new catalogue, or one that is there."""
