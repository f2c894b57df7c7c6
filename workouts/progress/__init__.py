"""Records, series, weekly volume, calendar: reads only."""
