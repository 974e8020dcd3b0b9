"""The show on a card, or in paragraphs."""
