"""Home, method, privacy, search, robots, sitemap and the style guide."""
