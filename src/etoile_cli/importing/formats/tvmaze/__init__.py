"""What the API of TVmaze answers about a show."""
