"""Headers, cookies, error pages, and the settings of production."""
