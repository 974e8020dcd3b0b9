"""What the API of TMDB answers about a show."""
