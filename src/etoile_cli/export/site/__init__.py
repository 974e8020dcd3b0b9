"""A library as a site: a page for each show, one for each person in several of them, and an index."""
