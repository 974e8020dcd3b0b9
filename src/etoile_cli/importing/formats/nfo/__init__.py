"""The files that media libraries keep beside the videos: `tvshow.nfo`, `season.nfo`, and one for each episode."""
