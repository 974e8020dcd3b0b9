"""A library: several catalogues that are read together. Which files they are, what their shows are called."""
