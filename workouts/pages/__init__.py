"""Home, method, privacy, search, robots and sitemap."""
