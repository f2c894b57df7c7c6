"""Import and export, account data."""
