"""Listings of several shows: each catalogue is asked the same question by itself, and the answers are joined.

So a library takes as much memory as what is printed of it, and several processes can ask at once.
"""
